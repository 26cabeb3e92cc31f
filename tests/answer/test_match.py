"""How a figure fits a question, slot by slot, on figures made by hand."""

from datetime import date

import pytest

from qa_bot.answer import match
from qa_bot.schema import Candidate, Fit, Measure, Modality, Period, Tense, Terms

TRAINS = "In 2023, 90 freight trains were cancelled."
CANCELLED = Terms(head=("train-thing",), counted=("freight",), action=("cancel",), sentence=("train-thing", "freight", "cancel"))
ASKED = Terms(head=("train-thing",), action=("cancel",))


@pytest.fixture
def fits(paper, asked):
    """Hold one figure against one question; *slots* are the question's, the rest of *fields* the figure's."""

    def hold(
        slots=ASKED, *, terms=CANCELLED, unit="train-thing", held="train-thing", question=None, sentence=TRAINS, **fields
    ) -> dict[str, Fit]:
        made = paper(sentence)
        fields = {"unit": held, "counted": "freight trains", **fields}
        made.count("90", terms=terms, **fields)
        found = list(match(asked(slots=slots, unit=unit, **(question or {})), made.hits()))
        return worst(found[0]) if found else {"nothing": Fit.DIFFERENT}

    return hold


ORDER = [Fit.SAME, Fit.NARROWER, Fit.WIDER, Fit.UNKNOWN, Fit.DIFFERENT]


def worst(candidate: Candidate) -> dict[str, Fit]:
    """The worst fit of each slot."""
    found: dict[str, Fit] = {}
    for slot, fit in candidate.fits:
        found[slot] = max(found.get(slot, Fit.SAME), fit, key=ORDER.index)
    return found


def test_all_asked_slots_alike_fit(fits):
    assert set(fits().values()) == {Fit.SAME}


def test_a_slot_that_is_not_asked_is_no_constraint(fits, years):
    assert "period" not in fits(period=years(2023))
    assert "claimant" not in fits(claimant="Norland Railways")


# ---------------------------------------------------------------- period


@pytest.mark.parametrize(
    ("start", "end", "fit"),
    [
        pytest.param(date(2023, 1, 1), date(2023, 12, 31), Fit.SAME, id="the year"),
        pytest.param(date(2023, 3, 1), date(2023, 3, 31), Fit.NARROWER, id="a month of it"),
        pytest.param(date(2022, 1, 1), date(2023, 12, 31), Fit.WIDER, id="two years"),
        pytest.param(date(2022, 1, 1), date(2022, 12, 31), Fit.DIFFERENT, id="another year"),
        pytest.param(None, None, Fit.UNKNOWN, id="unresolved"),
    ],
)
def test_a_period_against_the_year_asked(fits, years, start, end, fit):
    held = Period(start=start, end=end, surface="then")
    assert fits(period=held, question={"period": years(2023)})["period"] is fit


def test_a_figure_without_a_period_is_unknown_for_a_year(fits, years):
    assert fits(question={"period": years(2023)})["period"] is Fit.UNKNOWN


def test_a_figure_without_a_period_is_of_no_year_long_before_its_publication(fits, years):
    published = date(2023, 9, 12)
    assert fits(published=published, question={"period": years(2018)})["period"] is Fit.DIFFERENT
    assert fits(published=published, question={"period": years(2022)})["period"] is Fit.UNKNOWN


def test_one_of_several_years_is_enough(fits, years):
    assert fits(period=years(2022), question={"periods": (years(2021), years(2022))})["period"] is Fit.SAME
    assert fits(period=years(2020), question={"periods": (years(2021), years(2022))})["period"] is Fit.DIFFERENT


# ---------------------------------------------------------------- unit and noun


def test_persons_are_not_requests(fits):
    asked = Terms(head=("person",), action=("cancel",))
    assert fits(asked, unit="person")["unit"] is Fit.DIFFERENT


def test_a_share_is_no_count(fits):
    assert fits(measure=Measure.SHARE, held="%")["unit"] is Fit.DIFFERENT


def test_a_change_is_no_count(fits):
    assert fits(measure=Measure.CHANGE, held="%")["unit"] is Fit.DIFFERENT


def test_money_is_no_count(fits):
    assert fits(measure=Measure.MONEY, held="EUR")["unit"] is Fit.DIFFERENT


def test_a_share_of_those_who_spend_is_not_what_they_spend(fits):
    terms = Terms(head=("teacher",), action=("spend",), sentence=("teacher", "spend"))
    asked = Terms(action=("spend",), actor=("teacher",))
    assert fits(asked, terms=terms, unit=None, measure=Measure.SHARE, held="%", question={"amount": True})["unit"] is Fit.DIFFERENT


