"""How the unit of a figure fits what a question counts."""

from collections.abc import Collection, Iterable

from qa_bot.answer.columns import LEVEL, is_of_other_column
from qa_bot.answer.concepts import WAYS, broader, is_deed, is_person, symbol
from qa_bot.answer.deeds import DEEDLESS, is_moved_by_doer
from qa_bot.answer.inhabitants import is_of_inhabitants
from qa_bot.answer.prices_told import is_price_told
from qa_bot.answer.readings import text_at
from qa_bot.answer.records import is_value_of_record
from qa_bot.answer.same_beside import counts_deeds, is_same_beside
from qa_bot.answer.scope import CLAUSE, CONTEXT, NOWHERE, SENTENCE, SLOT, WEIGHT, Scope, label_terms
from qa_bot.answer.shares_fit import share_fits
from qa_bot.answer.short_nouns import is_cut_short, is_of_setting, is_said_apart, long_names
from qa_bot.answer.sums_given import is_earned, is_given_sum
from qa_bot.schema import Figure, Fit, Kind, Measure, Query, Span
from qa_bot.text.analysis import stem
from qa_bot.text.functions import befalls, dimension_units, dimension_words, functions, known_by, measured_in, time_parts, told_of
from qa_bot.text.lexicon import lexicon, remembered
from qa_bot.text.nominals import AGE
from qa_bot.text.tokens import fold, tokenize

OVER, UNDER = functions("en")["balances_over"], functions("en")["balances_under"]
BALANCES = ((OVER, UNDER), (UNDER, OVER))
PERSON = "person"
POPULATION = "population"
RECEIVING = functions("en")["receiving"]
TELLING = functions("en")["event_verbs"] | RECEIVING  # events that were announced were
ANY_UNITS = functions("en")["any_units"]  # "840 units of footwear"
ALIKE = [frozenset(pair.split()) for pair in sorted(functions("en")["alike"])]
INSTANCES = functions("en")["instances"]  # an incident is a case
PERSON_CASES = functions("en")["person_cases"]  # each is of one person
ATTENDING = functions("en")["attending"]
PERSONAL = functions("en")["personal"]
MEMBERS = functions("en")["members"]
NATIONALS, CITIZENS = functions("en")["nationals"], functions("en")["citizens"]
NEARLY = [(frozenset(words[:2]), words[2:]) for words in map(str.split, sorted(functions("en")["nearly"]))]
VOTES = frozenset({"vote:for", "vote:against"})  # of `Terms.adjuncts`
TAKING_SIDES = {deed: side for side in ("for", "against") for deed in functions("en")[f"siding_{side}"]}
LASTING = frozenset({"day", "week", "month", "year"})
ANYTHING = "*"  # in `told_of`: whatever it was done to
TIMES = "time"  # unit and noun of how often something was done
PERCENTS = frozenset({"%", "pp"})
RATES = {rate: deeds for rate, *deeds in map(str.split, sorted(functions("en")["rates"]))}
POINTS = frozenset({"percentage-point", "point", "share"})  # in which a change is asked
OPEN_MEASURES = {Measure.MONEY, Measure.QUANTITY, Measure.RATE, Measure.SHARE}  # what "how much" may be answered by
_IN_MONEY = frozenset({"cost", "earn"})  # deeds of which "how much" asks for a sum


