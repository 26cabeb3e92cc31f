"""Tables as offices of statistics publish them: the caption or the title says what is counted, the columns are years or units."""

from collections.abc import Callable, Mapping

import pytest

from qa_bot.ask import Answerer
from qa_bot.schema import Answer, Measure, Status

DOCUMENTS = {
    "emp.md": """\
# Labour market, third quarter 2024

Published by the Office of Statistics of Marland, 12 November 2024.

| Region | Employed (thousand) | Unemployed (thousand) | Unemployment rate, % |
|---|---|---|---|
| Harrow | 412.6 | 21.3 | 4.9 |
| Lowmoor | 233.1 | 19.8 | 7.8 |
| Marland | 645.7 | 41.1 | 6.0 |
""",
    "wages.md": """\
# Earnings 2021-2023

Table 2. Average monthly wage by region, euros

| Region | 2021 | 2022 | 2023 | 2023 to 2022, % |
|---|---|---|---|---|
| Inner Vale | 1,870 | 1,930 | 2,110 | 109.3 |
| Outer Vale | 1,620 | 1,705 | 1,790 | 105.0 |
""",
    "pop.md": """\
# Census results for Tessin County

| Town | 2011 | 2021 |
|---|---|---|
| Arden | 41,230 | 39,854 |
| Kestle | 9,670 | 10,121 |
| Total | 50,900 | 49,975 |
""",
    "harvest.md": """\
# Harvest 2024

Gross harvest of grain by district, thousand tonnes

| District | 2023 | 2024 |
|---|---|---|
| Belmore | 112.4 | 98.7 |
| Corrick | 85.0 | 91.3 |
""",
    "housing.md": """\
# Homes completed

| Type | 2021/22 | 2022/23 | 2023/24 |
|---|---|---|---|
| Council | 312 | 287 | 214 |
| Housing association | 640 | 702 | 655 |
| Private | 2,410 | 2,118 | 1,987 |
| All | 3,362 | 3,107 | 2,856 |
""",
    "health.md": """\
# Measles situation report No. 9

Week ending 24 March 2024. Ministry of Health of Tarvia.

| District | New cases | Cases since 1 January | Deaths since 1 January |
|---|---|---|---|
| Amber | 26 | 264 | 2 |
| Kell | 9 | 71 | 0 |
| Total | 35 | 335 | 2 |
""",
    "zp.md": """\
# Зарплаты в регионах

Таблица 3. Средняя начисленная заработная плата по районам, рублей

| Район | 2021 | 2022 | 2023 |
|---|---|---|---|
| Боровский район | 38 420 | 42 310 | 47 800 |
| Песчаный район | 31 200 | 35 640 | 39 910 |
""",
    "perep.md": """\
# Итоги переписи населения Тагарской области

| Город | 2010 | 2021 |
|---|---|---|
| Тагарск | 312 300 | 308 540 |
| Мокшино | 56 700 | 61 215 |
""",
    "budget.md": """\
# Budget report of the town of Osterby for 2023

## Spending by section, EUR million

| Section | Plan | Actual | Execution, % |
|---|---|---|---|
| Schools | 41.2 | 40.9 | 99.3 |
| Roads | 15.6 | 12.1 | 77.6 |
| Culture | 4.0 | 4.1 | 102.5 |
| Total | 60.8 | 57.1 | 93.9 |
""",
    "ege.md": """\
# Приёмная кампания 2024

| Вуз | Зачислено на бюджет | Зачислено на платной основе | Средний балл ЕГЭ |
|---|---|---|---|
| Аграрный университет | 812 | 340 | 61,8 |
| Политехнический университет | 1 940 | 1 105 | 74,2 |
""",
    "bud.md": """\
# Отчёт об исполнении бюджета города Кальминска за 2023 год

## Расходы по разделам, млн рублей

| Раздел | План | Факт | Исполнение, % |
|---|---|---|---|
| Образование | 4 420,0 | 4 388,5 | 99,3 |
| Дорожное хозяйство | 1 150,6 | 871,0 | 75,7 |
| Культура | 310,2 | 305,9 | 98,6 |
""",
    "energy.md": """\
# Electricity statistics 2023

Table 4: Electricity generation by source (GWh)

| Source | 2022 | 2023 | Share in 2023 (%) |
|---|---|---|---|
| Coal | 8,412 | 6,903 | 21.4 |
| Wind | 5,220 | 7,118 | 22.1 |
| Hydro | 10,050 | 11,240 | 34.9 |
""",
    "trade.csv": """\
country,exports_2022_mln_usd,exports_2023_mln_usd,imports_2023_mln_usd
Norway,412.5,398.1,120.4
Poland,881.0,932.7,640.2
""",
    "fire.md": """\
# Fires in Norcaster

Fires by cause, 2023

| Cause | Fires | Deaths | Damage, £ thousand |
|---|---|---|---|
| Electrical fault | 214 | 5 | 3,120 |
| Smoking | 97 | 9 | 810 |
| Arson | 61 | 0 | 1,440 |
""",
    "rail.md": """\
# Railway performance

Passengers carried and trains run by line, 2023

| Line | Passengers (million) | Trains run | Trains cancelled | Punctuality, % |
|---|---|---|---|---|
| Coast Line | 12.4 | 31,200 | 812 | 91.3 |
| Hill Line | 3.1 | 9,870 | 455 | 84.0 |
""",
    "school.md": """\
# Education statistics, 2023/24 school year

| Indicator | 2021/22 | 2022/23 | 2023/24 |
|---|---|---|---|
| Number of schools | 412 | 408 | 401 |
| Number of pupils, thousand | 118.4 | 119.9 | 121.3 |
| Number of teachers | 8,912 | 8,760 | 8,655 |
| Pupils per teacher | 13.3 | 13.7 | 14.0 |
""",
    "soc.md": """\
# Социально-экономическое положение области, январь–сентябрь 2024 года

| Показатель | Январь–сентябрь 2024 | Январь–сентябрь 2023 | 2024 к 2023, % |
|---|---|---|---|
| Промышленное производство, млрд рублей | 412,6 | 389,1 | 106,0 |
| Ввод жилья, тыс. кв. м | 318,2 | 341,0 | 93,3 |
| Родившиеся, человек | 6 412 | 6 870 | 93,3 |
| Умершие, человек | 11 205 | 11 490 | 97,5 |
""",
    "migr.html": """\
<html><head><title>Migration 2023</title></head><body><main><h1>Migration to Tarland in 2023</h1><p>Statistics Tarland published the yearly figures on migration on 4 March 2024.</p><table><caption>Immigration and emigration by citizenship, 2023 (persons)</caption><thead><tr><th>Citizenship</th><th>Immigrated</th><th>Emigrated</th><th>Net</th></tr></thead><tbody><tr><td>Tarland</td><td>4,120</td><td>7,310</td><td>−3,190</td></tr><tr><td>Poland</td><td>2,870</td><td>1,940</td><td>930</td></tr><tr><td>India</td><td>5,005</td><td>610</td><td>4,395</td></tr></tbody></table></main></body></html>""",
    "sport.md": """\
# Season statistics

Top scorers, 2023/24

| Player | Club | Games | Goals | Assists |
|---|---|---|---|---|
| Ivo Maran | Tidewater | 30 | 24 | 7 |
| Leo Fant | Penmarsh | 28 | 19 | 11 |
""",
    "med.csv": """\
Больница;Коек;Врачей;Медсестёр;Пролечено больных
Первая городская;410;212;498;18 340
Областная;780;455;1 012;31 905
""",
    "visits.csv": """\
Year;Month;Visitors
2023;January;12450
2023;March;15002
2024;May;17300
""",
    "ferries.md": """\
# Ferries in 2023

| Route | Sailings | Passengers (thousand) | Cancelled |
|---|---|---|---|
| Carrow - Isle | 1,204 | 512 | 37 |
""",
    "railways.html": """\
<html><body><main><h1>Rail yearbook</h1><p>This yearbook gives the main figures of the railways of Norland as they were collected.</p><table><caption>Passengers carried and accidents by railway, 2022, in thousands of passengers</caption><tr><th>Railway</th><th>Passengers</th><th>Accidents</th></tr><tr><td>Coastal</td><td>16,000</td><td>12</td></tr></table></main></body></html>
""",
    "infl.md": """\
# Consumer prices, December 2023

Table 1. Price changes, per cent

| Group | December 2023 to November 2023 | December 2023 to December 2022 |
|---|---|---|
| Food | 1.4 | 8.1 |
| Sugar | -0.9 | -3.2 |
| Services | 0.7 | 8.3 |
| All items | 0.9 | 7.4 |
""",
    "vybory.md": """\
# Итоги голосования

| Партия | Голоса | Доля, % | Мандаты |
|---|---|---|---|
| «Единый город» | 41 230 | 44,8 | 13 |
| «Правый берег» | 20 115 | 21,9 | 6 |
""",
    "debt.csv": """\
Country,Debt % of GDP 2022,Debt % of GDP 2023
Norway,38.1,41.5
Poland,49.3,51.7
""",
    "vehicles.md": """\
# Vehicle statistics 2023

| Region | Insured | Uninsured |
|---|---|---|
| Harrow | 4,100 | 212 |
""",
    "smety.md": """\
# Смета округа на 2023 год, млн рублей

| Раздел | Бюджет | Факт | Договоры |
|---|---|---|---|
| Школы | 41,2 | 40,1 | 12,0 |
""",
    "beds.csv": """\
Больница;Город;Год постройки;Коек;Врачей
Сосновская детская;Сосновск;1974;110;46
Сосновская районная;Сосновск;1988;320;118
""",
    "stays.html": """\
<html><body><main><h1>Stays in 2023</h1><p>Hotels and guest houses of Tarland were asked for their stays by month, as in every year before.</p>
<table><caption>Stays by month, 2023 (second half, thousands)</caption><tr><th>Month</th><th>Stays</th></tr>
<tr><td>July</td><td>310</td></tr><tr><td>August</td><td>352</td></tr></table></main></body></html>
""",
}