def test_a_number_of_persons_without_a_noun_counts_persons(fits):
    found = fits(Terms(head=("person",), action=("die",)), terms=Terms(action=("die",)), unit="person", held="person", counted=None)
    assert Fit.DIFFERENT not in found.values()


def test_money_that_counts_as_income_answers_what_the_income_was(fits):
    income = Terms(head=("earn",), action=("earn",))
    said = fits(income, terms=income, unit=None, measure=Measure.MONEY, held="EUR", counted="income", question={"amount": True})
    assert "unit" not in said


def test_patients_are_people_of_a_narrower_sort(fits):
    patients = Terms(head=("patient",), action=("vaccinate",), sentence=("patient", "vaccinate"))
    found = fits(Terms(head=("person",), action=("vaccinate",)), terms=patients, unit="person")
    assert found["unit"] is not Fit.SAME or found["counted"] in (Fit.NARROWER, Fit.SAME)


def test_another_sort_of_person_is_another_thing(fits):
    nurses = Terms(head=("nurse",), action=("vaccinate",), sentence=("nurse", "vaccinate"))
    found = fits(Terms(head=("teacher",), action=("vaccinate",)), terms=nurses, unit="person")
    assert Fit.DIFFERENT in found.values()


def test_persons_are_described_by_an_adjective(fits):
    volunteers = Terms(head=("volunteer",), counted=("muslim-adj",), action=("vaccinate",))
    asked = Terms(head=("muslim",), action=("vaccinate",))
    described = {"terms": volunteers, "unit": "person", "held": "person"}
    assert fits(asked, counted="Muslim volunteers", **described)["counted"] is Fit.SAME
    assert fits(asked, counted="volunteers", **described)["counted"] is Fit.DIFFERENT


def test_a_part_of_the_requests_to_extradite_persons_is_no_persons(fits, paper):
    terms = Terms(head=("request",), counted=("extradite", "person"), action=("refuse",), sentence=("request", "refuse", "person"))
    whole = paper("114 requests for the extradition of persons were refused.").count(
        "114", counted="requests for the extradition of persons"
    )
    asked = Terms(head=("person",), action=("refuse",))
    found = fits(asked, terms=terms, unit="person", held="request", counted=whole.counted, part_of=whole)
    assert found["unit"] is Fit.DIFFERENT


def test_a_modifier_that_the_figure_lacks_makes_it_another_thing(fits):
    night = Terms(head=("train-thing",), counted=("night",), action=("cancel",))
    assert fits(night)["counted"] is Fit.DIFFERENT


def test_a_modifier_that_is_not_asked_does_no_harm(fits):
    assert Fit.DIFFERENT not in fits(Terms(head=("train-thing",), action=("cancel",))).values()


# ---------------------------------------------------------------- action


@pytest.mark.parametrize(
    ("asked_action", "held"),
    [("refuse", "grant"), ("grant", "refuse"), ("arrest", "release"), ("win", "lose"), ("buy", "sell"), ("cancel", "delay")],
)
def test_another_listed_action_is_another_subject(fits, asked_action, held):
    terms = Terms(head=("train-thing",), action=(held,), sentence=("train-thing", held))
    assert fits(Terms(head=("train-thing",), action=(asked_action,)), terms=terms)["action"] is Fit.DIFFERENT


@pytest.mark.parametrize("asked_action", ["withdraw", "forward", "repaint"])
def test_a_deed_that_no_list_has_is_not_the_one_that_the_figure_tells(fits, asked_action):
    """Of a doer and a year that both fit, so that most of the asked words are there."""
    terms = CANCELLED.model_copy(update={"actor": ("railway", "lindel")})
    asked = Terms(head=("train-thing",), action=(asked_action,), actor=("railway",), other=("lindel",))
    assert fits(asked, terms=terms)["action"] is Fit.DIFFERENT


@pytest.mark.parametrize(("asked_action", "held"), [("perform", "check"), ("inspect", "make-do"), ("pick", "come")])
def test_a_verb_that_tells_no_deed_contradicts_none(fits, asked_action, held):
    terms = Terms(head=("train-thing",), action=(held,), actor=("railway", "lindel"), sentence=("train-thing", "railway", "lindel", held))
    asked = Terms(head=("train-thing",), action=(asked_action,), actor=("railway",), other=("lindel",))
    assert fits(asked, terms=terms).get("action") is not Fit.DIFFERENT


def test_what_did_not_happen_is_another_subject(fits):
    assert fits(negative=True)["action"] is Fit.DIFFERENT


def test_what_did_not_happen_answers_a_question_for_just_that(fits):
    found = fits(negative=True, question={"polarity": False})
    assert found["action"] is Fit.SAME


# ---------------------------------------------------------------- names, directions, reasons


def moved(way: str, state: str, actor: tuple[str, ...] = ()) -> Terms:
    return Terms(
        head=("train-thing",), action=("send",), actor=actor, direction=(f"{way}:{state}",), sentence=("train-thing", "send", state)
    )


