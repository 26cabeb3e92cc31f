"""Whether those did it whom a question asks about: bodies and persons as wholes, by their names or by general words that stand for them."""

from collections.abc import Iterator, Sequence
from operator import itemgetter

from qa_bot.answer.claimants import BODIES, says, says_others
from qa_bot.answer.concepts import broader, is_action, is_person
from qa_bot.answer.deeds import is_moved_by_doer, is_price
from qa_bot.answer.longer_names import is_longer
from qa_bot.answer.named_others import is_by_member, is_left_behind, is_told_of_another
from qa_bot.answer.prices_told import is_cost_of, is_cost_of_another
from qa_bot.answer.scope import CLAUSE, CONTEXT, COVERAGE, NOWHERE, PASSAGE, SENTENCE, SLOT, WEIGHT, Scope
from qa_bot.answer.tied import SUMMED, is_taken_over
from qa_bot.schema import Basis, Figure, Fit, Measure, Query
from qa_bot.text.analysis import stem
from qa_bot.text.functions import functions
from qa_bot.text.lexicon import Kinds, lexicon
from qa_bot.text.tagger import features
from qa_bot.text.tokens import fold

STAFF = functions("en")["staff"]  # who acts for the body that employs them
SIDES = functions("en")["sides"]  # general words for those who play, beside persons by name


def actor_fits(query: Query, scope: Scope) -> Iterator[tuple[str, Fit, float]]:
    """Yield the fit of those who are asked for as doers: of a body or person as a whole, of each state."""
    asked, terms = query.slots, scope.figure.terms
    named = [term for term in asked.actor if not term.startswith("@")]
    if named:
        caused = not terms.actor and {*named} <= {*terms.reason}  # "how many closures did strikes cause"
        yield (
            "actor",
            *(
                (Fit.SAME, 1.0)
                if caused or is_cost_of(named, query, scope.figure)
                else _counter_fit(named, query, scope) or _doer_fit(named, query, scope)
            ),
        )
    for term in asked.actor:
        if not term.startswith("@"):
            continue
        if scope.holds(term, terms.actor):
            yield "actor", Fit.SAME, 1.0
        elif f"to:{term}" in terms.direction:
            yield "actor", scope.judged("actor", Fit.DIFFERENT), 0.0  # what goes to Russia is not sent by it
        elif terms.actor and not scope.holds(term, terms.place):
            narrower = any(term in broader(other) for other in terms.actor)
            yield "actor", scope.judged("actor", Fit.NARROWER if narrower else Fit.DIFFERENT), 0.0
        else:
            fit, weight = present(term, "actor", scope)
            near = scope.found.get(term, NOWHERE)
            yield "actor", (Fit.DIFFERENT if near == PASSAGE else Fit.UNKNOWN if near == CONTEXT else fit), weight


def _counter_fit(named: Sequence[str], query: Query, scope: Scope) -> tuple[Fit, float] | None:
    """Who counted what nothing else was done to is who says the figure: "how many llamas did the Zulu Association count"; else None."""
    figure = scope.figure
    if figure.claimant is None or figure.claimant.basis is not Basis.STATED or figure.terms.actor:
        return None
    if says(named, figure):
        return Fit.SAME, 1.0
    counts = all(lexicon("en").kinds(deed) & Kinds.REPORT for deed in query.slots.action) and not figure.terms.action
    return (scope.judged("actor", Fit.DIFFERENT), 0.0) if counts or says_others(named, scope) else None


