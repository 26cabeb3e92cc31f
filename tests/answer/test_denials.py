"""That there was none of just what is asked, in whatever words the text says so; and of nothing else."""

from collections.abc import Callable, Mapping
from datetime import date

import pytest

from qa_bot.ask import Answerer
from qa_bot.schema import Status

DOCUMENTS = {
    "ski.md": """\
# Avalanche season at Korrin 2023/24

Patrols dealt with 46 avalanches in the 2023/24 season. Nineteen skiers were buried and six of them died. No snowboarder was killed.
No skier under 18 was injured, for the first time in ten years.
""",
    "archive.md": """\
# Telland County Archive, annual report 2022

The archive took in 1,940 maps in 2022. Nothing was destroyed. Nothing was sold from the collection. Twelve maps were restored.
""",
    "festival.md": """\
# Lantern Festival in Murrow, police bulletin

Murrow police made 23 arrests at the Lantern Festival on 14 June 2024. There were no arrests in the Old Harbour. In Quarry Park eleven
people were detained.
""",
    "ferry.md": """\
# Ferries on the Lode in 2023

The Lode ferries carried 1.2 million passengers in 2023. There were 18 groundings, 3 collisions and no fires. Not a single passenger was
hurt.
""",
    "cycling.md": """\
# Cycling casualties in Marrow 2022

In 2022 seven cyclists were killed in Marrow. No cyclist aged under 12 was killed. No pedestrian died in the tunnel.
""",
    "council.md": """\
# Bell Reach council, complaints

The ombudsman received 74 complaints about Bell Reach council in 2023 and upheld 20. No complaint about planning was upheld.
""",
    "bank.md": """\
# Dorn Savings Bank 2023

Dorn Savings Bank opened four branches in 2023 and closed none. Not one teller voted for the offer; 212 voted against.
""",
    "floods.md": """\
# Floods of 2021 and 2023 on the Ull

In 2021 no bridge was destroyed. In 2023 five bridges were destroyed.
""",
    "crossing.md": """\
# Rail report, Norvale line

Nobody was killed at level crossings. Twelve people were killed on the tracks.
""",
    "reserve.md": """\
# New rules for the Orrin reserve

No boats may enter the reserve after 1 May. If no fish are found by June, the ban will be lifted. No one should camp on the island.
""",
    "mayor.md": """\
# What the mayor of Dorn said about the fire at the mill

Nobody was killed in the fire at the Dorn mill.
""",
    "inquest.md": """\
# Inquest into the fire at the Dorn mill

Four people were killed in the fire at the Dorn mill, the coroner found.
""",
    "lode.md": """\
# The boats on the Lode in 2022

The boats on the Lode had 11 groundings and no leaks in 2022.
""",
    "insurers.md": """\
# Claims for boats on the Lode

There were three leaks on the boats on the Lode in 2022, the insurers say.
""",
    "bulletin.md": """\
# Dams on the Sarn

Published: 20 December 2019

No dam was breached on the Sarn this year.
""",
    "camp.md": """\
# The camp at Sorrel

No refugees came from Brack. No guest under 18 was fined in the camp. No tent with a stove burned.
""",
    "mine.md": """\
# Dorrick mine

It is untrue that nobody was hurt in the Dorrick mine. Reports that no miner was injured were false.
""",
    "weir.md": """\
# Weir at Nolt

It was a false alarm at Nolt. No swimmer was hurt at the weir.
""",
    "avaria.md": """\
# Авария в Лозове

В аварии в Лозове никто не погиб.
""",
    "dela.md": """\
# Дела о наводнении в Тарске

После наводнения в Тарске возбудили 14 уголовных дел, осуждены девять человек, оправданных нет.
""",
    "miting.md": """\
# Митинги 12 июня

На митингах 12 июня 2023 года задержали 340 человек, сообщает «Хроника». В Омутинске задержаний не было. В Лысьве задержали 28 человек.
""",
    "yashur.txt": """\
Ящур на фермах Ломовского района

На трёх фермах пришлось забить 860 коров. Случаев заражения людей нет, заявили в управлении ветеринарии.
""",
    "shkoly.md": """\
# Школы Верхнего края

В школах края учатся 187 400 детей. Во вторую смену учатся 21 300. В третью смену не учится никто.
""",
    "pozhar.md": """\
# Лесные пожары в Юхтинском районе

В 2023 году в районе было 52 лесных пожара. Ни один посёлок не сгорел. Эвакуация не потребовалась ни разу. Среди пожарных пострадавших нет.
""",
    "most.md": """\
# Обрушение моста в Заручье

При обрушении моста в Заручье пострадали 16 рабочих. Погибших, по данным МЧС, нет. Детей среди пострадавших нет.
""",
    "jail.md": """\
# Prisons inspectorate, Hallam jail

Inspectors visited Hallam jail in March 2024. They found no prisoners under 18. There were 11 assaults on staff and none on visitors.
""",
    "sunk.md": """\
# Sinking of the Morna

The ferry Morna sank off Cape Dell on 4 April 2023. No lifeboat failed, but two rafts did.
""",
    "kor.md": """\
# Корь в Заозёрье

С января 2024 года корью заболели 64 человека. Среди привитых заболевших нет. В школе № 3 никто не заболел.
""",
    "shahmaty.md": """\
# Шахматный турнир в Норинске

В турнире сыграли 90 партий. Ни один из 12 участников не был дисквалифицирован.
""",
    "pravila.md": """\
# Правила пляжа в Кедрине

Если пострадавших нет, спасатели продолжают дежурство. Никто не должен купаться ночью. Данных о погибших нет.
""",
}