@pytest.mark.parametrize(
    ("asked_way", "held", "fit"),
    [
        pytest.param("to:@PL", moved("to", "@PL"), Fit.SAME, id="the same way"),
        pytest.param("to:@PL", moved("to", "@FR"), Fit.DIFFERENT, id="to another state"),
        pytest.param("to:@PL", moved("from", "@PL"), Fit.DIFFERENT, id="the other way round"),
        pytest.param("from:@PL", moved("to", "@PL"), Fit.DIFFERENT, id="from, not to"),
        pytest.param("to:@PL", moved("to", "@FR", actor=("@PL",)), Fit.DIFFERENT, id="who sends does not receive"),
        pytest.param(
            "from:@PL", Terms(head=("train-thing",), action=("send",), actor=("@PL",)), Fit.SAME, id="who sends, sends from there"
        ),
    ],
)
def test_directions_do_not_mix(fits, asked_way, held, fit):
    asked = Terms(head=("train-thing",), action=("send",), direction=(asked_way,))
    sentence = "90 trains were sent."
    assert (
        fits(asked, terms=held.model_copy(update={"sentence": (*held.sentence, "train-thing", "send")}), sentence=sentence)["direction"]
        is fit
    )


@pytest.mark.parametrize(
    ("whom", "actor", "held", "fit"),
    [
        pytest.param(("road", "department"), "the Road Department", ("road", "department"), Fit.SAME, id="the same body"),
        pytest.param(("department",), "the Road Department", ("road", "department"), Fit.SAME, id="its general word"),
        pytest.param(("park", "department"), "the Road Department", ("road", "department"), Fit.DIFFERENT, id="another one of its kind"),
        pytest.param(("gazett",), "Moss Rovers", ("moss", "rover"), Fit.DIFFERENT, id="a name of the sentence, where another did it"),
        pytest.param(("gazett",), "the company", ("company",), Fit.SAME, id="a name of the sentence, which a general word stands for"),
        pytest.param(("supreme-court",), "regional court", ("regional", "court"), Fit.DIFFERENT, id="a sort of the same body"),
        pytest.param(("urban", "council"), "the council", ("council",), Fit.SAME, id="the general word that stands for it"),
        pytest.param(("urban", "council"), "councils", ("council",), Fit.WIDER, id="all of a kind"),
    ],
)
def test_who_did_it_is_held_as_a_whole(fits, whom, actor, held, fit):
    terms = CANCELLED.model_copy(update={"actor": held, "sentence": ("train-thing", "cancel", *held, "gazett")})
    assert fits(ASKED.model_copy(update={"actor": whom}), terms=terms, actor=actor)["actor"] is fit


@pytest.mark.parametrize(
    ("held", "fit"),
    [(("@FR",), Fit.SAME), (("@DE",), Fit.DIFFERENT)],
)
def test_another_state_is_another_actor(fits, held, fit):
    terms = CANCELLED.model_copy(update={"actor": held})
    assert fits(ASKED.model_copy(update={"actor": ("@FR",)}), terms=terms)["actor"] is fit


@pytest.mark.parametrize(("held", "fit"), [(("@FR",), Fit.SAME), (("@DE",), Fit.DIFFERENT)])
def test_another_state_is_another_place(fits, held, fit):
    terms = CANCELLED.model_copy(update={"place": held})
    assert fits(ASKED.model_copy(update={"place": ("@FR",)}), terms=terms)["place"] is fit


@pytest.mark.parametrize(("held", "fit"), [(("political",), Fit.SAME), (("technical",), Fit.DIFFERENT), ((), Fit.DIFFERENT)])
def test_a_reason_must_be_the_figures_own(fits, held, fit):
    terms = CANCELLED.model_copy(update={"reason": held})
    assert fits(ASKED.model_copy(update={"reason": ("political",)}), terms=terms)["reason"] is fit


@pytest.mark.parametrize(
    ("claimant", "fit"),
    [
        ("Norland Railways", Fit.SAME),
        ("the Norland railways' press office", Fit.SAME),
        ("Passengers' Union", Fit.DIFFERENT),
        ("Norland Airways", Fit.DIFFERENT),
        ("Southland Railways", Fit.DIFFERENT),
        ("Norland", Fit.SAME),
        (None, Fit.DIFFERENT),
    ],
)
def test_whose_figure_it_is(fits, claimant, fit):
    assert fits(claimant=claimant, question={"claimant": ("norland", "railways")})["claimant"] is fit


