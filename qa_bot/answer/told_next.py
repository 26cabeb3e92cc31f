"""What a sentence that says "it" for what the one before names tells: of that, and of nothing else."""

from collections.abc import Iterator, Sequence

from qa_bot.answer.causes import with_cause
from qa_bot.answer.concepts import broader
from qa_bot.answer.evidence import titles_over
from qa_bot.answer.holders import parsed
from qa_bot.answer.named_causes import tells_again
from qa_bot.answer.readings import Reading, text_at
from qa_bot.answer.sights import sight
from qa_bot.answer.wanted import Item, wanted
from qa_bot.schema import Kind, Query, Span
from qa_bot.text.functions import functions
from qa_bot.text.lexicon import Kinds
from qa_bot.text.periods import find_periods
from qa_bot.text.syntax import Syntax
from qa_bot.text.tokens import tokenize

REACH = 3  # sentences back to which a row of pronouns is followed
FIRST = 3  # readings whose next sentence is looked at
_OF_DEEDS = frozenset({Kind.WHY, Kind.WHEN, Kind.WHO, Kind.WHERE})


def is_of_another_before(query: Query, reading: Reading) -> bool:
    """Return whether the sentence of *reading* says "it" for its subject and has nothing of what *query* asks about, nor have the sentence
    before, that tells what "it" is, and the titles over it: "Cargo was weak. It fell by a tenth" tells nothing of passengers."""
    if query.kind not in _OF_DEEDS or not _points_back(parsed(text_at(reading.passage, reading.sentence))):
        return False
    own, things = sight(text_at(reading.passage, reading.sentence)), _things(query)
    if own.language != query.language:
        return False
    said, owners = _words(reading, reading.sentence), functions(own.language)["possessives"]
    owned = [at for at in range(1, len(own.lowers)) if own.lowers[at - 1] in owners]  # "its roof" may be that of anything
    if any(_is_said(item, said.difference(*((own.stems[at], own.concepts[at]) for at in owned))) for item in things):
        return False
    unsaid = [item for item in things if not _is_said(item, said)]
    before = _before(reading) if query.kind is Kind.WHY else _earlier(reading)  # "he" may be somebody told of long before
    around = titles_over(reading).union(*(_words(reading, sentence) for sentence in before))
    return bool(unsaid) and not any(_is_said(item, around) for item in unsaid)


def told_next(query: Query, readings: Sequence[Reading]) -> Reading | None:
    """Return the sentence behind that of one of the first of *readings* which tells why "it" was done, where this one names all that is
    asked about: "Cargo was the weak spot. It fell by a tenth after Pelline had moved its flights"; None if none does."""
    if query.kind is not Kind.WHY or not query.slots.action:
        return None
    return next((found for reading in readings[:FIRST] if reading.topical for found in _behind(query, reading)), None)


def tells_no_time(query: Query, reading: Reading) -> bool:
    """Return whether it is asked when, and the sentence of *reading* names no time, not even by what else was then: "it had a bad year"."""
    if query.kind is not Kind.WHEN:
        return False
    text = text_at(reading.passage, reading.sentence)
    syntax = parsed(text)
    named = any(map(str.isdigit, text)) or bool(find_periods(text, 0, len(text), syntax.language))
    return not named and functions(syntax.language)["time_cues"].isdisjoint(token.lower for token in tokenize(text))


def _behind(query: Query, reading: Reading) -> Iterator[Reading]:
    passage = reading.passage
    after = next((sentence for sentence in passage.sentences if sentence.start >= reading.sentence.end), None)
    if after is None:
        return
    syntax = parsed(text_at(passage, after))
    if syntax.language != query.language or not _points_back(syntax) or not tells_again(query, passage, after):
        return
    if any(mention.kinds & Kinds.NEGATOR for mention in syntax.mentions) != (query.polarity is False):
        return
    things, named = _things(query), _words(reading, reading.sentence)
    around = named | _words(reading, after) | titles_over(reading)
    if not all(_is_said(item, around) for item in things) or not any(_is_said(item, named) for item in things):
        return
    told = reading._replace(sentence=after, short=after, answerable=True, missing=())
    caused = with_cause(told, syntax.language)
    if caused is not None:
        yield caused
    elif _gives_cause(syntax):
        yield told


def _points_back(syntax: Syntax) -> bool:
    """Whether the first subject is a pronoun, what is its, "its roof", or a number of nobody knows what: "Volumes fell"."""
    group = next((group for group in syntax.verbs if group.finite), None)
    stop = group.first if group is not None else len(syntax.tokens)
    words = syntax.words
    lowers = [token.lower for token in syntax.tokens[: stop + 1]]
    if not words["pointing_back"].isdisjoint(lowers):
        return True
    phrase = next((phrase for phrase in syntax.phrases if phrase.last <= stop), None)
    mention = syntax.mention_at(phrase.head) if phrase is not None else None
    bare = phrase is not None and phrase.last - phrase.first <= 2 and phrase.adposition < 0
    return bare and mention is not None and bool(mention.kinds & Kinds.CARRIER)


def _gives_cause(syntax: Syntax) -> bool:
    """Whether a clause behind the verb tells what came before, "after Pelline had moved its flights", or explains: "not done: ..."."""
    main = next((group for group in syntax.verbs if group.finite), None)
    if main is None:
        return False
    later = [group for group in syntax.verbs if group.finite and group.first > main.last]
    between = {syntax.tokens[at].lower for group in later for at in range(main.last, group.first)}
    behind = {token.lower for token in syntax.tokens[main.last : main.last + 2]}  # "stepped down over a dispute"
    return not between.isdisjoint(syntax.words["cause_told"]) or not behind.isdisjoint(syntax.words["cause_behind"])


def _things(query: Query) -> list[Item]:
    return [item for item in wanted(query).items if not item.verb and not item.light]


def _earlier(reading: Reading) -> list[Span]:
    return [sentence for sentence in reading.passage.sentences if sentence.end <= reading.sentence.start]


def _before(reading: Reading) -> Iterator[Span]:
    """The sentence before that of *reading*, and while one only points back those before it."""
    for sentence in reversed(_earlier(reading)[-REACH:]):
        yield sentence
        if not _points_back(parsed(text_at(reading.passage, sentence))):
            return


def _words(reading: Reading, sentence: Span) -> set[str]:
    seen = sight(text_at(reading.passage, sentence))
    concepts = {concept for concept in seen.concepts if concept is not None}
    return concepts.union(*map(broader, concepts), seen.stems)


def _is_said(item: Item, words: set[str] | frozenset[str]) -> bool:
    return item.stem in words or item.concept in words
