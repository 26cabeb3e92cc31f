"""Who has the part that a question asks about, in sentences that name others, too."""

from collections.abc import Callable, Mapping

import pytest

from qa_bot.ask import Answerer
from qa_bot.schema import Status

DOCUMENTS = {
    "rounders.md": """\
Marlbury Rounders League
The season in review

Thorpe Lane are champions for the second year running after a 9-7 win over Quarry Hill. Bess Arden was named player of the year.
Quarry Hill won just four matches away from home. Pelham United were crowned champions of Division Two.
""",
    "kegli.md": """\
# Спорт

Закончился чемпионат Зареченского края по кеглям. Чемпионом третий раз подряд стал «Маяк-2» из Глинска, а «Витязь» обыграл «Сокола»
в матче за третье место.
""",
    "depot.md": """\
# The depot trial

Three men stood trial over the depot fire. Judge Rowan Pike cleared Ned Garland of all charges; Joe Tarrant was jailed for five years.
One man had died when the depot burned on Mill Road: the driver, Sam Ottley, aged 44. The court did not convict Al Byrne.
""",
    "delo.md": """\
# Дело о складе

По делу о складе судили троих. Кладовщика Егора Лапина, отца двоих детей, суд оправдал, завхоз Роман Цой получил три года.
""",
    "council.md": """\
# Pier lease

The council approved the pier lease by nine votes to two. Una Marsh and Leo Finn voted against it because of the rent.
""",
    "theatre.md": """\
# Changes at the Corn Hall

Director of the Corn Hall theatre Hugo Blane retires in May. He will be succeeded by Petra Voss, the dramaturge.
""",
    "muzey.md": """\
# Перемены в музее

Директор музея часов Анна Зорина уходит в июне. Её преемником станет Фёдор Крот, сейчас он руководит архивом.
""",
}


@pytest.fixture(scope="module")
def papers(answerer_of: Callable[[Mapping[str, str]], Answerer]) -> Answerer:
    return answerer_of(DOCUMENTS)


@pytest.mark.parametrize(
    ("question", "short"),
    [
        pytest.param("Who won the Marlbury Rounders League?", "Thorpe Lane", id="who are champions have won"),
        pytest.param("Who won Division Two of the Marlbury Rounders League?", "Pelham United", id="of the division that is asked"),
        pytest.param("Кто стал чемпионом Зареченского края по кеглям?", "Маяк-2", id="the time stands before the verb"),
        pytest.param("Кто выиграл чемпионат Зареченского края по кеглям?", "Маяк-2", id="no third place"),
        pytest.param("Who was acquitted?", "Ned Garland", id="cleared of all charges"),
        pytest.param("Who was jailed?", "Joe Tarrant", id="a passive"),
        pytest.param("Who died when the depot burned?", "Sam Ottley", id="behind the colon"),
        pytest.param("Кого оправдал суд?", "Егора Лапина", id="no «Егора Лапина суд»"),
        pytest.param("Кто оправдан?", "Егора Лапина", id="whom the court acquitted"),
        pytest.param("Who voted against the pier lease?", "Una Marsh and Leo Finn", id="two joined"),
        pytest.param("Who will be the new director of the Corn Hall?", "Petra Voss", id="a successor"),
        pytest.param("Кто станет новым директором музея часов?", "Фёдор Крот", id="a successor in Russian"),
    ],
)
def test_who_has_the_part_answers(papers: Answerer, question: str, short: str) -> None:
    assert papers.ask(question).short == short


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("Who won the Marlbury Hockey League?", id="another game"),
        pytest.param("Who was convicted in the dairy trial?", id="another trial"),
        pytest.param("Who was arrested when the depot burned?", id="nobody is said to be"),
        pytest.param("Who voted against the market lease?", id="another lease"),
        pytest.param("Кто голосовал против бюджета музея?", id="no vote"),
        pytest.param("Who will be the new dramaturge of the Corn Hall?", id="what the successor was before"),
        pytest.param("Кто станет новым директором архива?", id="what he led before, in Russian"),
        pytest.param("Кто стал чемпионом Зареченского края по шашкам?", id="another game in Russian"),
    ],
)
def test_who_has_another_part_does_not(papers: Answerer, question: str) -> None:
    assert papers.ask(question).status is Status.NOT_FOUND