@pytest.mark.parametrize(
    ("asked_for", "claimant", "fit"),
    [
        (("golf", "association"), "Tennis Association", Fit.DIFFERENT),
        (("golf", "association"), "Golf Association of Halden", Fit.SAME),
        (("halden", "golf", "association"), "Golf Association", Fit.SAME),
        (("association",), "Golf Association", Fit.SAME),
        (("anna", "wick"), "Anna Berg", Fit.DIFFERENT),
        (("minister", "berg"), "Anna Berg", Fit.SAME),
        (("professor", "anna", "berg"), "A. Berg", Fit.SAME),
        (("berg",), "Anna Berg", Fit.SAME),
        (("police",), "Halden fire brigade", Fit.DIFFERENT),
        (("police", "union"), "Police", Fit.DIFFERENT),
        (("police",), "police union", Fit.DIFFERENT),
        (("police", "department"), "Police", Fit.SAME),
        (("union",), "police union", Fit.SAME),
        (("eu",), "EU", Fit.SAME),
        (("commission",), "EU", Fit.DIFFERENT),
        (("teachers", "union"), "Teachers", Fit.DIFFERENT),
        (("ministry", "health"), "health ministry", Fit.SAME),
    ],
)
def test_a_word_that_many_names_share_names_nobody(fits, asked_for, claimant, fit):
    assert fits(claimant=claimant, question={"claimant": asked_for})["claimant"] is fit


@pytest.mark.parametrize(
    ("own", "around", "fit"), [(("golf", "association"), (), Fit.SAME), ((), ("golf", "association"), Fit.UNKNOWN), ((), (), Fit.DIFFERENT)]
)
def test_a_figure_that_nobody_says_is_theirs_who_are_named_near_it(fits, own, around, fit):
    terms = CANCELLED.model_copy(update={"other": own, "context": around})
    assert fits(terms=terms, question={"claimant": ("golf", "association")})["claimant"] is fit


def test_initials_name_who_says_it(fits):
    assert fits(claimant="Norland Passenger Union", question={"claimant": ("npu",)})["claimant"] is Fit.SAME
    assert fits(claimant="Norland Railways", question={"claimant": ("npu",)})["claimant"] is Fit.DIFFERENT


def test_a_part_of_another_whole_is_another_thing(paper, asked):
    made = paper("Of 66 trains 12 were late, and of 80 trains 9 were late.")
    late = Terms(head=("train-thing",), other=("late",), sentence=("train-thing", "late"))
    first = made.count("66", terms=late, unit="train-thing")
    second = made.count("80", terms=late, unit="train-thing")
    made.count("12", terms=late, unit="train-thing", part_of=first)
    made.count("9 ", terms=late, unit="train-thing", part_of=second, value="9")
    question = asked(slots=Terms(head=("train-thing",), other=("late",)), unit="train-thing", whole=66)
    found = [c.figure.value for c in match(question, made.hits()) if not c.slots(Fit.DIFFERENT)]
    assert found == [12]


# ---------------------------------------------------------------- order


def test_the_figure_that_fits_stands_first(paper, asked, years):
    made = paper("In 2022, 80 trains were cancelled.", "In 2023, 90 trains were cancelled.")
    made.count("80", terms=CANCELLED, unit="train-thing", period=years(2022))
    made.count("90", terms=CANCELLED, unit="train-thing", period=years(2023))
    found = match(asked(slots=ASKED, unit="train-thing", period=years(2023)), made.hits())
    assert [candidate.figure.value for candidate in found] == [90, 80]
    assert found[1].slots(Fit.DIFFERENT) == ("period",)


def test_the_order_does_not_hang_on_the_order_of_the_hits(paper, asked):
    made = paper("80 trains were cancelled.", "90 trains were cancelled.")
    made.count("80", terms=CANCELLED, unit="train-thing")
    made.count("90", terms=CANCELLED, unit="train-thing")
    hits = made.hits()
    question = asked(slots=ASKED, unit="train-thing")
    assert list(match(question, hits)) == list(match(question, hits[::-1]))


def test_figures_about_nothing_that_is_asked_are_left_out(paper, asked):
    made = paper("The hospital has 40 beds.")
    made.count("40", terms=Terms(head=("bed",), sentence=("bed", "hospital")), unit="bed")
    assert list(match(asked(slots=ASKED, unit="train-thing"), made.hits())) == []


@pytest.mark.parametrize(
    ("tense", "modality", "fit"),
    [
        (Tense.PAST, None, Fit.SAME),
        (Tense.PAST, Modality.PLANNED, Fit.DIFFERENT),
        (Tense.PAST, Modality.POSSIBLE, Fit.DIFFERENT),
        (Tense.FUTURE, Modality.PLANNED, Fit.SAME),
        (Tense.FUTURE, None, Fit.WIDER),
        (None, Modality.PLANNED, Fit.WIDER),
    ],
)
def test_a_plan_is_not_what_happened(fits, tense, modality, fit):
    assert fits(question={"tense": tense}, modality=modality)["action"] is fit
