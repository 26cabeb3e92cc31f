"""Lines that belong to a page and not to its text."""

import pytest

from qa_bot.ingest.furniture import (
    are_particulars,
    heads_a_box,
    is_furniture,
    label_of,
    tells_reading_time,
    without_counters,
    without_credit,
)


@pytest.mark.parametrize(
    ("line", "left"),
    [
        ("Harvest Agency 1,204 views", "Harvest Agency"),
        ("Harvest Agency 3.2K views", "Harvest Agency"),
        ("3 min read", ""),
        ("5 min to read", ""),
        ("2 мин чтения", ""),
        ("Просмотров: 1 204", ""),
        ("👁 1.8K", ""),
        ("Bureau of 40 Valleys", "Bureau of 40 Valleys"),
    ],
)
def test_counters_are_taken_out_of_a_line(line: str, left: str) -> None:
    assert without_counters(line).strip() == left


@pytest.mark.parametrize("text", ["1 " * 50_000, " " * 100_000, "1" * 100_000, "views " * 20_000, "👁 " * 20_000, "1,1." * 25_000])
def test_no_line_is_too_long_to_look_for_counters(text: str) -> None:
    without_counters(text)


@pytest.mark.parametrize(
    ("line", "heads"),
    [
        ("About Tarn Mills", True),
        ("About the authors", True),
        ("About the research group", True),
        ("Vote: mill of the year", True),
        ("О компании", True),
        ("Опрос", True),
        ("About the survey", False),
        ("About 40 mills were closed.", False),
        ("About what the mills earn", False),
        ("О чём спорили депутаты", False),
    ],
)
def test_a_box_about_who_publishes_or_with_a_question_to_the_reader_is_known_by_its_first_line(line: str, heads: bool) -> None:
    assert heads_a_box(line) is heads


@pytest.mark.parametrize(
    ("labels", "particulars"),
    [
        pytest.param(["Publication date", "Author", "Location"], True, id="of a release"),
        pytest.param(["Journal", "DOI", "Method of Research", "COI Statement", "Funder"], True, id="of a paper"),
        pytest.param(["From:", "Published"], True, id="two"),
        pytest.param(["Автор", "Дата публикации", "Рубрика"], True, id="russian"),
        pytest.param(["Date", "Place", "Killed", "Injured"], False, id="of an event"),
        pytest.param(["Wheat", "Rye"], False, id="data"),
        pytest.param(["Date"], False, id="one row"),
    ],
)
def test_a_table_that_says_what_the_page_is_is_none_of_data(labels: list[str], particulars: bool) -> None:
    assert are_particulars(labels) is particulars


@pytest.mark.parametrize(
    ("caption", "text"),
    [
        ("The mill at Tarn. Photo: Ann Marlow", "The mill at Tarn."),
        ("The mill at Tarn in May (Image: Ann Marlow/Tarn Press)", "The mill at Tarn in May"),
        ("The mill stood still for weeks. Photograph by Ann Marlow", "The mill stood still for weeks."),
        ("Мельница в Тарне. Фото: Анна Марлова", "Мельница в Тарне."),
        ("The mill at Tarn, as a photo of 1904 shows it.", "The mill at Tarn, as a photo of 1904 shows it."),
        ("He sold 12 pictures by Anna Marlow", "He sold 12 pictures by Anna Marlow"),
        ("Photo: Ann Marlow", "Photo: Ann Marlow"),
    ],
)
def test_whose_a_picture_is_is_cut_off_its_caption(caption: str, text: str) -> None:
    assert without_credit(caption)[0] == text


@pytest.mark.parametrize(
    ("line", "furniture"),
    [
        ("No. 84/2023", True),
        ("Allow Twitter content?", True),
        ("Need help? Call our contact centre on 01632 960 001, Monday to Friday, 9am to 5pm.", True),
        ("This story contains content provided by a video site, which may set cookies.", True),
        ("Need drove them: 340 millers left the county in 2022.", False),
        ("Press release No. 12", True),
        ("Only 6 left in stock – with you tomorrow", True),
        ("Or pay in 3 instalments of €63.00", True),
        ("The study was paid for by the county. The authors declare that they have no competing interests.", True),
        ("Ann Marlow and Tom Arden contributed to this report.", True),
        ("(Reporting by Ann Marlow in Tarn; editing by Tom Arden)", True),
        ("If you buy something through this page we may earn a small commission.", True),
        ("Average rating 4.4 of 5, 120 votes", True),
        ("4.4 out of 5 stars (120 ratings)", True),
        ("Средняя оценка: 4,4 из 5, всего 120 голосов", True),
        ("2.3K views", True),
        ("2,3 тыс. просмотров", True),
        ("Sponsored content: a week at sea for two", True),
        ("From Wikipedia, the free encyclopedia", True),
        ("This article is more than 4 years old", True),
        ("Rating 4 of 12 mills took a day.", False),
        ("4 of 5 mills were mended", False),
        ("Advertisement spending of mills, 2023", False),
        ("The drought contributed to this year's losses of 12 million.", False),
        ("No. 84 Squadron lost 12 aircraft.", False),
        ("Only 6 of the mills were left.", False),
        ("The judge declared that there was no conflict between the two rules.", False),
    ],
)
def test_what_pages_say_of_themselves_is_known(line: str, furniture: bool) -> None:
    assert is_furniture(line) is furniture