def unit_fit(query: Query, scope: Scope) -> Iterable[tuple[str, Fit, float]]:
    """Yield (slot, fit, weight): an event noun ("refusals") asks for things that it happened to, any other noun for its own unit."""
    figure, head = scope.figure, query.slots.head
    if query.dimension is not None and (figure.unit not in dimension_units(query.dimension) or _is_other_way(query.dimension, scope)):
        yield "unit", scope.judged("unit", Fit.DIFFERENT), 0.0
        return
    if query.measure is Measure.SHARE:
        yield from share_fits(query, scope)
        return
    uncounted = query.kind is Kind.COUNT and figure.measure is Measure.COUNT and not figure.terms.head and figure.value % 1
    if head and (uncounted or _is_other_balance(head[0], figure)):
        yield "unit", scope.judged("unit", Fit.DIFFERENT), 0.0  # "against 29.9 in 2023" counts nothing
        return
    if Measure.CHANGE in (query.measure, figure.measure):
        yield from _change_fit(query, scope)
        return
    if not head and (query.amount or not {"earn", "cost"}.isdisjoint(query.slots.action)) and _is_no_amount(query, figure):
        yield "unit", scope.judged("unit", Fit.DIFFERENT), 0.0
        return
    if not head:
        doers = figure.measure is Measure.SHARE and not {*figure.terms.head}.isdisjoint(query.slots.actor)  # "one in ten teachers spends"
        events = figure.measure is Measure.COUNT and not {*figure.terms.head}.isdisjoint(query.slots.action)  # "births to mothers of 30"
        open_ = (
            events or (figure.measure in OPEN_MEASURES and not doers) or not (query.amount and query.kind is Kind.COUNT and not query.binds)
        )
        yield "unit", (Fit.SAME if open_ and not is_of_other_column(query, scope) else Fit.DIFFERENT), 0.0
        return
    term = head[0]
    given = is_given_sum(query, scope) or is_earned(query, scope) or is_price_told(query, scope)
    if (term == "money" and figure.measure is Measure.MONEY) or given or is_value_of_record(term, query, scope):
        yield "unit", Fit.SAME, 1.0
        return
    if query.unit is None:  # an event
        yield from _event_fit(query, scope, term)
        return
    if term == AGE and AGE not in figure.terms.head and not DEEDLESS.issuperset(figure.terms.action):
        yield "unit", scope.judged("unit", Fit.DIFFERENT), 0.0  # a contract signed for two years is no age
        return
    if figure.measure is Measure.QUANTITY and figure.unit in (query.unit, symbol(query.unit)):
        yield "unit", Fit.SAME, 1.5
        return
    in_parts = term == query.unit and any({query.unit, figure.unit} == {*pair} for pair in time_parts("en"))
    if in_parts or _is_only_measured(term, query, figure):
        yield "unit", Fit.SAME, 0.5  # days of holiday, told in weeks
        return
    if figure.measure in OPEN_MEASURES and query.unit != figure.unit:
        ranks = query.kind is Kind.SUPERLATIVE and figure.label is not None  # the lowest storage, of a column "Storage, %"
        measured = query.amount or ranks or (figure.measure is not Measure.SHARE and figure.unit != "%")
        level, told_as = scope.level(term)
        level = NOWHERE if told_as is Fit.WIDER and figure.measure is Measure.QUANTITY else level  # kilos of drugs, of which some is opium
        told = level is SLOT and (ranks or query.kind is Kind.WHAT or _is_measured(query, figure, term))  # "the average visit": 61 minutes
        lasts = figure.unit in LASTING and (level < SLOT or _asks_how_many(query))  # how much rain fell is no number of days
        own = [thing for thing in figure.terms.head if symbol(thing) != figure.unit]  # more than the tonnes
        of_other = figure.measure is Measure.QUANTITY and bool(own) and query.kind is Kind.COUNT
        lasts = lasts or (of_other and term in {*figure.terms.actor} - {*figure.terms.counted})  # "goals": "his goal fell after 14 seconds"
        spent = figure.measure is Measure.MONEY and _asks_how_many(query)  # what was set aside to replace lifts replaced none
        least = SLOT if of_other or spent else SENTENCE  # the area under wheat is no wheat
        fits = measured and not lasts and level >= least and (told or not _is_countable(term)) and not _is_share_of_it(term, query, scope)
        if fits or _is_yield_of(term, query, scope):
            yield "unit", Fit.SAME, WEIGHT[level]
            return
        yield "unit", Fit.DIFFERENT, 0.0
        return
    yield from _things_fit(query, scope, term)


def _is_other_balance(term: str, figure: Figure) -> bool:
    """Whether *term* is what is left over and the figure what is lacking, or the other way round: a surplus is no deficit."""
    return any(term in own and not other.isdisjoint(figure.terms.head) for own, other in BALANCES)


def _is_only_measured(term: str, query: Query, figure: Figure) -> bool:
    """Whether it is asked how much there was of *term*, and all that the figure says of what it measures is a unit for just that: "840 GWh"
    are of electricity."""
    units = measured_in().get(term, frozenset())
    if figure.measure is not Measure.QUANTITY or not query.amount or query.kind is not Kind.COUNT or figure.unit not in units:
        return False
    return all(symbol(head) == figure.unit for head in (*figure.terms.head, *figure.terms.counted))


