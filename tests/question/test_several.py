import pytest

from qa_bot.question.several import questions_in


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        pytest.param("How many barns burnt, and who put the fire out?", ["How many barns burnt", "who put the fire out?"], id="who"),
        pytest.param("Who won the cup and when?", ["Who won the cup", "when?"], id="a-word-alone"),
        pytest.param("Which firm built the pier, and for how much?", ["Which firm built the pier", "for how much?"], id="preposition"),
        pytest.param("How many applied and how many were refused?", ["How many applied", "and how many were refused?"], id="counts-again"),
        pytest.param("How old is the pier, and was it repaired?", ["How old is the pier", "was it repaired?"], id="yes-or-no"),
        pytest.param(
            "When did the pier open, how many came and who spoke?",
            ["When did the pier open", "how many came", "who spoke?"],
            id="three",
        ),
        pytest.param("When and where is the fair?", ["When is the fair?", "where is the fair?"], id="two-words-for-one-thing"),
        pytest.param(
            "How long is the weir, when and by whom was it opened?",
            ["How long is the weir", "when was it opened?", "by whom was it opened?"],
            id="two-words-later",
        ),
        pytest.param("Who put the fire out, when and where?", ["Who put the fire out", "when", "where?"], id="words-alone"),
        pytest.param("Кто потушил пожар, когда и где?", ["Кто потушил пожар", "когда", "где?"], id="words-alone-ru"),
        pytest.param("Сколько сараев сгорело и кто их тушил?", ["Сколько сараев сгорело", "кто их тушил?"], id="who-ru"),
        pytest.param("Во сколько обошёлся причал, а когда открылся?", ["Во сколько обошёлся причал", "когда открылся?"], id="when-ru"),
        pytest.param("Сколько подали и сколько приняли?", ["Сколько подали", "и сколько приняли?"], id="counts-again-ru"),
        pytest.param("Сколько человек пришло, и был ли мэр?", ["Сколько человек пришло", "был ли мэр?"], id="yes-or-no-ru"),
        pytest.param("Кто и когда открыл причал?", ["Кто открыл причал?", "когда открыл причал?"], id="two-words-for-one-thing-ru"),
    ],
)
def test_several_questions_in_one_are_parted(text: str, parts: list[str]):
    assert questions_in(text, "en" if text.isascii() else "ru") == parts


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The club signed a deal with a bank and which other firm?", id="no-question-before"),
        pytest.param("How many and what kind of boats sank?", id="head-of-one"),
        pytest.param("Who decides what is taught and how it is paid for?", id="told-not-asked"),
        pytest.param("How many cats and dogs were found?", id="two-things"),
        pytest.param("Did the pier and the lighthouse burn?", id="two-doers"),
        pytest.param("How many people died in Orm, which was flooded?", id="relative-clause"),
        pytest.param("How many schools were built between 2010 and when?", id="between"),
        pytest.param("How many people died in Orm, where the river rose?", id="where-the-river"),
        pytest.param("Сколько школ построили между 2010 и каким годом?", id="between-ru"),
        pytest.param("Сколько кошек и собак нашли?", id="two-things-ru"),
        pytest.param("Сколько человек погибло в Орме, где был паводок?", id="relative-clause-ru"),
    ],
)
def test_one_question_is_not_parted(text: str):
    assert questions_in(text, "en" if text.isascii() else "ru") == [text]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        pytest.param(
            "How many trains does the union say were late, and how many does the railway say?",
            ["How many trains does the union say were late", "and how many trains does the railway say were late?"],
            id="what-another-says",
        ),
        pytest.param(
            "How many late trains do the drivers admit to, and how many does the railway count?",
            ["How many late trains do the drivers say", "and how many late trains does the railway say?"],
            id="what-one-admits",
        ),
        pytest.param(
            "How many books did the library lend and what was the target?",
            ["How many books did the library lend", "and how much was planned?"],
            id="the-target",
        ),
        pytest.param("Сколько людей привили и какой был план?", ["Сколько людей привили", "и сколько планировали?"], id="the-plan-ru"),
        pytest.param(
            "How many books did the library lend and what was the target of the school?",
            ["How many books did the library lend", "what was the target of the school?"],
            id="the-target-of-another",
        ),
        pytest.param(
            "How many trains were late, and how many does the railway own?",
            ["How many trains were late", "and how many does the railway own?"],
            id="nobody-says",
        ),
    ],
)
def test_a_later_part_takes_what_it_leaves_out(text: str, parts: list[str]):
    assert questions_in(text, "en" if text.isascii() else "ru") == parts
