"""Where the text has got to: the place of a figure whose own words name none.

A place that opens a sentence, or that has, records or loses what is counted, holds for all that the sentence counts until another is
named; "there" and "the town" are the place named last. What goes on in the same paragraph may be there too, unless it is a total, or
the place was only that of a part.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import chain
from typing import NamedTuple

from qa_bot.figures.draft import Draft
from qa_bot.figures.foremost import is_ranked_among
from qa_bot.figures.frames import tells_total
from qa_bot.figures.units import Unit
from qa_bot.schema import BlockKind
from qa_bot.text.functions import functions
from qa_bot.text.lexicon import Kinds
from qa_bot.text.nominals import complement_end, entity_terms, name_of_region, names_place
from qa_bot.text.syntax import NUMERAL, TIME, Phrase, Syntax, VerbGroup
from qa_bot.text.tagger import features

REACH = 4  # sentences of a paragraph back to where the place was named
OPENING = 4  # tokens of a sentence among which "in all" or "altogether" makes its figures totals
_DASHES = frozenset("(—–-:")
_NO_PLACES = int(Kinds.ADJECTIVAL | Kinds.PEOPLE | Kinds.ORGANISATION)
_OPENERS = frozenset('«“"„')
_ASIDE = frozenset({"VBN", "VBG"})
_SHORT = "PRTS"  # a Russian participle that is the verb of its clause


class Where(NamedTuple):
    """A place that a sentence names: its tokens, text and concepts; whether it *opens* the sentence, before any verb, and whether it
    *has* what the verb behind it counts; *aside*, it tells of a thing by the way; where the verb at *speaking* says something, it is where
    that was said; *ranked*, somebody comes first there."""

    first: int
    last: int
    text: str
    terms: tuple[str, ...]
    opens: bool
    has: bool
    aside: bool = False
    speaking: int = -1
    ranked: bool = False


class Whereabouts:
    """The places that the sentences of one document name, each looked for once."""

    def __init__(self) -> None:
        self._named: dict[int, list[Where]] = {}

    def named(self, unit: Unit) -> list[Where]:
        """Return all places that *unit* names, in order."""
        found = self._named.get(id(unit))
        if found is None:
            found = self._named[id(unit)] = list(_places(unit.syntax))
        return found

    def of(self, unit: Unit) -> list[Where]:
        """Return the places that *unit* names, in order, but those told by the way."""
        return [where for where in self.named(unit) if not where.aside and where.speaking < 0]


def take_places(drafts: Sequence[Draft], before: Sequence[Unit], earlier: Sequence[Draft], places: Whereabouts) -> None:
    """Give those of *drafts*, the figures of one sentence, that name no place the one that the text has got to; *before* are the
    sentences up to theirs, nearest last, *earlier* the figures of these, and *places* those of the document."""
    if not drafts or drafts[0].unit.kind is not BlockKind.PARAGRAPH:
        return
    unit = drafts[0].unit
    named = places.named(unit)
    concepts = {*unit.syntax.terms(0, len(unit.syntax.tokens))}
    for draft in drafts:
        found = [where for where in named if not _is_by_the_way(where, draft)]
        _leave_asides(draft, named)
        if _is_drawn_on(draft, drafts):
            _leave_to_part(draft, found)
        own = {*draft.slots.place_terms}
        said = not own.isdisjoint(concepts)
        adjoining = _adjoining(draft, found)
        if adjoining is not None and not (said and own <= {*adjoining.terms}):
            _take(draft, adjoining)
        if said or adjoining is not None:
            continue
        at = _anaphor(unit.syntax, draft)
        leading = _leading(draft, found)
        if at >= 0:
            _take_last(draft, at, found, before, places)
        elif leading is not None:
            if not (leading.has and _is_drawn_on(draft, drafts)):
                _take(draft, leading)
        elif _is_of_all(draft):
            draft.slots = replace(draft.slots, place=None, place_terms=())
        elif not own and not found:
            draft.near_terms = _reached(before, earlier, unit, places)


def _is_by_the_way(where: Where, draft: Draft) -> bool:
    """Whether the place is not where *draft* is, but where somebody said so, or where something was built."""
    return where.aside or (where.speaking >= 0 and (draft.verb is None or draft.verb.first != where.speaking))


def _leave_asides(draft: Draft, named: Sequence[Where]) -> None:
    """Take from *draft* a place that the sentence names by the way: where somebody spoke."""
    own = {*draft.slots.place_terms}
    if own and any(_is_by_the_way(where, draft) and own <= {*where.terms} for where in named):
        draft.slots = replace(draft.slots, place=None, place_terms=())
    ranked = (term for where in named if where.ranked for term in where.terms)
    draft.beside_terms = tuple(dict.fromkeys((*draft.beside_terms, *ranked)))


def _leave_to_part(draft: Draft, found: Sequence[Where]) -> None:
    """Take from *draft*, the whole behind its part, the place that the verb behind it tells of the part: "two of the four are in Tarn"."""
    verb = next((group for group in draft.unit.syntax.verbs if group.first >= draft.last), None)
    own = {*draft.slots.place_terms}
    if own and verb is not None and any(where.first >= verb.last and not own.isdisjoint(where.terms) for where in found):
        draft.slots = replace(draft.slots, place=None, place_terms=())


def _adjoining(draft: Draft, found: Sequence[Where]) -> Where | None:
    """The place that stands right behind what *draft* counts, "31 people in Orle", or right before it: "in Orle (2 deaths)", «в
    Бережках — 2»."""
    syntax = draft.unit.syntax
    last = draft.noun.last if draft.noun is not None and draft.noun.first >= draft.last else draft.last
    if draft.bracketed and draft.whole is not None and syntax.tokens[last : last + 1] and syntax.tokens[last].surface == ")":
        last += 1  # "half of them (226) at Orle"
    for where in found:
        if where.first == last + 1 and syntax.phrase_at(where.first) is not None and syntax.tags[last] == "ADP":
            return where
        between = syntax.tokens[where.last : draft.lead + 1 if draft.bracketed else draft.first]
        if between and where.last <= draft.first and all(token.surface in _DASHES for token in between):
            return where
    return None


def _take(draft: Draft, where: Where) -> None:
    """Let *draft* be at *where*; a doer that is named in place of it, "and Selby 14", is where it is."""
    slots = draft.slots
    named = any(word[:1].isupper() for word in (slots.actor or "").split())  # "the northern province of Tesk"
    if where.has and slots.actor_terms and {*where.terms}.isdisjoint(slots.actor_terms) and named:
        draft.slots = replace(slots, place=slots.actor, place_terms=slots.actor_terms)
    elif where.has or not {*where.terms} <= {*slots.actor_terms}:
        draft.slots = replace(slots, place=where.text, place_terms=where.terms)


def _take_last(draft: Draft, at: int, found: Sequence[Where], before: Sequence[Unit], places: Whereabouts) -> None:
    """Let *draft* be where the words at token *at* say, "there" or "the town": at the place of that kind that was named last."""
    syntax = draft.unit.syntax
    kind = syntax.lemma(at) if syntax.lemma(at) in syntax.words["regions"] else None
    here = [where for where in found if where.last <= at]
    near = (unit for unit in reversed(before[-REACH:]) if kind is not None or unit.block == draft.unit.block)
    around = ((unit, places.of(unit)) for unit in near if unit.kind is BlockKind.PARAGRAPH)
    for unit, named in chain(((draft.unit, here),), around):
        fitting = [where for where in named if kind is None or _is_of_kind(where, kind, unit.syntax)]
        fitting = fitting or (_named_subject(unit.syntax) if kind is None and unit is not draft.unit else [])
        if fitting:
            _take(draft, fitting[-1])
            draft.scope_quotes.extend([unit.span] if unit is not draft.unit else [])
            return


def _named_subject(syntax: Syntax) -> list[Where]:
    """The name that the sentence is about, which only "there" tells to be a place: "Kesh was hit hardest"."""
    phrase = next((phrase for phrase in syntax.phrases if phrase.adposition < 0), None)
    if phrase is None or not _is_name(syntax, phrase):
        return []
    terms = syntax.terms(phrase.first, phrase.last)
    return [Where(phrase.first, phrase.last, syntax.slice(phrase.first, phrase.last), terms, opens=True, has=False)]


def _is_of_kind(where: Where, kind: str, syntax: Syntax) -> bool:
    """Whether the place at *where* is a *kind* of region, or a bare name that may be one of the smaller kinds."""
    kinds = {syntax.lemma(at) for at in range(where.first, where.last)} & syntax.words["regions"]
    return kind in kinds if kinds else kind in syntax.words["small_regions"]


def _anaphor(syntax: Syntax, draft: Draft) -> int:
    """The token in the clause of *draft* that stands for a place named before: "there", "the town", «в городе»; -1 without one."""
    if syntax.lowers.isdisjoint(syntax.words["there"]) and syntax.lemmas.isdisjoint(syntax.words["small_regions"]):
        return -1
    clause = syntax.clause_at(draft.first)
    for at in range(clause.first, clause.last):
        token = syntax.tokens[at]
        if token.lower in syntax.words["there"] and not _is_existential(syntax, at):
            return at
        if syntax.lemma(at) in syntax.words["small_regions"] and _is_definite(syntax, at):
            return at
    return -1


def _is_existential(syntax: Syntax, at: int) -> bool:
    """Whether "there" at token *at* only opens the clause: "there were 40"."""
    verbs = [index for index in range(at + 1, min(at + 4, len(syntax.tokens))) if syntax.tags[index] in ("VERB", "VB", "VBN")]
    bare = at == 0 or syntax.tags[at - 1] not in ("NOUN", "NOUNS", "PROPN")
    return syntax.language == "en" and bare and any(syntax.lemma(index) in syntax.words["existential_verbs"] for index in verbs)


def _is_definite(syntax: Syntax, at: int) -> bool:
    """Whether the kind of place at token *at* stands alone, for one that was named: "the town", but not "the town of Orle" or "a town"."""
    phrase = syntax.phrase_at(at)
    if phrase is None or phrase.head != at or name_of_region(syntax, phrase) is not None or names_place(syntax, phrase):
        return False
    opening = [token.lower for token in syntax.tokens[phrase.first : at]]
    if syntax.language == "ru":
        return not opening and phrase.adposition >= 0 and syntax.tokens[phrase.adposition].lower in syntax.words["place_adpositions"]
    return len(opening) == 1 and opening[0] in syntax.words["definites"] and syntax.tokens[at].lower == syntax.lemma(at)


def _leading(draft: Draft, found: Sequence[Where]) -> Where | None:
    """The place that leads to *draft*: the last one before it, if it opens the sentence or has what is counted."""
    before = [where for where in found if where.last <= draft.first]
    behind = [where for where in found if where.first >= draft.last]
    if not before:
        return None
    last = before[-1]
    if draft.bracketed or (behind and behind[0].first < _next_number(draft)) or _is_of_next_name(draft, last):
        return None
    return last if last.opens or last.has else None


def _is_of_next_name(draft: Draft, where: Where) -> bool:
    """Whether another name has the number, without a verb of its own: "Larn accounts for 21 and the province of Tesk for 13"."""
    syntax = draft.unit.syntax
    at = max((at for at in range(where.last, draft.first) if syntax.tags[at] == NUMERAL), default=-1)
    if at < 0 or not where.has or syntax.verbs_in(at, draft.first):
        return False
    between = syntax.tags[at : draft.first]
    return "CCONJ" in between and "PROPN" in between[between.index("CCONJ") :]


def _is_drawn_on(draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether *draft* is the whole behind one of its parts: the 940 of "Orvale has 512 of the 940 homes" are not only in Orvale."""
    return any(part.whole is draft and part.last <= draft.first for part in drafts)


