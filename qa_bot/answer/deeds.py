"""When a figure tells a deed in other words than the question: those employed work, what is cancelled does not run."""

from qa_bot.answer.concepts import are_akin, broader, is_person
from qa_bot.answer.scope import label_terms
from qa_bot.schema import Figure, Measure, Query
from qa_bot.text.asking import asking
from qa_bot.text.functions import befalls, functions, known_by, told_of, undone

ACQUIRING = functions("en")["acquiring"]
EXISTING = functions("en")["existing"]
FATES = functions("en")["fates"]
FINDING = functions("en")["finding_out"]
OUTLAYS = functions("en")["outlays"]
PAYING = functions("en")["paying"]
PERFORMING = functions("en")["performing"]
PURCHASING = functions("en")["purchasing"]
PRICE = "price"  # concept
SERVING = functions("en")["serving"]
LIVING = functions("en")["living"]
WORKING_STATES = (functions("en")["at_work"], functions("en")["without_work"])
ANIMAL = "animal"
POPULATION = "population"
STAFF = "staff"  # beside a number it may be whose canteen or bus it is
COLLECTIVE = (POPULATION, STAFF, "headcount")
DEAD, DIE = "dead-person", "die"
KILLING = functions("en")["killing"]
HARMING = KILLING | functions("en")["harming"]
JOB = "job"
WORKER = "worker"
WORKING = functions("en")["working"]
ROW_DEEDS = functions("en")["row_deeds"]
ANYTHING = "*"  # in `told_of`: whatever it was done to
DONE_BY = "by:"  # before the noun: who did it
SAME = "="  # before a noun that must be no narrower one: of "people" and not of workers
REFUSE = "refuse"
PRICES = functions("en")["prices"]
DEEDLESS = PERFORMING | functions("en")["light_verbs"]


def is_told_otherwise(deed: str, query: Query, figure: Figure) -> bool:
    """Return whether *figure*, without the word, says of what it counts that *deed* was done."""
    told = makes_such(deed, figure) or _is_gained(deed, query, figure) or is_undone(deed, query, figure) or is_told_of(deed, figure)
    return told or _is_population(deed, figure) or _is_death_by(deed, query, figure)


def _is_death_by(deed: str, query: Query, figure: Figure) -> bool:
    """Whether it is asked how many somebody killed, and *figure* tells of the dead what just that one did to them: "of 27 dead otters 19
    had been hit by vehicles"."""
    killed = deed in KILLING | {DIE} and DEAD in figure.terms.counted and {*figure.terms.action} <= HARMING
    return killed and not {*figure.terms.actor}.isdisjoint((*query.slots.actor, *query.slots.other))


def _is_population(deed: str, figure: Figure) -> bool:
    """Whether it is asked how many live or work there, and *figure* counts people whom its own words call a population or staff."""
    own = figure.terms
    bodies = (body for body in COLLECTIVE if deed in known_by()[body] and (body in own.counted or (body != STAFF and body in own.other)))
    persons = figure.unit == "person" and not any(is_person(head) and head != "person" for head in own.head)
    return persons and any(bodies) and _is_bare(figure)


def is_moved_by_doer(query: Query) -> bool:
    """Return whether it is asked by how much somebody changed something: "by how much did the bank cut the rate"; not how much it rose."""
    deeds, words = {*query.slots.action}, asking(query.language).words
    moved = query.measure is Measure.CHANGE and not deeds.isdisjoint(words["moving_concepts"])
    return moved and deeds.isdisjoint(words["change_concepts"])


def makes_such(deed: str, figure: Figure) -> bool:
    """Return whether those counted are called by the deed, or by where they do it, and nothing else is said of them: whoever is an
    employee works, pupils go to school."""
    if figure.label is not None and _is_deed_of_row(deed, figure) and _is_bare(figure):
        return True
    signs = [known for head in figure.terms.head if deed in (known := known_by().get(head, frozenset()))]
    sure = deed not in FATES or {deed} in signs  # not every patient is in hospital, nor every victim dead
    return bool(signs) and sure and (_is_bare(figure) or _is_only_found(figure))


