"""Tags mended by what stands around a word: what a tagger of single words, or of dictionary forms, gets wrong most."""

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from qa_bot.text.functions import functions
from qa_bot.text.lemmas import is_participle, lemma
from qa_bot.text.lexicon import Kinds, Mention, lexicon
from qa_bot.text.number_words import number_words
from qa_bot.text.tag_amounts import amounts
from qa_bot.text.tag_names import is_part_of_name
from qa_bot.text.tokens import Token

TIME = "TIME"  # our own tag: a token that is part of a named period
NUMERAL = "NUM"

_NOUNS = frozenset({"NOUN", "NOUNS", "PROPN"})
_VERBS = frozenset({"VERB", "VB", "VBN", "VBG"})
_FINITE = frozenset({"VERB", "AUX"})
_SUBJECTS = _NOUNS | {"PRON", "ADV", NUMERAL}
_WITHIN_PHRASE = _NOUNS | {"DET", "ADJ", NUMERAL, "PRON"}
_QUOTES = frozenset('«»“”„"')
_STOPS = frozenset(";:,")
LONGEST_SIGN = 6  # tokens of a unit of measure: «мм рт. ст.»
_YEAR = 4  # digits
_SUBJECT = 3  # tokens back from a verb to the number of its subject: "23 elderly passengers were"


_YOUNG = ("ат", "ят")  # as the young of animals end in the genitive
MAX_LEAD = 5  # words of "no more than some" and its number


def mend(tokens: list[Token], tags: list[str], language: str) -> None:
    """Mend *tags* of the sentence *tokens* in place."""
    for index, (before, mark) in enumerate(pairwise(tags), 1):
        if tokens[index].surface in _STOPS:
            tags[index] = "PUNCT"
        elif before == NUMERAL and mark != NUMERAL and mark != TIME:
            _mend_measure(tokens, tags, index, language)
    if language == "ru":
        _mend_russian(tokens, tags)
    else:
        _mend_english(tokens, tags)


def _mend_measure(tokens: list[Token], tags: list[str], index: int, language: str) -> None:
    """Make nouns of the sign of a measure behind a numeral or its scale, and of what it is by: "12 m", «14 тыс. Гкал», "34 t/ha"."""
    last = len(tokens) - 1
    if tokens[index].lower in number_words(language).scales and index < last:
        index += 1 + (tokens[index + 1].surface == "." and index + 1 < last)
    sign = _sign_at(tokens, index, language)
    described = tags[index] == "ADJ" and index < last and tokens[index + 1].surface.isalpha()  # «3 квадратных метра»
    if sign is not None and tags[index] not in ("NOUN", "NOUNS") and not described:
        tags[index] = "NOUN"
    by = index + (sign.last if sign is not None else 1)
    by += by < last and tokens[by].surface == "."
    if by < last and tokens[by].surface == "/" and tokens[by].end == tokens[by + 1].start and _sign_at(tokens, by + 1, language):
        tags[by + 1] = "NOUN"


def _mend_scaled(tokens: list[Token], tags: list[str]) -> None:
    """Make a noun of the Russian word behind a numeral's scale that may be one: «5 тыс. саженцев»."""
    from qa_bot.text import morphology

    scales = number_words("ru").scales
    for index in range(2, len(tags)):
        if tags[index] not in ("ADV", "ADJ", "X", "VERB", "INTJ"):
            continue
        scale = index - 1 - (tokens[index - 1].surface == ".")
        if tokens[scale].lower in scales and NUMERAL in tags[scale - 1 : scale + 1] and not _noun_follows(tags, index):
            if any(reading.form.tag == "NOUNS" for reading in morphology.readings(tokens[index].lower)):
                tags[index] = "NOUNS"


def _mend_arrivals(tokens: list[Token], tags: list[str]) -> None:
    """Make a verb of the Russian noun right before a number of people that may be one: «в край прибыли 21 тыс. человек»."""
    from qa_bot.text import morphology

    for index in range(1, len(tags) - 2):
        if tags[index] not in ("NOUN", "NOUNS") or tags[index + 1] != NUMERAL or tags[index - 1] in ("ADP", "ADJ", "DET", "VERB"):
            continue
        found = [reading for reading in morphology.readings(tokens[index].lower) if reading.form.tag == "VERB"]
        if not found or "VERB" in tags[_part_opening(tokens, index) : index]:
            continue
        scales = number_words("ru").scales
        at = next(
            (
                at
                for at in range(index + 2, len(tags))
                if tags[at] != NUMERAL and tokens[at].surface != "." and tokens[at].lower not in scales
            ),
            len(tags),
        )
        if at < len(tags) and _calls_persons(tokens[at].lower):
            tags[index] = "VERB"


def _part_opening(tokens: list[Token], index: int) -> int:
    return next((at + 1 for at in range(index - 1, -1, -1) if tokens[at].surface in ",;:"), 0)


def _calls_persons(lower: str) -> bool:
    words = lexicon("ru")
    concept = words.concept(lower)
    return concept == "person" or "person" in words.broader(concept)


def _sign_at(tokens: list[Token], index: int, language: str) -> Mention | None:
    """The unit of measure that the words from *index* on are, if they are one."""
    surface = tokens[index].surface
    if not (surface[0].isalpha() or surface[-1].isalpha()):
        return None
    found = lexicon(language).opening(tokens[index : index + LONGEST_SIGN])
    if found is None and surface in functions(language)["symbols"]:
        return Mention(0, 1, surface, Kinds.QUANTITY)  # "t", which alone is a letter
    return found if found is not None and found.kinds & Kinds.QUANTITY else None


