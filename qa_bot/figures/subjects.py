"""Where the one who says something stands in a sentence: before the verb, behind it, or as the subject of the verb before."""

from qa_bot.figures.name_ends import numbered_end, quoted_end
from qa_bot.figures.speakers import genitive, kinds_at
from qa_bot.text.lexicon import Kinds
from qa_bot.text.syntax import TIME, Phrase, Syntax
from qa_bot.text.tagger import may_be_subject

_YEAR = 4  # digits


def part_around(syntax: Syntax, at: int) -> tuple[int, int]:
    """The part of the sentence around token *at* that semicolons and words of contrast cut off."""
    contrasts = syntax.words["contrasts"]
    left, right = 0, len(syntax.tokens)
    for index, token in enumerate(syntax.tokens):
        if token.surface == ";" or token.lower in contrasts:
            if index <= at:
                left = index
            else:
                right = index
                break
    return left, right


def subject_start(syntax: Syntax, last: int) -> int:
    """Where the subject that ends before token *last* begins, with an apposition or relative clause between commas."""
    tokens = syntax.tokens
    index = last
    while index > 0 and syntax.tags[index - 1] in ("ADV", "AUX", "PART", TIME):
        index -= 1 + (syntax.tags[index - 1] == TIME and syntax.tags[index - 2 : index - 1] == ["ADP"])  # "police on Friday said"
    if index > 2 and tokens[index - 1].surface == ")":  # "the World Health Organization (WHO)"
        opener = next((at for at in range(index - 2, max(index - 8, 0), -1) if tokens[at].surface == "("), 0)
        index = opener or index
    if index > 1 and tokens[index - 1].surface == ",":
        comma = next((at for at in range(index - 2, -1, -1) if tokens[at].surface == ","), -1)
        if comma <= 0 or _counts(syntax, comma + 1, index - 1):
            return last
        return run_start(syntax, comma)
    first = run_start(syntax, index)
    relative = first - 1
    while relative > 0 and relative > first - 5 and syntax.tags[relative] in ("VERB", "AUX", "VBN", "ADV"):
        relative -= 1
    if 0 < relative < first - 1 and tokens[relative].lower in syntax.words["relatives"] and tokens[relative - 1].surface != ",":
        return run_start(syntax, relative)
    opening = syntax.phrase_at(first)
    if syntax.tags[first] == "ADP" or (opening is not None and 0 <= opening.adposition < first):  # "On Larn the Trust counted"
        inner = [phrase for phrase in syntax.phrases if first < phrase.first < index and syntax.tags[phrase.first] == "DET"]
        first = inner[-1].first if inner and inner[-1].adposition < 0 else first
    return first


def _counts(syntax: Syntax, first: int, last: int) -> bool:
    """Whether the stretch between commas tells a number, and so is no apposition, as somebody's age is: ", 54,"."""
    relative = syntax.tokens[first].lower in syntax.words["relatives"]  # "the mission, which sent 220 observers, reported"
    numbers = any(syntax.tags[at] == "NUM" and not _is_year(syntax, at) for at in range(first, last))
    return not relative and last - first > 1 and numbers


def _is_year(syntax: Syntax, at: int) -> bool:
    """Whether a number is a year: ", founded in 1990,"."""
    surface = syntax.tokens[at].surface
    return len(surface) == _YEAR and surface.isdigit() and surface[0] in "12" and syntax.tags[at - 1] == "ADP"


def run_start(syntax: Syntax, last: int) -> int:
    """Where the run of noun phrases that ends before token *last*, without commas, begins."""
    first = last
    while first > 0:
        phrase = syntax.phrase_at(first - 1)
        token, mark = syntax.tokens[first - 1], syntax.tags[first - 1]
        if phrase is not None and "NUM" in syntax.tags[phrase.first : phrase.last] and mark != "PROPN":
            break
        if phrase is not None and first < last and _parts(syntax, phrase, first):
            break
        if phrase is not None:
            first = phrase.first
        elif token.lower in syntax.words["naming_adpositions"] or mark in ("ADJ", "X", "PROPN", "DET") or token.surface in "&-":
            first -= 1
        elif mark == "CCONJ" and first > 1 and syntax.phrase_at(first - 2) is not None and first < last:
            first -= 1
        elif token.surface in "»”" and (opener := _opening(syntax, first - 1)) is not None:
            first = opener
        elif (
            token.surface == "." and first > 1 and len(syntax.tokens[first - 2].surface) == 1 and syntax.tokens[first - 2].surface.isupper()
        ):
            first -= 2  # an initial
        else:
            break
    return first


def _parts(syntax: Syntax, phrase: Phrase, first: int) -> bool:
    """Whether a Russian phrase that ends before *first* is no part of the one there: that one stands in no genitive and is no name."""
    if syntax.language != "ru" or phrase.last != first:
        return False
    beside = syntax.phrase_at(first)
    if beside is None or syntax.tokens[beside.head].surface[:1].isupper():
        return False
    return not genitive(syntax, beside)


