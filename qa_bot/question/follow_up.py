"""What a follow-up question takes from the question before it."""

from collections.abc import Collection

from qa_bot.schema import Kind, Operation, Query, Tense, Terms, Turn, Words
from qa_bot.text.asking import asking
from qa_bot.text.functions import functions
from qa_bot.text.lexicon import Kinds, lexicon
from qa_bot.text.syntax import TIME, Syntax, parse
from qa_bot.text.tokens import tokenize

OPENING = 3  # tokens within which a follow-up says what it is about: "and on the"
_SLOTS = ("head", "counted", "action", "actor", "direction", "reason", "place", "other")


def is_follow_up(query: Query, syntax: Syntax, words: Words) -> bool:
    """Whether the question leans on the one before: it opens with "and", points back, or names nothing that is counted or done.

    What only holds words that no document has leans on nothing: "lol".
    """
    if points_back(query, syntax):
        return True
    named = query.terms or query.period is not None or query.periods or query.votes is not None
    if not named and _asks_nothing_new(query, syntax):
        return False
    lowers = [token.lower for token in syntax.tokens]
    opens = any(" ".join(lowers[:size]) in asking(query.language).words["follow_ups"] for size in (1, 2))
    return opens or (_is_elliptic(query) and not _is_noise(query, syntax, words))


def _is_noise(query: Query, syntax: Syntax, words: Words) -> bool:
    """Whether nothing is asked, and neither the documents nor the lists have any of its words."""
    if query.period is not None or query.periods or not _asks_nothing_new(query, syntax):
        return False
    listed = {token for mention in syntax.mentions for token in range(mention.first, mention.last)}
    return not any(index in listed or words.knows(token.lower) for index, token in enumerate(syntax.tokens) if token.surface[0].isalnum())


def points_back(query: Query, syntax: Syntax) -> bool:
    """Whether a pronoun stands for what was asked before: "how many of those", "who said that"."""
    words = asking(query.language).words["anaphors"]
    named = query.slots.head or query.slots.counted
    if _asks_for_the_claimant(query):
        return True
    pointing = ("PRON", "DET", "ADP", "ADV", *(("PART",) if query.kind is Kind.WHO else ()))  # «кто это сказал?»
    return any(
        token.lower in words
        and syntax.tags[index] in pointing
        and not (named and (syntax.phrase_at(index + 1) or _points_inside(syntax, index) or _says_that_it_is(syntax, index)))
        for index, token in enumerate(syntax.tokens)
    )


def _points_inside(syntax: Syntax, index: int) -> bool:
    """Whether the word stands for a noun of its own question: "the fires of 2023 with those of 2022"."""
    behind = [token.lower for token in syntax.tokens[index + 1 : index + 3]]
    return index > 2 and behind[:1] in (["of"], ["in"]) and syntax.tags[index + 2] == TIME


def _says_that_it_is(syntax: Syntax, index: int) -> bool:
    """Whether the word stands for no place: "how many fires were there by region"."""
    existential = syntax.tokens[index].lower in asking(syntax.language).words["existentials"]
    return existential and index > 0 and syntax.tokens[index - 1].lower in syntax.words["be"]


def _asks_for_the_claimant(query: Query) -> bool:
    """Whether it asks who says so and nothing else: "who claims that?", «кто так говорит?»."""
    slots, words = query.slots, lexicon(query.language)
    others = (*slots.head, *slots.counted, *slots.actor, *slots.place, *slots.other)
    return query.kind is Kind.WHO and bool(slots.action) and not others and all(words.kinds(term) & Kinds.REPORT for term in slots.action)


def _is_elliptic(query: Query) -> bool:
    """Whether no counted noun and no action is named: "in 2022?", "what share was political?", but not "how much was planned for roads",
    nor what is measured by its name, "how long is the Tarn bridge"."""
    slots = query.slots
    if query.dimension is not None and query.names:
        return False
    if query.kind in (Kind.WHO, Kind.WHERE, Kind.WHEN, Kind.WHY, Kind.WHAT):
        return not (slots.action or slots.other or slots.counted or slots.head or slots.actor)
    rows = query.kind in (Kind.SUPERLATIVE, Kind.LIST)
    acts = slots.action or query.tense is Tense.FUTURE
    return not slots.head and not slots.counted and (rows or not (acts and (slots.other or slots.actor)))