# ---------------------------------------------------------------- Russian


def _mend_russian(tokens: list[Token], tags: list[str]) -> None:
    """Make short adjectives participles where they can be ("закрыты"), and participles nouns where none follows ("64 пострадавших")."""
    from qa_bot.text import morphology  # reads a dictionary of its own, which an English corpus never needs

    _join_phrases(tokens, tags)
    for index in range(2, len(tags)):
        described = tags[index - 1] in ("ADJ", "VBN") and tags[index - 2] == NUMERAL
        if tags[index] == "ADV" and described and "gent" in morphology.cases(tokens[index].lower):
            tags[index] = "NOUN"  # "22 новых дома"
    _mend_scaled(tokens, tags)
    _mend_arrivals(tokens, tags)
    for index in range(1, len(tags)):
        noun = tags[index] == "VERB" and tags[index - 1] == NUMERAL and "VERB" in tags[:index]
        if noun and tokens[index].lower.endswith(_YOUNG) and "VERB" not in morphology.features(tokens[index].lower):
            tags[index] = "NOUNS"  # "пало 700 сайгачат", which no dictionary has
        alone = tags[index] == "DET" and tags[index - 1] == NUMERAL and not _noun_follows(tags, index)
        if alone and any(reading.form.tag == "NOUNS" for reading in morphology.readings(tokens[index].lower)):
            tags[index] = "NOUNS"  # "9 ничьих", of draws, and not "ничьих" of what is nobody's
    for index, mark in enumerate(tags):
        tags[index] = _participle_mended(tokens, tags, index)
        if tags[index] in _VERBS | {"ADV"} and tokens[index].surface.istitle():
            surname = mark == "ADJ" and index and tags[index - 1] == "PROPN"  # "Ильи Сомова", which looks like a short adjective
            tags[index] = "PROPN" if surname or _is_quoted(tokens, index) else tags[index]
        if tokens[index].surface[:1].isupper() and tags[index] in ("PROPN", "ADJ"):
            tags[index] = _region_or_name(tokens, tags, index)
        counting = functions("ru")["carriers"] | functions("ru")["totals"]
        opens = index and (tags[index - 1] in (NUMERAL, "ADP", "ADV") or tokens[index - 1].lower in counting)
        if tags[index] in ("VBN", "VBG", "ADJ") and opens and not _noun_follows(tags, index):
            if "plur" in morphology.features(tokens[index].lower) and _is_full(tokens[index].lower):
                tags[index] = "NOUNS"
            elif tags[index - 1] == NUMERAL and _counts_one(tokens[index - 1].surface) and is_declined(tokens[index].lower):
                tags[index] = "NOUN"  # "131 погибший", "о 31 пострадавшем"
        elif tags[index] in ("VBN", "VBG", "ADJ") and not index and not _noun_follows(tags, index) and {"AUX", NUMERAL}.intersection(tags):
            if {"gent", "plur"} <= morphology.features(tokens[index].lower):
                tags[index] = "NOUNS"  # "Пострадавших в аварии было девятнадцать"
    _mend_hyphened(tokens, tags)


def _participle_mended(tokens: list[Token], tags: list[str], index: int) -> str:
    """The tag of what the tagger takes for an adjective or adverb and may be a short participle: "закрыты", "Открыто 14 направлений"."""
    from qa_bot.text import morphology

    mark = tags[index]
    if mark not in ("ADJ", "ADV"):
        return mark
    readings = morphology.readings(tokens[index].surface)
    participle = any("PRTS" in reading.grammemes for reading in readings)
    if mark == "ADV":
        return "VBN" if participle and tags[index + 1 : index + 2] == [NUMERAL] else mark
    if participle:
        return "VBN"
    return "ADV" if "ADJS" in readings[0].grammemes else mark


def _mend_hyphened(tokens: list[Token], tags: list[str]) -> None:
    """Make the first part of an adjective of two an adjective, too: "412 дорожно-транспортных происшествий"."""
    for index in range(1, len(tags) - 1):
        if tags[index - 1] == "ADV" and tags[index + 1] in ("ADJ", "VBN") and is_hyphen(tokens, index):
            tags[index - 1] = "ADJ"


def is_hyphen(tokens: Sequence[Token], index: int) -> bool:
    """Return whether the token at *index* is a hyphen within a word."""
    if tokens[index].surface != "-" or not 0 < index < len(tokens) - 1:
        return False
    return tokens[index - 1].end == tokens[index].start and tokens[index].end == tokens[index + 1].start


def _join_phrases(tokens: list[Token], tags: list[str]) -> None:
    """Make "то есть" a conjunction, it says of nothing that it is there, and "таким образом" an adverb: no thing is counted in it."""
    words = functions("ru")
    for index, (before, after) in enumerate(pairwise(tokens)):
        pair = f"{before.lower} {after.lower}"
        if pair in words["joined_conjunctions"]:
            tags[index : index + 2] = ["CCONJ", "CCONJ"]
        elif pair in words["joined_adverbs"]:
            tags[index : index + 2] = ["ADV", "ADV"]


def _is_quoted(tokens: list[Token], index: int) -> bool:
    """Whether a word stands alone within quotation marks: «Молот»."""
    return 0 < index < len(tokens) - 1 and tokens[index - 1].surface in _QUOTES and tokens[index + 1].surface in _QUOTES


