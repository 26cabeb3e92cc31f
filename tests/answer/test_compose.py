"""From candidates to what leaves the program: verdicts, derived values, breakdowns, notes, citations."""

import pytest

from qa_bot.answer import compose, decline, identified, match
from qa_bot.schema import Bound, Condition, Form, Kind, Measure, Operation, Status, Terms

LATE = Terms(head=("train-thing",), other=("late",), sentence=("train-thing", "late"))
ASKED = {"slots": Terms(head=("train-thing",), other=("late",)), "unit": "train-thing"}


@pytest.fixture
def answer(asked):
    """Compose the answer of a document made by hand."""

    def make(made, **fields):
        question = asked(fields.pop("text", "How many trains were late?"), **{**ASKED, **fields})
        hits = made.hits()
        return compose(question, hits, match(question, hits), [], documents=lambda doc_id: made.document)[0]

    return make


@pytest.fixture
def late(paper, years):
    """90 late trains in 2023, 30 of them because of snow."""
    made = paper("In 2023, 90 trains were late, 30 of them because of snow.")
    whole = made.count("90", terms=LATE, unit="train-thing", counted="trains", period=years(2023))
    snow = LATE.model_copy(update={"reason": ("snow",)})
    made.count("30", terms=snow, unit="train-thing", counted="trains", reason="snow", period=years(2023), part_of=whole)
    return made


def test_a_figure_its_quote_and_its_source(answer, late):
    made = answer(late)
    assert (made.status, made.form, made.short) == (Status.ANSWERED, Form.SINGLE, "90")
    assert made.citations[0].quote == late.document.text
    assert made.citations[0].title == "A report"
    assert "[1]" in made.text


def test_a_part_that_says_why_is_mentioned(answer, late):
    assert "30" in answer(late).text


@pytest.mark.parametrize(
    ("held", "condition", "value", "verdict"),
    [
        (Bound.EXACT, Bound.MORE_THAN, 89, "yes"),
        (Bound.EXACT, Bound.MORE_THAN, 90, "no"),
        (Bound.EXACT, Bound.AT_LEAST, 90, "yes"),
        (Bound.EXACT, Bound.AT_LEAST, 91, "no"),
        (Bound.EXACT, Bound.LESS_THAN, 91, "yes"),
        (Bound.EXACT, Bound.LESS_THAN, 90, "no"),
        (Bound.EXACT, Bound.AT_MOST, 90, "yes"),
        (Bound.EXACT, Bound.AT_MOST, 89, "no"),
        (Bound.EXACT, Bound.EXACT, 90, "yes"),
        (Bound.EXACT, Bound.EXACT, 91, "no"),
        (Bound.AT_LEAST, Bound.MORE_THAN, 80, "yes"),
        (Bound.AT_LEAST, Bound.MORE_THAN, 100, None),
        (Bound.AT_LEAST, Bound.MORE_THAN, 90, None),
        (Bound.AT_LEAST, Bound.AT_LEAST, 90, "yes"),
        (Bound.AT_LEAST, Bound.LESS_THAN, 90, "no"),
        (Bound.AT_LEAST, Bound.LESS_THAN, 100, None),
        (Bound.MORE_THAN, Bound.MORE_THAN, 90, "yes"),
        (Bound.MORE_THAN, Bound.AT_MOST, 90, "no"),
        (Bound.AT_MOST, Bound.MORE_THAN, 90, "no"),
        (Bound.AT_MOST, Bound.MORE_THAN, 50, None),
        (Bound.LESS_THAN, Bound.LESS_THAN, 90, "yes"),
        (Bound.LESS_THAN, Bound.AT_LEAST, 90, "no"),
    ],
)
def test_a_condition_against_a_bound(answer, paper, held, condition, value, verdict):
    made = paper("90 trains were late.")
    made.count("90", terms=LATE, unit="train-thing", counted="trains", bound=held)
    found = answer(made, text=f"{value} trains?", kind=Kind.YES_NO, condition=Condition(bound=condition, value=value))
    assert found.verdict == verdict
    assert found.status is (Status.PARTIAL if verdict is None else Status.ANSWERED)


def test_a_verdict_shows_the_figure_that_decides(answer, late):
    made = answer(late, text="More than 80?", kind=Kind.YES_NO, condition=Condition(bound=Bound.MORE_THAN, value=80))
    assert [figure.value for figure in made.figures] == [90]
    assert made.short == "90"
    assert made.text.startswith("Yes")


def test_a_share_shows_the_part_and_the_whole(answer, late):
    slots = Terms(head=("train-thing",), other=("late",), reason=("snow",))
    made = answer(late, kind=Kind.SHARE, operation=Operation.SHARE, measure=Measure.SHARE, slots=slots)
    assert [(figure.value, figure.derived is not None) for figure in made.figures][1:] == [(30, False), (90, False)]
    assert (made.short, made.figures[0].unit) == ("33.3", "%")
    assert "30 / 90" in made.text


