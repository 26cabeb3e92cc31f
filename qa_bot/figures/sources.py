"""Speakers named as sources: "according to the league", "by its own count", "in the minister's view"."""

from collections.abc import Iterator
from typing import NamedTuple

from qa_bot.figures.name_ends import quoted_end
from qa_bot.figures.speakers import Sort, Voice, are_people, speaker
from qa_bot.figures.subjects import part_around, right_end
from qa_bot.text.lexicon import Kinds
from qa_bot.text.morphology import nominative, readings
from qa_bot.text.syntax import TIME, Phrase, Syntax, VerbGroup

_SOURCE = int(Kinds.SOURCE)  # a plain number for the loop over mentions, where flags are slow
LINE = 16  # tokens: who speaks in a record is named before a colon that close to its opening
REACH = 5  # tokens behind a verb in which the number stands that it gives: "was put at about 310"
MAX_GIVERS = 2  # "the results of a poll by the institute" is the institute's word


class Attribution(NamedTuple):
    """A speaker named in a sentence; *forward*: it covers what follows token *last*, else what stands before token *first*.

    *carries*: it is speech, so that the sentences after it may go on with it; a demand or a measurement is not.
    """

    voice: Voice
    first: int
    last: int
    forward: bool
    carries: bool = True


def sources(syntax: Syntax) -> Iterator[Attribution]:
    """Yield the sources that the sentence names."""
    covered: set[int] = set()
    for mention in syntax.mentions:
        if not mention.kinds._value_ & _SOURCE:
            continue
        covered.update(range(mention.first, mention.last))
        words = [token.lower for token in syntax.tokens[mention.first : mention.last]]
        begin, case = inside(syntax, mention.last, _case(words, syntax))
        found = _named(syntax, mention.first, begin, case)
        if found is not None:
            aside = _is_estimate(syntax, mention.first, mention.last) or _is_of_relative(syntax, mention.first)
            yield found._replace(carries=not aside)
    for index, token in enumerate(syntax.tokens[:-2]):
        if token.lower in syntax.words["source_openers"] and index not in covered:
            found = _owned(syntax, index)
            if found is None:
                found = _told_by(syntax, index) or _by_statistics(syntax, index) if syntax.language == "ru" else _viewed(syntax, index)
            if found is not None:
                yield found._replace(carries=not _is_estimate(syntax, index, found.last))


def _is_estimate(syntax: Syntax, first: int, last: int) -> bool:
    """Whether the source is an estimate of one thing, with which nothing else goes on: "by the union's estimate"."""
    nouns = syntax.words["estimates"]
    return any(syntax.tokens[at].lower in nouns or syntax.lemma(at) in nouns for at in range(first, last))


def _is_of_relative(syntax: Syntax, first: int) -> bool:
    """Whether the source is set into a relative clause, with which nothing else goes on: "which, according to the mayor, had leaked"."""
    before = first - 1 - (first > 0 and syntax.tokens[first - 1].surface == ",")
    return before > 0 and syntax.tokens[before].lower in syntax.words["plain_relatives"]


def counts(syntax: Syntax) -> Iterator[Attribution]:
    """Yield whose count says a number that its verb gives: "the ministry's count of evictions was 310", "our estimate is 420"."""
    for phrase in syntax.phrases:
        if phrase.adposition >= 0 or not _is_source_noun(syntax, phrase.head):
            continue
        group = next((group for group in syntax.verbs if group.first >= phrase.last), None)
        if group is None or "NUM" not in syntax.tags[group.last : group.last + REACH] or not _only_is(syntax, group):
            continue
        mark = _owner_mark(syntax, phrase) or phrase.head
        own = syntax.tokens[phrase.first].lower in syntax.words["first_persons"]
        voice = speaker(syntax, phrase.first, mark) if mark < phrase.head or own else None
        if voice is not None and (voice.body or voice.sort in (Sort.PERSON, Sort.SELF)):
            yield Attribution(voice, phrase.first, group.last, True)


def _only_is(syntax: Syntax, group: VerbGroup) -> bool:
    """Whether the verb says what something amounts to: "was 310", "stood at 310"."""
    return not group.chain or syntax.lemma(group.chain[-1]) in syntax.words["predicates"]


def turns(syntax: Syntax) -> Iterator[Attribution]:
    """Yield who speaks in a record: "The Minister of Mines, Ms Ada Thole: In 2023 we closed 12 pits"."""
    colon = next((at for at in range(min(len(syntax.tokens), LINE)) if syntax.tokens[at].surface == ":"), 0)
    if not colon or any(mark in ("VERB", "AUX", "NUM", "VB") for mark in syntax.tags[:colon]):
        return
    if not any(group.finite and group.first > colon for group in syntax.verbs):
        return
    voice = speaker(syntax, 0, colon)
    courteous = any(token.lower in syntax.words["courtesies"] for token in syntax.tokens[:colon])
    if voice is not None and voice.sort is Sort.PERSON and voice.named and (voice.role or courteous):
        yield Attribution(voice, 0, colon + 1, True)