def _region_or_name(tokens: list[Token], tags: list[str], index: int) -> str:
    """The tag of a capitalised adjective: of a region it describes one ("в Каменском районе"), where its noun is left out it is a name
    ("в Ольшанском – 41")."""
    from qa_bot.text import morphology

    mark, after = tags[index], tags[index + 1] if index + 1 < len(tags) else ""
    if mark == "PROPN" and after == "NOUN" and is_declined(tokens[index].lower):
        return "ADJ" if morphology.lemma(tokens[index + 1].lower, "NOUN") in functions("ru")["regions"] else mark
    elided = mark == "ADJ" and index > 1 and tags[index - 1] == "ADP" and after in ("PUNCT", NUMERAL)
    return "PROPN" if elided else mark


def is_declined(lower: str) -> bool:
    """Whether a Russian participle describes a noun; a short one is a predicate ("закрыты", "подано"), a gerund neither ("набрав")."""
    return lower.removesuffix("ся").endswith(_endings("declined_endings"))


def _noun_follows(tags: Sequence[str], index: int) -> bool:
    after, behind = [*tags[index + 1 : index + 3], "", ""][:2]
    return after in _NOUNS | {"ADJ", "VBN", "VBG", NUMERAL} or (after == "CCONJ" and behind not in (NUMERAL, "ADP"))


def _counts_one(number: str) -> bool:
    """Whether the Russian noun behind *number* is in the singular: 21, 131, not 11."""
    return number.endswith("1") and not number.endswith("11")


def _is_full(lower: str) -> bool:
    """Whether a participle or adjective is in its full plural form, not a short one: "погибших", not "закрыты"."""
    return lower.endswith(_endings("full_plural_endings"))


@cache
def _endings(name: str) -> tuple[str, ...]:
    return tuple(sorted(functions("ru")[name]))


# ---------------------------------------------------------------- English


def _mend_english(tokens: list[Token], tags: list[str]) -> None:
    """Word by word, then piece by piece between signs and new subjects."""
    for index, token in enumerate(tokens):
        if token.surface[0].isupper() and is_part_of_name(tokens, tags, index):
            tags[index] = "PROPN"
    _mend_opening(tokens, tags)
    _mend_persons(tokens, tags)
    _mend_prefixed(tokens, tags)
    _mend_unchanged(tokens, tags)
    _mend_sizes(tokens, tags)
    for index in range(1, len(tokens)):
        mark = tags[index]
        if mark in ("ADJ", "NOUN") and _is_said_of_number(tokens, tags, index):
            tags[index] = mark = _participle_or_past(tags, index)
        elif mark == "ADJ" and _tells_number(tokens, tags, index):
            tags[index] = mark = "VERB"
        if tokens[index].lower == "to" and tokens[index - 1].lower in functions("en")["participial_adpositions"]:
            tags[index - 1] = "ADP"  # "owing to"
        if mark in ("NOUN", "ADJ") and _is_infinitive(tokens, tags, index):
            tags[index - 1], tags[index] = "PART", "VB"  # "declined to fund 30 clinics"
        elif mark in ("NOUN", "ADJ", "VBN") and _joins_infinitive(tokens, tags, index):
            tags[index] = "VB"
        elif mark == "VBG" and tokens[index].lower in functions("en")["including"]:
            tags[index] = "ADP"
        elif mark in _VERBS:
            tags[index] = _verb_mended(tokens, tags, index)
        elif mark in _NOUNS:
            tags[index] = _noun_mended(tokens, tags, index)
    _mend_compounds(tokens, tags)
    first = 0
    for last, mark in enumerate(tags):  # mending a piece changes nothing behind it
        if (mark == "PUNCT" and not is_hyphen(tokens, last)) or (mark == "CCONJ" and _starts_clause(tags, last + 1)):
            _mend_piece(tokens, tags, first, last)
            first = last + 1
    _mend_piece(tokens, tags, first, len(tokens))
    _mend_aged(tokens, tags)


def _mend_persons(tokens: list[Token], tags: list[str]) -> None:
    """Let "the injured", "the dead" stand for persons where no noun follows that they describe: "five of the injured were tourists"."""
    victims = functions("en")["victims"]
    for index in range(1, len(tokens)):
        if tags[index] not in ("ADJ", "VBN") or tokens[index].lower not in victims or tokens[index - 1].lower != "the":
            continue
        if index + 1 >= len(tags) or tags[index + 1] in ("AUX", "VERB", "PUNCT", "ADP", "SCONJ"):
            tags[index] = "NOUNS"


def _mend_prefixed(tokens: list[Token], tags: list[str]) -> None:
    """Let "re-" open the verb that a hyphen ties to it: "voters re-elected the mayor", "12 schools were re-opened"."""
    for index in range(2, len(tags)):
        if tokens[index - 2].lower not in functions("en")["verb_prefixes"] or not is_hyphen(tokens, index - 1):
            continue
        if tags[index] not in _VERBS:
            continue
        tags[index - 2] = tags[index - 1] = "ADV"
        first = max((at + 1 for at in range(index - 2) if tags[at] in ("PUNCT", "SCONJ")), default=0)
        told = index > 2 and tags[index - 3] in (*_NOUNS, "PRON", "ADV")
        if tags[index] == "VBN" and told and tags[index + 1 : index + 2] != ["ADP"] and not _FINITE & {*tags[first:index]}:
            tags[index] = "VERB"


def _mend_aged(tokens: list[Token], tags: list[str]) -> None:
    """Let "aged" describe before an age where a verb follows that tells what became of them: "two women, aged 30 and 41, died"."""
    for index in range(1, len(tags) - 1):
        if tags[index] != "VERB" or tokens[index].lower not in functions("en")["aged_before"] or tags[index - 1] in ("PRON", "PROPN"):
            continue
        told = tags[index + 1] == NUMERAL or tags[index + 1 : index + 3] == ["ADP", NUMERAL]
        if told and _FINITE & {*tags[index + 1 :]}:
            tags[index] = "VBN"


