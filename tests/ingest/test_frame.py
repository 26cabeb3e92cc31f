from datetime import date

import pytest

from qa_bot.ingest.frame import unframe
from qa_bot.ingest.furniture import is_furniture, label_of
from qa_bot.ingest.markup import parse
from qa_bot.ingest.plain import layout

BODY = "The farms of the northern plain have brought in more wheat than in any year since records began, the office said on Tuesday."
MORE = "Barley did worse, above all in the two districts on the coast, where it rained for most of August and the fields stood under water."


def _furniture(text: str) -> list[str]:
    return [text[piece.start : piece.end] for piece in layout(text)[0] if piece.kind.value == "furniture"]


@pytest.mark.parametrize(
    "line",
    [
        "Rate the material",
        "Leave a Reply",
        "Your email address will not be published.",
        "Share:",
        "Comments (14)",
        "Read also: Why the mills stand still",
        "© 2023 Farm Office. All rights reserved.",
        "Printed 12 May 2020 © 2020 Farm Office",
        "Photo: Farm Office",
        "We use cookies to make this site better.",
        "* * *",
        "----------",
        "https://farm.example/wheat",
        "Page 3 of 14",
        "Home | News | Prices | Contact",
        "Оцените материал",
        "Читайте также:",
        "Фото: пресс-служба",
        "Ваш адрес email не будет опубликован.",
    ],
)
def test_page_furniture_is_known(line: str) -> None:
    assert is_furniture(line)


@pytest.mark.parametrize(
    "line",
    [
        "Share prices of the mills fell by 3 percent.",
        "Comments by the minister were few.",
        "Home births rose to 340.",
        "More: than half of the farms lost their barley to the rain, among them all fourteen of the farms on the coast.",
        "Search parties found 12 people.",
        "14 farms",
        "Wheat | 340",
        "Фото фермеров показали по телевидению.",
        "Powered by wind, the mill made 340 kWh.",
    ],
)
def test_what_only_begins_like_furniture_stays(line: str) -> None:
    assert not is_furniture(line)


def test_titles_of_other_pages_go_with_the_line_above_them() -> None:
    text = f"{BODY}\n\nRead also\nWhy the mills stand still\nA new road to the coast\n\n{MORE}"
    assert _furniture(text) == ["Read also", "Why the mills stand still", "A new road to the coast"]


def test_a_title_below_a_menu_is_still_the_title() -> None:
    pieces = layout(text := f"Hot topics:\n\nReport: A record harvest\n\n{BODY}\n\n{MORE}")[0]
    assert [(piece.kind.value, text[piece.start : piece.end]) for piece in pieces[:2]] == [
        ("furniture", "Hot topics:"),
        ("heading", "Report: A record harvest"),
    ]


def test_a_cut_teaser_is_furniture_and_gives_date_and_outlet() -> None:
    text = f"{BODY[:70]}... 03.05.2021, Volga News\nA record harvest\n{BODY}\n{MORE}"
    pieces, found = layout(text)
    assert [piece.kind.value for piece in pieces] == ["furniture", "heading", "paragraph", "paragraph"]
    assert (str(found.published), found.publisher) == ("2021-05-03", "Volga News")


def test_a_teaser_cut_inside_a_word_is_known() -> None:
    assert _furniture(f"{BODY[:61]}…\n\nA record harvest\n\n{BODY}\n\n{MORE}") == [BODY[:61] + "…"]


def test_a_whole_sentence_as_teaser_gives_way_to_the_paragraph() -> None:
    assert _furniture(f"{BODY}\n\nA record harvest\n\n{BODY} {MORE}\n\n{MORE} {BODY}") == [BODY]


def test_a_teaser_of_a_paragraph_with_a_dateline_is_known() -> None:
    assert _furniture(f"{BODY[:70]}...\n\nA record harvest\n\nKAZAN (Volga News) — {BODY}\n\n{MORE}") == [BODY[:70] + "..."]


def test_the_lead_said_again_behind_a_dateline_is_kept_once() -> None:
    assert _furniture(f"Wheat\n\n{BODY}\n\nTARN, 3 May 2021 (Volga Wire) – {BODY}\n\n{MORE}") == [BODY]


def test_the_sign_of_a_copyright_opens_no_item() -> None:
    colophon = "(c) 2022 Volga Wire. Rate the material: 1 2 3 4 5"
    assert colophon in _furniture(f"Wheat\n\n{BODY}\n\n{MORE}\n\n{colophon}")


