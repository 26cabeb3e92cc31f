"""Who did it in Russian where only a pronoun, a general word or «у кого» says so."""

import pytest

from tests.figures.conftest import FiguresOf


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        pytest.param("Волейбольный клуб «Парус» начал сезон. Команда выиграла 12 матчей.", "Парус", id="the team"),
        pytest.param("Завод «Кварц» встал. Предприятие уволило 210 рабочих.", "Кварц", id="the enterprise"),
        pytest.param("Росводнадзор начал проверку. Ведомство нашло 18 свалок.", "Росводнадзор", id="the agency"),
        pytest.param("Министерство культуры провело проверку. Оно закрыло 14 кружков.", "Министерство культуры", id="it, neuter"),
        pytest.param("Тренер Ольга Рогова ушла из клуба. Она подготовила 14 мастеров.", "Тренер Ольга Рогова", id="she, whose title is masculine"),
        pytest.param("Игорь Лунёв сменил Анну Седову. Она провела 14 опытов.", None, id="an object is no subject"),
        pytest.param("Жители ждали. Пришёл врач Пётр Зимин. Он принял 14 больных.", "врач Пётр Зимин", id="the subject behind its verb"),
        pytest.param("Дети пошли в классы. Они посадили 60 деревьев.", "дети", id="nobody by name"),
        pytest.param("Город выделил 5 млн рублей. Дождь прошёл. Он залил 40 подвалов.", "дождь", id="the last that agrees"),
        pytest.param("Судья уехал. Ведомство проверило 18 складов.", "ведомство", id="nobody of the kind"),
        pytest.param("Тренер Иван Рогов болен. Команда выиграла 12 матчей.", "команда", id="a person is no team"),
        pytest.param("Команда выиграла 12 матчей. Клуб «Парус» проиграл.", "команда", id="nobody is looked for further on"),
    ],
)  # fmt: skip
def test_a_pronoun_or_a_general_word_stands_for_the_last_fitting_subject(figures_of: FiguresOf, text: str, actor: str | None) -> None:
    assert next(figure for figure in figures_of(text) if figure.unit != "RUB").actor == actor


def test_a_verb_that_goes_on_has_the_same_doer(figures_of: FiguresOf) -> None:
    figures = figures_of("Лучшим стал Глеб Лунин: он забил 29 мячей и отдал 34 передачи.")
    assert [figure.actor for figure in figures] == ["Глеб Лунин", "Глеб Лунин"]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        pytest.param("У Марии Лебедевой пять медалей.", "Марии Лебедевой", id="a person"),
        pytest.param("У его партнёра Ильи Сомова 24 гола.", "его партнёра Ильи Сомова", id="a name like an adjective"),
        pytest.param("У «Вымпела» было 19 поражений.", "Вымпела", id="within quotation marks"),
        pytest.param("У дороги стоят 12 домов.", None, id="a place"),
        pytest.param("У Гавани построили 12 домов.", None, id="something was done there"),
    ],
)
def test_what_somebody_has_is_theirs(figures_of: FiguresOf, text: str, actor: str | None) -> None:
    assert figures_of(text)[0].actor == actor


def test_a_name_within_quotation_marks_is_no_verb(figures_of: FiguresOf) -> None:
    assert figures_of("Соперник, «Молот» из Заречья, одержал 38 побед.")[0].actor == "Молот"