def _mend_sizes(tokens: list[Token], tags: list[str]) -> None:
    """Make no noun of a word that tells which is larger: "1.2 metres farther than the old mark"."""
    for index in range(1, len(tags) - 1):
        if tags[index] in _NOUNS and tokens[index + 1].lower == "than" and tokens[index].lower in functions("en")["compared_sizes"]:
            tags[index] = "ADV"


def _mend_unchanged(tokens: list[Token], tags: list[str]) -> None:
    for index in range(1, len(tags)):
        if tags[index] in ("ADJ", "ADV", "VB") and _is_unchanged_past(tokens, tags, index):
            tags[index] = "VERB"


def _is_unchanged_past(tokens: list[Token], tags: Sequence[str], index: int) -> bool:
    """Whether a past that is like its infinitive is the only verb of its part, behind so many: "29 officers quit and 16 were hired"."""
    if tokens[index].lower not in functions("en")["unchanged"] or tags[index - 1] != "NOUNS":
        return False
    if NUMERAL not in tags[max(index - 1 - _SUBJECT, 0) : index - 1] or tags[index + 1 : index + 2] not in (
        [],
        ["CCONJ"],
        ["PUNCT"],
        ["ADP"],
    ):
        return False
    opened = max((at + 1 for at in range(index) if tags[at] in ("PUNCT", "CCONJ", "SCONJ")), default=0)
    stop = next((at for at in range(index + 1, len(tags)) if tags[at] in ("PUNCT", "CCONJ", "SCONJ")), len(tags))
    return not _FINITE & {*tags[opened:index], *tags[index + 1 : stop]}


def _mend_compounds(tokens: list[Token], tags: list[str]) -> None:
    for index, mark in enumerate(tags):
        if mark in _VERBS and _opens_compound(tokens, tags, index):
            tags[index] = "ADJ"


def _opens_compound(tokens: list[Token], tags: Sequence[str], index: int) -> bool:
    """Whether the verb at *index* is joined by a hyphen to a noun before another: "lost-time injuries"."""
    if tags[index + 2 : index + 3] != ["NOUN"] or tags[index + 3 : index + 4] not in (["NOUN"], ["NOUNS"]):
        return False
    return tokens[index + 1].surface == "-" and tokens[index].end + 1 == tokens[index + 1].end == tokens[index + 2].start


def _noun_mended(tokens: list[Token], tags: list[str], index: int) -> str:
    """The tag of what seems to be a noun at *index*: a verb, or as it was."""
    if _is_priced_before(tokens, tags, index):
        return "VBN" if tokens[index - 1].lower in functions("en")["perfect"] else "VB"
    if amounts(tokens, tags, index):
        tags[index - 1] = "NOUN" if tags[index - 1] == "ADJ" else tags[index - 1]  # "the cut amounts to"
        return "VERB"
    verbal = _is_finite(tokens, tags, index) or _moves(tokens, tags, index) or _shares(tokens, tags, index)
    return "VERB" if verbal else tags[index]


def _shares(tokens: list[Token], tags: Sequence[str], index: int) -> bool:
    """Whether a "noun" leads a name to its share and is the only verb there: "Orvale also accounts for 512 of the 940"."""
    if tags[index + 1 : index + 3] != ["ADP", NUMERAL] or tags[index - 1] not in ("PROPN", "ADV"):
        return False
    first = max((at + 1 for at in range(index) if tags[at] == "PUNCT"), default=0)
    last = next((at for at in range(index, len(tags)) if tags[at] == "PUNCT"), len(tags))
    cue = f"{tokens[index].lower} {tokens[index + 1].lower}"
    return cue in functions("en")["sharing_cues"] and _FINITE.isdisjoint(tags[first:last])


def _moves(tokens: list[Token], tags: Sequence[str], index: int) -> bool:
    """Whether a "noun" before a level is the only verb of its sentence: "the budget falls from 12 to 9 million"."""
    if tags[index - 1] not in _NOUNS or tags[index + 2 : index + 3] != [NUMERAL]:
        return False
    behind, classes = tokens[index + 1].lower, functions("en")
    if not any(behind in classes[name] for name in ("from_levels", "level_after", "change_after")) or not _FINITE.isdisjoint(tags):
        return False
    return tokens[index].lower.endswith("s") and lemma(tokens[index].lower, "VERB", "en") in functions("en")["changing"]