def _is_share_of_it(term: str, query: Query, scope: Scope) -> bool:
    """Whether the figure is so many per cent of *term*, and it is asked what that was: "71 % of revenue" is no revenue."""
    figure = scope.figure
    if figure.measure is not Measure.SHARE or term not in figure.terms.head or query.kind is not Kind.COUNT:
        return False
    behind = text_at(scope.passage.passage, Span(start=figure.span.end, end=figure.quote.end)).split()
    led = bool(behind) and behind[0].lower() in functions(figure.language)["partitives"]
    return led and not _says_amount(query.text, query.language)


def _is_yield_of(term: str, query: Query, scope: Scope) -> bool:
    """Whether a column is headed by the very deed that is asked, and what stands over the table is about *term*: "Harvest" of "Grain"."""
    figure = scope.figure
    if figure.label is None or figure.measure is not Measure.QUANTITY or not query.slots.action:
        return False
    deeds, heads = {*query.slots.action}, figure.terms.head
    done = bool(heads) and all(head in deeds or not broader(head).isdisjoint(deeds) for head in heads)
    return done and scope.level(term) == (CONTEXT, Fit.SAME)


def _is_no_amount(query: Query, figure: Figure) -> bool:
    """Whether *figure* is no answer to a bare "how much": how much was lost is no number of months, what it costs or somebody earns no
    length, what it costs no count."""
    if figure.measure is Measure.QUANTITY:
        return not _IN_MONEY.isdisjoint(query.slots.action) or (
            figure.unit in LASTING and query.dimension is None and _asks_how_much(query)
        )
    return figure.measure is Measure.COUNT and "cost" in query.slots.action and "cost" not in figure.terms.head


def _asks_how_many(query: Query) -> bool:
    """Whether things are counted: "how many cottages" is not answered by two days, however near they stand."""
    return query.kind is Kind.COUNT and not query.amount and query.dimension is None


def _change_fit(query: Query, scope: Scope) -> Iterable[tuple[str, Fit, float]]:
    """Whether a change is asked and the figure is one, of what is asked to have changed; a change is no level, unless two are compared."""
    figure = scope.figure
    if query.measure is Measure.CHANGE:
        rated = figure.unit == "pp" or (figure.unit == "%" and figure.measure is Measure.CHANGE and LEVEL in figure.terms.head)
        other = figure.unit != query.unit if query.unit in PERCENTS else rated and query.unit is not None
        grown = figure.measure is Measure.SHARE and not WAYS.isdisjoint(figure.terms.head)  # "growth was 2.3 %"
        changed = figure.measure is Measure.CHANGE or grown
        yield "unit", scope.judged("unit", Fit.SAME if changed and not other else Fit.DIFFERENT), 1.0
        if _is_by_another(query, figure):
            yield "actor", scope.judged("actor", Fit.DIFFERENT), 0.0
        if not _is_of_subject(query, scope):
            yield "counted", scope.judged("counted", Fit.DIFFERENT), 0.0
        return
    counts_others = None not in (query.unit, figure.unit) and figure.unit not in PERCENTS | {query.unit}  # "won by 14 votes" are no seats
    fitting = query.kind is Kind.COMPARE and not (counts_others and set(query.slots.head).isdisjoint(figure.terms.head))
    yield "unit", (Fit.SAME if fitting else Fit.DIFFERENT), 0.0


def _is_by_another(query: Query, figure: Figure) -> bool:
    """Whether the figure is a change that one made or wants, and it is asked for that of another whom its sentence names beside: «профсоюз
    требует поднять оклад на 12 %, дирекция согласна на 4 %»."""
    asked, terms = {*query.slots.head}, figure.terms
    own = {*terms.head, *terms.counted, *terms.actor, *terms.place, *terms.action}
    return bool(terms.actor) and asked.isdisjoint(own) and not asked.isdisjoint(terms.other)