def _named(syntax: Syntax, first: int, begin: int, case: str | None) -> Attribution | None:
    stop = _before_asking(syntax, begin, right_end(syntax, begin))
    giver = giver_of(syntax, begin, stop)
    done = giver[0] != begin and syntax.tags[giver[0] - 1] == "VBN"  # "проведённого советом"
    voice = speaker(syntax, *giver, "ablt" if done else "gent" if giver[0] != begin else case)
    if voice is None:
        return None
    if voice.body or voice.sort is not Sort.ORGANISATION or syntax.language == "ru" or voice.name[:1].isupper():
        return _sourced(syntax, voice, first, max(stop, giver[1]))
    return None


def _before_asking(syntax: Syntax, first: int, last: int) -> int:
    """Where a name ends before what tells whom it answered: "the Ministry's answer [to our request]"."""
    own = syntax.words["first_persons"]
    led = (index for index in range(first + 1, last - 1) if syntax.tags[index] == "ADP" and syntax.tokens[index + 1].lower in own)
    return next(led, last)


def _owned(syntax: Syntax, index: int) -> Attribution | None:
    """ "By its own count", "по его словам", "by our reckoning"."""
    self = syntax.tokens[index + 1].lower in syntax.words["first_persons"]
    if not self and syntax.tokens[index + 1].lower not in syntax.words["possessives"]:
        return None
    at = index + 2
    while at < len(syntax.tokens) - 1 and (syntax.tags[at] == "ADJ" or syntax.tokens[at].lower in syntax.words["own"]):
        at += 1
    if not _is_source_noun(syntax, at):
        return None
    lower = syntax.tokens[index + 1].lower
    sort = Sort.SELF if self else Sort.ORGANISATION if lower in syntax.words["possessive_bodies"] else Sort.PERSON
    return _sourced(syntax, Voice(syntax.tokens[index + 1].surface, None, None, sort, False), index, at + 1)


def _told_by(syntax: Syntax, index: int) -> Attribution | None:
    """ "По прогнозу экспертов", "по результатам опроса института"."""
    at = index + 1
    while at < len(syntax.tokens) - 1 and syntax.tags[at] in ("ADJ", "VBN"):
        at += 1
    phrase = syntax.phrase_at(at + 1) if at + 1 < len(syntax.tokens) else None
    follows = (phrase is not None and phrase.first == at + 1) or quoted_end(syntax, at + 1) > at + 1
    if not _is_source_noun(syntax, at) or not follows:
        return None
    found = _named(syntax, index, at + 1, "gent")
    if found is not None and syntax.lemma(at) in syntax.words["rosters"] and are_people(syntax, found.voice.head):
        return None  # «по спискам избирателей» is not their word
    return found if found is not None and (found.voice.sure or found.voice.sort is Sort.PERSON) else None


def _by_statistics(syntax: Syntax, index: int) -> Attribution | None:
    """«По судебной статистике»: by the count of the body that the adjective is of, else of nobody by name, «по официальной статистике»."""
    at = index + 1
    while at < len(syntax.tokens) - 1 and syntax.tags[at] in ("ADJ", "VBN"):
        at += 1
    words = [token.lower for token in syntax.tokens[index + 1 : at + 1]]
    if at == index + 1 or syntax.lemma(at) not in syntax.words["statistics_nouns"] or any(map(_may_be_done, words[:-1])):
        return None
    bodies = dict(pair.split() for pair in syntax.words["bodies_of_adjectives"] if pair)
    body = next((bodies[lemma] for i in range(index + 1, at) if (lemma := syntax.lemma(i)) in bodies), None)
    name = body or " ".join(nominative(words, "datv"))
    return _sourced(syntax, Voice(name, None, None, Sort.ORGANISATION, body is None, head=body or ""), index, at + 1)


def _may_be_done(word: str) -> bool:
    """Whether a Russian adjective is a participle, too, which says whose nothing is: «по собранной статистике»."""
    return any(reading.form.tag in ("VBN", "VBG") for reading in readings(word))


def _viewed(syntax: Syntax, index: int) -> Attribution | None:
    """ "In the minister's view", "by the union's count"."""
    phrase = syntax.phrase_at(index + 1)
    if phrase is None or phrase.first != index + 1 or not _is_source_noun(syntax, phrase.head):
        return None
    mark = _owner_mark(syntax, phrase)
    voice = speaker(syntax, phrase.first, mark) if mark is not None else None
    return _sourced(syntax, voice, index, phrase.last) if voice is not None else None