def _verb_mended(tokens: list[Token], tags: list[str], index: int) -> str:
    """The tag of what seems to be a verb at *index*: a name, a plural noun, a finite verb, or as it was."""
    token, mark, before = tokens[index], tags[index], tags[index - 1]
    if token.surface[0].isupper() and before in ("DET", "ADJ"):
        return "PROPN"  # "the Greens"
    if mark in ("VERB", "VB") and token.lower.endswith("s") and not token.lower.endswith("ss"):
        counted = (
            before == NUMERAL
            and tokens[index - 1].lower not in functions("en")["singular_numbers"]
            and not _ends_share(tokens, tags, index)
        )  # "38 matches": a plural subject takes "match"
        if counted or before in ("DET", "ADJ"):  # "most calls came"
            return "NOUNS"
        led = tags[index + 1 : index + 2] == ["VERB"] or _is_led(tags, index) or _is_object(tokens, tags, index)
        if before in ("NOUN", "PROPN") and _is_nominal(tokens[index]) and led:
            return "NOUNS"  # "Chimney fires fell", "came to the league matches"
    owned = before == "PART" and tokens[index - 1].surface[0] in "'’" and tokens[index - 1].start == tokens[index - 2].end
    if mark in ("VERB", "VB") and owned and index > 1 and _is_nominal(token) and tags[index + 1 : index + 2] in (["VERB"], ["AUX"]):
        return "NOUN"  # "teachers' pay rose"
    if mark == "VB" and before == "PROPN" and _is_only_nominal(token) and tags[index + 1 : index + 2] in (["VBN"], ["VB"]):
        tags[index + 1] = "VB"  # "did Hexley council cut"
        return "NOUN"
    if mark == "VB" and before == NUMERAL:
        return "VERB"  # "and 11 remain in hospital"
    if mark == "VERB" and tags[index + 1 : index + 2] == ["VBN"] and tags[index + 2 : index + 3] == [NUMERAL] and before == "NOUNS":
        tags[index + 1] = "VERB"
        return "VBN" if is_participle(token.lower) else mark  # "the number of people arrested reached 63"
    if mark == "VBN" and before in _NOUNS and tags[index + 1 : index + 2] == [NUMERAL] and _opens_relative(tokens, tags, index):
        return "VERB"  # "18 proposals, of which the ministry accepted 15 and rejected two"
    if mark == "VBN" and before == "CCONJ" and (_takes_object(tokens, tags, index) or _takes_name(tags, index)):
        return "VERB"  # "and discharged 1,150"
    if mark == "VBN" and before == "NOUN" and _goes_on_from_hyphen(tokens, tags, index):
        return "ADJ"
    if mark == "VBN" and tags[index + 1 : index + 2] in ([NUMERAL], ["DET"]) and _is_of_pronoun(tokens, tags, index):
        return "VERB"  # "says it repaired 140 leaks"
    if mark == "VBN" and before in _NOUNS and _is_told_by(tokens, tags, index):
        return "VERB"  # "the union says its strike delayed no more than 40 trains", "the club says at least 900 fish died"
    return mark


def _goes_on_from_hyphen(tokens: list[Token], tags: Sequence[str], index: int) -> bool:
    """Whether a participle stands between a word with a hyphen and the noun that both describe: "expects full-year adjusted profit"."""
    describing = index > 2 and is_hyphen(tokens, index - 2) and tags[index - 3] in ("ADJ", NUMERAL, "ADV")
    return describing and tags[index + 1 : index + 2] in (["NOUN"], ["NOUNS"], ["ADJ"], ["VBG"])


def _is_of_pronoun(tokens: list[Token], tags: Sequence[str], index: int) -> bool:
    """Whether a pronoun that opens a clause stands right before the word at *index*: no object, "found it closed", and no question."""
    words = functions("en")
    if tokens[index - 1].lower not in words["subject_pronouns"]:
        return False
    opened = index < 2 or tags[index - 2] in ("PUNCT", "CCONJ", "SCONJ")
    return opened or lemma(tokens[index - 2].lower, "VERB", "en") in words["speaking_verbs"]


def _opens_relative(tokens: list[Token], tags: Sequence[str], index: int) -> bool:
    """Whether nothing but the subject stands between "of which" and the word at *index*."""
    at = index - 1
    while at > 0 and tags[at] in _WITHIN_PHRASE and tokens[at].lower not in functions("en")["anaphors"]:
        at -= 1
    return at > 0 and tags[at - 1] == "ADP" and at < index - 1 and tokens[at].lower in functions("en")["anaphors"]


def _is_nominal(token: Token) -> bool:
    """Whether the lexicon has the word as a noun, too."""
    found = lexicon("en").opening([token])
    return found is not None and bool(found.kinds & Kinds.NOMINAL)


def _is_only_nominal(token: Token) -> bool:
    found = lexicon("en").opening([token])
    return found is not None and bool(found.kinds & Kinds.NOMINAL) and not found.kinds & Kinds.VERBAL


def _is_object(tokens: list[Token], tags: Sequence[str], index: int) -> bool:
    """Whether the word at *index* closes the object of a verb, which says nothing: "watched the home matches, up from 18,900"."""
    first = index
    while first and tags[first - 1] in ("NOUN", "ADJ"):
        first -= 1
    if first < 2 or tags[first - 1] != "DET" or tags[first - 2] != "VERB":
        return False
    ends = index + 1 >= len(tags) or tags[index + 1] in ("PUNCT", "ADP", "CCONJ")
    return ends and lemma(tokens[first - 2].lower, "VERB", "en") not in functions("en")["speaking_verbs"]


def _is_led(tags: Sequence[str], index: int) -> bool:
    """Whether the word at *index* closes a phrase behind an adposition, in a clause that has its verb."""
    first = index
    while first and tags[first - 1] in ("NOUN", "PROPN", "ADJ"):
        first -= 1
    if first < 3 or tags[first - 1] != "DET" or tags[first - 2] != "ADP":
        return False
    opened = max((at for at in range(first) if tags[at] in ("PUNCT", "CCONJ", "SCONJ")), default=-1)
    return "VERB" in tags[opened + 1 : first]


