"""Questions on companies, budgets, work, banks and transport in other words than the text's."""

from collections.abc import Callable, Mapping

import pytest

from qa_bot.ask import Answerer

DOCUMENTS = {
    "halden.md": """# Halden Foods: the year

The group had a workforce of 5,340 at the end of 2023, and 410 positions were eliminated at the Corby plant. The company serves 2.1 million
customers a week. Halden spent 38 million pounds on advertising and invested 72 million pounds in machinery. The firm recalled 18,000 jars of
sauce in May 2023. The remuneration of the chief executive was 1.4 million pounds.
""",
    "budget.md": """# Marlow Bay adopts its budget

The council of Marlow Bay has adopted a budget for 2024. The deficit of 14 million euros will be covered by borrowing. The city has set aside
88 million euros for schools and 41 million euros for public transport. Residents will pay a waste collection fee of 145 euros a year. The
administration plans to hire 35 additional police officers and to dismiss 20 clerks. The government will provide subsidies of 53 million euros.
""",
    "work.md": """# The labour market in the Torrin Valley

The employment office had 8,450 jobseekers on its books in January 2024, of whom 2,100 were under 25. Employers notified 1,320 vacancies. The
mean gross monthly wage was 2,940 dollars. Some 4,700 people claim unemployment benefit. About 1,900 residents commute to the city of Hadley.
""",
    "transport.md": """# Transport in the Kestrel region

The regional bus operator runs on 46 routes. Road workers resurfaced 118 kilometres of carriageway. Kestrel airport handled 4.6 million
travellers in 2023. The authority is constructing 4 railway stations. Speed cameras recorded 21,700 motorists exceeding the limit.
""",
    "bank.md": """# Telecoms and banking in Norland

Norland had 9.4 million mobile subscriptions. Telvia lost 120,000 subscribers in 2023. Norland Bank closed 63 branches and withdrew 210 cash
machines. Deposits held by households grew to 96 billion crowns.
""",
    "svyaz.md": """# Связь и банки Северного округа в 2023 году

Оператор «Сигнал» установил 310 базовых станций. Банк «Опора» закрыл 28 отделений и установил 150 банкоматов. Выдано 9 400 ипотечных
кредитов. Ключевая ставка повышена до 16%.
""",
    "trud.md": """# Рынок труда Верхневолжской области в 2023 году

Работодатели заявили 15 400 вакансий. Средняя начисленная заработная плата достигла 54 300 рублей. На заводе «Вектор» бастовали 430 рабочих.
Инспекция труда оштрафовала 76 работодателей. Завод «Вектор» выпустил 126 тысяч шкафов. Установлено 74 светофора.
""",
}


@pytest.fixture(scope="module")
def answerer(answerer_of: Callable[[Mapping[str, str]], Answerer]) -> Answerer:
    return answerer_of(DOCUMENTS)


@pytest.mark.parametrize(
    ("question", "short"),
    [
        ("How many jobs were cut at Corby?", "410"),
        ("How many shoppers does Halden have every week?", "2.1 million"),
        ("How much did they put into new machines?", "72 million pounds"),
        ("How many jars were taken off the shelves?", "18,000"),
        ("How big is the hole in Marlow Bay's budget?", "14 million euros"),
        ("How much did the city earmark for buses and trams?", "41 million euros"),
        ("How many new cops will Marlow Bay get?", "35"),
        ("How many clerks will lose their jobs?", "20"),
        ("How much state aid will Marlow Bay receive?", "53 million euros"),
        ("What is the bin charge in Marlow Bay?", "145 euros"),
        ("How many job openings are there in the Torrin Valley?", "1,320"),
        ("How many unfilled jobs are there in the Torrin Valley?", "1,320"),
        ("How much do people earn a month on average in the Torrin Valley?", "2,940 dollars"),
        ("How many people are on the dole in the Torrin Valley?", "4,700"),
        ("How many people travel to work in Hadley?", "1,900"),
        ("How many bus lines are there?", "46"),
        ("How many km of road were repaired?", "118"),
        ("How many people flew from Kestrel airport?", "4.6 million"),
        ("How many new train stations are being built?", "4"),
        ("How many drivers were caught speeding?", "21,700"),
        ("How many cell phone contracts are there in Norland?", "9.4 million"),
        ("How many customers did Telvia lose?", "120,000"),
        ("How many bank offices were closed?", "63"),
        ("How many ATMs were removed?", "210"),
        ("How much money do people have in savings in Norland?", "96 billion"),
        ("Сколько вышек поставил Сигнал?", "310"),
        ("Сколько офисов закрыл банк Опора?", "28"),
        ("Сколько новых банкоматов поставили?", "150"),
        ("Сколько ипотек выдали?", "9 400"),
        ("Какая ставка центробанка?", "16%"),
        ("Сколько свободных рабочих мест в Верхневолжской области?", "15 400"),
        ("Сколько в среднем получают в Верхневолжской области?", "54 300 рублей"),
        ("Сколько человек участвовало в забастовке на Векторе?", "430"),
        ("Сколько работодателей наказали рублём?", "76"),
        ("Сколько шкафов сделали?", "126 тысяч"),
        ("Сколько новых светофоров поставили?", "74"),
    ],
)
def test_a_question_finds_what_the_text_says_in_other_words(answerer: Answerer, question: str, short: str) -> None:
    answer = answerer.ask(question)
    assert answer.short is not None, answer.text
    assert short in answer.short.replace("\N{NO-BREAK SPACE}", " "), answer.text


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("How many shops did Halden open in 2021?", id="another-deed-and-year"),
        pytest.param("How many firefighters will Marlow Bay hire?", id="other-persons"),
        pytest.param("How many teachers went on strike?", id="other-doers"),
        pytest.param("How many cyclists were killed?", id="another-deed"),
        pytest.param("How many cash machines were installed in Norland?", id="the-opposite"),
        pytest.param("How many customers did Telvia gain?", id="won-not-lost"),
        pytest.param("How many drivers were caught drunk?", id="another-offence"),
        pytest.param("Сколько вкладчиков у банка?", id="other-persons-ru"),
        pytest.param("Сколько учителей бастовало?", id="other-doers-ru"),
        pytest.param("Сколько шкафов продали?", id="another-deed-ru"),
    ],
)
def test_a_near_word_is_not_the_same_word(answerer: Answerer, question: str) -> None:
    answer = answerer.ask(question)
    assert answer.short is None, answer.text