@pytest.fixture(scope="module")
def ask(answerer_of: Callable[[Mapping[str, str]], Answerer]) -> Callable[[str], Answer]:
    return answerer_of(DOCUMENTS).ask


@pytest.mark.parametrize(
    ("question", "surface"),
    [
        pytest.param("How many people were employed in Lowmoor in the third quarter of 2024?", "233.1", id="employed"),
        pytest.param("How many unemployed people were there in Harrow?", "21.3", id="unemployed"),
        pytest.param("What was the average wage in Outer Vale in 2022?", "1,705", id="wage-by-its-caption"),
        pytest.param("How much did people earn on average in Inner Vale in 2021?", "1,870", id="earned"),
        pytest.param("How many people lived in Kestle in 2021?", "10,121", id="lived-by-census"),
        pytest.param("How many inhabitants did Arden have in 2011?", "41,230", id="inhabitants-by-census"),
        pytest.param("What was the population of Kestle in 2011?", "9,670", id="population-by-census"),
        pytest.param("How much was spent in total in Osterby?", "57.1", id="spent-in-all"),
        pytest.param("How much did Osterby spend on roads in 2023?", "12.1", id="spent-on-a-row"),
        pytest.param("What was the grain harvest in Belmore in 2023?", "112.4", id="harvest-by-its-caption"),
        pytest.param("How many council homes were completed in 2023/24?", "214", id="row-and-heading-together"),
        pytest.param("How many homes were completed in 2022/23?", "3,107", id="row-of-all"),
        pytest.param("How many measles cases have there been in Amber since 1 January?", "264", id="since-a-day-of-no-year"),
        pytest.param("How many new measles cases were there in Kell?", "9", id="new-ones"),
        pytest.param("What share of electricity came from coal in 2023?", "21.4", id="share-column"),
        pytest.param("Какая средняя зарплата была в Песчаном районе в 2022 году?", "35 640", id="russian-wage"),
        pytest.param("Сколько в среднем зарабатывали в Боровском районе в 2023 году?", "47 800", id="russian-earned"),
        pytest.param("Сколько жителей было в Мокшино в 2010 году?", "56 700", id="russian-census"),
        pytest.param("Какое население было в Тагарске в 2021 году?", "308 540", id="russian-population"),
        pytest.param("Сколько потратили на образование в 2023 году?", "4 388,5", id="russian-spent"),
        pytest.param("Какой средний балл ЕГЭ в Аграрном университете?", "61,8", id="russian-mean"),
        pytest.param("How much was imported from Norway in 2023?", "120.4", id="millions-in-a-programs-header"),
        pytest.param("How many fires were caused by smoking?", "97", id="row-as-cause"),
        pytest.param("How many passengers did the Coast Line carry in 2023?", "12.4", id="millions-of-passengers"),
        pytest.param("How many trains were cancelled on the Hill Line?", "455", id="deed-in-a-header"),
        pytest.param("How many pupils were there in 2023/24?", "121.3", id="row-with-its-scale"),
        pytest.param("How many schools were there in 2022/23?", "408", id="row-as-indicator"),
        pytest.param("How many goals did Ivo Maran score?", "24", id="goals-are-no-aims"),
        pytest.param("How many games did Leo Fant play?", "28", id="games-are-played"),
        pytest.param("How many Indian citizens immigrated in 2023?", "5,005", id="citizens-by-their-state"),
        pytest.param("How many Poles immigrated to Tarland in 2023?", "2,870", id="people-of-a-state"),
        pytest.param("Сколько жилья введено за январь–сентябрь 2024 года?", "318,2", id="russian-indicator"),
        pytest.param("Сколько человек родилось за девять месяцев 2024 года?", "6 412", id="russian-born"),
        pytest.param("Сколько врачей работает в Первой городской больнице?", "212", id="russian-doctors-work"),
        pytest.param("How many visitors came in March 2023?", "15002", id="month-and-year-in-two-columns"),
        pytest.param("How many sailings from Carrow to Isle were cancelled in 2023?", "37", id="deed-of-the-column-in-its-unit"),
        pytest.param("How many accidents did the Coastal railway have in 2022?", "12", id="unit-of-another-column"),
        pytest.param("Какой процент набрал «Правый берег»?", "21,9", id="russian-share-won"),
        pytest.param("На сколько процентов исполнены расходы на дорожное хозяйство?", "75,7", id="russian-share-done"),
        pytest.param("What was the debt of Norway as a share of GDP in 2023?", "41.5", id="share-of-a-years-output"),
        pytest.param("Сколько запланировали на школы?", "41,2", id="russian-budget-beside-actual"),
        pytest.param("Сколько коек в Сосновской детской больнице?", "110", id="russian-year-of-building-is-no-time"),
        pytest.param("How many stays were there in August 2023?", "352", id="year-of-a-caption-counts-nothing"),
    ],
)
def test_the_cell_is_found(ask: Callable[[str], Answer], question: str, surface: str) -> None:
    answer = ask(question)
    assert [figure.surface for figure in answer.figures[:1]] == [surface], answer.text


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("What was the average wage in Outer Vale in 2019?", id="no-such-year"),
        pytest.param("How many people lived in Harrow in 2021?", id="another-table"),
        pytest.param("How many people were born in Kestle in 2021?", id="lived-there-is-not-born-there"),
        pytest.param("What was the average pension in Outer Vale in 2022?", id="no-pension"),
        pytest.param("How many council homes were sold in 2023/24?", id="another-deed"),
        pytest.param("How many retired people were there in Harrow?", id="other-people"),
        pytest.param("Какая средняя пенсия была в Песчаном районе в 2022 году?", id="russian-no-pension"),
        pytest.param("Сколько человек умерло в Мокшино в 2021 году?", id="russian-another-deed"),
        pytest.param("How many goals did Leo Fant concede?", id="another-deed-of-a-player"),
        pytest.param("How many fires were caused by candles?", id="no-such-cause"),
        pytest.param("How many Norwegian citizens emigrated in 2023?", id="no-such-state"),
        pytest.param("Сколько учителей работает в Первой городской больнице?", id="russian-no-teachers"),
        pytest.param("How many visitors came in February 2023?", id="month-between"),
        pytest.param("How many passengers from Carrow to Isle were cancelled?", id="deed-of-another-column"),
        pytest.param("How many people were insured in Harrow?", id="vehicles-are-no-people"),
        pytest.param("What was the debt of Norway as a share of GDP in 2019?", id="no-such-year-of-output"),
    ],
)
def test_nothing_else_is_taken_for_it(ask: Callable[[str], Answer], question: str) -> None:
    answer = ask(question)
    assert answer.status is Status.NOT_FOUND, answer.text


def test_what_stands_under_changes_is_a_change(ask: Callable[[str], Answer]) -> None:
    answer = ask("By how much did food prices rise in December 2023 on a year earlier?")
    assert {figure.surface: figure.measure for figure in answer.figures} == {"1.4": Measure.CHANGE, "8.1": Measure.CHANGE}, answer.text


def test_deaths_of_those_asked_for_are_not_they(answerer_of: Callable[[Mapping[str, str]], Answerer]) -> None:
    text = "# Births and deaths\n\nIn 2023 there were 8,120 live births. Infant deaths stood at 41, or 5 per 1,000 live births.\n"
    answer = answerer_of({"births.md": text}).ask("How many babies were born in 2023?")
    assert [figure.surface for figure in answer.figures] == ["8,120"], answer.text