def _is_finite(tokens: list[Token], tags: list[str], index: int) -> bool:
    """Whether a "noun" must be the verb of its clause."""
    token, mark, before = tokens[index], tags[index], tags[index - 1]
    if mark == "PROPN":
        return before == "NOUNS" and token.surface.islower() and token.surface.isalpha()  # "400 teachers buy food"
    if tokens[index - 1].lower in functions("en")["sure_relatives"]:
        return index + 1 < len(tags) and tags[index + 1] in ("DET", NUMERAL)  # "the bridge, which cost $45 million"
    if mark == "NOUNS" and _ends_share(tokens, tags, index):
        return not _FINITE & set(tags)  # "one in ten spends"
    if token.lower in functions("en")["priced"] and _is_before_number(tags, index):
        return _is_priced(tokens, tags, index)
    if mark == "NOUNS" and (_amounts_to_number(tokens, tags, index) or _speaks_behind_aside(tokens, tags, index)):
        return True
    if mark == "NOUNS":
        wishes = index + 2 < len(tags) and tokens[index + 1].lower == "to" and tags[index + 2] == "VB"
        if wishes and before == "CCONJ" and lemma(token.lower, "VERB", "en") in functions("en")["planning"]:
            return bool(_FINITE & set(tags[:index]))  # "has handed out 40 nets and plans to hand out 20 more"
        return wishes and before in ("NOUN", "PROPN") and not _FINITE & set(tags)  # "the ministry plans to hire"
    return before == NUMERAL and _is_only_verb(tokens, tags, index)  # "of which 61 stand at sea"


def _speaks_behind_aside(tokens: list[Token], tags: list[str], index: int) -> bool:
    """Whether a "plural noun" behind a subject and words between commas is its verb: "the guild, for its part, puts growth at 5 %"."""
    opened = next((at for at in range(index - 2, 0, -1) if tokens[at].surface == ","), 0)
    relative = opened > 0 and tokens[opened + 1].lower in functions("en")["relatives"]  # "whose outflow enters the river"
    aside = tokens[index - 1].surface == "," and opened and (tags[opened + 1] == "ADP" or relative) and tags[opened - 1] in _NOUNS
    if not aside or lemma(tokens[index].lower, "VERB", "en") not in functions("en")["speaking_verbs"]:
        return False
    stop = next((at for at in range(index, len(tags)) if tags[at] == "PUNCT"), len(tags))
    return not _FINITE & {*tags[: opened if relative else index], *tags[index + 1 : stop]} and tags[index + 1 : index + 2] != ["CCONJ"]


def _amounts_to_number(tokens: list[Token], tags: list[str], index: int) -> bool:
    """Whether a "plural noun" says how much something is: behind a time, "the grant for 2023 amounts to 12 million", or with "for": "the
    capital, Larn, accounts for 21"."""
    joined = " ".join(token.lower for token in tokens[index : index + 2])
    if joined in functions("en")["sharing_cues"] and tags[index + 2 : index + 3] == [NUMERAL] and not _FINITE & set(tags[:index]):
        return True
    if tags[index - 1] != TIME or lemma(tokens[index].lower, "VERB", "en") not in functions("en")["amounting"]:
        return False
    at = index + 1 + (tokens[index + 1 : index + 2] != [] and tokens[index + 1].lower in functions("en")["told_as"])
    return not _FINITE & set(tags[:index]) and NUMERAL in tags[at : at + 2]


def _is_priced_before(tokens: list[Token], tags: list[str], index: int) -> bool:
    """Whether a "noun" stands as a verb between an auxiliary and a number: "has cost 14 million"."""
    priced = tokens[index].lower in functions("en")["priced"] and tags[index - 1] == "AUX"
    return priced and _is_before_number(tags, index)


def _is_before_number(tags: Sequence[str], index: int) -> bool:
    """Whether a number stands right behind, with or without the sign of a currency."""
    return NUMERAL in tags[index + 1 : index + 2] or list(tags[index + 1 : index + 3]) == ["SYM", NUMERAL]


def _is_priced(tokens: list[Token], tags: list[str], index: int) -> bool:
    """Whether a word before a number says what something costs: "a single ticket costs £2.40", "it opened in 1974 and cost £38 million"."""
    if len(tokens[index + 1].surface) == _YEAR and tokens[index + 1].surface.isdigit():
        return False  # "Running costs 2022: ..."
    if tags[index] == "NOUN" and tags[index - 1] == "CCONJ":
        return bool(_FINITE & set(tags[:index]))
    opened = max((at for at in range(index) if tags[at] in ("PUNCT", "CCONJ", "SCONJ", TIME) or _is_saying(tokens, tags, at)), default=-1)
    return tags[index - 1] in _NOUNS and not _FINITE & set(tags[opened + 1 : index])


def _is_told_by(tokens: list[Token], tags: Sequence[str], index: int) -> bool:
    """Whether what somebody says, with no other verb up to the next sign, is done by what stands before the word at *index*: to at least
    or at most so many, or by so many that nothing is done to but what this word says."""
    opened = next((at for at in range(index - 1, -1, -1) if _is_saying(tokens, tags, at)), -1)
    end = next((at for at in range(index + 1, len(tags)) if tags[at] in ("PUNCT", "CCONJ", "SCONJ")), len(tags))
    if (
        opened < 1
        or tags[opened - 1] == "PRON"
        or {"PUNCT", "CCONJ", "SCONJ"}.intersection(tags[opened:index])
        or _FINITE & set(tags[opened + 1 : end])
    ):
        return False
    leads = functions("en")["number_leads"]
    behind = next((at for at in range(index + 1, min(index + MAX_LEAD, end)) if tokens[at].lower not in leads), end)
    if tags[behind : behind + 1] == [NUMERAL]:
        return True
    counted = NUMERAL in tags[opened + 1 : index] and tags[index - 2 : index - 1] in ([NUMERAL], ["ADJ"])
    return counted and tokens[index].lower in functions("en")["befalls"]


def _is_saying(tokens: list[Token], tags: Sequence[str], at: int) -> bool:
    """Whether what somebody says may begin behind the word at *at*: "the council says repairs cost £4 million"."""
    return tags[at] == "VERB" and lemma(tokens[at].lower, "VERB", "en") in functions("en")["saying"]