def _next_number(draft: Draft) -> int:
    """The first token behind *draft* that is another number, or the end of its clause."""
    syntax = draft.unit.syntax
    clause = syntax.clause_at(draft.first)
    return next((at for at in range(draft.last, clause.last) if syntax.tags[at] == NUMERAL), clause.last)


def _is_of_all(draft: Draft) -> bool:
    """Whether *draft* is of the whole, wherever the text has got to: a total, or what is said of a wider place."""
    syntax = draft.unit.syntax
    words = syntax.words
    wide = not syntax.lowers.isdisjoint(words["elsewhere"]) or not syntax.lemmas.isdisjoint(words["regions"])
    return wide or tells_total(draft) or any(token.lower in words["totals"] for token in syntax.tokens[:OPENING])


def _reached(before: Sequence[Unit], earlier: Sequence[Draft], unit: Unit, places: Whereabouts) -> tuple[str, ...]:
    """The concepts of the place that the sentences before *unit* in its paragraph have got to."""
    for other in reversed(before[-REACH:]):
        if other.block != unit.block:
            return ()
        found = places.of(other) if _may_name(other) else []
        if not found:
            continue
        if len({where.terms for where in found}) > 1 and not found[0].opens:
            return ()
        part = any(draft.unit is other and draft.whole is not None for draft in earlier)
        return () if part or len({where.terms for where in found}) > 1 else found[0].terms
    return ()


