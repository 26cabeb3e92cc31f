"""What a document says of its other figures: a name or a deed that it gives to one of them is not meant where it gives another."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from qa_bot.answer.concepts import broader, is_action, is_person
from qa_bot.schema import Basis, Figure, Kind, Measure, Query
from qa_bot.text.functions import functions, known_by
from qa_bot.text.kept import kept
from qa_bot.text.lexicon import lexicon

FATES = functions("en")["fates"]
AVERAGE = "average"  # the concept
CALAMITIES = functions("en")["calamities"]
SEVERAL = 2  # sentences that tell of an event make a text on it
HEADS = functions("en")["heads"]
MAX_FIGURES = 10_000  # whose roles are kept: some 10 MB when full
NEXT_SENTENCE = 2  # characters between a sentence and the next one of its paragraph
_NAMED = frozenset({"actor", "place"})
# The roles in which a word of the question, by its slot there, can stand with another figure.
_ROLES = {"counted": frozenset({"head"}), "action": frozenset({"action"}), "other": _NAMED}


class Rivals:
    """The figures of one document by what stands in each role: head, action, actor, place, behind each preposition."""

    def __init__(self, figures: Sequence[Figure]) -> None:
        self._figures = figures

    def have(self, term: str, slot: str, figure: Figure, *, phrases: bool) -> bool:
        """Return whether *term*, asked in *slot*, has a role in another figure of the document which in *figure* something else has.

        With *phrases* also behind a preposition: who asks for those vaccinated against flu does not ask for "vaccinated against measles".
        Of doers and places only names tell: "the club" may stand for any that was named before.
        """
        held = roles_of(figure)
        for role, named in self._places.get(term, {}).items():
            own = held.get(role)
            if not (role in _ROLES[slot] or (phrases and role.endswith(":"))) or own is None or term in own:
                continue
            if role in _NAMED and (not (named and _is_name(getattr(figure, role))) or self._is_called_short(term, figure)):
                continue
            if role == "action" and not any(is_action(other) for other in own):
                continue
            if not any(term in broader(other) for other in own):
                return True
        return False

    def beside(self, figure: Figure) -> Sequence[Figure]:
        """Return the other figures of the sentence."""
        return [other for other in self._figures if other.quote == figure.quote and other.figure_id != figure.figure_id]

    def name_next(self, term: str, figure: Figure) -> bool:
        """Return whether a later sentence of the passage names *term* for where, or who, of its own figures: "Medicine had 4,310
        applications. Law had 3,120"."""
        for other in self._figures:
            if other.passage_id != figure.passage_id or other.quote.start <= figure.quote.start or other.label is not None:
                continue
            if any(term in getattr(other.terms, role) and _is_name(getattr(other, role)) for role in _NAMED):
                return True
        return False

    def share_beside(self, term: str, figure: Figure) -> bool:
        """Return whether *term* is what another share of the sentence is of, or makes it up, and *figure* is a share of its own: "council
        tax is 42% of income; grants make up 35%"."""
        if figure.measure is not Measure.SHARE or term in _named_by(figure):
            return False
        beside = (other for other in self._figures if other.quote == figure.quote and other.unit == figure.unit)
        return any(term in _named_by(other) for other in beside)

    def do_beside(self, term: str, figure: Figure) -> bool:
        """Return whether *term* is who did what the sentence tells of other such things, and of *figure* it tells nothing: "of 25 seats the
        socialists won 6"."""
        own = figure.terms
        if own.actor or own.action or figure.label is not None or term in _named_by(figure):
            return False
        beside = (other for other in self.beside(figure) if other.unit == figure.unit and other.terms.head == own.head)
        return any(term in other.terms.actor for other in beside)

    def are_doing(self, term: str, figure: Figure) -> bool:
        """Return whether *term* did what the sentence tells of others of just such things, and not what *figure* tells: "19 deer were hit
        by trains and 5 died of unknown causes"."""
        if term in figure.terms.actor or not figure.terms.head or not figure.terms.action:
            return False
        whole = figure.part_of.figure_id if figure.part_of is not None else None
        alike = (other for other in self.beside(figure) if other.terms.head == figure.terms.head and other.figure_id != whole)
        return any(term in other.terms.actor and {*other.terms.action}.isdisjoint(figure.terms.action) for other in alike)

    def tie(self, term: str, figure: Figure) -> bool:
        """Return whether *term* stands behind a preposition with another figure of such things: another part of the same whole, or one
        that a later sentence tells of the same deed, "11.8 million were carried. On routes abroad 2.2 million were carried"."""
        for other in self._tied.get(term, ()):
            if other.quote == figure.quote or (other.measure, other.unit) != (figure.measure, figure.unit):
                continue
            if other.part_of is not None and figure.part_of is not None and other.part_of.figure_id == figure.part_of.figure_id:
                return True
            later = other.span.start > figure.quote.end and other.value < figure.value
            if later and not {*other.terms.action}.isdisjoint(figure.terms.action):
                return True
        return False

    @kept
    def _tied(self) -> Mapping[str, Sequence[Figure]]:
        """By term the figures that it stands with behind a preposition."""
        found: dict[str, list[Figure]] = {}
        for figure in self._figures:
            for adjunct in figure.terms.adjuncts:
                found.setdefault(adjunct.partition(":")[2], []).append(figure)
        return found

    def are_on(self, event: str) -> bool:
        """Return whether the document is on the sudden *event*: several of its sentences tell of one, and more of no other."""
        return event in CALAMITIES and self._told.get(event, 0) >= SEVERAL and self._told[event] == max(self._told.values())

    @kept
    def _told(self) -> Mapping[str, int]:
        """In how many sentences with figures each sort of sudden event is named."""
        said = {figure.quote.start: CALAMITIES.intersection(figure.terms.sentence) for figure in self._figures}
        return Counter(event for events in said.values() for event in events)

    def placed(self, term: str, figure: Figure) -> bool:
        """Return whether the name *term* says where, or who, of another figure of the document, and another name does of *figure*; "the
        Council" is called by less of the name of "the Council of Orle"."""
        held = roles_of(figure)
        own = any(held.get(role) and _is_name(getattr(figure, role)) for role in _NAMED)
        if not own or not any(self._places.get(term, {}).get(role) for role in _NAMED):
            return False
        return not self._is_called_short(term, figure)

    def _is_called_short(self, term: str, figure: Figure) -> bool:
        """Return whether who did it is called by less of the name that *term* is of wherever that stands, and nothing says where."""
        doers = {*figure.terms.actor}
        named = [other for other in self._figures if any(term in getattr(other.terms, role) for role in _NAMED)]
        return not figure.terms.place and bool(doers) and bool(named) and all(doers < {*other.terms.actor} for other in named)

    def are_in_several(self, place: str, figure: Figure, among: frozenset[str] | None) -> bool:
        """Return whether the document counts what *figure* counts at *place* and at another one, of those *among* if any are given."""
        alike = [other for other in self._located if other.terms.head == figure.terms.head != () or _have_one_fate(other, figure)]
        others = (other.terms.place for other in alike if place not in other.terms.place)
        elsewhere = any(among is None or not among.isdisjoint(held) for held in others)
        return elsewhere and any(place in other.terms.place for other in alike)

    def locate(self, place: str) -> bool:
        """Return whether a figure of the document is at *place*, by its own words or since the text had got there."""
        return any(place in figure.terms.near for figure in self._figures) or any(place in figure.terms.place for figure in self._located)

    def give_share(self, place: str, figure: Figure) -> bool:
        """Return whether the document says how many of the things that *figure* counts are at *place*, as a part of more: "Orvale accounts
        for 512 of the 940 homes"; *figure*, which names no place, is none of those, unless the text had got there and it is no larger."""
        terms = figure.terms
        if terms.place or figure.label is not None or figure.part_of is not None or not terms.head:
            return False
        alike = (other for other in self._located if other.terms.head == terms.head and place in other.terms.place)
        shares = [other.value for other in alike if other.part_of is not None and other.value < other.part_of.value]
        return bool(shares) and (place not in terms.near or figure.value > max(shares))

    def have_none_at(self, place: str, figure: Figure) -> bool:
        """Return whether another sentence says that at *place* nobody had the fate of those that *figure* counts."""
        fates = FATES.intersection((*figure.terms.action, *figure.terms.head)) if figure.value else frozenset()
        none = (other for other in self._figures if other.value == 0 and other.quote != figure.quote and fates)
        return any(
            place in (*other.terms.other, *other.terms.place) and not fates.isdisjoint((*other.terms.action, *other.terms.head))
            for other in none
        )

    def have_row(self, place: str, figure: Figure, kinds: Sequence[str] = ()) -> bool:
        """Return whether a row of a table, other than that of *figure*, is that of *place* and counts the same, or a sort of it; of a
        figure of the text also where the rows are one of *kinds*, the districts that are asked for."""
        rows = [other.terms for other in self._rows if place in other.terms.place and other.quote != figure.quote]
        if figure.label is None and any(not {*kinds}.isdisjoint(terms.rows) for terms in rows):
            return True
        heads = {*figure.terms.head}.union(*map(broader, figure.terms.head))
        own = {*figure.terms.head}
        return any(head in heads or not own.isdisjoint(broader(head)) for terms in rows for head in terms.head)

    def name(self, term: str, figure: Figure) -> bool:
        """Return whether *term* stands with another figure of the document to whose things the same was done, or, of a sum, with another
        sum, or with what is no sum in a sentence that does not lead to this one."""
        deeds, summed = {*figure.terms.action}, figure.measure is Measure.MONEY
        for other in self._holding.get(term, ()):
            if other.quote == figure.quote:
                continue
            leads = 0 <= figure.quote.start - other.quote.end <= NEXT_SENTENCE and other.measure is not Measure.MONEY
            if (summed and not leads) or (term not in other.terms.actor and not deeds.isdisjoint(other.terms.action)):
                return True
        return False

    @kept
    def _holding(self) -> Mapping[str, Sequence[Figure]]:
        """By term the figures of whose things, doers and clauses it is one."""
        found: dict[str, list[Figure]] = {}
        for figure in self._figures:
            terms = figure.terms
            for term in {*terms.other, *terms.head, *terms.counted, *terms.actor}:
                found.setdefault(term, []).append(figure)
        return found

    def are_given_per(self, each: str, figure: Figure) -> bool:
        """Return whether the document says what *figure* says per *each*, too."""
        alike = (other for other in self._figures if other.quote == figure.quote or other.terms.head == figure.terms.head != ())
        return any(is_per(other, each) for other in alike if other.measure in (figure.measure, Measure.RATE))

    def are_counted(self, figure: Figure) -> bool:
        """Return whether the row of *figure*, a rate of things by so many others, counts those things, too."""
        beside = (other for other in self._figures if other.quote == figure.quote and other.measure is Measure.COUNT)
        return any(not {*other.terms.head}.isdisjoint(figure.terms.head) for other in beside)

    def have_named(self, name: Sequence[str], figure: Figure) -> bool:
        """Return whether a figure of another sentence is by, or at, what the words of *name* together name."""
        others = (other.terms for other in self._figures if other.quote != figure.quote)
        return any({*name} <= {*terms.actor} or {*name} <= {*terms.place} for terms in others)

    def specify(self, held: Sequence[str], named: Sequence[str]) -> bool:
        """Return whether another figure of the document has a doer of the kind *held* with words that are not *named*: which one it is."""
        return any(set(held) < set(other.terms.actor) and not set(other.terms.actor) <= set(named) for other in self._figures)

    def have_doers(self, figure: Figure) -> bool:
        """Return whether the document tells of others who did to such things what was done to those of *figure*."""
        own = figure.terms
        alike = (other.terms for other in self._figures if other.terms.head == own.head and other.terms.action == own.action)
        return any(terms.actor and terms.actor != own.actor for terms in alike)

    def explain(self, reason: str, figure: Figure) -> bool:
        """Return whether the document gives *reason* for another figure of the same things or deed, and so not for *figure*."""
        told = {*figure.terms.head, *figure.terms.action}
        return any(
            reason in other.terms.reason and not told.isdisjoint((*other.terms.head, *other.terms.action)) for other in self._figures
        )

    def did(self, action: str, figure: Figure) -> bool:
        """Return whether *action* was done to things of the kind that *figure* counts, but to others: nothing was done to the 30 matches
        of which 22 were won."""
        beside = (other for other in self._figures if other.quote == figure.quote and other.terms.action)
        if figure.label is not None or figure.terms.action or not any(beside):
            return False
        alike = (other for other in self._figures if other.terms.head == figure.terms.head and other.quote != figure.quote)
        return any(action in other.terms.action for other in alike)

    def tell(self, action: str, figure: Figure) -> bool:
        """Return whether the document says *action* of the thing that *figure*, a row of a table, counts: its rows leave that out."""
        if figure.label is None or figure.terms.action:
            return False
        return any(action in other.terms.action and set(figure.terms.head) & set(other.terms.head) for other in self._figures)

    @kept
    def latest(self) -> date | None:
        """The last day for which a figure of the document counts what is done, not what is planned."""
        periods = (figure.period for figure in self._figures if figure.modality is None)
        return max((period.end for period in periods if period is not None and period.end is not None), default=None)

    @kept
    def claimed(self) -> Sequence[Figure]:
        """One figure of each of whom the text states that they say it: a publisher may be somebody's union."""
        return tuple(
            {(f.claimant.name, f.claimant.role): f for f in self._figures if f.claimant and f.claimant.basis is Basis.STATED}.values()
        )

    @kept
    def _located(self) -> Sequence[Figure]:
        """The figures whose places are names."""
        return [figure for figure in self._figures if figure.terms.place and _is_name(figure.place)]

    @kept
    def _rows(self) -> Sequence[Figure]:
        """The figures of rows that are places."""
        return [figure for figure in self._figures if figure.label is not None and figure.terms.place]

    @kept
    def _places(self) -> Mapping[str, Mapping[str, bool]]:
        """By term its roles, and whether names fill them."""
        found: dict[str, dict[str, bool]] = {}
        for figure in self._figures:
            for role, terms in roles_of(figure).items():
                named = role in _NAMED and _is_name(getattr(figure, role))
                for term in terms:
                    roles = found.setdefault(term, {})
                    roles[role] = roles.get(role, True) and named
        return found


