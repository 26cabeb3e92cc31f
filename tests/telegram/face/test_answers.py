"""Answers as messages, whatever their documents hold."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from qa_bot.schema import Answer, Bound, Citation, CitedFigure, Claimant, Form, PartOf, Period, Status
from qa_bot.telegram.face.answers import answer_blocks, opened_citations, row_blocks, rows_shown, source_line
from qa_bot.telegram.messages import LIMIT, LINE, lay, shortened, units
from qa_bot.telegram.words import speech

hostile = st.text(alphabet=st.sampled_from("ab 12<>&;/@#\"'\n\t\u202e\u05d0😀é_.-[]{}%"), max_size=40)
long = st.sampled_from(["<&😀 @x " * 1500, "x" * 10_000, "א" * 3000])
quickly = settings(  # the texts are long: a failing one is read as it is found, since making it smaller takes minutes
    max_examples=50, deadline=None, suppress_health_check=list(HealthCheck), phases=(Phase.explicit, Phase.reuse, Phase.generate)
)
texts = st.one_of(hostile, hostile, hostile, long)
slots = st.none() | texts
periods = st.builds(Period, start=st.just(date(2023, 1, 1)), end=st.just(date(2023, 12, 31)), surface=texts)
figures = st.builds(
    CitedFigure,
    figure_id=st.just("f"),
    value=st.decimals(0, 10**9, allow_nan=False),
    bound=st.sampled_from(Bound),
    unit=slots,
    counted=slots,
    action=slots,
    actor=slots,
    place=slots,
    reason=slots,
    period=st.none() | periods,
    claimant=st.none() | st.builds(Claimant, name=texts),
    part_of=st.none() | st.builds(PartOf, figure_id=st.just("w"), value=st.just(Decimal(5)), counted=slots),
    differs=st.sampled_from([(), ("period",), ("actor", "unit")]),
    surface=slots,
    citation=st.sampled_from([1, 2]),
    scope_citations=st.sampled_from([(), (3,)]),
)
quotes = st.one_of(hostile, st.just("<&😀 114 @x " * 50))


def cited(number: int, quote: str, title: str | None, url: str | None) -> Citation:
    return Citation(number=number, doc_id="d", path="d.md", title=title, url=url, publisher=title, quote=quote, start=0, end=len(quote))


citations = st.tuples(*(st.builds(cited, st.just(number), quotes, slots, slots) for number in (1, 2, 3)))
answers = st.builds(
    Answer,
    id=st.just("a"),
    question=texts,
    read_as=texts,
    language=st.sampled_from(["en", "ru"]),
    status=st.sampled_from(Status),
    form=st.sampled_from(Form),
    by=st.sampled_from([None, "period", "actor"]),
    short=slots,
    text=texts.map(lambda text: text.strip() or "x"),
    figures=st.lists(figures, max_size=9).map(tuple),
    nearest=st.lists(figures, max_size=6).map(tuple),
    missing=st.sampled_from([(), ("period",)]),
    choices=st.lists(texts, max_size=3).map(tuple),
    related=st.sampled_from([(), (2,)]),
    citations=citations,
    notes=st.lists(texts, max_size=4).map(tuple),
)


@quickly
@given(answers, st.sampled_from(["en", "ru"]))
def test_telegram_can_read_every_answer_and_finds_nothing_live_in_it(parsed, answer: Answer, language: str) -> None:
    for message in (*lay(answer_blocks(answer)), *lay(row_blocks(answer, 0, 15, speech(language)))):
        assert 0 < units(message) <= LIMIT
        assert not {kind for kind, *_ in parsed(message).entities} & {"Mention", "BotCommand", "MentionName", "Pre"}


@quickly
@given(answers)
def test_long_slots_do_not_make_a_long_answer(answer: Answer) -> None:
    short = answer.model_copy(update={"text": answer.text[:300]})
    assert len(lay(answer_blocks(short))) <= 2


@given(st.text(max_size=1000), st.integers(2, 80))
def test_a_shortened_text_is_a_line_within_its_limit(text: str, limit: int) -> None:
    line = shortened(text, limit)
    assert len(line) <= limit
    assert line == " ".join(text.split()) or line.endswith("…")


@pytest.mark.parametrize(
    ("fields", "line"),
    [
        pytest.param(
            {"title": "T <i>", "publisher": "P & Q", "published": date(2024, 2, 6), "page": 3},
            "T &lt;i&gt; · P &amp; Q · 6 February 2024 · p. 3",
            id="all",
        ),
        pytest.param({}, "notes/d.md · undated", id="nothing known"),
        pytest.param(
            {"title": "T", "url": "https://a.org/?b=1&c=2"}, '<a href="https://a.org/?b=1&amp;c=2">T</a> · undated', id="a page of the web"
        ),
        pytest.param({"title": "T", "url": "javascript:x"}, "T · undated", id="an address of another kind"),
    ],
)
def test_a_source_line(fields: dict[str, object], line: str) -> None:
    citation = Citation.model_validate({"number": 1, "doc_id": "d", "path": "notes/d.md", "quote": "q", "start": 0, "end": 1, **fields})
    assert source_line(citation, "en") == line


@pytest.mark.parametrize("newest_first", [False, True], ids=["the oldest first", "updates, the newest first"])
def test_of_a_list_by_period_the_newest_rows_are_shown(newest_first: bool) -> None:
    periods = [Period(start=date(year, 1, 1), end=date(year, 12, 31), surface=str(year)) for year in range(2010, 2024)]
    rows = tuple(
        CitedFigure(figure_id=period.surface, value=Decimal(5), period=period, surface="5", citation=1 + (period.surface > "2015"))
        for period in periods
    )
    answer = made(
        form=Form.TABLE,
        by="period",
        text="Rows:",
        figures=rows[::-1] if newest_first else rows,
        citations=(cited(1, "older", "Older", None), cited(2, "newer", "Newer", None)),
    )
    text = "\n".join(answer_blocks(answer))
    assert "2023" in text
    assert "2010" not in text
    assert "Newer" in text
    assert "Older" not in text


def test_of_a_list_by_period_no_row_is_shown_without_the_others_of_its_period() -> None:
    periods = [Period(start=date(year, 1, 1), end=date(year, 12, 31), surface=str(year)) for year in (2019, 2020, 2021, 2022, 2023)]
    rows = tuple(
        CitedFigure(
            figure_id=f"{period.surface}{claimant}",
            value=Decimal(5),
            period=period,
            surface="5",
            citation=1,
            claimant=Claimant(name=claimant),
        )
        for period in periods
        for claimant in ("Board", "Union", "League", "Guild")
    )
    answer = made(
        form=Form.TABLE,
        by="period",
        text="Rows:",
        figures=rows,
        citations=(cited(1, "q", None, None),),
    )
    blocks = answer_blocks(answer)
    shown = [block for block in blocks if block.startswith("•")]
    assert sum("2023" in block for block in shown) == 4
    assert len(shown) % 4 == 0
    assert blocks.index(f"… {len(shown)} of 20 shown") < blocks.index(shown[0])


def test_rows_beyond_the_tenth_line_wait_behind_a_button() -> None:
    rows = tuple(
        CitedFigure(figure_id=str(number), value=Decimal(number), actor=f"Land {number}", surface=str(number), citation=1)
        for number in range(20)
    )
    answer = made(
        form=Form.BREAKDOWN,
        by="actor",
        text="Rows:",
        figures=rows,
        citations=(cited(1, "q", None, None),),
    )
    blocks = answer_blocks(answer)
    assert sum(block.startswith("•") for block in blocks) == 6
    assert "… 6 of 20 shown" in blocks
    assert len([block for block in blocks if "<blockquote" not in block]) <= 10
    page = row_blocks(answer, 15, 15, speech("en"))
    assert page[0] == "<b>Rows</b> (16–20 of 20)"
    assert [block.partition(" —")[0] for block in page if block.startswith("•")] == [f"• Land {number}" for number in range(15, 20)]


@pytest.mark.parametrize(("documents", "shown"), [(1, 6), (2, 4), (9, 3)])
def test_the_more_else_there_is_to_say_the_fewer_rows_are_shown(documents: int, shown: int) -> None:
    rows = tuple(
        CitedFigure(
            figure_id=str(number), value=Decimal(number), actor=f"Land {number}", surface=str(number), citation=1 + number % documents
        )
        for number in range(12)
    )
    citations = tuple(cited(1 + number, f"{number}", f"Document {number}", None) for number in range(documents))
    answer = made(
        text="Rows:", form=Form.BREAKDOWN, by="actor", figures=rows, citations=citations, notes=("Mind." for _ in range(documents - 1))
    )
    blocks = answer_blocks(answer)
    assert sum(block.startswith("•") for block in blocks) == rows_shown(answer) == shown
    assert shown == 3 or len([block for block in blocks if "<blockquote" not in block]) <= 10


def test_the_head_of_a_table_takes_half_a_line_and_no_button() -> None:
    head, row = cited(2, "Country | 2022 | 2023", "T", None), cited(1, "Italy | 190 | 250", "T", None)
    row = row.model_copy(update={"start": 90, "end": 107})
    caption = cited(3, "Flights:", "T", None)
    figure = CitedFigure(figure_id="f", value=Decimal(250), surface="250", citation=1, scope_citations=(2, 3))
    answer = made(text="250 [1]", form=Form.SINGLE, figures=(figure,), citations=(row, head, caption))
    assert [citation.number for citation in opened_citations(answer)] == [1]
    assert answer_blocks(answer)[-1].count("\n") == 1
    far = row.model_copy(update={"start": 9000, "end": 9017})
    assert [citation.number for citation in opened_citations(answer.model_copy(update={"citations": (far, head)}))] == [1, 2]


def made(**fields: object) -> Answer:
    """Return an answer with *fields*, and what each has."""
    given = {"id": "a", "question": "q", "read_as": "r", "language": "en", "status": Status.ANSWERED, **fields}
    return Answer.model_validate({name: tuple(value) if name == "notes" else value for name, value in given.items()})


def test_no_note_is_lost(parsed) -> None:
    notes = tuple(f"Mind {number}." for number in range(5))
    answer = made(
        form=Form.PASSAGE,
        text="x",
        citations=(cited(1, "q", None, None),),
        notes=notes,
    )
    (message,) = lay(answer_blocks(answer))
    assert all(note in parsed(message).text for note in notes)
    assert "Mind 3." in parsed(message).spans("ExpandableBlockQuote")[0]


def test_a_name_of_ten_thousand_letters_takes_a_line() -> None:
    assert len(shortened("a" * 10_000)) == LINE