@pytest.mark.parametrize(
    ("line", "asks"),
    [
        pytest.param("Do you know more about the mill? Write to news@herald.example or ring us.", True, id="a question and an address"),
        pytest.param("Знаете подробности? Пишите на news@vestnik.example", True, id="Russian"),
        pytest.param(
            "Who will pay for the mill? The council asked Tarn Trust, tel. 555 0199 00, in May.", False, id="a question that the text asks"
        ),
        pytest.param("Do you know how many of the 31 mills still grind? Only four do.", False, id="no address"),
        pytest.param("Please gamble responsibly. Odds of 5/2 on the Rovers.", True, id="bets"),
        pytest.param("You have 2 free articles left this month.", True, id="a meter"),
        pytest.param("Anyone who has information about the fire is asked to call 555 0111.", True, id="who knows more"),
        pytest.param("People with information on 41 mills will call for a new law on Monday.", False, id="those who call for something"),
        pytest.param("Would you like to keep bees? There are 14 places at our course on 3 May.", True, id="an offer"),
        pytest.param("Would you like to go back to the mill? No, he said, not after 31 years.", False, id="an interview"),
        pytest.param("Would you like to know more? Our lakes hold 31 kinds of fish.", False, id="a question and its answer"),
        pytest.param("Запишитесь на приём по телефону 122. Возьмите с собой паспорт.", True, id="what to take along"),
        pytest.param("Всех, кто располагает информацией, просят звонить по телефону 555.", True, id="who knows more, in Russian"),
        pytest.param("Witnesses who have information should ring 555 0140. The flood cost 9 lives.", False, id="a fact behind an appeal"),
        pytest.param("People with information on the 17 thefts should come forward, the mayor said.", False, id="a fact in an appeal"),
        pytest.param("Лесники просят: возьмите с собой карту. Весной заблудились 34 человека.", False, id="a fact behind advice"),
        pytest.param("Позвоните соседям: за год в посёлке сгорели 8 домов.", False, id="a fact as a reason"),
    ],
)
def test_a_line_asks_its_reader_for_something(line, asks):
    assert is_furniture(line) is asks


@pytest.mark.parametrize(
    ("line", "told"),
    [
        pytest.param("Ann Marlow, 7 min", True, id="minutes"),
        pytest.param("9 minute read · Save", True, id="to read"),
        pytest.param("Время чтения: 4 мин.", True, id="Russian"),
        pytest.param("The mill stood still for 40 minutes", False, id="minutes of something else"),
    ],
)
def test_a_line_tells_how_long_the_text_takes_to_read(line, told):
    assert tells_reading_time(line) is told


def test_a_row_of_buttons_is_one():
    assert is_furniture("Print version | Send to a friend")
    assert is_furniture("1 2 3 4 5")
    assert not is_furniture("Rye | Send to a friend of the mill")


@pytest.mark.parametrize(
    ("line", "furniture"),
    [
        pytest.param("Printed 3 May 2024 Page 1 of 3", True, id="when it was printed"),
        pytest.param("Mills in 2023 | page 12 of 40", True, id="behind a bar"),
        pytest.param("Page 2 of 9", True, id="alone"),
        pytest.param("Напечатано 3 мая 2024 Стр. 1 из 3", True, id="Russian"),
        pytest.param("The miller read page 1 of 3", False, id="read by somebody"),
        pytest.param("Page 1 of 3 letters was lost in the flood.", False, id="what befell it"),
    ],
)
def test_a_line_that_ends_with_its_page_and_their_number_belongs_to_the_page(line: str, furniture: bool) -> None:
    assert is_furniture(line) is furniture


def test_the_value_of_a_label_ends_before_the_next_label() -> None:
    assert label_of("Source: Water Office; unit: litres") == ("publisher", "Water Office")
    assert label_of("Source: Water Office; River Board") == ("publisher", "Water Office; River Board")
