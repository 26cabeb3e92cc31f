"""Questions whose deed the text tells by another one: surveys, hospitals, migration, calls of ships, rentals, causes, groups of persons."""

from collections.abc import Callable, Mapping

import pytest

from qa_bot.ask import Answerer

DOCUMENTS = {
    "walking.txt": """Walking to work
Commuters' League, 12 May 2023

The findings come from a survey of 1,340 commuters carried out by Norden Data between 2 and 9 May 2023. 62% of them walk at least once a
week. Norden Data also interviewed 45 employers by telephone. One in nine commuters (11%) went hungry before work because of cost; among
tenants the figure is 17%.

The campaign cost 12,000 crowns, and 27 volunteers distributed leaflets.
""",
    "trams.txt": """Two trams collide in Orvik
Orvik Post, 4 March 2022

Two trams collided in Orvik on Thursday. Kallas Hospital said it had admitted 38 injured passengers, of whom seven were in a serious
condition. Another 15 were treated at the scene and sent home.

Among the dead are two children and a nurse, the police said. Five of the injured were foreign tourists.

A further nine people were taken to the Norra clinic. Among those arrested were three teenagers. The museum admitted 400 visitors free of
charge.
""",
    "population.md": """# Population of Ostland in 2022

Immigration amounted to 14,300 persons and emigration to 9,150. In 2021 emigration was 8,700.

Arrivals from Moldova rose to 2,310 in 2022. Some 640 people came from Kenya, and 85 Kenyans were expelled.

Vessel calls at Port Ost numbered 3,420, and cruise calls 57. Its cranes moved 71,000 TEU. The target set in the plan for 2022 was
80,000 TEU.
""",
    "fires.md": """# Fires in the county of Brell, 2022

People started most of the fires: 102 were put down to carelessness, 61 to machinery, and 44 to arson. Lightning was responsible for 73.
""",
    "boats.csv": """Year,District,Rentals,Piers
2021,Harbour,410,5
2021,Old Town,380,7
2022,Harbour,520,6
2022,Old Town,395,7
""",
    "corpus.toml": """["boats.csv"]
title = "Boat rentals by district"
""",
    "wages.txt": """Wages at Tarnby United
League Bulletin, 20 May 2023

The league fined Tarnby United £30,000 for failing to pay wages on time. The players' association claims that 26 players are still owed money.
Eleven coaches were paid in full.
""",
    "college.md": """# Hollin school district: budget for 2023-24

The district will eliminate 14 positions, among them 6 teachers and 3 drivers. Trustee Marsh said the district had lost about 900 students
since 2018.
""",
    "season.md": """---
title: Wildfire season 2021
published: 2021-11-30
---
# Wildfire season 2021

Season: 1 May to 31 October

In all 1,874 fires broke out.

## The Pinar fire

The biggest blaze broke out on 3 August and was put out on 29 August. It killed five people, two of whom were firefighters.
""",
    "pozhar.txt": """Пожар на складе в Ловатске
«Ловатские новости», 11 июня 2022 года

По данным МЧС, погибли 14 человек. Профсоюз называет другое число погибших — не менее 19.

Завод задолжал зарплату 310 рабочим. Премии выплатили 12 мастерам.
""",
    "dental.md": """# Dental care in Merrow, 2023

The board's practices saw 48,700 patients in 2023. Dentists carried out 31,200 fillings and 9,480 extractions, and fitted 2,150 crowns and
640 dentures. Under general anaesthetic 318 children had teeth removed. At the end of the year 6,900 people were on the waiting list; the
average wait was 14 months. 7,300 appointments were missed.
""",
    "homes.txt": """Housing repairs in Tolbury, 2022/23
Tolbury Council, housing department, 20 June 2023

The council replaced 720 boilers, 1,310 windows and 96 roofs. Rent arrears stood at £2.1 million. 240 flats are empty.
""",
    "waste.md": """# Waste and recycling in Ormley, 2023

Ormley's households put out 61,500 tonnes of waste in 2023. 12,400 tonnes of garden waste were composted, and 27,000 tonnes went to landfill.
Fly-tipping incidents rose to 1,940.
""",
    "tamozhnya.md": """# Итоги работы Приморской таможни за 2023 год

Изъято 2,4 тонны контрабандной икры и 840 единиц поддельной обуви. Через пункты пропуска проследовало 96 тысяч автомобилей, из них 41 тысяча
грузовиков. Двое инспекторов уволены за взятки.
""",
    "zags.txt": """Загсы Вольской области: итоги 2023 года
Управление загс Вольской области, 30 января 2024 года

За 2023 год загсы области зарегистрировали 9 870 браков. Золотую свадьбу отметили 230 супружеских пар. Самый популярный день —
7 июля: в этот день расписались 412 пар.
""",
    "cargo.md": """# Port of Halder: cargo in 2023

## Throughput by type of cargo, million tonnes

| Cargo type | 2022 | 2023 |
|---|---|---|
| Dry bulk | 15.0 | 12.6 |
| Liquid bulk | 12.4 | 12.9 |
""",
    "derailment.txt": """Death toll in Brenning derailment rises to 19
The Norhill Courier, 9 November 2022

BRENNING - Two more passengers have died after Monday's derailment near Brenning, bringing the number of dead to 19, the Interior Ministry
said on Wednesday.

Brenning General Hospital said it had admitted 64 injured people. Among the dead are three boys and the driver.

It is the country's deadliest rail accident since 1987, when 41 people were killed at Osk.
""",
    "driving.md": """# Driving tests in Norvale, 2022

The average wait for a test was 15 weeks. Learners took 11 lessons on average. The agency has 410 examiners and hired 65 in 2022.
""",
    "priyut.txt": """Приют «Тёплый нос»: отчёт за 2023 год
Опубликовано 15 января 2024 года

За год в приют поступили 640 собак и 415 кошек. Новых хозяев нашли 702 животных. От болезней пали 24 собаки. Сейчас в вольерах живут 210 собак.
""",
    "avaria.txt": """Авария на шоссе под Ловатском
«Ловатские новости», 11 июня 2022 года

Автобус столкнулся с грузовиком 10 июня. В областную больницу поступили 23 пострадавших. Среди погибших двое детей и водитель автобуса.

В опросе центра «Мнение» участвовали 1 250 жителей города. Социологи опросили также 64 владельца собак.
""",
}


