"""Names that a text writes otherwise than the question: by initials, with a number in words or in Roman numerals."""

from datetime import date
from pathlib import Path

import pytest

from qa_bot.ask import Answerer
from qa_bot.build import build
from qa_bot.retrieval import open_index
from qa_bot.schema import Status

DOCUMENTS = {
    "Norland_Coastal_Rescue_Service.txt": """\
The first lifeboat was bought in 1931 from a yard in Ostrand. The stations were closed one after the other after 1974. The pilots of the service
were given helmets in 1988.
""",
    "Marrowby_F.C..txt": """\
The players moved to the Canal Street ground in 1912. The supporters bought a third of the shares in 2003.
""",
    "contest.txt": """\
Harbour Television announced on 11 May 2015 that the fifteenth season would be the final season of its singing contest. The third film about
the contest came out in 1989. The satellite Lanta-2 was launched in April 2007, and the second launch of a satellite was in October 2000.
""",
    "konkurs.txt": """\
Десятый сезон конкурса судил Пётр Лосев. Пятнадцатый сезон конкурса судила Анна Орлова.
""",
    "war.txt": """\
The town of Orsk burnt down during World War II. Sixty men of the town fought in it.
""",
}


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    folder = tmp_path_factory.mktemp("names")
    for name, text in DOCUMENTS.items():
        (folder / "documents" / name).parent.mkdir(exist_ok=True)
        (folder / "documents" / name).write_text(text, encoding="utf-8")
    build([Path(folder / "documents")], index=folder / "index")
    return Answerer(open_index(folder / "index"))


@pytest.mark.parametrize(
    ("question", "short"),
    [
        pytest.param("When did the NCRS buy its first lifeboat?", "1931", id="initials of a title"),
        pytest.param("When did the players of Marrowby FC move to the Canal Street ground?", "1912", id="initials with points in a title"),
        pytest.param("When was it announced that Season 15 would be the final season?", "11 May 2015", id="an ordinal in words"),
        pytest.param("When did the 3rd film about the contest come out?", "1989", id="an ordinal in digits"),
        pytest.param("Which town burnt down in WWII?", "Orsk", id="initials with a Roman numeral"),
        pytest.param("Which town burnt down during World War 2?", "Orsk", id="a Roman numeral"),
        pytest.param("Кто судил 15-й сезон конкурса?", "Анна Орлова", id="a Russian ordinal in words"),
        pytest.param("When was Lanta-2 launched?", "April 2007", id="a number that is part of a word"),
    ],
)
def test_a_name_is_known_however_it_is_written(answerer: Answerer, question: str, short: str) -> None:
    assert short in (answerer.ask(question, as_of=date(2024, 6, 1)).short or "")


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("When did the KCRS buy its first lifeboat?", id="other initials"),
        pytest.param("When was it announced that Season 14 would be the final season?", id="another number"),
        pytest.param("Which town burnt down during World War 1?", id="another war"),
    ],
)
def test_another_name_is_declined(answerer: Answerer, question: str) -> None:
    assert answerer.ask(question, as_of=date(2024, 6, 1)).status is Status.NOT_FOUND
