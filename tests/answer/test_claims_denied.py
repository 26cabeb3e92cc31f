"""A number that is denied is nobody else's: "52, and not 90, as the union claims" is not the union's 52."""

from collections.abc import Callable, Mapping
from datetime import date

import pytest

from qa_bot.ask import Answerer

DOCUMENTS = {
    "port.txt": "Port of Ness\nNote, 2 March 2023\n\nIn the strike 31 cranes stood idle, and not 58, as the dockers' union says. "
    "The harbour office counted 120 lorries, not the 300 that hauliers reported. "
    "Only 14 shops had closed, not 40, the mayor said.\n",
    "port-ru.txt": "Порт Несс\n2 марта 2023 года\n\nВо время забастовки простаивали 32 буксира, а не 58, как утверждает профсоюз докеров.\n",
    "farms.md": "---\ntitle: Visits to farms\npublisher: Inspectorate of Farms\npublished: 2023-06-03\n---\n"
    "Farmers told inspectors that 90 cows had died in 2022; the veterinary board counted 61.\n",
    "creamery.txt": "Lornbank Dairies plc\nStatement on the Asper creamery\n17 May 2023\n\n"
    "The plan concerns 220 drivers at Asper. Seasonal workers are hired through Fieldhands Ltd; on 3 May there were 52 of them on site.\n",
    "mine.txt": 'Evening Post\n2 May 2023\n\n"The company talks of 140 posts," said Moira Flint of the Weavers\' Union. '
    '"It forgets the 35 night watchmen. The real number is 175."\n',
}


@pytest.fixture(scope="module")
def answerer(answerer_of: Callable[[Mapping[str, str]], Answerer]) -> Answerer:
    return answerer_of(DOCUMENTS)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        pytest.param("How many cranes stood idle?", {("31", None)}, id="as the union says, of what is denied"),
        pytest.param("Сколько буксиров простаивало?", {("32", None)}, id="а не 58, как утверждает"),
        pytest.param("How many lorries were there according to the harbour office?", {("120", "harbour office")}, id="not the 300"),
        pytest.param("How many shops had closed?", {("14", "mayor")}, id="said of both"),
        pytest.param("How many cows died in 2022?", {("90", "Farmers"), ("61", "veterinary board")}, id="told inspectors that"),
        pytest.param("How many seasonal workers are there at Asper?", {("52", None)}, id="there were of them"),
        pytest.param("How many night watchmen are there?", {("35", "Moira Flint")}, id="the real number is another"),
    ],
)
def test_each_number_is_of_who_gives_it(answerer: Answerer, question: str, told: set[tuple[str, str | None]]) -> None:
    answer = answerer.ask(question, as_of=date(2024, 1, 1))
    assert {(str(figure.value), figure.claimant.name if figure.claimant else None) for figure in answer.figures} == told


def test_those_who_are_there_are_no_part_of_others(answerer: Answerer) -> None:
    answer = answerer.ask("How many seasonal workers are there at Asper?", as_of=date(2024, 1, 1))
    assert answer.figures[0].part_of is None
