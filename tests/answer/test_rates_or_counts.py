"""Whether a count is asked, or a rate per so many: the one never answers for the other where "per" is said, or is not."""

from collections.abc import Callable, Mapping

import pytest

from qa_bot.ask import Answerer

CRIME = """\
# Crime in Velden county, 2022

| District | Registered burglaries | Burglaries per 1,000 households | Arrests |
|---|---|---|---|
| Upland | 412 | 3.1 | 60 |
| Lakeside | 388 | 2.2 | 71 |

Vehicle thefts came to 4.6 per 1,000 residents.
"""
FEVER = """\
# Tick fever in Ammerland, June 2021

## Tick fever by district

| District | Confirmed cases | Cases per 100,000 | Deaths |
|---|---|---|---|
| West | 71 | 12.4 | 1 |
| Coast | 48 | 9.9 | 0 |
| Total | 119 | 11.3 | 1 |
"""
COUGH = """\
# Заболеваемость коклюшем в области, 2022 год

| Район | Заболело, человек | На 100 тысяч жителей |
|---|---|---|
| Лесной | 412 | 31,5 |
| Озёрный | 388 | 22,0 |

Корью болели 4,6 человека на 100 тысяч жителей.
"""
HOMES = """\
# Homes in Velden county, 2022

The county had 318 dogs per 1,000 farms and 7 nurses per 10,000 people. In Kolm 23 fires were reported per 100,000 dwellings.
The burglary rate was 5.7 per 100,000.
"""
TOWN = """\
# Город в цифрах, 2022 год

На 1000 жителей приходилось 187 велосипедов.
"""


@pytest.mark.parametrize(
    ("text", "question", "surfaces"),
    [
        pytest.param(CRIME, "How many burglaries were there in Lakeside?", ["388"], id="the count beside the rate"),
        pytest.param(CRIME, "How many burglaries per 1,000 households were there in Upland?", ["3.1"], id="the rate by its base"),
        pytest.param(CRIME, "How many vehicle thefts were there?", [], id="no count"),
        pytest.param(CRIME, "How many vehicle thefts were there per 1,000 residents?", ["4.6"], id="the rate of a sentence"),
        pytest.param(FEVER, "How many tick fever cases were confirmed in the West?", ["71"], id="confirmed cases are cases"),
        pytest.param(FEVER, "How many tick fever cases were there on the Coast?", ["48"], id="cases that are persons"),
        pytest.param(FEVER, "How many tick fever cases per 100,000 were there in the West?", ["12.4"], id="a base of no noun"),
        pytest.param(COUGH, "Сколько человек заболело коклюшем в Лесном районе?", ["412"], id="число"),
        pytest.param(COUGH, "Сколько человек на 100 тысяч жителей заболело коклюшем в Озёрном районе?", [], id="число не на тысячи"),
        pytest.param(COUGH, "Сколько человек болело корью?", [], id="только на тысячи"),
        pytest.param(COUGH, "Сколько человек на 100 тысяч жителей болело корью?", ["4,6"], id="на тысячи"),
        pytest.param(CRIME, "How many vehicle thefts were there per 10,000 residents?", [], id="by another number"),
        pytest.param(HOMES, "How many nurses are there per 1,000 people?", [], id="by another number of people"),
        pytest.param(HOMES, "How many nurses are there per 10,000 people?", ["7"], id="by that number"),
        pytest.param(HOMES, "How many dogs were there?", [], id="by so many of whatever"),
        pytest.param(HOMES, "How many fires were reported in Kolm?", [], id="the base behind the verb"),
        pytest.param(HOMES, "How many burglaries were there?", [], id="the base has no noun"),
        pytest.param(TOWN, "Сколько велосипедов в городе?", [], id="на тысячу впереди"),
        pytest.param(TOWN, "Сколько велосипедов приходится на 1000 жителей?", ["187"], id="на ту же тысячу"),
    ],
)
def test_a_rate_answers_no_count_and_a_count_no_rate(
    answerer_of: Callable[[Mapping[str, str]], Answerer], text: str, question: str, surfaces: list[str]
) -> None:
    assert [figure.surface for figure in answerer_of({"text.md": text}).ask(question).figures] == surfaces


def test_what_a_rate_is_by_is_worded_with_per(answerer_of: Callable[[Mapping[str, str]], Answerer]) -> None:
    assert "per 1000 residents" in answerer_of({"text.md": CRIME}).ask("How many vehicle thefts were there per 1,000 residents?").text
