"""What another voice says of the same: by another noun, with the verb left out, some sentences on; and what it says of something else."""

from pathlib import Path

import pytest

from qa_bot.figures.extract import extract
from qa_bot.ingest import read, split, walk

PAIRS = [
    pytest.param(
        "The ministry said that 52 reporters had been detained in 2023. Free Voices, a monitoring group, documented 140 detentions in the year.",
        ("52", "140"),
        id="events-for-persons",
    ),
    pytest.param(
        "Halden Foods cut 300 jobs in Lisk. The union Food First speaks of 410 lost jobs there because it counts temporary staff.",
        ("300", "410"),
        id="lost-jobs",
    ),
    pytest.param(
        "The port said that 900 tonnes of diesel had leaked. Clean Sea, an association, puts the spill at 1,500 tonnes.",
        ("900", "1,500"),
        id="another-noun-of-a-measure",
    ),
    pytest.param(
        "The mayor says renovating the theatre cost £2.5 million. The opposition claims the bill was closer to £4 million.",
        ("£2.5 million", "£4 million"),
        id="another-name-of-a-sum",
    ),
    pytest.param(
        "Police counted 700 marchers in the square. Its streets were closed for two hours. Nobody was hurt.\n\n"
        "The organisers believe that the number of marchers was much higher. They speak of 2,000.",
        ("700", "2,000"),
        id="paragraphs-on",
    ),
    pytest.param("Полиция насчитала на площади 2 тысячи человек, организаторы — 6 тысяч.", ("2 тысячи", "6 тысяч"), id="verb-left-out-ru"),
    pytest.param(
        "Площадь разлива, по данным администрации, достигла 120 гектаров. Огонь и вода мешали вертолётам. "
        "Экологи из группы «Чистый берег» оценивают её в 300 гектаров.",
        ("120", "300"),
        id="pronoun-ru",
    ),
    pytest.param(
        "По данным министерства, средняя зарплата учителя составила 61 000 рублей. Профсоюз «Школа» с этим не согласен: по его "
        "подсчётам, учитель получает 43 000 рублей.",
        ("61 000 рублей", "43 000 рублей"),
        id="of-whom-ru",
    ),
]

APART = [
    pytest.param("Police arrested 120 people. The union says that 40 arrests were unlawful.", id="what-some-of-them-were"),
    pytest.param("The company earned £5 million. The union disputes the dismissals: its members lost £4 million in pay.", id="another-sum"),
    pytest.param("The city bought 90 tonnes of salt. The Greens counted 60 tonnes of waste in the river.", id="another-thing"),
    pytest.param(
        "Police say 31 people were killed. The mayor disputes this; he says some 40 people were still missing.", id="another-fate"
    ),
    pytest.param("The council cut 300 jobs in Lisk. The union speaks of 410 new jobs in Harl.", id="another-place"),
]


def _figures(folder: Path, text: str) -> dict[str, tuple[str, str | None]]:
    """By the words of each figure its id, and that of the one it is set against."""
    (folder / "text.md").write_text(f"# Report\n\n{text}\n", encoding="utf-8")
    found = walk([folder / "text.md"])
    figures = [figure for file in found for document in read(file, report=print) for figure in extract(document, split(document))]
    return {figure.surface: (figure.figure_id, figure.against) for figure in figures}


@pytest.mark.parametrize(("text", "pair"), PAIRS)
def test_a_number_is_set_against_what_another_voice_gives(tmp_path: Path, text: str, pair: tuple[str, str]) -> None:
    figures = _figures(tmp_path, text)
    assert figures[pair[1]][1] == figures[pair[0]][0]


@pytest.mark.parametrize("text", APART)
def test_a_number_of_something_else_is_set_against_none(tmp_path: Path, text: str) -> None:
    assert all(against is None for _, against in _figures(tmp_path, text).values())


AS_EVENTS = [
    pytest.param(
        "In these fires 23 people were killed in 2023. The campaign group HomeSafe disputes this. It counts 27 deaths.",
        ("23", "27"),
        id="killed-and-deaths",
    ),
    pytest.param("Eleven miners died in 2022. The union Deep Shaft says there were 15 fatalities.", ("Eleven", "15"), id="there-were"),
    pytest.param(
        "Центр «Щит» насчитал в 2023 году 730 выселений. По данным приставов, в 2023 году выселены 540 человек.",
        ("730", "540"),
        id="events-and-then-persons-ru",
    ),
]

OF_OTHERS = [
    pytest.param("Центр «Щит» насчитал 730 выселений. По данным приставов, в Тальске выселены 540 человек.", id="in-one-town-ru"),
    pytest.param("Eleven miners died in 2022. The union Deep Shaft says there were 15 injuries.", id="another-fate"),
]


@pytest.mark.parametrize(("text", "pair"), AS_EVENTS)
def test_events_are_set_against_those_whom_they_befell(tmp_path: Path, text: str, pair: tuple[str, str]) -> None:
    figures = _figures(tmp_path, text)
    assert figures[pair[1]][1] == figures[pair[0]][0]


@pytest.mark.parametrize("text", OF_OTHERS)
def test_events_elsewhere_or_of_another_kind_are_set_against_none(tmp_path: Path, text: str) -> None:
    assert all(against is None for _, against in _figures(tmp_path, text).values())
