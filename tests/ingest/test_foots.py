import time

import pytest

from qa_bot.ingest.foots import is_foot
from qa_bot.ingest.pieces import SourceFile
from qa_bot.ingest.read import read


@pytest.mark.parametrize(
    "line",
    [
        "This page was last updated on March 9, 1998.",
        "Last modified: 12/03/97 You are visitor number 14,204 since 1 May 1996",
        "Send comments and questions to the webmaster. Best viewed with Netscape Navigator 3.0 at 800x600",
        "This site is maintained by J. Orr. Comments to our webmaster. You are visitor no.",
        "Page last revised on 4 July 1999 | Best viewed in any browser",
        "Последнее обновление: 14.02.2002. Вы посетитель номер 1 204",
        "Page created by the Department of Physics. Webmaster: w.orr@lake.example",
        "Разработка: студия Рост",
        "Дизайн: Анна Орлова. Пишите нам. Сайт оптимизирован под Internet Explorer 5.0",
    ],
)
def test_the_foot_of_an_old_page_is_known(line):
    assert is_foot(line)


@pytest.mark.parametrize(
    "line",
    [
        "The comet is best viewed with field glasses from the pier.",
        "You are visitors here, he told the 40 delegates.",
        "The page was last seen at court in 1412, when he carried the queen's train.",
        "Last updated figures show that 312 boats were lost.",
        "This page was last updated on 9 March 1998. In that year 312 boats were lost.",
        "The site was created by floods that carried away 40 houses, the survey says.",
        "Посетителей с детьми было 312.",
        "This site is maintained by 40 volunteers.",
        "Page created by 14 pupils of the school in 2022.",
        "Site designed by Anna Lund won 3 prizes.",
        "Webmaster salaries rose by 12 percent in 2023.",
        "Webmaster: 12 years in the trade",
        "Разработка вакцины заняла 14 месяцев.",
        "Верстка 1200 страниц заняла 3 месяца.",
        "Разработка: 14 месяцев",
        "Дизайн 40 лодок придумал мастер из Тарна, и он же их построил.",
    ],
)
def test_a_sentence_of_the_text_is_no_foot(line):
    assert not is_foot(line)


@pytest.mark.parametrize(
    ("maker", "told", "below"),
    [
        (
            "This site is maintained by Heritage Lorn.",
            "The walls of the castle are 14 metres high and 3 metres thick.",
            "They were built in 1350.",
        ),
        ("Дизайн: Анна Орлова", "Книга вышла в 2019 году и стоит 640 рублей.", "В ней 312 страниц."),
    ],
)
def test_who_made_a_page_is_no_text_only_below_the_last_sentence(tmp_path, maker, told, below):
    (tmp_path / "a.txt").write_text(f"{told}\n\n{maker}\n\n{below}\n\n{maker}\n", "utf-8")
    (document,) = read(SourceFile(tmp_path, tmp_path / "a.txt", "a.txt"), report=print)
    kinds = [block.kind.value for block in document.blocks if document.text[block.span.start : block.span.end] == maker]
    assert len(kinds) == 2
    assert kinds[0] != "furniture"
    assert kinds[1] == "furniture"


def test_the_foot_of_an_old_page_is_no_text(tmp_path):
    told = "The lake froze on 4 January 1997 and stayed so for 51 days, longer than in any winter since the station was built."
    foot = 'Last updated on May 4, 1997.<BR><A HREF="mailto:w@lake.example">Mail to the Webmaster</A><BR>You are visitor number <IMG SRC="c.gif">'
    page = f"<HTML><BODY><H2>Ice on Lake Moran</H2><P>{told}<P>{told[:-1]} in 1931.<HR><FONT SIZE=1>{foot}</FONT></BODY></HTML>"
    (tmp_path / "a.html").write_text(page, "utf-8")
    (document,) = read(SourceFile(tmp_path, tmp_path / "a.html", "a.html"), report=print)
    kinds = [(block.kind.value, document.text[block.span.start : block.span.end][:12]) for block in document.blocks]
    assert kinds == [
        ("heading", "Ice on Lake "),
        ("paragraph", "The lake fro"),
        ("paragraph", "The lake fro"),
        ("furniture", "Last updated"),
    ]
    assert document.published is None


@pytest.mark.parametrize(
    "part", ["last updated ", "You are visitor ", "webmaster ", "site was created by x ", "site created by X ", "дизайн: X "]
)
def test_a_hostile_foot_comes_to_an_end(part):
    began = time.process_time()
    is_foot((part * 30)[:300])
    assert time.process_time() - began < 5