def _is_said_of_number(tokens: list[Token], tags: list[str], index: int) -> bool:
    """Whether an "adjective" tells what happened to a number before it: "12 were delayed", "90 recovered and 7 relapsed"."""
    after = tags[index + 1] if index + 1 < len(tags) else ""
    if after in _NOUNS | {"ADJ", NUMERAL} or not is_participle(tokens[index].lower):
        return False
    at = index - 1
    while at > 0 and tags[at] == "ADV":
        at -= 1
    if tags[at] == "AUX" and tokens[at].lower in functions("en")["be"]:
        while at > 0 and tags[at] in ("AUX", "ADV"):
            at -= 1
        return NUMERAL in tags[max(at - _SUBJECT, 0) : at + 1]
    parted = at > 0 and (tags[at - 1] == "CCONJ" or tokens[at - 1].surface in ",;")
    return tags[at] == NUMERAL and parted and bool(_FINITE & set(tags[:at]))


def _tells_number(tokens: list[Token], tags: list[str], index: int) -> bool:
    """Whether an "adjective" before a number is the verb behind an apposition: "Free Voices, a charity, documented 140 detentions"."""
    if tokens[index - 1].surface != "," or tags[index + 1 : index + 2] != [NUMERAL] or not is_participle(tokens[index].lower):
        return False
    opened = next((at for at in range(index - 2, 0, -1) if tokens[at].surface == ","), 0)
    return opened > 0 and tags[opened - 1] in _NOUNS and not _FINITE & set(tags[:index])


def _participle_or_past(tags: Sequence[str], index: int) -> str:
    """What a word told of a number is: behind "be", or where that is left out ("5 were hurt and 7 killed"), a participle."""
    said = next((at for at in range(index - 1, -1, -1) if tags[at] in _FINITE), -1)
    return "VBN" if said >= 0 and (tags[said] == "AUX" or "VBN" in tags[said + 1 : index]) else "VERB"


def _ends_share(tokens: list[Token], tags: list[str], index: int) -> bool:
    """Whether a share such as "one in ten" stands right before."""
    return index > 2 and tags[index - 3 : index] == [NUMERAL] * 3 and tokens[index - 2].lower in functions("en")["share_joints"]


def _is_infinitive(tokens: list[Token], tags: list[str], index: int) -> bool:
    """Whether a "noun" between "to" and a determiner or number must be a verb; after a verb only: not "sent to committee 2"."""
    if index < 2 or tokens[index - 1].lower != "to" or not tokens[index].surface.islower():
        return False
    joined = tags[index - 2] == "CCONJ" and "VB" in tags[: index - 2]  # "plans to buy 9 boats and to drill 4 wells"
    if not joined and (tags[index - 2] not in _VERBS or (tags[index] == "ADJ" and not _can_be_verb(tokens, index))):
        return False
    return index + 1 < len(tags) and tags[index + 1] in ("DET", NUMERAL)


def _joins_infinitive(tokens: list[Token], tags: list[str], index: int) -> bool:
    """Whether a word behind "and" goes on from an infinitive: "plans to open 25 shops and close 12", "will train 9 and hire 4"."""
    if tags[index - 1] != "CCONJ" or "VB" not in tags[: index - 1] or index + 1 >= len(tags) or tags[index + 1] not in ("DET", NUMERAL):
        return False
    return tokens[index].surface.islower() and _can_be_verb(tokens, index)


def _can_be_verb(tokens: list[Token], index: int) -> bool:
    """Whether the lexicon has the word at *index* as the base form of a verb: "close", "open", "train"."""
    found = lexicon("en").mentions(tokens[index : index + 1], ["VB"])
    return bool(found) and bool(found[0].kinds & Kinds.VERBAL) and not tokens[index].lower.endswith("ed")


def _takes_object(tokens: list[Token], tags: list[str], index: int) -> bool:
    """Whether a number or determiner follows, as it does no passive: not "refused 42 times"."""
    if index + 2 >= len(tags) or tags[index + 1] not in (NUMERAL, "DET"):
        return False
    return tokens[index + 2].lower not in functions("en")["times"]


def _takes_name(tags: list[str], index: int) -> bool:
    """Whether a name is the object of what joins the verb before: "paid a fee and sold defender Luis Prado"."""
    named = tags[index + 1 : index + 3]
    return named in (["NOUN", "PROPN"], ["PROPN", "PROPN"]) and "VERB" in tags[: index - 1]


def _mend_opening(tokens: list[Token], tags: list[str]) -> None:
    """Read a first word before a verb as its subject, not as a command: "Wind accounted", "Pay rose", "Spending rises by"."""
    if len(tokens) < 3:
        return
    if tokens[0].lower in functions("en")["adverbs_as_adjectives"] and tags[1] in ("NOUN", "NOUNS"):
        tags[0] = "ADJ"  # "Overnight stays rose"
    if tags[0] == "ADV" and tokens[1].surface == "-" and tokens[0].end == tokens[1].start and tags[2] in ("NOUN", "NOUNS"):
        tags[0] = "ADJ"  # "First-dose coverage"
    if tags[0] == "VB" and tags[1] in ("VERB", "VBN", "AUX"):
        tags[0] = "NOUN"
    elif tags[0] == "VBG" and tokens[1].surface in ":–—":
        tags[0] = "NOUN"  # an entry of a list: "lightning: 97", "flooding – 4"
    elif tags[0] == "VBG" and tags[1] == "VERB" and tokens[1].lower in functions("en")["causing_cues"]:
        tags[0] = "NOUN"  # "Lightning caused 14 fires"
    elif tags[0] in ("VBG", "VB") and tags[1] in ("ADP", TIME) and _is_nominal(tokens[0]) and _leads_to_verb(tags):
        tags[0] = "NOUN"  # "Spending on parks is cut", "Revenue for the year was 3 million"
    elif tags[0] == "VBG" and tags[1] == "NOUNS" and tags[2] in ("ADP", "PART") and not _FINITE & set(tags):
        tags[0], tags[1] = "NOUN", "VERB"
    elif tags[0] == "ADV" and tags[1] == "ADP" and not tokens[0].lower.endswith("ly"):
        found = lexicon("en").mentions(tokens[:1])
        if found and found[0].kinds & Kinds.NOMINAL and not found[0].kinds & (Kinds.FOCUS | Kinds.RELATION | Kinds.QUANTIFIER):
            tags[0] = "NOUN"


