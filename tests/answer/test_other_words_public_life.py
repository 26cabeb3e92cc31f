"""Questions on elections, hospitals, storms, housing, schools, the police, prisons and culture in other words than the text's."""

from collections.abc import Callable, Mapping

import pytest

from qa_bot.ask import Answerer

DOCUMENTS = {
    "vote.md": """# The Brunau council election

The election commission counted 7,410 spoiled ballots in Brunau. A total of 14 parties fielded candidates. Turnout was 62.5 per cent. Advance voting
drew 38,600 voters. There were 412 polling stations. Observers reported 53 irregularities.
""",
    "ward.md": """# St Anna Hospital

Surgeons performed 6,840 operations in 2023. The hospital's emergency department saw 58,900 patients in 2023.
Forty-two nurses left in 2023.
""",
    "wind.md": """# Storm Ragna

Storm Ragna cut off electricity to 31,000 homes. Some 2,700 residents were told to leave. Rescue crews plucked 19 sailors from a raft. Three people
are unaccounted for. Forty-five fire engines were used.
""",
    "rooms.md": """# Housing in Tellmark

The town owns 3,900 flats, and 260 flats are unoccupied. A burst main left 1,750 homes without water. Bailiffs evicted 88 families in 2023.
""",
    "classes.md": """# Tellmark schools

In June 640 pupils sat the leaving exam. The university awarded 310 doctorates. Student halls offer 1,270 places. The library lent 47,500 books.
""",
    "force.md": """# Tellmark police

Officers confiscated 134 firearms. Police stopped 1,190 motorists, and 860 motorists were ticketed for speeding.
""",
    "cells.md": """# Tellmark prisons

Six prison officers were dismissed in 2023. The courts handed down four death sentences. In 2023 the prisons employed 730 guards. Five inmates
escaped in 2023.
""",
    "arts.md": """# The Tellmark festival

Some 900 musicians took part. The museum holds 16,400 objects, of which 1,150 are on
show. The theatre gave 205 performances.
""",
    "culture_ru.md": """# Культура Ольховска

Театр показал 174 спектакля. Музей провёл 18 выставок. В городе 26 детских садов. Полиция раскрыла 940 преступлений. Без света остались 11 посёлков.
В доме заменено 12 лифтов.
""",
}


@pytest.fixture(scope="module")
def answerer(answerer_of: Callable[[Mapping[str, str]], Answerer]) -> Answerer:
    return answerer_of(DOCUMENTS)


@pytest.mark.parametrize(
    ("question", "short"),
    [
        pytest.param("How many invalid votes were there in Brunau?", "7,410", id="invalid-votes"),
        pytest.param("How many parties ran?", "14", id="parties-ran"),
        pytest.param("What percentage of people voted?", "62.5", id="turnout"),
        pytest.param("How many polling places were there?", "412", id="polling-places"),
        pytest.param("How many violations did observers report?", "53", id="violations"),
        pytest.param("How many surgeries were done?", "6,840", id="surgeries"),
        pytest.param("How many patients were treated in A&E in 2023?", "58,900", id="emergency"),
        pytest.param("How many nurses quit in 2023?", "Forty-two", id="quit"),
        pytest.param("How many homes lost power?", "31,000", id="lost-power"),
        pytest.param("How many people were evacuated?", "2,700", id="evacuated"),
        pytest.param("How many sailors were saved?", "19", id="saved"),
        pytest.param("How many people are missing?", "Three", id="missing"),
        pytest.param("How many fire trucks were used?", "Forty-five", id="fire-trucks"),
        pytest.param("How many apartments are empty?", "260", id="empty"),
        pytest.param("How many homes were left without running water?", "1,750", id="no-water"),
        pytest.param("How many families were thrown out of their homes?", "88", id="evicted"),
        pytest.param("How many kids took the final exam?", "640", id="final-exam"),
        pytest.param("How many PhDs were awarded?", "310", id="doctorates"),
        pytest.param("How many books were borrowed?", "47,500", id="borrowed"),
        pytest.param("How many guns did the police find?", "134", id="found-by-seizing"),
        pytest.param("How many drivers were fined for speeding?", "860", id="ticketed"),
        pytest.param("How many people were sentenced to death?", "four", id="death-sentences"),
        pytest.param("How many guards work in the prisons?", "730", id="work"),
        pytest.param("How many prisoners broke out in 2023?", "Five", id="broke-out"),
        pytest.param("How many musicians played at the festival?", "900", id="played"),
        pytest.param("How many objects are on display?", "1,150", id="on-display"),
        pytest.param("How many shows did the theatre give?", "205", id="shows"),
        pytest.param("Сколько представлений показал театр?", "174", id="представления"),
        pytest.param("Сколько в городе садиков?", "26", id="садики"),
        pytest.param("Сколько лифтов поменяли?", "12", id="поменяли"),
    ],
)
def test_other_words_find_the_figure(answerer: Answerer, question: str, short: str) -> None:
    answer = answerer.ask(question)
    assert (answer.status in ("answered", "partial"), (answer.short or "").split()[0]) == (True, short)


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("How many homes had no gas?", id="another-supply"),
        pytest.param("How many pupils failed the exam?", id="failing-is-not-sitting"),
        pytest.param("How many nurses were hired in 2023?", id="hiring-is-not-employing"),
        pytest.param("How many parties withdrew?", id="another-deed"),
        pytest.param("How many bachelor's degrees were awarded?", id="another-degree"),
        pytest.param("How many people were executed?", id="a-sentence-is-no-execution"),
        pytest.param("How many twins were born?", id="another-thing"),
    ],
)
def test_what_only_sounds_near_is_declined(answerer: Answerer, question: str) -> None:
    assert answerer.ask(question).status in ("not_found", "unclear")