def continued(query: Query, previous: Turn, syntax: Syntax) -> Query:
    """Return *query* with what it leaves out taken from *previous*, and bound to its figures where it points back to them."""
    before = previous.query
    bound = tuple(figure.figure_id for figure in previous.figures)
    instead = _replaced(query, before, syntax)
    slots = _merged(query, before, renames=_asks_nothing_new(query, syntax), instead=instead)
    update: dict[str, object] = {"slots": slots, "continues": before.read_as or before.text}
    noun = _new_noun(query, before) if not instead and _asks_nothing_new(query, syntax) else None
    if noun is not None:
        slots = slots.model_copy(update={"head": (noun,), "counted": (), "other": tuple(term for term in slots.other if term != noun)})
        update |= {"slots": slots, "counted": _surface(syntax, noun), "unit": _unit(noun, query.language)}
    named = query.slots.other if _asks_nothing_new(query, syntax) else ()  # what "and of oak?" names is all that it asks
    for name, own in (("things", (*query.things, *named)), ("names", query.names)):
        update[name] = tuple(dict.fromkeys((*own, *(term for term in getattr(before, name) if term in _terms_of(slots)))))
    kept = _terms_of(slots)
    update["named"] = tuple(dict.fromkeys((*query.named, *(name for name in before.named if kept.issuperset(name)))))
    update["spelled"] = tuple(dict.fromkeys((*query.spelled, *(pair for pair in before.spelled if pair[0] in kept))))
    for name in ("counted", "unit", "period", "claimant", "votes"):
        if not getattr(query, name) and name not in update:
            update[name] = getattr(before, name)
    if query.periods or query.period is not None:
        update["period"] = query.period
    else:
        update |= {"any_year": before.any_year, "any_day": before.any_day}
    compares = query.period is not None and before.period is not None and _compares(query, syntax)
    if compares:
        update |= {"period": None, "periods": (before.period, query.period)}
    if query.slots.head and query.unit is None:
        update["unit"] = None
    if _asks_nothing_new(query, syntax) and before.kind not in (Kind.YES_NO, Kind.SHARE):
        update["kind"] = before.kind
        update["by"] = before.by
    if query.kind is Kind.YES_NO and query.condition is None:
        update["condition"] = before.condition
    points = points_back(query, syntax) and not compares and not _counts_others(query, before)
    if points or query.operation in (Operation.REST, Operation.SHARE):
        update["binds"] = bound
    if query.operation is Operation.REST:
        update["polarity"] = None
    update["terms"] = tuple(dict.fromkeys((*query.terms, *before.terms)))
    update["expansions"] = tuple(dict.fromkeys((*query.expansions, *before.expansions)))
    return query.model_copy(update=update)


def _counts_others(query: Query, before: Query) -> bool:
    """Whether other things are counted than before: "how many of those matches", asked after points."""
    return bool(query.slots.head) and {*query.slots.head}.isdisjoint(before.slots.head) and query.unit != before.unit


def _compares(query: Query, syntax: Syntax) -> bool:
    """Whether the time asked now is to be held against the one asked before: "compare with 2022", "is that more than in 2022?"."""
    named = {token.lower for token in syntax.tokens[:3]}
    comparing = query.operation is Operation.DIFFERENCE or not named.isdisjoint(asking(query.language).words["comparers"])
    return comparing and not query.slots.head


def _new_noun(query: Query, before: Query) -> str | None:
    """The noun of "and lorries?", which is counted in place of the one before; not that of "and the Central branch?" after another's."""
    if query.slots.head or query.slots.action:
        return None
    nouns = [term for term in query.slots.other if term in query.things and lexicon(query.language).is_unit(term)]
    nouns = [noun for noun in nouns if noun not in (*before.slots.actor, *before.slots.place, *before.slots.other)]
    return nouns[0] if len(nouns) == 1 else None


def _unit(noun: str, language: str) -> str:
    return "person" if noun == "person" or "person" in lexicon(language).broader(noun) else noun


def _surface(syntax: Syntax, concept: str) -> str | None:
    return next((syntax.tokens[index].surface for index, held in enumerate(syntax.concepts) if held == concept), None)