def _owner_mark(syntax: Syntax, phrase: Phrase) -> int | None:
    """The sign behind whose count or view it is: of "the drivers' union's estimate" the second one."""
    return next((at for at in range(phrase.head - 1, phrase.first, -1) if syntax.tokens[at].lower in ("'s", "'")), None)


def _is_source_noun(syntax: Syntax, index: int) -> bool:
    nouns = syntax.words["source_nouns"]
    return syntax.tokens[index].lower in nouns or syntax.lemma(index) in nouns


def inside(syntax: Syntax, index: int, case: str | None) -> tuple[int, str | None]:
    """Return the token after the "в" of "сообщили в министерстве" at *index*, and the case that it asks for."""
    if index < len(syntax.tokens) and syntax.tokens[index].lower in syntax.words["speaking_places"]:
        return index + 1, "loct"
    return index, case


def _sourced(syntax: Syntax, voice: Voice, first: int, last: int) -> Attribution:
    """ "According to X, ..." leads into what follows; "..., according to X" closes what stands before."""
    before = first == 0 or all(
        syntax.tags[index] in ("PUNCT", "CCONJ", "SCONJ", "ADV", TIME) for index in range(part_around(syntax, first)[0], first)
    )
    then = syntax.tokens[last].surface if last < len(syntax.tokens) else "."
    opener = first - 1 - (first > 1 and syntax.tokens[first - 1].surface == ",")
    if first and syntax.tokens[opener].lower in syntax.words["complementisers"]:
        return Attribution(voice, first, last, True)  # "he said that, by his count, ..."
    if first and syntax.tags[first - 1] == "PUNCT" and then not in ",.;" and "NUM" in _behind(syntax, last):
        return Attribution(voice, first, last, True)  # "by the ministry's count 83 %, by ours only 55 %"
    led = first > 0 and syntax.tags[first - 1] in ("PUNCT", "SCONJ", "CCONJ") and then not in ".;" and not _numbered(syntax, first)
    return Attribution(voice, first, last, before or led)


def _behind(syntax: Syntax, first: int) -> list[str]:
    """The tags from token *first* to the next comma or semicolon."""
    stop = next((index for index in range(first, len(syntax.tokens)) if syntax.tokens[index].surface in ",;"), len(syntax.tokens))
    return syntax.tags[first:stop]


def _numbered(syntax: Syntax, stop: int) -> bool:
    return any(syntax.tags[index] == "NUM" for index in range(part_around(syntax, stop - 1)[0], stop))


def _case(words: list[str], syntax: Syntax) -> str | None:
    """The Russian case that a source cue asks for."""
    if syntax.language != "ru" or words[0] == "как":
        return None
    return {"на": "accs", "согласно": "datv", "в": "loct"}.get(words[-1], "gent")


def giver_of(syntax: Syntax, first: int, stop: int) -> tuple[int, int]:
    """Return the tokens that name whom information comes from: "the information provided by the ministry", "a count by the union",
    "data of the bank"; *first* and *stop* themselves when it names nobody else."""
    for _ in range(MAX_GIVERS):
        inner = _giver(syntax, first, stop)
        if inner == (first, stop):
            break
        first, stop = inner
    return first, stop


def _giver(syntax: Syntax, first: int, stop: int) -> tuple[int, int]:
    """Whom information comes from: "the information provided by the ministry", "a count by the union", "data of the bank"."""
    phrase = syntax.phrase_at(first)
    if phrase is None or phrase.last >= len(syntax.tokens):
        return first, stop
    heads = {syntax.tokens[phrase.head].lower, syntax.lemma(phrase.head)}
    if not heads & (syntax.words["speaking_texts"] | syntax.words["source_nouns"]):
        return first, stop
    if syntax.tokens[phrase.first].lower in syntax.words["first_persons"]:
        return first, stop  # "our own survey of 40 plots"
    index = phrase.last
    if syntax.tags[index : index + 2] == ["PUNCT", "VBN"]:
        index += 1  # "опроса, проведённого советом"
    while index < len(syntax.tokens) and syntax.tags[index] in ("VBN", "ADV", "ADP"):
        index += 1
    giver = syntax.phrase_at(index) if index < len(syntax.tokens) else None
    if giver is not None and giver.first < index and syntax.tags[giver.first] == "VBN":
        giver = giver._replace(first=index)
    if giver is None or giver.first != index or (index == phrase.last and syntax.language != "ru"):
        return first, stop
    if TIME in syntax.tags[giver.first : giver.last]:
        return first, stop
    return index, _before_asking(syntax, index, max(right_end(syntax, index), giver.last))
