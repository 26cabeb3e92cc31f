"""What a person reads: headline, scope, quotes with the number marked, sources, and what is near or related."""

import io
from collections.abc import Callable
from decimal import Decimal

from qa_bot.cli.render import render, render_sources, source_line
from qa_bot.cli.screen import Screen
from qa_bot.rendering.blocks import Block
from qa_bot.schema import Answer, Citation, CitedFigure, Derived, Form, Status

Plain = Callable[..., list[str]]


def test_one_figure_has_headline_scope_quote_and_source(answered: Answer, plain: Plain) -> None:
    assert plain(render(answered)) == [
        "1,204 trains were late in 2023, says the operator. [1]",
        "",
        "  exact · unit: train · period: 2023 (stated) · claimant: the operator (stated)",
        "  Read as: late trains, 2023",
        "",
        "  [1] “In 2023, **1,204** trains were late, the operator said, 310 of them because of snow.”",
        "      Trains and snow · Gazette · 9 January 2024 · reports/trains.md, p. 3",
    ]


def test_a_source_without_title_or_date_says_that_it_is_undated(citations: tuple[Citation, ...]) -> None:
    assert source_line(citations[1], "en") == "undated · old.txt"


def test_a_document_among_others_in_a_file_is_named_by_its_id(citations: tuple[Citation, ...]) -> None:
    line = citations[1].model_copy(update={"doc_id": "note-7", "path": "notes.jsonl"})
    assert source_line(line, "en") == "undated · note-7 (notes.jsonl)"


def test_several_figures_share_a_scope_line_and_differ_in_columns(
    answered: Answer, trains_2023: CitedFigure, trains_2022: CitedFigure, citations: tuple[Citation, ...], plain: Plain
) -> None:
    table = answered.model_copy(
        update={
            "form": Form.TABLE,
            "by": "period",
            "figures": (trains_2023, trains_2022),
            "citations": citations,
            "short": None,
            "text": "- 1,204 trains, 2023 [1]\n- at least 980 trains, 2022 [2]",
        }
    )
    lines = plain(render(table))
    assert lines[0] == "By period:"
    assert lines[2] == "  trains · were late"
    assert lines[4:7] == [
        "  period        figure  claimant",
        "  2023           1,204  the operator  [1]",
        "  2022    at least 980                [2]",
    ]


def test_a_part_names_its_whole(answered: Answer, snow: CitedFigure, plain: Plain) -> None:
    lines = plain(render(answered.model_copy(update={"figures": (snow,), "short": "310"})))
    assert "  exact · unit: train · snow · period: 2023 (stated) · part of 1,204 trains · claimant: the operator (stated)" in lines
    assert any("**310** of them" in line for line in lines)


def test_an_inferred_period_says_whence(answered: Answer, trains_2022: CitedFigure, plain: Plain) -> None:
    lines = plain(render(answered.model_copy(update={"figures": (trains_2022,)})))
    assert "  at least · unit: train · period: 2022 (from the text around it)" in lines


def test_a_derived_figure_shows_its_expression(answered: Answer, trains_2023: CitedFigure, snow: CitedFigure, plain: Plain) -> None:
    share = CitedFigure(
        figure_id="d", value=Decimal("25.7"), unit="%", measure="share", derived=Derived(expression="310 / 1204", operands=("f2", "f1"))
    )
    lines = plain(render(answered.model_copy(update={"figures": (share, snow, trains_2023)})))
    row = next(line for line in lines if "25.7 %" in line)
    assert "310 / 1204" in row


def test_a_declined_question_names_the_slot_and_shows_what_is_near(
    trains_2022: CitedFigure, citations: tuple[Citation, ...], plain: Plain
) -> None:
    answer = Answer(
        id="n",
        question="How many trains were late in 2021?",
        read_as="late trains, 2021",
        language="en",
        status=Status.NOT_FOUND,
        form=Form.SINGLE,
        text="The corpus has no such figure for 2021.",
        missing=("period",),
        nearest=(trains_2022,),
        related=(1,),
        citations=citations,
    )
    lines = plain(render(answer))
    assert lines[0] == "The corpus has no such figure for 2021."
    near, related = lines.index("The nearest figures:"), lines.index("Related, though no answer:")
    assert lines[near + 2].split() == ["at", "least", "980", "trains", "2022", "period", "[2]"]
    assert any("At least **980** trains" in line for line in lines[near:related])
    assert any("1,204" in line for line in lines[related:])
    assert not any("1,204" in line for line in lines[:related])


