"""Whether a figure counts only some of those asked for, the rest of them, another group or the rate of one."""

from collections.abc import Collection, Sequence

from qa_bot.answer.columns import LEVEL
from qa_bot.answer.concepts import UNSPECIFIC, are_akin, broader, is_person
from qa_bot.answer.deeds import DEEDLESS, EXISTING, FATES
from qa_bot.answer.holders import parsed
from qa_bot.answer.place_fit import place_kinds
from qa_bot.answer.rivals import is_per
from qa_bot.answer.scope import Scope
from qa_bot.answer.sought import Sought, asked_concepts
from qa_bot.answer.unit_fit import RATES, TAKING_SIDES, VOTES
from qa_bot.schema import Figure, Kind, Measure, Query
from qa_bot.text.functions import functions, known_by
from qa_bot.text.lexicon import lexicon, remembered
from qa_bot.text.numbers import find_numbers
from qa_bot.text.tokens import fold, tokenize

BASE = 100  # the least by which a rate is reckoned, where "on" may mean much else
STANDING = functions("en")["standing"]
CORES = functions("en")["core_sorts"]
_COMING = DEEDLESS | EXISTING | {"arrive"}


def is_part_of_all(query: Query, figure: Figure) -> bool:
    """Return whether it is asked how many there are of all, and the figure is a part of more: «сколько всего мест», "how many jobs are
    there in total"."""
    counts = query.kind is Kind.COUNT and query.whole is None and not query.slots.action
    return counts and figure.part_of is not None and _says_all(query.text.rstrip("?"), query.language)


@remembered(256)  # a question is held against many figures
def _says_all(text: str, language: str) -> bool:
    return any(f" {phrase} " in f" {fold(text)} " for phrase in functions(language)["in_all"])


def is_given_otherwise(query: Query, sought: Sought, scope: Scope) -> bool:
    """Whether a count is asked and the figure is a rate per so many, or the one beside it, or the other way round."""
    figure = scope.figure
    if is_by_other_number(query, figure):
        return True
    if query.per is not None:
        return not is_per(figure, query.per) and scope.rivals.are_given_per(query.per, figure)
    plain = query.kind is Kind.COUNT and query.measure is None and LEVEL not in sought.asked and RATES.keys().isdisjoint(sought.asked)
    by_number = (figure.per or "")[:1].isdigit()  # "per 100,000"
    return plain and figure.measure is Measure.RATE and (by_number or (figure.label is not None and scope.rivals.are_counted(figure)))


def is_by_other_number(query: Query, figure: Figure) -> bool:
    """Return whether it is asked how many there are per so many, and *figure* is by another number, or a count by none."""
    base = asked_base(query.text)
    own = (figure.per or "").split(" ")[0]
    return base is not None and own != base and (own.isdigit() or figure.measure is Measure.COUNT)


@remembered(256)
def asked_base(text: str) -> str | None:
    """Return the number by which the question *text* asks for a rate: the 100000 of "per 100,000 residents"."""
    syntax = parsed(text)
    for number in find_numbers(text, syntax.tokens, syntax.language):
        before = syntax.tokens[number.first - 1].lower if number.first else ""
        noun = syntax.lemma(number.last) if number.last < len(syntax.tokens) else ""
        known = before in syntax.words["per_base"] and number.value >= BASE and noun in syntax.words["base_units"]
        if known or before in syntax.words["per"]:
            return f"{number.value:f}"
    return None


def is_none_of_whole(query: Query, scope: Scope) -> bool:
    """Whether the figure tells that none of so many did something, and it is asked how many there are, or for what its sentence tells of
    others: «за Петрова — никто из 30, за Орлова — 12»."""
    figure, asked = scope.figure, query.slots
    if figure.value != 0 or any(map(str.isdigit, figure.surface)) or figure.part_of is None or not figure.terms.action:
        return False
    if not asked.action and query.votes is None:
        return True
    others = (other for other in scope.rivals.beside(figure) if other.value != figure.part_of.value)
    told = {adjunct.partition(":")[2] for other in others for adjunct in other.terms.adjuncts}
    return not told.isdisjoint({*asked.other, *asked.counted} - {*figure.terms.place})