def _event_fit(query: Query, scope: Scope, term: str) -> Iterable[tuple[str, Fit, float]]:
    """Whether the figure counts what the event *term*, "refusals", happened to, and is no share or sum of money."""
    figure = scope.figure
    if figure.measure is Measure.COUNT and _asks_how_much(query):
        yield "unit", scope.judged("unit", Fit.DIFFERENT), 0.0  # who was compensated is no compensation
        return
    level, fit = scope.level(term)
    fit = Fit.SAME if fit is Fit.NARROWER else Fit.DIFFERENT if fit is Fit.WIDER else fit  # detained is arrested, an offence no murder
    things = (head for head in figure.terms.head if head != term)
    other = figure.measure is Measure.COUNT and any(_is_countable(head) or is_deed(head) for head in things)  # "210 accidents, 34 killed"
    plain = term in figure.terms.head and {*query.slots.action} == {term}  # asked is no more than how many there were
    fit = Fit.NARROWER if plain and figure.modality is None and _was_dealt_with(query, figure) else fit
    strays = level == CLAUSE and other and {*figure.terms.action}.isdisjoint(query.slots.action)  # "in front of 900 at a 3-1 win"
    least = SLOT if strays and figure.terms.action else CLAUSE if other else SENTENCE
    beside = term not in (*figure.terms.action, *figure.terms.head) and scope.passage.is_counted_beside(figure, term)
    yield "action", scope.judged("action", Fit.DIFFERENT) if beside else _at_least(level, least, fit), WEIGHT[level]
    summed = figure.measure is Measure.MONEY or (figure.measure is Measure.SHARE and figure.per is not None)  # "debt, 41 % of GDP"
    rate_of = query.kind is Kind.WHAT and figure.measure is Measure.SHARE  # "what was the participation?"
    sum_of = query.amount and (summed or rate_of) and term in figure.terms.head  # "what was the income?"
    lasts = figure.measure is Measure.QUANTITY and figure.unit in LASTING and query.kind is Kind.COUNT and term not in figure.terms.head
    paid = figure.measure is Measure.MONEY and level >= CLAUSE and _asks_how_much(query)
    if lasts or (figure.measure in (Measure.SHARE, Measure.MONEY) and not (sum_of or paid)):
        yield "unit", Fit.DIFFERENT, 0.0


def _asks_how_much(query: Query) -> bool:
    """Whether the question says that it is for an amount; of a bare "refusals in 2023" nobody knows."""
    return query.amount and _says_amount(query.text, query.language)


@remembered(1024)  # it is asked of every figure
def _says_amount(text: str, language: str) -> bool:
    return not functions(language)["amounts"].isdisjoint(token.lower for token in tokenize(text))


def _is_other_way(dimension: str, scope: Scope) -> bool:
    """Whether the words beside the figure say that it was measured another way: the pool that is "12 metres long" is not 12 metres deep."""
    words = dimension_words(scope.figure.language)
    way = next((name for word in scope.beside() for name, held in words.items() if word in held), dimension)
    return way != dimension


def _is_of_subject(query: Query, scope: Scope) -> bool:
    """Whether the clause of a change names some of what is asked to have changed, besides whose it is where it names another thing: the
    fee that went up by 4 % is no toll, Vessen's sales are no profit of Vessen's, and schools no employees."""
    figure = scope.figure
    if (
        query.unit == PERSON
        and figure.unit in figure.terms.head
        and not any(is_person(term) or term == POPULATION for term in figure.terms.head)
    ):
        return False
    doers = () if is_moved_by_doer(query) else query.slots.actor
    asked = {*doers, *query.slots.counted, *query.slots.other} - POINTS - {rate for rate, deeds in RATES.items() if not deeds}
    subject = [term for term in sorted(asked) if not term.startswith("@")]
    common = [term for term in subject if term not in query.names and term != query.unit] if figure.terms.head else []
    levels = ((term, *scope.level(term)) for term in common or subject)  # that people rose by so many says nothing of students
    told = any((level >= CLAUSE and fit is not Fit.WIDER) or {*RATES.get(term, "?")} <= scope.slots for term, level, fit in levels)
    return not subject or told


def _is_measured(query: Query, figure: Figure, term: str) -> bool:
    """Whether *figure* says how much there is of what it is itself about: wages in crowns, housing in m², which nobody counts."""
    return query.amount and term in figure.terms.head and figure.measure in (Measure.MONEY, Measure.QUANTITY)