def test_a_teaser_with_a_dateline_that_its_paragraph_lacks_is_known() -> None:
    assert _furniture(f"KAZAN (Volga News) — {BODY[:70]}...\n\nA record harvest\n\n{BODY}\n\n{MORE}") == [
        f"KAZAN (Volga News) — {BODY[:70]}..."
    ]


def test_an_item_of_a_list_is_no_furniture_by_its_first_word() -> None:
    assert _furniture(f"{BODY}\n\nThe archive holds:\n- Photos: 340\n- Video: 20 reels\n\n{MORE}") == []


def test_paragraphs_that_differ_in_a_figure_both_stay() -> None:
    first = "In 2021 the farms of the northern plain brought in 340 thousand tonnes of wheat."
    second = "In 2021 the farms of the northern plain brought in 350 thousand tonnes of wheat, the union says."
    assert _furniture(f"{first}\n\n{second}\n\n{MORE}") == []


def test_an_unfinished_sentence_that_nothing_repeats_stays() -> None:
    assert _furniture(f"{BODY}\n\nAnd then there was the rye of the northern farms...\n\n{MORE}") == []


def test_a_paragraph_printed_twice_is_kept_once() -> None:
    assert _furniture(f"{BODY}\n\n{MORE}\n\n{BODY}") == [BODY]


def test_a_short_paragraph_repeated_under_another_heading_is_said_of_both() -> None:
    same = "No case of rust was reported in the district during the whole season."
    assert _furniture(f"{BODY}\n\nOrle district\n\n{same}\n\nTarn district\n\n{same}") == []


@pytest.mark.parametrize(
    ("line", "field"),
    [
        ("Source: Farm Office", "publisher"),
        ("**Published:** 3 May 2021", "published"),
        ("Заголовок: Урожай", "title"),
        ("URL: https://farm.example", "url"),
    ],
)
def test_a_labelled_line_gives_metadata(line: str, field: str) -> None:
    found = label_of(line)
    assert found is not None
    assert found[0] == field


def test_a_date_in_a_footer_is_not_the_day_of_publication() -> None:
    assert layout(f"A record harvest\n\n{BODY}\n\n{MORE}\n\n3 May 2021\n\n© 3 May 2021 Farm Office")[1].published is None


def test_a_date_in_prose_is_not_the_day_of_publication() -> None:
    assert layout(f"A record harvest\n\nOn 3 May 2021 the rain came. {BODY}\n\n{MORE}")[1].published is None


@pytest.mark.parametrize(
    ("apart", "pulled"),
    [
        pytest.param("“Nobody had expected such a harvest.”", True, id="a sentence of the text"),
        pytest.param("“Nobody had expected such a harvest. We ran out of sacks.”", True, id="two, which a verb parts there"),
        pytest.param("«Nobody had expected such a harvest.»", True, id="other marks"),
        pytest.param("“Nobody had expected such a drought.”", False, id="said nowhere else"),
        pytest.param("“Nobody had expected such a harvest. We sold 40 tonnes.”", False, id="in part said nowhere else"),
        pytest.param("Nobody had expected such a harvest.", False, id="no quotation"),
    ],
)
def test_a_quotation_pulled_out_of_the_text_is_none_of_it(apart: str, pulled: bool) -> None:
    said = "“Nobody had expected such a harvest,” the head of the farm office said. “We ran out of sacks. Nobody was left to fill them.”"
    found = _furniture(f"A good year\n\n{BODY}\n\n{said}\n\n{apart}\n\n{MORE}\n")
    assert (apart in found) is pulled


def test_a_short_lead_with_a_dateline_that_is_said_again_dates_the_text() -> None:
    text = "A RECORD HARVEST\n\nHALVEN, 3 May 2021 - The north has brought in 412 tonnes.\n\nThe north has brought in 412 tonnes of wheat this year, the office said."
    assert str(layout(text)[1].published) == "2021-05-03"


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_colophon_under_a_copyright_line_dates_nothing(gap: str) -> None:
    lines = [
        "The rain stopped 214 boats.",
        gap.join(("Copyright 2024 Harbour Office", "Published by Harbour Press on 3 May 2021")),
        "More will come.",
    ]
    assert layout("A wet spring\n\n" + "\n\n".join(lines))[1].published is None