def _doer_fit(named: Sequence[str], query: Query, scope: Scope) -> tuple[Fit, float]:
    """Who is asked for against who the text says did it, as a whole: one Department is not another, and no one else's figure is its.

    What rises or falls does nothing.

    A name that the clause leaves out, or of which it says the general word alone ("the department", "doctors"), may be given around it.
    """
    actors = () if _tells_another(query, scope.figure) else scope.figure.terms.actor
    held = [term for term in actors if not is_action(term)]
    own = [term for term in named if term in query.names or term not in actors]  # "the inspection of waters" is named by a deed
    missing = [term for term in own if not scope.holds(term, held) and not any(term in broader(other) for other in held)]
    wider = frozenset().union(*map(broader, missing))  # a court, where the Supreme Court is asked for
    shares = len(missing) < len(named) or not wider.isdisjoint(held)
    has_own = any(term not in named and term not in wider for term in held)
    names = [term for term in missing if term in query.names]
    by_name = not set(query.names).isdisjoint(named)
    done = not held and any(scope.rivals.are_doing(term, scope.figure) for term in named)  # poachers shot others
    if done or any(scope.is_beside(term) for term in names) or (not held and _is_of_others(names, missing, query, scope)):
        return scope.judged("actor", Fit.DIFFERENT), 0.0  # the sentence says of them something else, or tells of others
    if query.measure is Measure.CHANGE and not is_moved_by_doer(query) and _is_change_of_another(named, missing, scope):
        return scope.judged("actor", Fit.DIFFERENT), 0.0
    absent = all(scope.level(term)[0] < SENTENCE for term in names or named)
    if absent and bears_quoted_name(scope.figure) and not _is_general(named, STAFF | BODIES | SIDES):
        return scope.judged("actor", Fit.DIFFERENT), 0.0
    if not held and not by_name and _is_everyones(missing, query, scope):
        return Fit.WIDER, 0.0  # the average wait, of those whom the text is on
    if not held and missing and _only_modifies(missing, query, scope.figure):
        return scope.judged("actor", Fit.DIFFERENT), 0.0  # the tourist tax is nothing that tourists spent
    if held and by_name and _is_another_name(named, query, scope.figure):
        return scope.judged("actor", Fit.DIFFERENT), 0.0  # North Velmark is not Velmark, nor is Ida Moen of Velmark
    if not shares and any(
        scope.level(term)[0] < SENTENCE and scope.rivals.placed(term, scope.figure) for term in query.names if term in named
    ):
        return scope.judged("actor", Fit.DIFFERENT), 0.0
    if not missing or (shares and not has_own and not names and not set(query.names).isdisjoint(named)):
        return Fit.SAME, 1.0  # of "the party Green Coast" the name is there
    alone = by_name and len(held) == 1 and not shares and _is_one(scope.figure)
    bearers = scope.passage.bearers(held[0]) if alone else ()
    if bearers:
        meant = any(stem(fold(term)) in bearers or term in bearers for term in names)
        return (Fit.SAME, 1.0) if meant else (scope.judged("actor", Fit.DIFFERENT), 0.0)  # "the alliance" is Clear Shore
    level, fit = _around(names, missing, scope)
    least = PASSAGE if _is_general(named, STAFF | BODIES | SIDES) else _least(held, names, scope.figure)
    if held and not by_name and level >= CONTEXT and _are_means(held, scope.figure):
        return Fit.SAME, WEIGHT[level]  # what the port's terminals moved
    if held and ((shares and has_own) or (not shares and level < least)):
        if not by_name and not shares and _is_untranslated(held, named, query, scope):
            return Fit.UNKNOWN, 0.0
        return scope.judged("actor", Fit.DIFFERENT), 0.0
    if shares and not names and level == NOWHERE:
        same = _is_definite(scope.figure) and not scope.rivals.specify(held, named)
        return (Fit.SAME, WEIGHT[CONTEXT]) if same else (Fit.WIDER, 0.0)
    return fit, WEIGHT[level]


def _is_price_of_another(missing: Sequence[str], query: Query, scope: Scope) -> bool:
    """Whether it is asked what something costs, and the sum is the price of another thing, whose sentence gives that of it: «литр молока
    стоит 89 рублей, килограмм гречки — 74»."""
    figure = scope.figure
    if "cost" not in query.slots.action or figure.measure is not Measure.MONEY or not missing:
        return False
    own = {*figure.terms.head, *figure.terms.counted}
    beside = (other.terms for other in scope.rivals.beside(figure) if other.measure is Measure.MONEY)
    return own.isdisjoint(missing) and any(not {*missing}.isdisjoint((*terms.head, *terms.counted)) for terms in beside)


def _is_change_of_another(named: Sequence[str], missing: Sequence[str], scope: Scope) -> bool:
    """Whether what rose is not what the change is of, whatever stands around it, or is that with other words of its own: nominal wages are
    no real ones."""
    if scope.figure.terms.head and not any(scope.level(term)[0] >= CLAUSE for term in named):
        return True
    return any(map(scope.is_beside, missing)) or (any(scope.level(term)[0] < SENTENCE for term in missing) and scope.contrasts(named))


def _is_of_others(names: Sequence[str], missing: Sequence[str], query: Query, scope: Scope) -> bool:
    """Whether a sentence that says of nobody that they did it names others, or has something else in their place: what sugar brought in is
    not what coffee did."""
    if _is_price_of_another(missing, query, scope):
        return True
    if names:
        return is_told_of_another(names, query, scope) or all(is_left_behind(term, scope) for term in names)
    if is_cost_of_another(missing, query, scope):
        return True
    summed = scope.figure.measure in SUMMED
    return summed and any(scope.level(term)[0] == PASSAGE and is_taken_over(term, scope) for term in missing)


def _is_another_name(named: Sequence[str], query: Query, figure: Figure) -> bool:
    """Whether who did it has a name in which that of who is asked for is only a part."""
    longer = is_longer(figure.actor, {*named, *query.names}, figure.language)
    return longer or is_by_member(figure.actor, [term for term in named if term in query.names], figure.language)