def _things_fit(query: Query, scope: Scope, term: str) -> Iterable[tuple[str, Fit, float]]:
    if term.startswith("@"):
        return _nationals_fit(term, scope)
    of_body = scope.figure.unit == "person" and term not in scope.figure.terms.head and not is_person(term) and term in _bodies()
    if of_body or _is_of_groups(term, scope):
        return [("unit", scope.judged("unit", Fit.DIFFERENT), 0.0)]
    return _count_unit(query, scope, term)


@remembered()
def _bodies() -> frozenset[str]:
    """The concepts of bodies with names of their own, prisons: the people of a row below such a heading are none."""
    return frozenset(map(lexicon("en").concept, functions("en")["naming"]))


def _count_unit(query: Query, scope: Scope, term: str) -> Iterable[tuple[str, Fit, float]]:
    figure = scope.figure
    heads = figure.terms.head
    votes = _may_vote(term, query) and not VOTES.isdisjoint(figure.terms.adjuncts)
    if term in heads or (term == TIMES and (_counts_times(figure) or counts_deeds(query, figure))) or votes:
        yield "unit", Fit.SAME, 1.5
    elif (term in figure.terms.counted and (_is_sort_of_whole(figure) or {*heads} <= ANY_UNITS)) or _is_put_together(term, figure):
        yield "unit", Fit.SAME, 1.0
    elif (befell := _befell(term, query, scope)) is not None:
        yield "unit", (Fit.SAME if befell else scope.judged("unit", Fit.DIFFERENT)), 1.0 * befell
    elif query.unit == figure.unit == "person" and any(_is_event_asked(head, query) for head in heads) and _may_be(term, scope):
        yield "unit", Fit.SAME, 1.0  # "родившиеся, человек"
    elif any(term in broader(other) and is_person(term) == is_person(other) for other in heads):
        deeds = {*query.slots.action}
        named = any(not deeds.isdisjoint(known_by().get(other, ())) for other in heads)  # "strikers" are the workers who went on strike
        yield "unit", Fit.SAME, 1.0
        yield "counted", (Fit.SAME if named else Fit.NARROWER), 0.0
    elif _is_told_by_event(term, figure) or is_of_setting(term, scope) or is_said_apart(term, scope) or _are_alike(term, query, scope):
        yield "unit", Fit.SAME, 1.0
    elif _is_countable(term) and any(_is_countable(other) for other in heads) and query.unit != "person":
        yield "unit", scope.judged("unit", Fit.DIFFERENT), 0.0
    elif figure.unit == query.unit == "person":
        said = term in figure.terms.counted or (term == "person" and not heads) or _describes(term, scope)  # "трое погибли"
        if is_cut_short(term, scope):
            yield "unit", Fit.SAME, 0.5
            return
        near = next((where for pair, where in NEARLY if {term, *heads} <= pair), None)
        if near is not None and not scope.rivals.have(term, "counted", figure, phrases=False):
            sure = bool(near) and all(scope.level(place)[0] >= CONTEXT for place in near)
            yield "unit", Fit.SAME, 0.5
            yield "counted", (Fit.SAME if sure else Fit.WIDER), 0.5
            return
        said = said or (not heads and not VOTES.isdisjoint(figure.terms.adjuncts))  # whoever may vote there
        yield "unit", Fit.SAME, 0.5
        yield "counted", (Fit.SAME if said else scope.judged("counted", Fit.DIFFERENT)), 0.5 * said
    elif not heads and figure.unit is None:
        level, _ = scope.level(term)
        own = level >= SENTENCE and not scope.passage.is_counted_beside(figure, term)
        yield "unit", (Fit.SAME if own else scope.judged("unit", Fit.DIFFERENT)), WEIGHT[level]
    elif figure.unit == query.unit:
        sorts = bool(heads) and query.unit not in (term, *heads) and term not in figure.terms.counted  # red cards are no yellow ones
        other = sorts or scope.rivals.have(term, "counted", figure, phrases=False)
        yield "unit", (scope.judged("unit", Fit.DIFFERENT) if other else Fit.SAME), 1.0 - other
    elif _is_countable(query.unit or "") and _is_countable(figure.unit or ""):
        yield "unit", scope.judged("unit", Fit.DIFFERENT), 0.0
    else:
        yield "unit", Fit.DIFFERENT, 0.0


