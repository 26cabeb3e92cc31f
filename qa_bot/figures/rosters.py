"""Lists of names with their numbers: "Top scorers: Birk (Skarn) 142 goals, Holm 131"; "Birk scored 142, followed by Holm on 131"."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from qa_bot.figures.actors import subject_of
from qa_bot.figures.draft import Draft, Slots
from qa_bot.figures.sorts import grouped_whole
from qa_bot.schema import Measure
from qa_bot.text.functions import directions
from qa_bot.text.nominals import entity_terms, unit_of
from qa_bot.text.numbers import Number, NumberKind
from qa_bot.text.syntax import NUMERAL, TIME, Phrase, Syntax

_NOUNS = frozenset({"NOUN", "NOUNS", "PROPN"})
_WIDEST_ASIDE = 6  # tokens in the brackets behind a name: "(HC Strale)"
_WIDEST_NOUN = 3  # and of what stands behind a number: "187 league goals"
_SEPARATORS = frozenset(",;")
_LINKS = frozenset(":-–—")
_QUOTES = frozenset('«»“”"„‘’')


class Entry(NamedTuple):
    """A name, tokens *first* to *last*, and the number that begins at *number*; *placed*: the first name is behind "in" or "to"."""

    first: int
    last: int
    number: int
    placed: bool
    leads: bool  # the list begins with it


def rosters(syntax: Syntax, numbers: Sequence[Number]) -> Mapping[int, Entry]:
    """Return the entries of the lists of names with numbers in a sentence, by the token at which each number begins."""
    found: dict[int, Entry] = {}
    for run in _runs(syntax, numbers):
        lead = run[0]
        earlier = [number for number in numbers if number.last <= lead.first]
        goes_on = bool(earlier) and _is_ranked_on(syntax, lead, earlier[-1])
        if goes_on or (len(run) > 1 and not earlier and _has_noun(syntax, run, numbers)):  # "45 boats: Lakeside - 30 ...": parts
            found.update({entry.number: entry._replace(leads=entry is lead and not goes_on, placed=lead.placed) for entry in run})
    return found


def _runs(syntax: Syntax, numbers: Sequence[Number]) -> Iterator[list[Entry]]:
    """The entries that follow one another with nothing but a sign, an "and" or "followed by" between."""
    run: list[Entry] = []
    end = 0  # of what belongs to the last entry
    for number in numbers:
        entry = _entry(syntax, number)
        if entry is None or not (run and _is_joined(syntax, end, entry.first)):
            if run:
                yield run
            run = []
        if entry is not None:
            run.append(entry)
            end = _end(syntax, number)
    if run:
        yield run


def _entry(syntax: Syntax, number: Number) -> Entry | None:
    """The entry that *number* closes, None where no name stands right before it."""
    tokens, at, bracketed = syntax.tokens, number.first - 1, False
    if number.kind is not NumberKind.CARDINAL or number.in_words or number.upper is not None or at < 0:
        return None
    if tokens[at].surface == "(":
        if ")" not in [token.surface for token in tokens[number.last : number.last + _WIDEST_NOUN]]:
            return None
        at, bracketed = at - 1, True
    else:
        at -= tokens[at].surface in _LINKS or tokens[at].lower in syntax.words["roster_links"]
        if at > 0 and tokens[at].surface == ")":
            opened = next((back for back in range(at - 1, max(at - _WIDEST_ASIDE, 0), -1) if tokens[back].surface == "("), -1)
            if opened < 0 or NUMERAL in syntax.tags[opened:at]:
                return None
            at = opened - 1
    first = _name_start(syntax, at)
    if first is None or (tokens[at].lower in syntax.words["labels"] and not bracketed):
        return None
    before = tokens[first - 1] if first else None
    placed = before is not None and before.lower in syntax.words["place_adpositions"] | syntax.words["level_after"]
    return Entry(first, at + 1, number.first, placed, leads=False)


def _name_start(syntax: Syntax, at: int) -> int | None:
    """Where the name begins whose last word is token *at*; None where that has no capital."""
    tokens = syntax.tokens
    first: int | None = None
    while at >= 0 and syntax.tags[at] not in (TIME, NUMERAL):
        token = tokens[at]
        if token.surface[0].isupper() and token.surface[0].isalpha():
            first = at
        elif first is None and token.surface not in _QUOTES:
            break
        elif not (token.lower in syntax.words["name_particles"] or token.surface in _QUOTES or token.lower in ("'s", "&", "-", ".")):
            break
        at -= 1
    while first is not None and first and (tokens[first - 1].surface in _QUOTES or syntax.tags[first - 1] == "DET"):
        first -= 1
    return first


def _end(syntax: Syntax, number: Number) -> int:
    """The token behind what *number* counts and a bracket around it."""
    at = number.last
    while at < min(number.last + _WIDEST_NOUN, len(syntax.tags)) and (
        syntax.tags[at] in _NOUNS | {"ADJ"} and syntax.tokens[at].surface.islower()
    ):
        at += 1
    return at + (at < len(syntax.tokens) and syntax.tokens[at].surface == ")")


def _is_joined(syntax: Syntax, last: int, first: int) -> bool:
    between = [token.lower for token in syntax.tokens[last:first]]
    if not between:
        return False
    left = [word for word in between if word not in _SEPARATORS]
    joined = " ".join(left)
    return (
        not left
        or joined in syntax.words["ranked_next"] - {""}
        or all(mark in ("CCONJ", "ADV", "PUNCT", "DET") for mark in syntax.tags[last:first])
    )


def _is_ranked_on(syntax: Syntax, entry: Entry, before: Number) -> bool:
    """Whether "followed by" leads to *entry*, whose number stands in no brackets, from the number *before* it."""
    said = " ".join(token.lower for token in syntax.tokens[before.last : entry.first])
    next_ = any(f" {said} ".endswith(f" {words} ") for words in syntax.words["ranked_next"] - {""})
    return next_ and syntax.tokens[entry.number - 1].surface != "("


def _has_noun(syntax: Syntax, run: Sequence[Entry], numbers: Sequence[Number]) -> bool:
    """Whether something says what the numbers of a list count: a noun behind one, or a plural before the list."""
    behind = [number.last for number in numbers if number.first in {entry.number for entry in run}]
    if any(_plural_at(syntax, at) is not None for at in behind):
        return True
    opener, bracketed = run[0].first - 1, syntax.tokens[run[0].number - 1].surface == "("
    sure = bracketed or (opener >= 0 and syntax.tokens[opener].surface == ":")  # but "The planes are Boeing 737 and Airbus 320"
    return sure and _headed(syntax, run[0].first) is not None


def _plural_at(syntax: Syntax, at: int) -> Phrase | None:
    phrase = syntax.phrase_at(at) if at < len(syntax.tags) else None
    return phrase if phrase is not None and phrase.head >= at and syntax.tags[phrase.head] == "NOUNS" else None


def _headed(syntax: Syntax, first: int) -> Phrase | None:
    """The last plural noun before a list that begins at token *first*, behind a colon or a verb that only says who they are."""
    before = [phrase for phrase in syntax.phrases if phrase.last <= first and phrase.adposition < 0]
    plural = [
        phrase
        for phrase in before
        if syntax.tags[phrase.head] == "NOUNS" and syntax.tokens[phrase.head].lower not in syntax.words["labels"]
    ]
    colon = first > 0 and syntax.tokens[first - 1].surface == ":"
    verbs = [group for group in syntax.verbs_in(0, first) if group.chain and group.finite]
    free = not verbs or (first > 0 and syntax.tags[first - 1] == "ADP")
    return plural[-1] if plural and (colon or free) else None


def take_entry(draft: Draft, entry: Entry, before: Sequence[Draft]) -> None:
    """Give *draft* the name of its *entry* for its doer or place, and what it counts where only the list, among *before*, says it."""
    syntax = draft.unit.syntax
    same = [other for other in before if other.unit is draft.unit and other.measure is draft.measure]
    own = draft.noun is not None and draft.noun.first >= draft.last
    base = Slots()
    if own:
        base = replace(draft.slots, action=None, action_terms=(), place=None, place_terms=(), reason=None, reason_terms=())
    elif same and not entry.leads:
        base, draft.counts, draft.whole = same[-1].slots, same[-1].counts, same[-1].whole
    elif (whole := grouped_whole(draft, before)) is not None:
        base, draft.counts, draft.whole = whole.slots, whole.counts, whole
        draft.scope_quotes.append(whole.unit.span)
    elif (phrase := _headed(syntax, entry.first)) is not None:
        told = next((other for other in reversed(before) if other.measure is draft.measure and other.slots.head), None)
        if told is not None and syntax.lemma(phrase.head) in syntax.words["groupings"]:
            base = replace(base, head=told.slots.head, counted=told.slots.counted, counted_terms=told.slots.counted_terms)
            draft.counts = told.counts  # "1,017 entrants came from abroad. The largest groups were from India (228)"
        else:
            _count(draft, base, syntax, phrase)
    deed = same[-1].slots if same and not entry.leads else base
    slots = replace(base, action=deed.action, action_terms=deed.action_terms, actor=None, actor_terms=(), place=None, place_terms=())
    quoted = syntax.tokens[entry.first].surface in _QUOTES
    name = syntax.slice(entry.first + (syntax.tags[entry.first] == "DET"), entry.last).strip('«»“”"„ ')
    states = entity_terms(syntax, entry.first, entry.last)
    terms = states or tuple(dict.fromkeys(term for term in syntax.concepts[entry.first : entry.last] if term is not None))
    if quoted:
        draft.slots = replace(slots, counted_terms=tuple(dict.fromkeys((*slots.counted_terms, *terms))))
    elif draft.whole is not None and states and (way := _way(syntax)) is not None:
        draft.slots = replace(slots, direction=f"{way} {name}", direction_terms=tuple(f"{way}:{state}" for state in states))
    elif entry.placed or states:
        draft.slots = replace(slots, place=name, place_terms=terms)
    else:
        draft.slots = replace(slots, actor=name, actor_terms=terms)
    draft.row, draft.verb = name, None


def _way(syntax: Syntax) -> str | None:
    """The way that the list tells of its names: "were from India (228), China (196)"."""
    ways = directions(syntax.language)
    leading = [phrase for phrase in syntax.phrases if phrase.adposition >= 0 and entity_terms(syntax, phrase.first, phrase.last)]
    return ways.get(syntax.tokens[leading[0].adposition].lower) if leading else None


def _count(draft: Draft, slots: Slots, syntax: Syntax, phrase: Phrase) -> None:
    first = phrase.first
    if _is_of_doers(syntax, phrase):
        draft.counts = None
        deed = syntax.concepts[phrase.head] or ""
        slots.action_terms = (deed,) if syntax.lexicon.action(deed) is not None else ()
        thing = next((at for at in range(phrase.head - 1, first - 1, -1) if syntax.tags[at] == "NOUN"), -1)
        if thing >= 0 and (concept := syntax.concepts[thing]) is not None:  # "Leading goal scorers": goals
            slots.counted, slots.head, draft.counts = f"{syntax.tokens[thing].lower}s", (concept,), syntax.lemma(thing)
        return
    while first < phrase.head and (syntax.tags[first] == "DET" or syntax.tokens[first].lower in syntax.words["most"]):
        first += 1
    head = syntax.concepts[phrase.head]
    slots.counted = syntax.slice(first, phrase.last)
    slots.head = (head,) if head is not None else ()
    slots.counted_terms = tuple(term for term in syntax.concepts[first : phrase.head] if term is not None)
    draft.counts = unit_of(syntax, phrase.head) if draft.measure is Measure.COUNT else draft.counts


def _is_of_doers(syntax: Syntax, phrase: Phrase) -> bool:
    """Whether the noun names the first of those who do something, and so nothing that is counted: "top scorers", "largest investors"."""
    told = {syntax.tokens[at].lower for at in range(max(phrase.first - 1, 0), phrase.last)}
    doers = unit_of(syntax, phrase.head) == "person" or syntax.lemma(phrase.head).endswith(("er", "or"))
    return doers and not told.isdisjoint(syntax.words["foremost"])


def take_bearer(draft: Draft) -> None:
    """Give a figure that a name is said to have been something "with" the name for its doer: "Malin had been the best with 201 goals"."""
    syntax, slots = draft.unit.syntax, draft.slots
    if draft.lead < 0 or syntax.tokens[draft.lead].lower not in syntax.words["roster_links"] or syntax.language != "en":
        return
    clause = syntax.clause_at(draft.first)
    groups = syntax.verbs_in(clause.first, draft.lead)
    if slots.actor_terms or slots.place_terms or slots.action_terms or not groups or groups[-1].chain or not groups[-1].finite:
        return
    doer = subject_of(syntax, groups[-1], clause)
    if doer is not None and syntax.tags[doer.head] == "PROPN":
        terms = tuple(term for term in syntax.concepts[doer.first : doer.last] if term is not None)
        draft.slots = replace(slots, actor=syntax.slice(doer.first, doer.last), actor_terms=terms)