def _leads_to_verb(tags: Sequence[str]) -> bool:
    """Whether nothing but what an adposition leads stands between the first word and a finite verb."""
    verb = next((at for at, mark in enumerate(tags) if mark in _FINITE), 0)
    return verb > 2 and all(mark in _WITHIN_PHRASE | {TIME} or (mark == "ADP" and at == 0) for at, mark in enumerate(tags[1:verb]))


def _is_only_verb(tokens: list[Token], tags: list[str], index: int) -> bool:
    """Whether a singular noun after a plural number must be the verb of a clause that has no other."""
    if tokens[index - 1].lower in functions("en")["singular_numbers"] or index + 1 >= len(tags) or tags[index + 1] != "ADP":
        return False
    first = max((at + 1 for at in range(index) if tags[at] == "PUNCT"), default=0)
    last = next((at for at in range(index, len(tags)) if tags[at] == "PUNCT"), len(tags))
    found = lexicon("en").mentions(tokens[index : index + 1], ["VERB"])
    verbal = bool(found) and bool(found[0].kinds & Kinds.VERBAL) and not found[0].kinds & (Kinds.UNIT | Kinds.QUANTITY)
    return verbal and not _FINITE & set(tags[first:last])


def _starts_clause(tags: Sequence[str], index: int) -> bool:
    """Whether a new subject and its verb follow: "... and four were", "... and the police arrested"."""
    size = len(tags)
    start = index
    while index < size and tags[index] in ("DET", "ADJ", NUMERAL, "ADV"):
        index += 1
    if index < size and tags[index] in _NOUNS | {"PRON"}:
        index += 1
    return start < index < size and tags[index] in _FINITE


def _mend_piece(tokens: list[Token], tags: list[str], first: int, last: int) -> None:
    """Give a piece without a finite verb the participle that can be one; make a "verb" between number and noun a participle."""
    for index in range(first + 1, last - 1):
        if tags[index] == "VERB" and tags[index - 1] == NUMERAL and tags[index + 1] == "NOUNS" and tokens[index].lower.endswith("ed"):
            inside = index - 2 >= first and tags[index - 2] in ("ADP", "DET")
            if inside or any(tags[other] in _FINITE for other in range(index + 2, last)):
                tags[index] = "VBN"  # "of 412,600 registered voters"
    finite = -1
    for index in range(first, last):
        if tags[index] in _FINITE:
            finite = index
            break
    if finite > first and tags[finite - 1] == "CCONJ":  # "distributed food to 800 people and drilled 37 wells"
        last = finite - 1
    elif finite >= 0:
        return
    for index in range(first, last):
        if _is_told_of_rest(tokens, tags, first, index) or (tags[index] == "VBN" and _can_be_finite(tokens, tags, first, index)):
            tags[index] = "VERB"
            break


def _is_told_of_rest(tokens: list[Token], tags: list[str], first: int, index: int) -> bool:
    """Whether an "adjective" behind the number of the rest is the verb of a sentence that has no other: "the remaining 549 concerned other
    bodies"."""
    size = index - first
    if size not in (2, 3) or tags[first:index] not in (["DET", "ADJ", NUMERAL], ["DET", NUMERAL], ["ADJ", NUMERAL]):
        return False
    stop = next((at for at in range(index, len(tokens)) if tokens[at].surface in ";.:"), len(tokens))
    alone = _FINITE.isdisjoint(tags[index:stop]) and tags[index + 1 : index + 2] in (["ADJ"], ["DET"])
    return alone and tags[index] in ("ADJ", "VBN") and tokens[index].lower.endswith("ed") and is_participle(tokens[index].lower)


def _can_be_finite(tokens: list[Token], tags: list[str], first: int, index: int) -> bool:
    """Whether a participle of the piece that begins at *first* can be its verb."""
    after = tokens[index + 1].lower if index + 1 < len(tokens) else ""
    after_tag = tags[index + 1] if index + 1 < len(tags) else ""
    if after in functions("en")["agent_adpositions"]:
        return False
    if index == first:  # behind an aside: "Reyes, the captain, scored 22"
        following = tokens[index + 2].lower if index + 2 < len(tokens) else ""
        return index > 1 and after_tag == NUMERAL and following not in functions("en")["times"]
    if tags[index - 1] not in _SUBJECTS:
        return False
    if tags[index - 1] == NUMERAL and after_tag == "NOUNS" and (index - 1 > first or tokens[index].lower.endswith("ed")):
        return False  # "41 of 45 elected councillors", but "two sent apologies"
    within = tags[first] == "ADP" and all(tags[other] in _WITHIN_PHRASE for other in range(first + 1, index))
    return not within  # "Of the 101 members elected"