def test_possible_readings_are_listed(answered: Answer, plain: Plain) -> None:
    unclear = answered.model_copy(
        update={"status": Status.UNCLEAR, "figures": (), "citations": (), "choices": ("late trains", "late buses")}
    )
    lines = plain(render(unclear))
    assert lines[-3:] == ["  You could ask:", "    - late trains", "    - late buses"]


def test_the_words_that_answer_are_marked_in_a_passage(answered: Answer, plain: Plain) -> None:
    passage = answered.model_copy(update={"form": Form.PASSAGE, "figures": (), "short": "because of snow"})
    text = f"because of snow [1]\n“{passage.citations[0].quote}”"
    lines = plain(render(passage.model_copy(update={"text": text})))
    assert sum("310 of them" in line for line in lines) == 1
    assert any("310 of them **because of snow**." in line for line in lines)


def test_a_number_inside_a_longer_number_is_not_marked(answered: Answer, trains_2023: CitedFigure, plain: Plain) -> None:
    figure = trains_2023.model_copy(update={"surface": "204", "value": Decimal(204)})
    assert not any("**" in line for line in plain(render(answered.model_copy(update={"figures": (figure,)}))))


def test_a_russian_answer_has_russian_labels(answered: Answer, plain: Plain) -> None:
    lines = plain(render(answered.model_copy(update={"language": "ru"})))
    assert "  Прочитано как: late trains, 2023" in lines
    assert any("9 января 2024" in line for line in lines)


def test_no_line_is_wider_than_the_screen(answered: Answer, plain: Plain) -> None:
    assert max(map(len, plain(render(answered), width=40))) <= 40


def test_a_terminal_gets_colour_and_no_asterisks(answered: Answer) -> None:
    stream = io.StringIO()
    Screen(stream, 200, colour=True).show(render(answered))
    assert "\x1b[1;33m1,204\x1b[0m" in stream.getvalue()
    assert "\x1b[1;32m1,204\x1b[0m" in stream.getvalue()
    assert "**" not in stream.getvalue()


def test_a_document_cannot_steer_the_terminal(answered: Answer, citations: tuple[Citation, ...]) -> None:
    hostile = citations[0].model_copy(update={"quote": "1,204\x1b[2J trains\u202e were\r late", "title": "T\x07itle\x9b31m"})
    stream = io.StringIO()
    Screen(stream, None, colour=False).show(render(answered.model_copy(update={"citations": (hostile,)})))
    assert "“**1,204**[2J trains were  late”" in stream.getvalue()
    assert not any(letter in stream.getvalue() for letter in "\x1b\x07\x9b\u202e\r")


def test_sources_shows_every_citation(answered: Answer, citations: tuple[Citation, ...], plain: Plain) -> None:
    blocks: list[Block] = render_sources(answered.model_copy(update={"citations": citations}))
    assert [line[:5] for line in plain(blocks) if line.startswith("  [")] == ["  [1]", "  [2]"]


def test_further_lines_of_the_text_are_shown(answered: Answer, plain: Plain) -> None:
    text = f"{answered.text}\nof them 310 because of snow [1]"
    lines = plain(render(answered.model_copy(update={"text": text})))
    assert lines[:2] == [answered.text, "of them 310 because of snow [1]"]


def test_the_number_of_a_further_line_is_marked_in_its_quote(answered: Answer, citations: tuple[Citation, ...], plain: Plain) -> None:
    part = citations[0].model_copy(update={"number": 2})
    text = f"{answered.text}\nof them 310 because of snow [2]"
    lines = plain(render(answered.model_copy(update={"text": text, "citations": (citations[0], part)})))
    assert any(line.startswith("  [2]") and "1,204 trains" in line and "**310** of them" in line for line in lines)


def test_a_row_that_a_table_says_is_not_repeated(answered: Answer, plain: Plain) -> None:
    lines = plain(render(answered.model_copy(update={"text": f"{answered.text}\n- a row"})))
    assert "- a row" not in lines


def test_a_quote_that_only_carries_scope_is_dim(answered: Answer, trains_2023: CitedFigure, citations: tuple[Citation, ...]) -> None:
    figure = trains_2023.model_copy(update={"scope_citations": (2,)})
    stream = io.StringIO()
    Screen(stream, None, colour=True).show(render(answered.model_copy(update={"figures": (figure,), "citations": citations})))
    assert f"\x1b[2m{citations[1].quote}\x1b[0m" in stream.getvalue()


def test_the_source_of_neighbouring_quotes_is_said_once(answered: Answer, citations: tuple[Citation, ...], plain: Plain) -> None:
    again = citations[0].model_copy(update={"number": 2, "quote": "It was a hard winter."})
    lines = plain(render(answered.model_copy(update={"citations": (citations[0], again)})))
    assert sum("Trains and snow" in line for line in lines) == 1