def _named_by(figure: Figure) -> tuple[str, ...]:
    return (*figure.terms.head, *figure.terms.counted, *figure.terms.actor)


def is_per(figure: Figure, each: str) -> bool:
    """Return whether *figure* is one per *each*, a concept: of persons of any sort; an average is one per whatever."""
    if each == AVERAGE:
        return figure.per is not None or AVERAGE in (*figure.terms.head, *figure.terms.counted, *figure.terms.other)
    if figure.per is None:
        return False
    if each.isdigit():
        return figure.per.split()[0] == each  # "cases per 100,000"
    base = figure.per.split()[-1]  # "1000 residents"
    own = lexicon(figure.language).concept(base)
    return own == each or (base in HEADS or is_person(own)) == is_person(each) is True


_known: dict[int, tuple[Figure, dict[str, frozenset[str]]]] = {}  # by the identity of their figures


def roles_of(figure: Figure) -> dict[str, frozenset[str]]:
    """Return what stands in each role of *figure*; roles that nothing fills are left out. Those of the figures met last are kept."""
    known = _known.get(id(figure))
    if known is None or known[0] is not figure:
        if len(_known) >= MAX_FIGURES:
            _known.clear()
        known = _known[id(figure)] = figure, _roles_of(figure)
    return known[1]