def _may_name(unit: Unit) -> bool:
    """Whether *unit* may name a place: a capital behind its first word, and a kind of place or a preposition for one, or a number of what
    a place has. It spares the parse of two sentences in three."""
    if unit.kind is not BlockKind.PARAGRAPH:
        return False
    if unit.numbers:
        return True
    kinds = _placing(unit.language)
    return any(token[3] in kinds for token in unit.tokens) and any(token[0][0].isupper() for token in unit.tokens[1:])


@cache
def _placing(language: str) -> frozenset[str]:
    return functions(language)["place_adpositions"] | functions(language)["regions"]


# ---------------------------------------------------------------- the places of a sentence


def _places(syntax: Syntax) -> Iterator[Where]:
    verb = next((group for group in syntax.verbs if group.finite), None)
    having = verb is not None and _has(syntax, verb)
    adpositions = syntax.words["place_adpositions"]
    end = 0
    for whole in syntax.phrases:
        located = whole.adposition >= 0 and syntax.tokens[whole.adposition].lower in adpositions
        if whole.adposition >= 0 and not located:
            continue
        phrase = _unnumbered(syntax, whole)
        if phrase is None or phrase.first < end or TIME in syntax.tags[phrase.first : phrase.last]:
            continue
        opens = verb is None or phrase.last <= verb.first
        if not located and not opens:
            continue
        chained = name_of_region(syntax, phrase)
        name = chained or phrase
        kind = names_place(syntax, phrase) or chained is not None
        has = not located and having and not _is_initials(syntax, phrase)
        if not (located or has or kind) or not (kind or _is_name(syntax, phrase)) or _is_quoted(syntax, phrase):
            continue
        ranked = located and is_ranked_among(syntax, phrase.adposition)
        aside = ranked or (located and _is_aside(syntax, phrase.adposition))
        speaking = verb.first if located and opens and verb is not None and _speaks(syntax, verb) else -1
        last = max(complement_end(syntax, phrase.last, event=False), name.last) if located else name.last
        terms = entity_terms(syntax, name.first, name.last) or syntax.terms(name.first, last)
        if terms:
            end = last
            shown = syntax.slice(name.first, _shown(syntax, name, last))
            yield Where(phrase.first, last, shown, terms, opens, has, aside, speaking, ranked)