def _is_deed_of_row(deed: str, figure: Figure) -> bool:
    """Whether those of a row, of a trade, work there, or what its column counts had just that done to it: doctors, games."""
    heads = figure.terms.head
    return any(f"{head} {deed}" in ROW_DEEDS for head in heads) or (deed in WORKING and any(WORKER in broader(head) for head in heads))


def is_post_of(term: str, query: Query, figure: Figure) -> bool:
    """Return whether jobs of a sort are asked, and *figure* counts those who have such ones: 6 teachers of 14 posts are teaching jobs."""
    own = figure.terms
    jobs = JOB in query.slots.head and JOB in (*own.counted, *own.other)
    return jobs and any(term == head or term in known_by().get(head, ()) for head in own.head)


def _is_gained(deed: str, query: Query, figure: Figure) -> bool:
    """Whether a row of what is asked for has it: a party's seats, a country's medals are those it won."""
    if deed not in ACQUIRING or figure.label is None or not _is_bare(figure):
        return False
    asked, shared = set(query.slots.head), query.measure is figure.measure is Measure.SHARE
    return bool(asked & set(figure.terms.head)) or (shared and not asked)  # "what percentage did the Greens get"


def is_told_of(deed: str, figure: Figure) -> bool:
    """Return whether of just such things the deed is told by the figure's own verb: patients who were admitted were taken to hospital."""
    ways, own = told_of().get(deed), figure.terms
    if ways is None or figure.negative:
        return False
    money = {"money"} if figure.measure is Measure.MONEY else set()
    things = (*own.head, *own.counted, *(thing for head in own.head for thing in befalls().get(head, ())))  # teeth, of extractions
    sorts = {
        ANYTHING,
        *things,
        *(f"{SAME}{head}" for head in own.head),
        *money,
        *(wider for thing in things for wider in broader(thing)),
        *(f"{DONE_BY}{actor}" for actor in own.actor),
        *own.adjuncts,  # "remain under water"
    }
    return any(verb in own.action and noun in sorts for verb, noun in ways)


def is_event_alone(query: Query, figure: Figure) -> bool:
    """Return whether events are asked, and all that *figure* tells of them is that they were: of "nine murders; all were
    solved"."""
    own = figure.terms
    alone = figure.part_of is None and bool(own.head) and {*own.action} <= {*own.head}
    return alone and query.unit is None and not {*own.head}.isdisjoint(query.slots.head)


def is_performed(term: str, query: Query, figure: Figure) -> bool:
    """Return whether *term* only asks that what the figure counts took place: "operations were carried out" of a row "Operations"."""
    own = figure.terms
    return term in PERFORMING and not own.action and bool(set(own.head) & set(query.slots.head))


def is_price(term: str, query: Query, figure: Figure) -> bool:
    """Return whether *term* asks what something cost, and the figure is the money for which it was bought, its price, or stands
    beside its name alone; or what was paid, and it is what it was bought for."""
    if figure.measure is not Measure.MONEY or term not in PURCHASING | {"cost"}:
        return False
    if term != "cost":
        return not PURCHASING.isdisjoint(figure.terms.action)
    asked, own = query.slots, figure.terms
    named = bool(own.head) and {*own.head} <= {*asked.actor, *asked.counted, *asked.other} and not own.action
    things = {*asked.actor} or {*asked.counted}
    priced = not PRICES.isdisjoint(own.head) and bool(things) and things <= {*own.counted}  # "the price of petrol"
    return named or priced or not PAYING.isdisjoint(own.action)


def is_for_one_thing(query: Query, figure: Figure) -> bool:
    """Return whether it is asked what was spent, whatever for, and *figure* is what one thing took: "spent 1.2 million on debt service"."""
    asked, own = query.slots, figure.terms
    if figure.measure is not Measure.MONEY or OUTLAYS.isdisjoint(asked.action) or asked.counted or asked.other or asked.reason:
        return False
    named = _purposes(figure) | {*own.head} - {head for head in own.head if not OUTLAYS.isdisjoint((head, *broader(head)))}
    return bool(named - {*asked.head, *asked.action, *asked.actor, *asked.place, "money", "budget"})