@pytest.mark.parametrize(
    ("lines", "day"),
    [
        pytest.param(["Answer", "Answered on 12 March 2024"], date(2024, 3, 12), id="an answer"),
        pytest.param(["Tabled on 4 March 2024", "Answered on: 12 March 2024"], date(2024, 3, 12), id="no day of another thing"),
        pytest.param(["Date of decision: 3 May 2023"], date(2023, 5, 3), id="a decision"),
        pytest.param(["Дата вынесения решения: 03.05.2023"], date(2023, 5, 3), id="Russian"),
        pytest.param(["Answered on 12 March 2024", "© 2026 Assembly of Tarn"], date(2024, 3, 12), id="a later year of the page"),
        pytest.param(["Answered on 12 March 2024", "Answered on 14 March 2024"], None, id="two answers"),
        pytest.param(["Answered on 12 March 2024 by the minister of transport for the regions"], None, id="a sentence"),
        pytest.param(["Updated on 12 March 2024"], None, id="another label"),
        pytest.param(["Answered on 12 March 2019", "The barns burnt down in 2022."], None, id="a later year in the text"),
        pytest.param(["Decision date: 3 May 2021", "Date of hearing: 9 June 2021"], None, id="a later day beside it"),
        pytest.param(["Licence of the pier", "Date of issue: 3 May 2009"], None, id="the issue of something"),
        pytest.param(["Delivered: 12 March 2019"], None, id="goods"),
        pytest.param(["- Answered: 12 March 2019"], None, id="an item of a list"),
    ],
)
def test_the_day_on_which_a_paper_was_given_is_read_below_its_top(lines: list[str], day: date | None) -> None:
    _, found = layout("\n\n".join((BODY, *lines, MORE)))
    assert found.published == day


def test_the_head_of_each_printed_page_is_furniture_but_on_the_first_where_it_may_be_the_title() -> None:
    head = "Brack Hospitals Trust"
    pages = f"{head}\n\n{BODY}\n\nPage 1 of 3\n\n{head}\n\n{MORE}\n\nPage 2 of 3\n\n{head}\n\nIt rained.\n\nPage 3 of 3"
    assert _furniture(pages).count(head) == 2
    assert _furniture(f"Page 1 of 4\n\n{pages.replace('Page 1', 'Page 2')}").count(head) == 2
    assert head not in _furniture(f"{head}\n\n{BODY}\n\nPage 1 of 3\n\n{head}\n\n{MORE}")


@pytest.mark.parametrize("heading", ["Sign up for swimming", "Sign up to the rules", "Subscribe to our values"])
def test_a_heading_stays_whatever_it_asks_for(heading: str) -> None:
    text = f"# Storm\n\n{BODY}\n\n### {heading}\n\n{MORE}\n"
    pieces, _ = unframe(text, parse(text))
    assert [text[piece.start : piece.end] for piece in pieces if piece.kind.value == "heading"] == ["Storm", heading]


@pytest.mark.parametrize(
    ("foot", "published"),
    [
        pytest.param("Printed 9 June 2024", None, id="when somebody printed it"),
        pytest.param("Printed on 9 June 2024", None, id="with on"),
        pytest.param("Распечатано 9 июня 2024 г.", None, id="in Russian"),
        pytest.param("Дата печати: 9 июня 2024 г.", None, id="as a label"),
        pytest.param("Concert on 9 June 2024", None, id="what will be on a day"),
        pytest.param("Published 9 June 2024", date(2024, 6, 9), id="when it was published"),
        pytest.param("Posted on Sunday, 9 June 2024, 10:15", date(2024, 6, 9), id="with weekday and time"),
    ],
)
def test_a_line_under_a_short_text_dates_it_only_where_it_says_so(foot: str, published: date | None) -> None:
    assert layout(f"OUR LIBRARY\n\nWe lent 430 books in May.\n\nThe reading room has 12 seats.\n\n{foot}\n")[1].published == published


@pytest.mark.parametrize("line", ["Printed 9 June 2024", "Распечатано 9 июня 2024 г."])
def test_the_day_of_printing_dates_no_text_from_above_either(line: str) -> None:
    assert layout(f"OUR LIBRARY\n\n{line}\n\n{BODY}\n\n{MORE}\n")[1].published is None


@pytest.mark.parametrize("sign", ["*", "_", "**"])
def test_a_line_in_italics_under_the_title_dates_the_text(sign: str) -> None:
    text = f"# Catches of the bay\n\n{sign}Published by the Lorn Fishery Office, 15 April 2022{sign}\n\n{BODY}\n"
    _, metadata = unframe(text, parse(text))
    assert (metadata.published, metadata.publisher) == (date(2022, 4, 15), "Lorn Fishery Office")