def is_of_other_side(votes: str, asked: Collection[str], figure: Figure) -> bool:
    """Whether the figure counts who voted otherwise than *votes*, or who supports what the others oppose."""
    own = VOTES.intersection(figure.terms.adjuncts)
    if own == {f"vote:{votes}"} and not figure.terms.actor:
        return False  # «документ поддержали 19 при 11 голосах против»
    voted = any(term in VOTES and term != f"vote:{votes}" for term in figure.terms.adjuncts)
    return voted or any(TAKING_SIDES.get(deed, votes) != votes for deed in figure.terms.action if deed not in asked)


def is_of_some(query: Query, scope: Scope) -> bool:
    """Whether the plain number of things is asked, and the figure counts those of them that did something: 130 that reported torture."""
    asked = query.slots
    if query.kind is not Kind.COUNT or asked.action or not asked.head or query.binds or not scope.concepts.own.isdisjoint(asked.other):
        return False
    if asked.head[0].startswith("@") and not {*scope.figure.terms.action} <= _COMING:
        return True  # those of a people who were expelled
    signs = known_by().get(asked.head[0], frozenset())
    fates = {deed for deed in scope.figure.terms.action if deed in FATES or (is_person(asked.head[0]) and "die" in broader(deed))}
    if not fates.issubset(signs | {*asked.counted}):
        return True  # those of them who were hurt
    return not {*scope.figure.terms.does} <= {*STANDING, *signs, *asked.counted, *asked.head}


def is_none_of_some(sought: Sought, scope: Scope, places: Sequence[str]) -> bool:
    """Whether a word tells that there was none of a sort that nobody asked for: that no rescuer died says nothing of the others, nor that
    nobody did in the capital; unless that is one of the *places* asked for."""
    figure = scope.figure
    if figure.value != 0 or any(map(str.isdigit, figure.surface)):
        return False
    led = [adjunct.partition(":")[::2] for adjunct in figure.terms.adjuncts]
    kinds = {behind for _, behind in led}
    if not {*places}.isdisjoint((*figure.terms.other, *figure.terms.place)):
        located = {way for way, behind in led if behind in place_kinds(figure.language)}
        kinds -= {behind for way, behind in led if way in located}  # "in the provincial capital, Merava"
    if "vote" in figure.terms.action:
        kinds -= functions("en")["sittings"]
    if figure.claimant is not None:  # "according to the union"
        kinds -= {lexicon(figure.language).concept(token.lower) for token in tokenize(figure.claimant.name)}
    held = kinds | {term for term in (*figure.terms.other, *figure.terms.counted) if is_person(term) and term not in UNSPECIFIC}
    return not all(term in sought.asked or not sought.asked.isdisjoint(broader(term)) or scope.passage.is_headed(term) for term in held)


def lacks_none(query: Query, scope: Scope) -> bool:
    """Whether it is asked how many are without something, «по скольким участникам дел нет», and the sentence tells of no such lack."""
    if query.kind is not Kind.COUNT or query.language != "ru" or scope.figure.language != "ru" or scope.figure.value == 0:
        return False
    words = functions("ru")["there_is_none"]
    asked = [token.lower for token in tokenize(query.text)]
    said = {token.lower for token in scope.passage.tokens(scope.figure)}
    lacks = any(lower in words for lower in asked)
    return lacks and words.isdisjoint(said) and not scope.figure.negative


def is_of_group(query: Query, figure: Figure) -> bool:
    """Whether the figure is a rate among persons of a kind that the question does not name: "among young people the unemployment rate"."""
    if figure.measure not in (Measure.SHARE, Measure.RATE) or LEVEL not in figure.terms.head:
        return False
    own, asked = (frozenset(filter(is_person, terms)) for terms in (figure.terms.other, asked_concepts(query)))
    if not own or own <= {"person"} <= asked:
        return False
    return not any(are_akin(one, other) for one in own for other in asked)


def is_another_rate(query: Query, figure: Figure) -> bool:
    """Whether a rate is asked by what it is of, and the figure's own is of other things: the unemployment rate, the job vacancy rate."""
    if LEVEL not in figure.terms.head or LEVEL not in asked_concepts(query):
        return False
    own, asked = (
        {term for term in terms if term != LEVEL and not is_person(term)} for terms in (figure.terms.counted, asked_concepts(query))
    )
    return bool(own and asked) and not any(are_akin(one, other) for one in own for other in asked)


def is_of_core(sought: Sought, figure: Figure) -> bool:
    """Whether *figure* is a rate that leaves something out, core inflation, where just the rate is asked for."""
    return figure.measure in (Measure.SHARE, Measure.RATE, Measure.CHANGE) and bool(CORES.intersection(figure.terms.counted) - sought.asked)