def _shown(syntax: Syntax, name: Phrase, last: int) -> int:
    """Where the words of a place end that are shown: behind its last capital or kind of place."""
    for at in range(last - 1, name.first, -1):
        if syntax.tokens[at].surface[:1].isupper() or syntax.lemma(at) in syntax.words["regions"]:
            return at + 1
    return name.first + 1


def _is_quoted(syntax: Syntax, phrase: Phrase) -> bool:
    """Whether the phrase opens what stands in quotation marks, a title or the name of a body: «Безопасный край»."""
    return phrase.first > 0 and syntax.tokens[phrase.first - 1].surface in _OPENERS


def _unnumbered(syntax: Syntax, phrase: Phrase) -> Phrase | None:
    """The *phrase* as far as its first number, "Orle" of "in Orle 540 homes"; None where it begins with one."""
    stop = next((at for at in range(phrase.first, phrase.last) if syntax.tags[at] == NUMERAL), phrase.last)
    if stop == phrase.last:
        return phrase
    return phrase._replace(last=stop, head=stop - 1) if stop > phrase.first else None


def _is_name(syntax: Syntax, phrase: Phrase) -> bool:
    """Whether the phrase is a name, by its tag or, of Russian ones, by the capital of a word that does not open the sentence; none of a
    language, a people or a body: "in English", "in Parliament"."""
    mention = syntax.mention_at(phrase.head)
    if (mention is not None and mention.kinds._value_ & _NO_PLACES) or syntax.tokens[phrase.head].lower in syntax.words["placeless"]:
        return False
    if syntax.tags[phrase.head] == "PROPN":
        return True
    return syntax.language == "ru" and phrase.head > 0 and syntax.tokens[phrase.head].surface[:1].isupper()


def _is_initials(syntax: Syntax, phrase: Phrase) -> bool:
    """Whether the phrase is the initials of a body, not of a state: what recorded so many is no place by its verb alone."""
    surface = syntax.tokens[phrase.head].surface
    initials = phrase.last - phrase.first == 1 and len(surface) > 1 and surface.isalpha() and surface.isupper()
    return initials and not entity_terms(syntax, phrase.first, phrase.last)


def _has(syntax: Syntax, group: VerbGroup) -> bool:
    verb = syntax.lemma(group.last - 1)
    return verb in syntax.words["having"] or verb in syntax.words["locating"]


def _speaks(syntax: Syntax, group: VerbGroup) -> bool:
    return syntax.lemma(group.last - 1) in syntax.words["speaking_verbs"]


def _is_aside(syntax: Syntax, adposition: int) -> bool:
    """Whether a participle that no verb governs stands before the adposition: "built in Lorne", "speaking in Lorne"."""
    at = adposition - 1
    if at < 0 or syntax.tags[at] not in _ASIDE or _SHORT in features(syntax.tokens[at].lower, syntax.language):
        return False  # «домов залито в Ларне»
    return not any(group.finite and group.first <= at < group.last for group in syntax.verbs)
