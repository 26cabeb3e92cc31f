"""What stands on a page as its text does is text; what a builder of pages sets otherwise is told by its words."""

import pytest

from qa_bot.ingest.flow import shown
from qa_bot.ingest.kin import kin_of_text, standing
from qa_bot.ingest.readers.html import read_page
from qa_bot.ingest.tree import Page
from qa_bot.schema import BlockKind

TOLD = [
    "За сезон мельница смолола 412 тонн ржи, на треть больше, чем годом раньше, когда река стояла низко.",
    "Плотину чинили с апреля по июнь, и все это время зерно возили на соседнюю мельницу за двадцать вёрст.",
    "Осенью сюда привезли рожь из восьми деревень, а в октябре очередь из телег растянулась до самого моста.",
    "Муку продали трём пекарням города, остаток забрали сами хозяева, и к Рождеству амбары стояли пустыми.",
]
TOLD_EN = [
    "The mill ground 412 tonnes of rye over the season, a third more than the year before, when the river was low.",
    "The weir was mended between April and June, and all that time the grain was carted to a mill twenty miles away.",
    "Rye from eight villages came here in autumn, and in October the carts stood in a row as far as the bridge.",
    "Three bakeries in the town bought the flour, and the owners fetched the rest themselves before Christmas.",
]
ODD = "Самый старый жернов здесь никто не меняет: он гудит, скрипит и нравится ласточкам, которые живут над ним девятый год."
MENU = "<ul>" + "".join(f'<li><a href="/{name}">{name}</a></li>' for name in ("О нас", "Помочь", "Контакты", "Новости")) + "</ul>"


def _record(text: str, inner: str = "t-text") -> str:
    return f'<div class="r t-rec"><div class="t-col"><div class="{inner}">{text}</div></div></div>'


def _places(body: str, weights: dict[str, float]) -> set[str]:
    """Return the texts that are kin, where those in *weights* weigh so much and all others 1."""
    blocks = list(shown(Page(f"<body>{body}</body>").root))
    weighed = [weights.get(block.text, 1.0) for block in blocks]
    return {blocks[at].text for at in kin_of_text(blocks, weighed, [True] * len(blocks))}


@pytest.mark.parametrize("told", [pytest.param(TOLD, id="ru"), pytest.param(TOLD_EN, id="en")])
def test_a_paragraph_in_elements_called_as_those_of_the_text_is_its_kin(told: list[str]) -> None:
    body = "".join(map(_record, [*told, ODD]))
    assert ODD in _places(body, {ODD: -2.0})


@pytest.mark.parametrize(
    ("record", "told"),
    [
        pytest.param(_record(ODD, "t-foot"), TOLD, id="it is called otherwise"),
        pytest.param(_record(ODD), TOLD[:2], id="two are too few"),
        pytest.param(_record(f'{ODD[:-1]} <a href="/m">здесь</a>.'), TOLD, id="it leads elsewhere"),
        pytest.param(
            _record("Подпишитесь на наши письма: раз в месяц мы рассказываем о мельнице, о муке и о ласточках."), TOLD, id="it asks"
        ),
    ],
)
def test_what_stands_otherwise_or_asks_is_none(record: str, told: list[str]) -> None:
    odd = next(block.text for block in shown(Page(f"<body>{record}</body>").root))
    assert odd not in _places("".join(map(_record, told)) + record, {odd: -2.0})


def test_where_most_of_what_stands_so_is_unlikely_the_rest_says_nothing():
    unlikely = dict.fromkeys([ODD, *(f"{text} Да." for text in TOLD)], -2.0)
    assert not _places("".join(map(_record, [*TOLD[:3], *unlikely])), unlikely)


def test_a_line_over_such_a_paragraph_is_kin_but_none_over_the_first_or_with_a_label():
    body = "".join(
        [
            _record("Мельница за год", "t-name"),
            _record(TOLD[0]),
            _record("Что было осенью", "t-name"),
            _record(TOLD[1]),
            _record("Фото: Анна Марлова", "t-name"),
            _record(TOLD[2]),
            _record("12 мая 2023", "t-name"),
            _record(TOLD[3]),
        ]
    )
    assert _places(body, {}) == {"Что было осенью", *TOLD}


def test_a_number_in_a_name_only_counts():
    page = Page('<body><div class="text-12"><p>a</p></div><div class="text-7">b</div><div class="note-7">c</div></body>')
    one, two, three = (standing(block.node) for block in shown(page.root))
    assert one == two != three


@pytest.mark.parametrize("told", [pytest.param([*TOLD, ODD], id="ru"), pytest.param(TOLD_EN, id="en")])
@pytest.mark.parametrize("lead", ["t001__descr t-descr", "hero-sub", "u-lead"])
def test_the_line_right_under_the_title_of_a_cover_is_text(told: list[str], lead: str) -> None:
    line = (
        "Коротко о том, сколько смололи, кому продали и что сломалось"
        if told is not TOLD_EN
        else "In short what we ground, who bought it and what broke"
    )
    cover = f'<div class="cover"><h1>Мельница: 2022</h1><div class="{lead}">{line}</div></div>'
    (draft,) = read_page(f"<title>Мельница: 2022</title><body>{MENU}{cover}{''.join(map(_record, told))}</body>".encode(), "a.html")
    kept = [draft.text[piece.start : piece.end] for piece in draft.pieces if piece.kind is not BlockKind.FURNITURE]
    assert line in kept
    assert set(told) <= set(kept)