def _terms_of(slots: Terms) -> set[str]:
    return {term for slot in _SLOTS for term in getattr(slots, slot)}


def _asks_nothing_new(query: Query, syntax: Syntax) -> bool:
    """Whether the follow-up only changes a slot ("and in 2022?") and keeps the kind of the question before."""
    kinds = asking(query.language).kinds
    if query.kind is Kind.WHAT and query.tense is Tense.FUTURE and not _terms_of(query.slots):
        return True  # "and what was planned?"
    folded = asking(query.language).opener.sub("", " ".join(token.lower for token in syntax.tokens), count=1)
    return not any(pattern.search(folded) for _, pattern in kinds)


def _merged(query: Query, before: Query, *, renames: bool, instead: Collection[str] = ()) -> Terms:
    """The slots asked now over those asked before; a new head replaces the head, a new direction the direction, and what is asked the
    terms that it is asked *instead* of."""
    merged: dict[str, tuple[str, ...]] = {}
    for slot in _SLOTS:
        now, then = getattr(query.slots, slot), getattr(before.slots, slot)
        if slot in ("counted", "other"):
            merged[slot] = tuple(dict.fromkeys((*now, *then))) if not (slot == "counted" and query.slots.head) else now
        elif slot == "action":
            merged[slot] = _actions(query, before)
        else:
            merged[slot] = now or then
    if query.operation is Operation.REST:
        merged["action"] = before.slots.action
    if instead:
        merged["other"] = tuple(term for term in merged["other"] if term not in instead)
    elif renames:
        _replace_name(merged, query, before)
    return Terms(**merged)


def _replaced(query: Query, before: Query, syntax: Syntax) -> set[str]:
    """The terms that stood in the question before behind the preposition that opens the follow-up: "and on sport?" after "on schools"."""
    opener = next((phrase for phrase in syntax.phrases if phrase.first <= OPENING and phrase.adposition >= 0), None)
    if opener is None or not _asks_nothing_new(query, syntax) or not query.slots.other:
        return set()
    link = syntax.tokens[opener.adposition].lower
    earlier = parse(before.text, 0, len(before.text), before.language)
    first = next((p for p in earlier.phrases if p.adposition >= 0 and earlier.tokens[p.adposition].lower == link), None)
    if first is None:
        return set()
    joined = [p for p in earlier.phrases if p.first == first.last + 1 and p.adposition < 0 and earlier.tags[first.last] == "CCONJ"]
    held = range(first.first, joined[0].last if joined else first.last)
    return {concept for at in held if (concept := earlier.concepts[at]) in before.slots.other and concept not in query.slots.other}


def _replace_name(merged: dict[str, tuple[str, ...]], query: Query, before: Query) -> None:
    """In "and Latvia?" the name takes the place of the one asked about before, whatever slot that stood in."""
    new = tuple(term for term in query.slots.other if term.startswith("@") or term in query.things)
    if not new or query.slots.actor or query.slots.direction or query.slots.place:
        return
    for slot in ("actor", "place", "other"):
        old = [term for term in getattr(before.slots, slot) if term.startswith("@") or (slot != "other" and term in before.things)]
        if old:
            merged["other"] = tuple(term for term in merged["other"] if term not in new and term not in old)
            kept = tuple(term for term in getattr(before.slots, slot) if term not in old)
            merged[slot] = (*kept, *new) if slot != "other" else (*merged["other"], *new)
            return


def _is_level(query: Query) -> bool:
    """Whether it asks what something was, in full: "what was its revenue?", so that no deed of the question before is left out."""
    lowers = {token.lower for token in tokenize(query.text)}
    return not lowers.isdisjoint(functions(query.language)["be"]) and lowers.isdisjoint(asking(query.language).words["counts"])


def _actions(query: Query, before: Query) -> tuple[str, ...]:
    if not query.slots.action:
        named = query.amount and query.slots.head and {*query.slots.head}.isdisjoint(before.slots.head)
        return () if named and query.tense is not None and _is_level(query) else before.slots.action
    if query.slots.head:
        return query.slots.action
    return tuple(dict.fromkeys((*query.slots.action, *before.slots.action))) if query.slots.reason else query.slots.action