@pytest.fixture(scope="module")
def answerer(answerer_of: Callable[[Mapping[str, str]], Answerer]) -> Answerer:
    return answerer_of(DOCUMENTS)


@pytest.mark.parametrize(
    ("question", "short"),
    [
        pytest.param("How many commuters took part in the survey?", "1,340", id="survey-taken-part"),
        pytest.param("How many commuters were polled by Norden Data?", "1,340", id="survey-polled"),
        pytest.param("How many employers were questioned?", "45", id="interviewed-questioned"),
        pytest.param("What share of tenants skipped a meal to save money?", "17%", id="share-of-a-group-beside"),
        pytest.param("How many passengers were taken to hospital?", "38", id="admitted-by-a-hospital"),
        pytest.param("How many people were admitted to the Norra clinic?", "nine", id="taken-to-a-clinic"),
        pytest.param("How many children were killed in Orvik?", "two", id="among-the-dead"),
        pytest.param("How many teenagers were arrested?", "three", id="among-those-arrested"),
        pytest.param("How many tourists were hurt?", "Five", id="of-the-injured"),
        pytest.param("How many people moved out of Ostland in 2022?", "9,150", id="moved-out-emigration"),
        pytest.param("How many people came to live in Ostland in 2022?", "14,300", id="came-to-live-immigration"),
        pytest.param("How many Kenyans came to Ostland?", "640", id="kenyans-from-kenya"),
        pytest.param("How many Moldovans arrived in Ostland in 2022?", "2,310", id="moldovans-arrivals-from"),
        pytest.param("How many cruise ships visited Port Ost?", "57", id="visited-calls"),
        pytest.param("How many containers were handled in 2022?", "71,000", id="containers-teu-and-no-target"),
        pytest.param("How many fires were started on purpose?", "44", id="on-purpose-arson"),
        pytest.param("How many boats were hired in Harbour in 2022?", "520", id="hired-column-rentals"),
        pytest.param("How many boats were rented in Old Town in 2021?", "380", id="rented-column-rentals"),
        pytest.param("How many players haven't been paid?", "26", id="not-paid-owed"),
        pytest.param("How many Tarnby United players haven't been paid?", "26", id="not-paid-owed-of-a-club"),
        pytest.param("How many teaching jobs will be cut?", "6", id="teaching-jobs-teachers"),
        pytest.param("How many pupils has the Hollin school district lost since 2018?", "900", id="pupils-students-of-a-school"),
        pytest.param("How many firefighters died in the 2021 fire season?", "two", id="year-of-a-season"),
        pytest.param("Какое число погибших называет профсоюз?", "19", id="toll-given-ru"),
        pytest.param("Скольким мастерам заплатили?", "12", id="dative-ru"),
        pytest.param("How many teeth were pulled in 2023?", "9,480", id="teeth-extractions"),
        pytest.param("How many appointments did patients fail to turn up for?", "7,300", id="failed-to-turn-up-missed"),
        pytest.param("How many people were waiting in Merrow?", "6,900", id="waiting-beside-a-wait"),
        pytest.param(
            "How many council flats stand vacant?",
            "240",
            id="flats-of-a-council",
            marks=pytest.mark.xfail(reason="a phrase hides its words"),
        ),
        pytest.param("How many new windows were put in?", "1,310", id="put-in-replaced"),
        pytest.param("How much rubbish did households throw away in 2023?", "61,500", id="thrown-away-put-out"),
        pytest.param("How much rubbish was buried?", "27,000", id="buried-landfill"),
        pytest.param("How many cases of illegal dumping were there?", "1,940", id="cases-incidents"),
        pytest.param("Сколько икры пытались провезти незаконно?", "2,4", id="smuggled-ru"),
        pytest.param("Сколько фальшивой обуви нашли?", "840", id="units-of-a-thing-ru"),
        pytest.param("Сколько фур прошло через границу?", "41", id="lorries-ru"),
        pytest.param("Сколько инспекторов выгнали за взятки?", "Двое", id="dismissed-ru"),
        pytest.param("How much liquid bulk did Halder handle in 2023?", "12.9", id="handled-throughput"),
        pytest.param("How many boys were killed at Brenning?", "three", id="sort-of-persons-beside-a-row-of-others"),
        pytest.param("Сколько пар расписалось 7 июля?", "412", id="on-this-day-ru"),
        pytest.param("How long did learners have to wait for a test?", "15", id="whose-wait"),
        pytest.param("How many new examiners did the agency take on?", "65", id="new-ones-hired"),
        pytest.param("Сколько животных пристроили?", "702", id="new-owners-ru"),
        pytest.param("Сколько собак умерло от болезней?", "24", id="fell-ill-and-died-ru"),
        pytest.param("Сколько человек увезли в больницу?", "23", id="taken-to-hospital-ru"),
        pytest.param("Сколько детей погибло?", "двое", id="among-the-dead-ru"),
        pytest.param("Сколько жителей города опросили?", "1 250", id="survey-ru"),
        pytest.param("Сколько владельцев собак приняло участие в опросе?", "64", id="survey-taken-part-ru"),
    ],
)
def test_a_deed_is_found_that_the_text_tells_by_another(answerer: Answerer, question: str, short: str) -> None:
    answer = answerer.ask(question)
    assert answer.short is not None, answer.text
    assert short in answer.short.replace("\N{NO-BREAK SPACE}", " "), answer.text


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("How many volunteers took part in the survey?", id="others-surveyed"),
        pytest.param("How many commuters took part in the campaign?", id="another-event"),
        pytest.param("How many visitors were taken to hospital?", id="admitted-to-a-museum"),
        pytest.param("How many children were injured?", id="another-fate"),
        pytest.param("How many teenagers died?", id="another-group"),
        pytest.param("How many nurses were taken to hospital?", id="another-sort"),
        pytest.param("How many Moldovans were expelled?", id="another-people-expelled"),
        pytest.param("How many Romanians arrived in 2022?", id="another-people"),
        pytest.param("How many cruise ships sank?", id="another-deed-of-ships"),
        pytest.param("How many ferries visited Port Ost?", id="other-ships"),
        pytest.param("How many cars were hired in Harbour in 2022?", id="another-thing-hired"),
        pytest.param("How many boats were sold in Harbour in 2022?", id="another-deed-of-boats"),
        pytest.param("How many coaches haven't been paid?", id="paid"),
        pytest.param("How many nursing jobs will be cut?", id="other-jobs"),
        pytest.param("Скольким мастерам не заплатили?", id="paid-ru"),
        pytest.param("Скольким инженерам задолжали?", id="others-owed-ru"),
        pytest.param("How many people got false teeth?", id="dentures-are-no-people"),
        pytest.param("How many braces were fitted?", id="another-thing-fitted"),
        pytest.param("How many doors were put in?", id="other-things-put-in"),
        pytest.param("How much rubbish was burned?", id="another-end-of-waste"),
        pytest.param("Сколько оружия пытались провезти незаконно?", id="other-goods-ru"),
        pytest.param("Сколько пар отметило серебряную свадьбу?", id="another-wedding-ru"),
        pytest.param("Сколько пар расписалось 30 января 2024 года?", id="no-day-of-publication-ru"),
        pytest.param("How long did pilots have to wait for a test?", id="others-waited"),
        pytest.param("How many new examiners were trained?", id="another-deed-of-examiners"),
        pytest.param("Сколько попугаев попало в приют?", id="other-animals-ru"),
        pytest.param("Сколько собак украли из приюта?", id="another-deed-of-animals-ru"),
        pytest.param("Сколько детей попало в больницу?", id="another-fate-ru"),
        pytest.param("Сколько учителей приняло участие в опросе?", id="others-surveyed-ru"),
    ],
)
def test_another_deed_or_thing_is_declined(answerer: Answerer, question: str) -> None:
    answer = answerer.ask(question)
    assert answer.short is None, answer.text