def _is_put_together(term: str, figure: Figure) -> bool:
    """Whether the figure's noun and what is said of it are together a name for *term*: "homes" in the row "Council", council homes."""
    own = {*figure.terms.head, *figure.terms.counted}
    names = ({*rest, last} for rest, last in long_names(term, figure.language))
    return any(len(words) > 1 and words <= own for words in names)


def _is_of_groups(term: str, scope: Scope) -> bool:
    """Whether the row of *term* counts its members in another column, and here something that they form: pairs or colonies of cranes."""
    figure = scope.figure
    if figure.label is None or figure.measure is not Measure.COUNT or term not in label_terms(figure.label, figure.language):
        return False
    heads = {*figure.terms.head}
    row = (other for other in scope.passage.figures if other.quote == figure.quote and other.measure is Measure.COUNT)
    return heads.isdisjoint({term, *MEMBERS}) and any(not MEMBERS.isdisjoint(other.terms.head) for other in row)


def _may_vote(term: str, query: Query) -> bool:
    """Whether votes are asked for, or how many of those voted who have one each: councillors."""
    return term == "vote" or (query.votes is not None and is_person(term))


def _counts_times(figure: Figure) -> bool:
    """Whether *figure* says how often something was done, in whatever language: "13 times", «13 раз»."""
    return figure.unit is not None and figure.measure is Measure.COUNT and lexicon(figure.language).concept(figure.unit) == TIMES


def _nationals_fit(term: str, scope: Scope) -> Iterable[tuple[str, Fit, float]]:
    """Whether the figure counts people of the state *term*; those who came from there are mostly such ones."""
    figure = scope.figure
    heads = figure.terms.head
    came = any(head in ATTENDING or "person" in befalls().get(head, ()) for head in heads)
    persons = figure.measure is Measure.COUNT and (figure.unit == "person" or came)
    if term in heads or (persons and term in figure.terms.counted and not came):
        yield "unit", Fit.SAME, 1.5
    elif persons and term in figure.terms.place and not NATIONALS.isdisjoint(figure.terms.rows):
        yield "unit", Fit.SAME, 1.0  # the row "India" under "Citizenship"
    elif persons and not {f"from:{term}", term}.isdisjoint((*figure.terms.direction, *figure.terms.counted, *figure.terms.adjuncts)):
        yield "unit", Fit.SAME, 0.5
        yield "counted", Fit.WIDER, 0.5
    else:
        yield "unit", scope.judged("unit", Fit.DIFFERENT), 0.0


def _are_alike(term: str, query: Query, scope: Scope) -> bool:
    """Whether the figure's noun is another word for *term* where nothing else is said of it: an incident is a case, a pair a couple."""
    figure = scope.figure
    alike = any({term, head} in ALIKE for head in figure.terms.head)
    staff = "staff" in figure.terms.head and figure.measure is Measure.COUNT  # who works there
    people = figure.unit == "person" or staff or not is_person(term) or (alike and is_of_inhabitants(query, scope))
    alike = alike and people  # the population of a colony of seals is no people
    return alike or INSTANCES.issuperset((term, figure.unit)) or is_same_beside(term, query, scope)


def _is_told_by_event(term: str, figure: Figure) -> bool:
    """Whether *figure* counts persons of a sort by the event that makes them such ones, or the other way round: the attendance of a
    match is its spectators."""
    heads, known = figure.terms.head, known_by()
    if figure.measure is not Measure.COUNT:
        return False
    came = ATTENDING & {term, *known.get(term, ())}
    if any(head in came or (term in ATTENDING and {term, "visit"} & known.get(head, frozenset())) for head in heads):
        return True
    done = PERSONAL.intersection(figure.terms.does, known.get(term, ()))
    return bool(done) and not any(map(_is_countable, heads))  # "deckhands walked out", a word that no list has


def _may_be(term: str, scope: Scope) -> bool:
    """Whether those whom only their fate tells, "52 deaths", may be *term*: people, or who is named around them."""
    level, fit = scope.level(term)
    return term == "person" or (level >= CONTEXT and fit is not Fit.WIDER)