def _is_everyones(named: Sequence[str], query: Query, scope: Scope) -> bool:
    """Whether it is asked how long persons did what the figure itself is, a wait, and its sentence says of nobody that it is theirs; the
    text around it tells of those asked for."""
    terms = scope.figure.terms
    if query.dimension != "long" or {*query.slots.action}.isdisjoint((*terms.head, *terms.counted)) or not all(map(is_person, named)):
        return False
    others = (*terms.head, *terms.counted, *terms.other, *terms.sentence)
    return bool(named) and scope.passage.hold(named) and not any(map(is_person, others))


def _are_means(held: Sequence[str], figure: Figure) -> bool:
    """Whether those who did it by the text are things without a name of their own, by which a body does it: "container terminals"."""
    kinds = [lexicon("en").kinds(term) for term in held]
    acting = any(kind & (Kinds.ORGANISATION | Kinds.SPEAKER | Kinds.ENTITY | Kinds.GROUP) for kind in kinds)
    named = any(word[:1].isupper() for word in (figure.actor or "").split()[1:])
    return not (acting or named or any(is_person(term) or term in SIDES | BODIES for term in held))


def bears_quoted_name(figure: Figure) -> bool:
    """Return whether the text gives the figure to a name in quotation marks: «третьим стал «Буран» — 81 очко»."""
    return any(sign in (figure.label or "") for sign in "«“")


def _only_modifies(named: Sequence[str], query: Query, figure: Figure) -> bool:
    """Whether the *named* only say of what sort the counted thing of a sentence is, of which the deed asked is not told."""
    terms, asked = figure.terms, {*query.slots.action}
    told = (
        not asked
        or any(is_price(deed, query, figure) for deed in asked)
        or figure.label is not None
        or not asked.isdisjoint((*terms.action, *terms.head))
    )
    return not told and all(term in terms.counted and term not in query.names for term in named)


def _is_untranslated(held: Sequence[str], named: Sequence[str], query: Query, scope: Scope) -> bool:
    """Whether neither those who did it nor those asked for, "застройщики" and "developers", have a word in the other's language, and
    the document tells of no others who did it: whether they are the same, nobody knows."""
    figure = scope.figure
    if any(lexicon(figure.language).words(term) for term in named if not is_action(term)):
        return False
    if query.language == figure.language or (figure.actor or "") != (figure.actor or "").lower():
        return False
    return not any(lexicon(query.language).words(term) for term in held) and not scope.rivals.have_doers(figure)


def _tells_another(query: Query, figure: Figure) -> bool:
    """Whether the asked deed is another one of the figure's sentence: his side arranged "requests that their authorities had sent"."""
    asked, terms = set(query.slots.action) - set(query.slots.head), figure.terms
    return bool(asked) and asked.isdisjoint(terms.action) and asked <= set(terms.sentence) - set(terms.beside)


def _least(held: Sequence[str], names: Sequence[str], figure: Figure) -> int:
    """How near those who are asked for must stand where others are said to have done it: by a name it is those, and nobody else."""
    if figure.actor is not None and not figure.actor.islower():
        return SLOT + 1
    body = Kinds.ORGANISATION | Kinds.SPEAKER
    if not _is_general(held, STAFF | BODIES) and not (len(held) == 1 and lexicon("en").kinds(held[0]) & body):
        return CLAUSE
    return CONTEXT if names else PASSAGE


def _around(names: Sequence[str], missing: Sequence[str], scope: Scope) -> tuple[int, Fit]:
    """Where a doer stands that the clause does not name: all of its name, or most of its common words."""
    levels = sorted((scope.name_level(term, "actor") for term in names or missing), key=itemgetter(0))
    return levels[0 if names else int((1 - COVERAGE) * len(levels))]


def _is_general(held: Sequence[str], words: frozenset[str]) -> bool:
    """Whether one general word says who did it, which may stand for any body named before: "the agency", "the city", "officers"."""
    return len(held) == 1 and not words.isdisjoint((*held, *broader(held[0])))


def _is_definite(figure: Figure) -> bool:
    return (figure.actor or "").lower().split()[:1] == ["the"]


def _is_one(figure: Figure) -> bool:
    """Whether a certain one did it, "the alliance", and not some of many: "canneries"."""
    last = (figure.actor or "").lower().split()[-1:]
    if figure.language == "ru":
        forms = features(last[0], "ru") if last else frozenset()
        return "sing" in forms and "plur" not in forms
    return _is_definite(figure) and not last[0].endswith("s")


def present(term: str, slot: str, scope: Scope) -> tuple[Fit, float]:
    """Return how well what stands around a figure says *term*, asked in *slot*, of which no wider one will do."""
    level, fit = scope.name_level(term, slot)
    return (fit if fit is not Fit.WIDER else Fit.DIFFERENT), WEIGHT[level]
