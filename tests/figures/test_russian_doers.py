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


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        pytest.param("Вылетел новичок «Медь», набравший 29 очков.", "Медь", id="a name"),
        pytest.param("Суд оштрафовал компанию «Луч», построившую 29 домов.", "Луч", id="an object"),
        pytest.param("Директор завода, уволивший 29 рабочих, ушёл.", "директор завода", id="with a complement"),
        pytest.param("Директор завода, выпустившего 29 машин, ушёл.", "завода", id="the complement"),
        pytest.param("Рабочие, построившие 29 домов, уехали.", "рабочие", id="a noun"),
        pytest.param("Сняты вывески, остававшиеся на 29 домах.", None, id="a reflexive does nothing"),
    ],
)
def test_a_participle_behind_a_comma_tells_what_the_noun_before_did(figures_of: FiguresOf, text: str, actor: str | None) -> None:
    assert figures_of(text)[0].actor == actor


@pytest.mark.parametrize(
    ("text", "place"),
    [
        pytest.param("Третьим стал «Вихрь» из Синегорья — 81 очко.", "«Вихрь» из Синегорья", id="before a dash"),
        pytest.param("По передачам первенствует Остап Гуляев из «Вихря» (46).", "Остап Гуляев из «Вихря»", id="before brackets"),
        pytest.param("Зачем копят: «на чёрный день» — 52 %.", None, id="words in quotation marks are no name"),
    ],
)
def test_a_name_that_ends_in_quotation_marks_has_the_number_behind_it(figures_of: FiguresOf, text: str, place: str | None) -> None:
    assert figures_of(text)[0].place == place