@pytest.fixture(scope="module")
def answerer(answerer_of: Callable[[Mapping[str, str]], Answerer]) -> Answerer:
    return answerer_of(DOCUMENTS)


@pytest.mark.parametrize(
    ("question", "short"),
    [
        pytest.param("How many maps did the archive sell?", "Nothing was sold", id="nothing"),
        pytest.param("How many arrests were made in the Old Harbour?", "no arrests", id="no arrests in a place"),
        pytest.param("How many people were arrested in the Old Harbour?", "no arrests", id="people, by arrests"),
        pytest.param("How many fires were there on the Lode ferries in 2023?", "no fires", id="last of a list"),
        pytest.param("How many passengers were hurt on the Lode ferries?", "Not a single passenger", id="not a single"),
        pytest.param("How many cyclists under 12 were killed in Marrow?", "No cyclist", id="of an age"),
        pytest.param("How many complaints about planning were upheld?", "No complaint", id="about one thing"),
        pytest.param("How many branches did Dorn Savings Bank close in 2023?", "closed none", id="none, as an object"),
        pytest.param("How many tellers voted for the offer?", None, id="not one, of votes"),
        pytest.param("How many bridges were destroyed in 2021?", "no", id="of a year"),
        pytest.param("How many people were killed at level crossings?", "Nobody", id="nobody, in one place"),
        pytest.param("How many refugees came from Brack?", "No refugees", id="from where"),
        pytest.param("How many guests under 18 were fined in the camp?", "No guest", id="below an age"),
        pytest.param("How many swimmers were hurt at the weir at Nolt?", "No swimmer", id="a false alarm refutes nothing"),
        pytest.param("How many prisoners under 18 did inspectors find at Hallam jail?", "no prisoners", id="of an age, as an object"),
        pytest.param("How many assaults on visitors were there?", "none", id="none of another sort"),
        pytest.param("How many lifeboats failed when the Morna sank?", "No lifeboat", id="when the text's event happened"),
        pytest.param("Сколько человек заболело в школе № 3?", "никто", id="школа с номером"),
        pytest.param("Сколько участников дисквалифицировали?", "Ни один", id="ни один из двенадцати"),
        pytest.param("Сколько человек оправдали по делам о наводнении в Тарске?", "оправданных нет", id="оправданных нет"),
        pytest.param("Сколько человек задержали в Омутинске?", "задержаний не было", id="не было"),
        pytest.param("Сколько людей заразилось ящуром?", "Случаев заражения людей нет", id="случаев нет"),
        pytest.param("Сколько детей учатся в третью смену?", "не учится никто", id="никто"),
        pytest.param("Сколько посёлков сгорело в Юхтинском районе?", "Ни один", id="ни один"),
        pytest.param("Сколько раз потребовалась эвакуация?", "ни разу", id="ни разу"),
        pytest.param("Сколько пожарных пострадало в Юхтинском районе?", "нет", id="среди пожарных"),
        pytest.param("Сколько человек погибло при обрушении моста в Заручье?", "нет", id="behind a parenthesis"),
        pytest.param("Сколько детей пострадало при обрушении моста в Заручье?", "нет", id="детей среди пострадавших"),
    ],
)
def test_how_many_is_answered_by_words_for_none(answerer: Answerer, question: str, short: str | None) -> None:
    answer = answerer.ask(question)
    if short is None:
        assert answer.status is Status.NOT_FOUND or "1" not in [str(figure.value) for figure in answer.figures]
        return
    assert answer.status is Status.ANSWERED
    assert [figure.value for figure in answer.figures] in ([], [0])
    assert answer.short is not None
    assert short.lower() in answer.text.lower()


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("Were any skiers under 18 injured at Korrin?", id="an age"),
        pytest.param("Were any maps destroyed?", id="nothing"),
        pytest.param("Did the archive sell any maps?", id="nothing sold"),
        pytest.param("Were there any arrests in the Old Harbour?", id="there were no"),
        pytest.param("Did Dorn Savings Bank close any branches?", id="closed none"),
        pytest.param("Were any bridges destroyed in 2021?", id="a year"),
        pytest.param("Есть ли оправданные по делам о наводнении?", id="оправданных нет"),
        pytest.param("Задержали ли кого-нибудь в Омутинске?", id="не было"),
        pytest.param("Заразился ли кто-нибудь из людей ящуром?", id="случаев нет"),
        pytest.param("Учится ли кто-нибудь в третью смену?", id="никто"),
        pytest.param("Сгорел ли хоть один посёлок?", id="хоть один"),
        pytest.param("Пострадали ли дети при обрушении моста?", id="детей нет"),
    ],
)
def test_whether_there_was_any_is_answered_no(answerer: Answerer, question: str) -> None:
    answer = answerer.ask(question)
    assert (answer.status, answer.verdict) == (Status.ANSWERED, "no")