def _describes(term: str, scope: Scope) -> bool:
    """Whether the persons that the figure counts are said to be *term*: by an adjective that is the same word, "Muslim volunteers" are
    Muslims, or by what all of these do or suffer, "people held in prisons" are prisoners."""
    figure = scope.figure
    if term in CITIZENS and not NATIONALS.isdisjoint(figure.terms.rows):
        return True
    signs = known_by().get(term, frozenset())
    if {*figure.terms.head} <= {"person"} and not signs.isdisjoint(scope.concepts.own):
        return True
    if not signs.isdisjoint(figure.terms.action) and all(map(is_person, figure.terms.head)):
        return True  # drivers who walked out are strikers
    words = {stem(fold(word)) for word in lexicon(figure.language).words(term)} or {term}
    return any(stem(token.lower) in words for token in tokenize(figure.counted or ""))


def _is_sort_of_whole(figure: Figure) -> bool:
    """Whether *figure* may be counted by what it is a part or a row of: emergencies are operations, a part of the requests to extradite
    persons is no persons."""
    return figure.part_of.counted != figure.counted if figure.part_of is not None else figure.label is not None


def _befell(term: str, query: Query, scope: Scope) -> bool | None:
    """Whether the figure counts events of the asked deed, each of which befell one *term*: "1,971 deaths" are people who died, "341
    cancellations of crossings" crossings that were cancelled; "17 of the cases were fatal" likewise. None where it counts no such events.

    The events must only be said to have been: "131 convictions were upheld" convicts nobody.
    """
    figure, own = scope.figure, scope.figure.terms
    cases = not PERSON_CASES.isdisjoint(own.head)
    events = [event for event in (own.action if cases else own.head) if event in befalls() and _is_asked(event, query)]
    if not events or figure.measure is not Measure.COUNT or figure.unit == query.unit:  # "refused 42 times"
        return None
    if not cases and _was_dealt_with(query, figure):
        return False
    if own.patient:
        return len(own.patient) == 1 and (term == own.patient[0] or term in broader(own.patient[0]))
    usual = befalls()[events[0]]
    if not usual and figure.label is not None:
        return scope.level(term)[0] >= CONTEXT  # of a column "Rentals" below a title "Bike rentals by district"
    if any(term == sort or term in broader(sort) for sort in usual):
        return True
    of_sort = any(sort in broader(term) for sort in usual)
    return of_sort and (_may_be(term, scope) or _told_before(term, events, scope))  # of miners, in a report on them


def _told_before(term: str, events: Collection[str], scope: Scope) -> bool:
    """Whether the last sentence before that tells of one of *events* says that it befell *term*: "arrested 94 journalists. In 2023 it had
    recorded 61 arrests"."""
    start = scope.figure.quote.start
    before = (other for other in scope.passage.figures if other.quote.start < start and other.part_of is None)
    told = [other for other in before if not {*other.terms.action}.isdisjoint(events)]
    last = [other.terms.head for other in told if other.quote == told[-1].quote]
    return bool(last) and all(term in heads for heads in last)


def _was_dealt_with(query: Query, figure: Figure) -> bool:
    """Whether more was done to the events that *figure* counts than that they were, and than was asked: they were upheld."""
    asked = query.slots
    return not {*figure.terms.action} <= {*figure.terms.head, *TELLING, *asked.action, *asked.counted, *asked.other}


def _is_asked(event: str, query: Query) -> bool:
    """Whether the question asks for *event*, or for what it is a sort of: those killed are among the deaths."""
    return any(
        event == deed or deed in broader(event) or event in broader(deed) or _tells(event, deed, query) for deed in query.slots.action
    )


def _is_event_asked(head: str, query: Query) -> bool:
    asked = head in query.slots.action or (query.unit == "person" and is_deed(head) and head in query.slots.other)  # "people in employment"
    return asked or (head in befalls() and _is_asked(head, query))


def _tells(event: str, deed: str, query: Query) -> bool:
    """Whether a text may call by *event* what is asked as *deed*, of just what is asked for: ships visit a port by calls."""
    asked = {ANYTHING, *query.slots.head, *query.slots.counted}
    return any(verb == event and noun in asked for verb, noun in told_of().get(deed, ()))


def _is_countable(term: str) -> bool:
    return lexicon("en").is_unit(term) and term != "money"


def _at_least(level: int, wanted: int, fit: Fit) -> Fit:
    return fit if level >= wanted else Fit.DIFFERENT