def test_nothing_that_fits_names_the_slot_and_the_nearest(answer, late, years):
    made = answer(late, period=years(2020), text="How many trains were late in 2020?")
    assert (made.status, made.missing, made.short, made.figures) == (Status.NOT_FOUND, ("period",), None, ())
    assert [(figure.value, figure.differs) for figure in made.nearest] == [(90, ("period",))]
    assert "period" in made.text


def test_a_loose_fit_says_what_it_covers(answer, paper, years, months):
    made = paper("In March 2023, 90 trains were late.")
    made.count("90", terms=LATE, unit="train-thing", counted="trains", period=months(2023, 3))
    found = answer(made, period=years(2023), text="How many trains were late in 2023?")
    assert found.status is Status.PARTIAL
    assert any("covers only" in note for note in found.notes)


def test_side_by_side_is_not_added_up(answer, paper, years):
    made = paper("The railway counts 90 late trains in 2023.", "The union counts 120 late trains in 2023.")
    for surface, voice in (("90", "Norland Railways"), ("120", "Union")):
        made.count(surface, terms=LATE, unit="train-thing", counted="late trains", period=years(2023), claimant=voice)
    found = answer(made, period=years(2023))
    assert (found.form, {figure.value for figure in found.figures}) == (Form.SIDE_BY_SIDE, {90, 120})
    assert "210" not in found.text
    assert "Norland Railways" in found.text
    assert "Union" in found.text


@pytest.fixture
def rows(paper, years):
    """Make a breakdown of *values* under a whole."""

    def make(whole, values):
        labels = ("Poland", "France", "Spain")
        lines = [f"{whole} trains were late in 2023:", *(f"- {label} {value}" for label, value in zip(labels, values, strict=True))]
        made = paper(*lines)
        total = made.count(str(whole), terms=LATE, unit="train-thing", counted="trains", period=years(2023))
        for label, value in zip(labels, values, strict=True):
            made.count(
                str(value),
                terms=LATE.model_copy(update={"place": (label.lower(),)}),
                unit="train-thing",
                counted="trains",
                label=label,
                place=label,
                period=years(2023),
                part_of=total,
            )
        return made

    return make


@pytest.mark.parametrize(
    ("whole", "values", "said"),
    [(66, (34, 20, 12), "add up to 66"), (70, (34, 20, 12), "66 of 70"), (60, (34, 20, 12), "66, more than 60")],
)
def test_a_breakdown_checks_its_sum(answer, rows, whole, values, said):
    made = answer(rows(whole, values), kind=Kind.SUPERLATIVE, by="place")
    assert (made.form, made.short) == (Form.BREAKDOWN, "Poland")
    assert [figure.value for figure in made.figures] == [34, 20, 12]
    assert any(said in note for note in made.notes)


@pytest.fixture
def nested(paper, years):
    """Make one sentence with a breakdown, its whole, and what that is a part of."""

    def make(*, parted: bool):
        made = paper("In 2023, 90 trains were stopped, of which 60 were late: Poland 31, France 20, Spain 9.")
        fields = {"unit": "train-thing", "counted": "trains", "period": years(2023)}
        stopped = made.count("90", terms=LATE, **fields)
        late = made.count("60", terms=LATE, part_of=stopped if parted else None, **fields)
        for label, value in (("Poland", "31"), ("France", "20"), ("Spain", "9")):
            terms = LATE.model_copy(update={"place": (label.lower(),)})
            made.count(f"{value}", terms=terms, label=label, place=label, part_of=late, **fields)
        return made

    return make


def test_the_whole_of_a_whole_outranks_no_row(answer, nested):
    assert answer(nested(parted=True), kind=Kind.SUPERLATIVE, by="place").short == "Poland"


def test_a_larger_figure_that_nobody_has_leaves_the_largest_open(answer, nested):
    assert answer(nested(parted=False), kind=Kind.SUPERLATIVE, by="place").status is Status.NOT_FOUND


def test_the_fewest_come_first_when_asked_for(answer, rows):
    assert answer(rows(66, (34, 20, 12)), kind=Kind.SUPERLATIVE, by="place", descending=False).short == "Spain"


def test_a_typo_that_was_mended_is_said(answer, late):
    assert any("trians → trains" in note for note in answer(late, typos=("trians → trains",)).notes)


def test_the_words_are_in_the_questions_language(answer, late, years):
    made = answer(late, language="ru", period=years(2020), text="Сколько поездов опоздало в 2020 году?")
    assert made.text.startswith("В документах")
    assert made.citations[0].quote == late.document.text


def test_what_asks_nothing_gets_examples(asked):
    made = decline(asked("?"), [])
    assert (made.status, made.short) == (Status.UNCLEAR, None)
    assert made.choices
    assert not any(sign.isdigit() for sign in made.text)


def test_the_id_hangs_on_all_but_the_time(answer, late):
    made = answer(late)
    first, later = (identified(made, question="Q", index="i", took_ms=took) for took in (1.0, 2.0))
    assert first.id == later.id
    assert identified(made, question="Q", index="j", took_ms=1.0).id != first.id
    assert identified(made, question="Other", index="i", took_ms=1.0).id != first.id