def is_for_another_thing(term: str, query: Query, figure: Figure) -> bool:
    """Return whether it is asked what was spent on *term*, and *figure* is what something else took: "spent 3.7 million on roads"."""
    if figure.measure is not Measure.MONEY or OUTLAYS.isdisjoint(query.slots.action):
        return False
    named = _purposes(figure)
    return bool(named) and not any(are_akin(term, other) for other in named)


def _purposes(figure: Figure) -> set[str]:
    """What the money of *figure* was for, by its own clause."""
    adjuncts = (adjunct.partition(":") for adjunct in figure.terms.adjuncts)
    return {term for way, _, term in adjuncts if way in functions(figure.language)["outlay_purposes"]}


def has_other_fate(term: str, figure: Figure) -> bool:
    """Return whether the figure's own words say what befell its persons, and that is not *term*: the 230 missing are no dead, nor people
    in work jobless."""
    asked = {term, *broader(term)}
    if any(term in state for state in WORKING_STATES):
        return _is_of_other_state(term, figure)
    if FATES.isdisjoint(asked):
        return False
    own = figure.terms
    told = [deed for deed in (*own.action, *own.head, *own.counted) if not FATES.isdisjoint((deed, *broader(deed)))]
    said = told or [deed for deed in own.other if not FATES.isdisjoint((deed, *broader(deed)))]
    return bool(said) and all(asked.isdisjoint((deed, *broader(deed))) for deed in said)


def _is_of_other_state(term: str, figure: Figure) -> bool:
    """Whether the figure counts persons who have work where those without are asked for, or the other way round."""
    own = figure.terms
    told = [state for state in WORKING_STATES if not state.isdisjoint((*own.action, *own.head, *own.counted))]
    told = told or [state for state in WORKING_STATES if not state.isdisjoint(own.other)]
    return bool(told) and all(term not in state for state in told)


def is_fate_of_things(slot: str, term: str, figure: Figure) -> bool:
    """Return whether *term*, asked in *slot*, is a fate of persons, and the figure counts things: 212 collisions are nobody hurt."""
    heads = figure.terms.head
    fated = slot == "action" and term in FATES
    return fated and not figure.terms.action and bool(heads) and not any(is_person(head) or head in FATES for head in heads)


def is_existence(term: str, query: Query, figure: Figure) -> bool:
    """Return whether *term* only asks that what is counted took place, and the figure's own verbs tell no more: "were recorded".

    Animals that were counted somewhere live there.
    """
    own, asked = figure.terms, query.slots.head
    named = label_terms(figure.label, figure.language)  # of a row that is what is counted: "Lapwing"
    lives = term in LIVING and any(ANIMAL in broader(head) for head in (*own.head, *named.intersection(asked)))
    told = {*own.action} - {*own.head}  # robberies were robbed
    return (term in EXISTING or lives) and told <= EXISTING and not named.union(own.head).isdisjoint(asked)


def is_undone(deed: str, query: Query, figure: Figure) -> bool:
    """Return whether the deed was asked as not done, and the figure says so by a verb of its own: what did not run was cancelled."""
    return query.polarity is False and not figure.negative and any(deed in undone().get(own, ()) for own in figure.terms.action)


def _is_only_found(figure: Figure) -> bool:
    """Whether all that was done to those counted is that they were found to be such ones: "caught 7,300 fare dodgers"."""
    return not figure.negative and bool(figure.terms.action) and {*figure.terms.action} <= FINDING


def is_refused(deed: str, query: Query, figure: Figure) -> bool:
    """Return whether the deed was asked as done, and the figure counts those to whom just that was refused: «отказал в регистрации 8
    кандидатам» registers none."""
    done = REFUSE not in query.slots.action and query.polarity is not False
    return done and REFUSE in figure.terms.action and deed not in figure.terms.head


def _is_bare(figure: Figure) -> bool:
    """Whether no deed is told of the figure but what its noun says itself: votes are voted."""
    own = figure.terms
    return not figure.negative and {*own.action} <= {
        *own.head,
        *(wider for head in own.head for wider in broader(head)),
        *DEEDLESS,
        *SERVING,
    }