def _opening(syntax: Syntax, close: int) -> int | None:
    """The quotation mark that opens a short name which ends at *close*, when a noun stands before it or it is a name by itself."""
    for index in range(close - 1, max(close - 7, -1), -1):
        if syntax.tokens[index].surface in "«“":
            noun = index > 0 and syntax.tags[index - 1] in ("NOUN", "NOUNS", "PROPN")
            return index if noun or quoted_end(syntax, index) == close + 1 else None
    return None


def right_end(syntax: Syntax, first: int) -> int:
    """Where the speaker that begins at token *first* ends, with the role or name set off by a comma behind it."""
    size = len(syntax.tokens)
    last = quoted_end(syntax, skip_adverbials(syntax, first))
    commas = 0
    while last < size:
        phrase = syntax.phrase_at(last)
        token, mark = syntax.tokens[last], syntax.tags[last]
        if last > first and (numbered := numbered_end(syntax, last)) > last:
            inner = syntax.phrase_at(numbered) if numbered < size else None  # "Института № 29 Республики"
            last = inner.last if inner is not None and inner.first < numbered else numbered
        elif phrase is not None and phrase.first == last:
            if "NUM" in syntax.tags[phrase.first : phrase.last] and mark != "PROPN":
                break
            last = phrase.last
        elif token.surface == "," and commas == 0 and last > first and _apposed(syntax, last + 1):
            commas, last = 1, last + 1
        elif token.lower in syntax.words["naming_adpositions"] and last + 1 < size and syntax.tags[last + 1] != TIME:
            last += 1
        elif mark == "CCONJ" and last + 1 < size and syntax.phrase_at(last + 1) is not None and not _then_verb(syntax, last + 1):
            last += 1
        elif mark in ("ADJ", "X", "PROPN") or (token.surface in "«“»”-&" and last > first and not _ends_quotation(syntax, last)):
            last += 1
        elif token.surface == "." and len(syntax.tokens[last - 1].surface) == 1 and last + 1 < size:
            last += 1
        elif len(token.surface) == 1 and token.surface.isupper() and last + 1 < size and syntax.tokens[last + 1].surface == ".":
            last += 2
        else:
            break
    return last


def skip_adverbials(syntax: Syntax, index: int) -> int:
    """The token after "on Monday" and, in Russian, after those who were told ("сообщил журналистам")."""
    while index < len(syntax.tokens) and (
        syntax.tags[index] in (TIME, "ADV") or (syntax.tags[index] == "ADP" and syntax.tags[index + 1 : index + 2] == [TIME])
    ):
        index += 1
    return index


def _apposed(syntax: Syntax, first: int) -> bool:
    """Whether a name or role follows a comma: it ends at the next sign or the end, and holds no verb and no number."""
    stop = next((at for at in range(first, len(syntax.tokens)) if syntax.tokens[at].surface in ',.;:—–»”"'), len(syntax.tokens))
    if not first < stop <= first + 12 or any(syntax.tags[at] in ("VERB", "AUX", "NUM", "VB", "SCONJ") for at in range(first, stop)):
        return False
    phrase = syntax.phrase_at(first)
    if phrase is None or phrase.first != first:
        return False
    named = syntax.tokens[first].surface[:1].isupper()
    if syntax.tokens[first].lower in syntax.words["articles"] and phrase.last == stop:
        return True
    return named or bool(kinds_at(syntax, phrase.head) & (Kinds.SPEAKER | Kinds.TITLE)) or _role(syntax, phrase)


def _role(syntax: Syntax, phrase: Phrase) -> bool:
    words = syntax.words["speaking_persons"]
    return syntax.tokens[phrase.head].lower in words or syntax.lemma(phrase.head) in words


def _then_verb(syntax: Syntax, first: int) -> bool:
    return any(syntax.tags[index] in ("VERB", "AUX") for index in range(first, min(first + 5, len(syntax.tags))))


def _ends_quotation(syntax: Syntax, index: int) -> bool:
    surface = syntax.tokens[index].surface
    return surface in "»”" and not any(syntax.tokens[at].surface in "«“" for at in range(max(0, index - 7), index))


def shared_subject(syntax: Syntax, first: int) -> tuple[int, int]:
    """The subject of the verbs before an "and": "the department disputes this and says"."""
    left, _ = part_around(syntax, first)
    phrase = next((phrase for phrase in syntax.phrases if left <= phrase.first < first and phrase.adposition < 0), None)
    if phrase is None:
        return first, first
    taken_for_noun = phrase.last - phrase.first > 2 and not any(phrase.last <= group.first < first for group in syntax.verbs)
    return phrase.first, phrase.last - taken_for_noun


def subject_may_be(syntax: Syntax, phrase: Phrase, verb: int) -> bool:
    """Return whether the Russian *phrase* agrees with the verb at token *verb* as its subject, whatever else its form may be: «власти» of
    «ущерб власти оценивают», not of «ущерб власти оценён»."""
    return may_be_subject(syntax.tokens[phrase.head].lower, syntax.tokens[verb].lower)
