"""Credits, counters of visits and the ends of letters."""

import pytest

from qa_bot.ingest import SourceFile, read
from qa_bot.ingest.stamps import closes_letter, counts_visits, is_credit
from qa_bot.schema import BlockKind

EN = [
    "The orchard society grafted more trees last winter than in any year since the frost destroyed the nursery behind the mill.",
    "Members met on eleven evenings in the village hall and heard talks on canker and on the pruning of espaliers.",
    "Because the spring was wet, a quarter of the grafts failed, and the society replaced them free of charge.",
    "Pears did better in the north, where the frost came late and the old walls kept the warmth of the day.",
]
RU = [
    "За зиму общество садоводов привило больше деревьев, чем в любой год с тех пор, как мороз погубил питомник за мельницей.",
    "Сок давили две субботы: тридцать семей привезли яблоки и увезли домой больше двух тысяч литров сока.",
    "Из-за сырой весны каждое четвёртое дерево не прижилось, и общество бесплатно заменило их осенью.",
    "Груши лучше перенесли зиму на севере, где мороз пришёл поздно, а старые стены держали дневное тепло.",
]


def _kept(tmp_path, story: list[str], top: str = "", amid: str = "", end: str = "") -> list[str]:
    told = [f"<p>{text}</p>" for text in story]
    page = f"<title>Orchards</title><main><h1>Orchards</h1>{top}{told[0]}{told[1]}{amid}{told[2]}{told[3]}{end}</main>"
    (tmp_path / "a.html").write_text(page, "utf-8")
    (document,) = read(SourceFile(tmp_path, tmp_path / "a.html", "a.html"), report=print)
    return [document.text[each.span.start : each.span.end] for each in document.blocks if each.kind is not BlockKind.FURNITURE]


@pytest.mark.parametrize(
    ("caption", "credit"),
    [
        ("Photo by Annie Holm / Harvest", True),
        ("Photograph: Tim Lee/Alamy", True),
        ("Image: NASA/JPL", True),
        ("PHOTO | FILE | CL MEDIA", True),
        ("Photo: supplied", True),
        ("Фото: Анна Марлова / ТАРН", True),
        ("Фото: пресс-служба мэрии", True),
        ("Photo: the mill at Tarn in winter", False),
        ("Photograph of the mill by night", False),
        ("Фото: мельница на рассвете", False),
        ("The mill. Photo: Ann Marlow", False),
    ],
)
def test_a_caption_may_only_say_whose_the_picture_is(caption: str, credit: bool) -> None:
    assert is_credit(caption) is credit


@pytest.mark.parametrize(
    ("figcaption", "left"),
    [
        pytest.param("Photo by Annie Holm / Harvest", None, id="alone"),
        pytest.param("The press at work. PHOTO | FILE | CL MEDIA", "The press at work.", id="behind a caption"),
        pytest.param(
            "<p>The press at work.</p><ul><li><span>Hank Dole / Courier</span></li></ul>", "The press at work.", id="an item below it"
        ),
        pytest.param("The press at work in October.", "The press at work in October.", id="none"),
    ],
)
def test_the_credit_of_a_picture_is_no_text(tmp_path, figcaption: str, left: str | None) -> None:
    kept = _kept(tmp_path, EN, amid=f"<figure><img src='p.jpg'><figcaption>{figcaption}</figcaption></figure>")
    assert [line for line in kept if line not in EN and line != "Orchards"] == ([left] if left else [])


@pytest.mark.parametrize(
    ("item", "kept"), [("12 presses were sold in Tarn", True), ("За день продали 12 прессов", True), ("Hank Dole, 12 May 2023", False)]
)
def test_an_item_below_a_picture_that_tells_a_number_is_text(tmp_path, item: str, kept: bool) -> None:
    found = _kept(
        tmp_path, EN, amid=f"<figure><img src='p.jpg'><figcaption><p>The press.</p><ul><li>{item}</li></ul></figcaption></figure>"
    )
    assert (item in found) is kept


def test_the_visits_of_a_museum_are_text(tmp_path) -> None:
    found = _kept(tmp_path, EN, end="<p>Visits: 148,600</p><p>Loans: 300</p>")
    assert found[-2:] == ["Visits: 148,600", "Loans: 300"]


@pytest.mark.parametrize(
    ("line", "counts"),
    [
        ("Hits: 42", True),
        ("Post Views: 991", True),
        ("Page views: 1,877", True),
        ("Количество показов: 1204", True),
        ("Показы: 81", True),
        ("Просмотры: 77", True),
        ("Hits: 42 songs of the harvest", False),
        ("Показы: 12 и 14 мая", False),
        ("Visits to the mill: 1204", False),
        ("Visits: 148,600", False),
        ("Визитов: 12 000", False),
    ],
)
def test_a_counter_of_visits_is_known_by_all_that_it_says(line: str, counts: bool) -> None:
    assert counts_visits(line) is counts


@pytest.mark.parametrize(
    ("line", "story"),
    [("Hits: 42", EN), ("Post Views: 991", EN), ("Количество показов: 1204", RU), ("Просмотры: 77", RU), ("Показы: 81", RU)],
)
def test_a_counter_of_visits_is_no_text_of_a_page(tmp_path, line: str, story: list[str]) -> None:
    for place in ("top", "amid", "end"):
        assert line not in _kept(tmp_path, story, **{place: f"<p>{line}</p>"})


@pytest.mark.parametrize(
    ("story", "closing", "below"),
    [
        pytest.param(EN, "Respectfully submitted, Ann Marlow, P.E., County Engineer", "", id="en"),
        pytest.param(EN, "Yours sincerely,", "Ann Marlow", id="en, a name below"),
        pytest.param(RU, "С уважением,", "Анна Марлова, председатель", id="ru"),
    ],
)
def test_how_a_letter_closes_is_text(tmp_path, story: list[str], closing: str, below: str) -> None:
    kept = _kept(tmp_path, story, end=f"<p>{closing}</p>" + (f"<p>{below}</p>" if below else ""))
    assert closing in kept
    assert not below or below in kept


def test_lines_below_a_text_that_close_no_letter_stay_out(tmp_path):
    assert "Tarn Council press office" not in _kept(tmp_path, EN, end="<p>Tarn Council press office</p>")


@pytest.mark.parametrize(
    ("line", "closes"), [("Sincerely", True), ("С уважением", True), ("Regards to the mill", False), ("Уважение к мельнице", False)]
)
def test_words_that_close_a_letter_stand_alone_or_before_a_name(line: str, closes: bool) -> None:
    assert closes_letter(line) is closes