def _roles_of(figure: Figure) -> dict[str, frozenset[str]]:
    terms = figure.terms
    roles = {"head": terms.head, "action": terms.action, "actor": terms.actor, "place": terms.place, **_by_preposition(terms.adjuncts)}
    return {role: frozenset(held) for role, held in roles.items() if held}


def _by_preposition(adjuncts: Iterable[str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for adjunct in adjuncts:
        way, _, term = adjunct.partition(":")
        found[f"{way}:"] = (*found.get(f"{way}:", ()), term)
    return found


def _is_name(text: str | None) -> bool:
    return any(letter.isupper() for letter in text or "")


def counts_others(query: Query, figure: Figure, figures: Iterable[Figure]) -> bool:
    """Return whether *figure* counts other things than *query* asks for, of which its document tells the number elsewhere: three charges
    over a hoax call are no hoax calls, where "hoax calls fell from 94 to 58"."""
    asked, own = {*query.slots.head}, {*figure.terms.head}
    both = query.kind is Kind.COUNT and query.unit is not None and figure.measure is Measure.COUNT and bool(asked) and bool(own)
    wider = own.union(*map(broader, own)) | {*figure.terms.counted, *figure.terms.action}
    if not both or query.unit == figure.unit or not asked.isdisjoint(wider) or not own.isdisjoint(frozenset().union(*map(broader, asked))):
        return False
    there = (other for other in figures if other.doc_id == figure.doc_id and other.measure is Measure.COUNT and other.label is None)
    return any(asked <= {*other.terms.head} and {*query.slots.counted} <= {*other.terms.counted} for other in there)


def _have_one_fate(other: Figure, figure: Figure) -> bool:
    """Whether the same befell those of both, by whatever word: "31 people died", "94 of the dead"."""
    own, its = ({*held.terms.action, *held.terms.head} for held in (figure, other))
    fates = [FATES.intersection((*terms, *(fate for term in terms for fate in known_by().get(term, ())))) for terms in (own, its)]
    return figure.unit == other.unit == "person" and fates[0] == fates[1] != frozenset()