@pytest.mark.parametrize(
    ("question", "values"),
    [
        pytest.param("How many cyclists were killed in Marrow in 2022?", ["7"], id="all, not those of an age"),
        pytest.param("How many complaints were upheld against Bell Reach council?", ["20"], id="all, not those about one thing"),
        pytest.param("How many bridges were destroyed in 2023?", ["5"], id="another year"),
        pytest.param("How many people were killed on the tracks?", ["12"], id="another place"),
        pytest.param("Сколько человек задержали в Лысьве?", ["28"], id="другой город"),
        pytest.param("Сколько рабочих пострадало при обрушении моста?", ["16"], id="не только дети"),
        pytest.param("How many boats entered the Orrin reserve?", [], id="a rule"),
        pytest.param("Сколько человек погибло на пляже в Кедрине?", [], id="no data"),
        pytest.param("How many pedestrians died in Marrow?", [], id="more than the tunnel"),
        pytest.param("How many guides were killed at Korrin?", [], id="others"),
        pytest.param("How many refugees came to Brack?", [], id="to, not from"),
        pytest.param("How many guests over 18 were fined in the camp?", [], id="the other side of an age"),
        pytest.param("How many tents without a stove burned?", [], id="without, not with"),
        pytest.param("How many miners were injured in the Dorrick mine?", [], id="called untrue"),
        pytest.param("How many people were hurt in the Dorrick mine?", [], id="called untrue, of anybody"),
        pytest.param("How many people were killed in the fire at the Dorn mill?", ["4"], id="another document counts some"),
        pytest.param("How many leaks were there on the boats on the Lode in 2022?", ["3"], id="another document counts some, of a year"),
        pytest.param("How many prisoners did inspectors find at Hallam jail?", [], id="not those of an age"),
        pytest.param("How many assaults on staff were there?", ["11"], id="beside a none"),
    ],
)
def test_none_of_some_is_none_of_no_others(answerer: Answerer, question: str, values: list[str]) -> None:
    answer = answerer.ask(question)
    assert [str(figure.value) for figure in answer.figures] == values
    assert (answer.status is Status.NOT_FOUND) == (not values)


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("Was anyone killed on the Norvale line?", id="nobody, in one place"),
        pytest.param("Were any guides killed at Korrin?", id="others"),
        pytest.param("Were any fish found in the Orrin reserve?", id="a condition"),
        pytest.param("Did anyone camp on the island?", id="a rule"),
        pytest.param("Погиб ли кто-нибудь на пляже в Кедрине?", id="no data"),
        pytest.param("Did any tellers vote for the offer?", id="not one is no yes"),
        pytest.param("Was any miner injured in the Dorrick mine?", id="called untrue"),
        pytest.param("Was anybody hurt in the Dorrick mine?", id="called untrue, of anybody"),
        pytest.param("Заболел ли кто-нибудь в школе № 5?", id="another number"),
    ],
)
def test_none_of_some_decides_for_no_others(answerer: Answerer, question: str) -> None:
    assert answerer.ask(question).verdict in ((None,) if "Norvale" not in question else ("yes", None))


def test_an_age_is_no_count(answerer: Answerer) -> None:
    answer = answerer.ask("How many skiers were killed at Korrin?")
    assert "18" not in [str(figure.value) for figure in answer.figures]
    assert answer.short != "18"


@pytest.mark.parametrize(
    ("as_of", "verdict"),
    [pytest.param(date(2024, 6, 1), None, id="another year"), pytest.param(date(2019, 12, 31), "no", id="its year")],
)
def test_this_year_is_that_of_who_speaks(answerer: Answerer, as_of: date, verdict: str | None) -> None:
    assert answerer.ask("Were any dams breached on the Sarn this year?", as_of=as_of).verdict == verdict


def test_fewer_than_three_asks_for_no_denial(answerer: Answerer) -> None:
    answer = answerer.ask("Погибло ли в аварии в Лозове менее трёх человек?")
    assert answer.verdict != "no"


def test_another_document_that_counts_some_leaves_it_open(answerer: Answerer) -> None:
    answer = answerer.ask("Was anyone killed in the fire at the Dorn mill?")
    assert (answer.status, answer.verdict) == (Status.PARTIAL, None)
    assert {figure.value for figure in answer.figures} == {0, 4}
