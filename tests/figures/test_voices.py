"""Who claims each figure, as a reader of the text would say; None where nobody is named."""

from collections.abc import Callable

import pytest

from qa_bot.schema import Basis, Claimant, Figure

FiguresOf = Callable[[str], list[Figure]]


def _names(figures: list[Figure]) -> list[str | None]:
    return [figure.claimant.name if figure.claimant else None for figure in figures]


def _first(figures: list[Figure]) -> Claimant:
    claimant = figures[0].claimant
    assert claimant is not None
    return claimant


ONE_SENTENCE = [
    pytest.param("The coast guard said that 14 boats had sunk.", ["coast guard"], id="said that"),
    pytest.param("Some 14 boats sank, the harbour office said on Friday.", ["harbour office"], id="said after"),
    pytest.param('"We lost 14 boats," said Tilda Marsh, the harbour master.', ["Tilda Marsh"], id="inverted"),
    pytest.param("According to the Beekeepers' Union, 310 hives died.", ["Beekeepers' Union"], id="according to before"),
    pytest.param("About 310 hives died, according to the Beekeepers' Union.", ["Beekeepers' Union"], id="according to after"),
    pytest.param("The Brewers' Guild puts the loss at 8%.", ["Brewers' Guild"], id="puts at"),
    pytest.param("The Brewers' Guild speaks of 270 lost jobs.", ["Brewers' Guild"], id="speaks of"),
    pytest.param("The Ornithological Institute counted 92 storks.", ["Ornithological Institute"], id="a body counts"),
    pytest.param(
        "Farms lost 400 sheep, the Ministry of Agriculture reports.", ["Ministry of Agriculture"], id="a verb that looks like a noun"
    ),
    pytest.param(
        "The flock has shrunk to 900 birds, rangers of the Heath Trust estimate, from 2,000.",
        ["rangers of the Heath Trust", "rangers of the Heath Trust"],
        id="in between",
    ),
    pytest.param(
        "There were 450 marchers according to the league and 190 according to the police.", ["league", "police"], id="each its own source"
    ),
    pytest.param(
        "Закрыты 60 школ, в том числе 9 сельских, сообщила глава отдела Анна Лапина.", ["Анна Лапина"] * 2, id="ru a part between"
    ),
    pytest.param("The union says 60 shops closed; the Chamber of Trade speaks of 25.", ["union", "Chamber of Trade"], id="semicolon"),
    pytest.param(
        "Mayor Ada Finch said 5% of the pipes leaked, whereas the Water Board puts the share at 9%.",
        ["Ada Finch", "Water Board"],
        id="contrast",
    ),
    pytest.param("In Ward 3 there are 12 beds, while the health ministry recommends 20.", [None, "health ministry"], id="not backwards"),
    pytest.param("Lena Holt said that her team had counted 30 wolves.", ["Lena Holt"], id="a claim within speech"),
    pytest.param(
        "Some 14 boats sank off Hale, the harbour office said on Friday evening, adding 3 to its list.",
        ["harbour office"] * 2,
        id="a part of the day behind the verb",
    ),
    pytest.param(
        "Утонули 31 человек, сообщило министерство обороны, уточнив прежнюю цифру в 28 человек.",
        ["министерство обороны"] * 2,
        id="ru a converb has no subject",
    ),
    pytest.param("The World Health Organization (WHO) reported 900 cases.", ["World Health Organization"], id="initials in brackets"),
    pytest.param("In the harbour master's view 9 piers are unsafe.", ["harbour master"], id="in his view"),
    pytest.param("Operators put 84 turbines into service, 61 at sea.", [None, None], id="put into service is no claim"),
    pytest.param("The growers' league rejects that and counts only 195 losses.", ["growers' league"], id="a shared subject"),
    pytest.param("Matter falls at 10 metres per second according to theory.", [None], id="a theory is no speaker"),
    pytest.param(
        "The Island Health Office, in a note of 3 May, gave 610 cases and 21 deaths.", ["Island Health Office"] * 2, id="what was written"
    ),
    pytest.param("The aid group Amigos del Norte puts the deaths at 52.", ["Amigos del Norte"], id="a small word in a name"),
    pytest.param(
        "On Monday morning Dunshire Fire and Rescue Service said that 12 people were hurt.",
        ["Dunshire Fire and Rescue Service"],
        id="a joined name behind a part of the day",
    ),
    pytest.param("This morning the harbour pilot said 14 boats had sunk.", ["harbour pilot"], id="this morning"),
    pytest.param("The county police on Friday confirmed five deaths.", ["county police"], id="a day before the verb"),
    pytest.param("Прокуратура края 4 мая подтвердила гибель восьми человек.", ["Прокуратура края"], id="ru a day before the verb"),
    pytest.param(
        "Водолазная служба сообщила о трёх погибших. По данным службы, ранены девять человек.",
        ["Водолазная служба"],
        id="ru an adjective that opens a name",
    ),
    pytest.param("The crowd was put at 2,000 by the police. Organisers speak of 9,000.", ["police", "Organisers"], id="organisers"),
    pytest.param(
        "The cost is put at 4 million crowns by the regional council and at 7 million by the Brewers' Association.",
        ["regional council", "Brewers' Association"],
        id="put at by each",
    ),
    pytest.param(
        "According to the Government of Loam, 73 people drowned; Shore Watch recorded 105 deaths.",
        ["Government of Loam", "Shore Watch"],
        id="a name held against another voice",
    ),
    pytest.param("Nets for All counted 31 torn nets.", ["Nets for All"], id="a name with a small word in it"),
    pytest.param(
        "The Tide Institute estimates that 90 seals died, above the 46 deaths confirmed by the port authority.",
        ["Tide Institute", "port authority"],
        id="confirmed by",
    ),
    pytest.param("Guild leader Nina Farrow replied that 80 boats were late.", ["Nina Farrow"], id="replied that"),
    pytest.param("Some 140 tenants replied to the letter.", [None], id="an answer to a letter"),
    pytest.param("Stewards showed 31 flags and 6 lamps; of the lamps, 2 were shown twice.", [None] * 3, id="what was shown to the eye"),
    pytest.param("Cumulative confirmed losses since May now stand at 331.", [None], id="a participle is no verb"),
    pytest.param("В январе в районе выявили 40 нарушений.", [None], id="ru a place finds nothing"),
    pytest.param(
        "В марте выявили 41 случай ящура, в апреле – 16, рассказала главный ветеринар края Зоя Лаптева.",
        ["Зоя Лаптева", "Зоя Лаптева"],
        id="ru a list before the verb",
    ),
    pytest.param("Как ранее сообщал профсоюз «Мел», уехали 170 учителей.", ["профсоюз «Мел»"], id="ru as was told earlier"),
    pytest.param("The plague claimed 300 lives.", [None], id="lives claimed"),
    pytest.param("Jon Abel wrote three novels and built two houses.", [None, None], id="no speech"),
    pytest.param("Синоптики сообщили, что выпало 40 мм осадков.", ["Синоптики"], id="ru said that"),
    pytest.param("Закрыты 12 дорог, сообщает управление МЧС.", ["управление МЧС"], id="ru said after"),
    pytest.param("По данным лиги, билеты купили 900 зрителей.", ["лига"], id="ru source in the nominative"),
    pytest.param("По словам Марины Ветровой, привиты 800 детей.", ["Марина Ветрова"], id="ru name in the nominative"),
    pytest.param("Как сообщили в Минздраве, заболели 77 человек.", ["Минздрав"], id="ru told in a ministry"),
    pytest.param("В управлении дорог мэрии утверждают, что закрыты 7 мостов.", ["управление дорог мэрии"], id="ru in an office they say"),
    pytest.param("В «Сокол-Авто» убытки от пожара оценили в 5 млн рублей.", ["«Сокол-Авто»"], id="ru valued in a firm"),
    pytest.param("В мэрии города ремонт моста оценивают в 80 млн рублей.", ["мэрия города"], id="ru valued in a body"),
    pytest.param("Убытки оценили в 5 млн рублей.", [None], id="ru what is valued says nothing"),
    pytest.param("В Ольхове профсоюз сообщил о 17 забастовках.", ["профсоюз"], id="ru a body in a town"),
    pytest.param("По прогнозу экспертов, заболеют 25 тысяч человек.", ["эксперты"], id="ru a forecast by"),
    pytest.param("Врачи без границ утверждают, что больны 70 детей.", ["Врачи без границ"], id="ru a name with a preposition"),
    pytest.param("Жалоб 90, но депутат Крюков сказал, что, по его сведениям, их 200.", [None, "Крюков"], id="ru by what he knows"),
    pytest.param("«Привезли 30 вагонов», — сказал журналистам начальник станции Глеб Орлов.", ["Глеб Орлов"], id="ru inverted"),
    pytest.param("По подсчётам «Гнезда», в заливе 300 лебедей.", ["«Гнездо»"], id="ru a name in quotation marks alone"),
    pytest.param("По данным «Северного курьера», уволены 30 слесарей.", ["«Северный курьер»"], id="ru a name of two words"),
    pytest.param("«Парус» сообщил о 300 лодках.", ["«Парус»"], id="ru a name in quotation marks reports"),
    pytest.param("В порту 300 лодок, по оценке «Паруса».", ["«Парус»"], id="ru a name in quotation marks closes"),
    pytest.param("«Парус» продал 300 лодок.", [None], id="ru a name in quotation marks sells"),
    pytest.param("По уточнённому списку мэрии, болеют 36 школьников.", ["мэрия"], id="ru by a corrected list"),
    pytest.param("По спискам избирателей голосовали 36 человек.", [None], id="ru whom a list names"),
    pytest.param("В приюте погибли три пса, мэрия сообщила об одном погибшем.", [None, "мэрия"], id="ru one hit"),
    pytest.param("Ущерб область оценивает в 60 млн рублей, союз фермеров — в 90 млн.", ["область", "союз фермеров"], id="ru verb left out"),
]


@pytest.mark.parametrize(("text", "expected"), ONE_SENTENCE)
def test_a_sentence_names_who_says_it(figures_of: FiguresOf, text: str, expected: list[str | None]) -> None:
    assert _names(figures_of(text)) == expected


SEVERAL_SENTENCES = [
    pytest.param(
        "A spokeswoman for the board said that 57 boats were late. Guild leader Nina Farrow said that 80 were.",
        ["spokeswoman for the board", "Nina Farrow"],
        id="a spokeswoman of another body",
    ),
    pytest.param(
        "The Minister of Mines, Ms Ada Thole: In 2023, 12 pits were closed. Then 9 pits were opened.\n\n"
        "Mr Fenn: The miners' union tells me that 40 pits were closed.\n\nMs Thole: We sold 3 pits.",
        ["Ada Thole", "Ada Thole", "miners' union", "Ada Thole"],
        id="turns in a record",
    ),
    pytest.param(
        "The Roads Department built 3 piers. The Parks Department built 5.\n\nThe department's own report gives the number of boats as 198.",
        [None, None, "department"],
        id="two departments",
    ),
    pytest.param(
        "The park service announced that 40 elk had died. Green Valley recorded 77 dead elk.",
        ["park service", "Green Valley"],
        id="a name that records, against who spoke before",
    ),
    pytest.param(
        "The park service announced that 40 elk had died, some of them in Tarrow. Tarrow recorded 27 dead elk.",
        ["park service", "park service"],
        id="a place records for who spoke before",
    ),
    pytest.param(
        "The agency counts 14 deaths.\n\nHealth authorities reported 300 cases.",
        ["agency", "Health authorities"],
        id="nobody speaks for the paragraph before",
    ),
    pytest.param(
        "Health authorities reported 300 cases.\n\nIn 2023 the agency recorded 96 bites.",
        ["Health authorities", "agency"],
        id="nobody without a name of their own speaks for the next",
    ),
    pytest.param(
        "The Tide Institute counted 46 seals, more than the 31 reported by the port authority. It counts 14 nets.",
        ["Tide Institute", "port authority", "Tide Institute"],
        id="it is the subject",
    ),
    pytest.param("The mayor said that 54 shops had closed. In fact 70 had closed.", ["mayor", None], id="the author's own word"),
    pytest.param(
        "Депутат городской думы Римма Котова не согласна. По её подсчётам, закрыто 14 школ.", ["Римма Котова"], id="ru by her count"
    ),
    pytest.param("The dockers' union disputes this. By its own count 70 cranes stand idle.", ["dockers' union"], id="its own count"),
    pytest.param(
        "The Union of Ferrymen met on Monday. The union says that 40 boats are old.", ["Union of Ferrymen"], id="the union in full"
    ),
    pytest.param(
        '"Some 30 wells are dry," said Omar Reyes of the Water Board. Reyes added that 12 more would follow.',
        ["Omar Reyes", "Omar Reyes"],
        id="a surname in full",
    ),
    pytest.param('Vera Stone runs the zoo. "We have 40 owls," she said. She added that 6 were born here.', ["Vera Stone"] * 2, id="she"),
    pytest.param("The coroner said that 9 people had drowned. Two of them were children.", ["coroner"] * 2, id="carries on"),
    pytest.param(
        "Ada Holm said that 5 clubs had closed. Trainer Pete Ives pointed to a poll of 780 fans.", ["Ada Holm", None], id="another person"
    ),
    pytest.param("The bank expects growth of 3%. Unemployment fell by 20,000.", ["bank", None], id="an opinion does not carry on"),
    pytest.param(
        "The coroner said that 9 people had drowned.\n\nThe lake covers 40 hectares.", ["coroner", None], id="not across paragraphs"
    ),
    pytest.param("Профсоюз с этим не согласен: по его подсчётам, уволены 150 рабочих.", ["Профсоюз"], id="ru by its count"),
    pytest.param("— Утонули трое, — сказал глава района Семён Гущин. — Двое из них рыбаки.", ["Семён Гущин"] * 2, id="ru dialogue"),
    pytest.param(
        "Убытки технический директор Олег Рябов оценил в 3,2 млн рублей. «Мы недопоставили покупателям 48 дизелей», — сказал он.",
        ["Олег Рябов", "Олег Рябов"],
        id="«он» is nobody in the dative",
    ),
]


@pytest.mark.parametrize(("text", "expected"), SEVERAL_SENTENCES)
def test_who_says_it_may_stand_in_another_sentence(figures_of: FiguresOf, text: str, expected: list[str | None]) -> None:
    assert _names(figures_of(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            'Nina Holt of the Marl Institute reckons with "something nearer 100".\n\n'
            "The last walkout at the clinic lasted 12 days, according to its annual report.",
            ["Nina Holt", None],
            id="of nobody who spoke in another paragraph",
        ),
        pytest.param(
            "The harbour company cut 50 jobs in 2021, according to its annual report. The report says that 41 men left.",
            ["harbour company", "harbour company"],
            id="of the body before it",
        ),
    ],
)
def test_its_report_is_that_of_a_body_beside(figures_of: FiguresOf, text: str, expected: list[str | None]) -> None:
    assert _names(figures_of(text)) == expected


def test_a_role_stays_beside_the_name(figures_of: FiguresOf) -> None:
    assert _first(figures_of('"We lost 14 boats," said Tilda Marsh, the harbour master.')).role == "harbour master"


def test_a_role_before_the_name_is_kept_for_who_is_spoken_of_as_she(figures_of: FiguresOf) -> None:
    claimant = _first(figures_of('Ministry spokeswoman Ida Brun rejected that. "We lost 14 boats," she said.'))
    assert (claimant.name, claimant.role) == ("Ida Brun", "Ministry spokeswoman")


def test_the_medium_that_was_told_is_the_outlet(figures_of: FiguresOf) -> None:
    claimant = _first(figures_of("Ivo Brandt told Coastal Radio that 20 nets were torn."))
    assert (claimant.name, claimant.outlet) == ("Ivo Brandt", "Coastal Radio")


def test_a_ministry_speaks_for_itself_in_its_own_bulletin(figures_of: FiguresOf) -> None:
    figures = figures_of("---\ntitle: Bulletin\npublisher: Ministry of Fisheries\n---\n\nTrawlers landed 900 tonnes of hake.")
    assert figures[0].claimant == Claimant(name="Ministry of Fisheries", basis=Basis.CONTEXT)


@pytest.mark.parametrize("publisher", ["The Morning Post", "North News Agency", "Tenants of Tarrow"])
def test_a_newspaper_or_a_private_club_is_no_issuer(figures_of: FiguresOf, publisher: str) -> None:
    assert _names(figures_of(f"---\ntitle: Fish\npublisher: {publisher}\n---\n\nTrawlers landed 900 tonnes of hake.")) == [None]


OWN = "---\ntitle: Walkout\npublisher: Tarrow Trams\n---\n\nTarrow Trams regrets the delay. "


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("According to our records, 480 drivers walked out.", id="according to our records"),
        pytest.param("By our own count 480 drivers walked out.", id="by our count"),
        pytest.param("Our records show that 480 drivers walked out.", id="our records show"),
        pytest.param("We counted 480 drivers at the gate.", id="we counted"),
    ],
)
def test_who_says_we_is_the_publisher_that_its_text_names(figures_of: FiguresOf, text: str) -> None:
    assert _names(figures_of(OWN + text)) == ["Tarrow Trams"]


def test_who_says_we_in_a_quotation_is_the_one_quoted(figures_of: FiguresOf) -> None:
    assert _names(figures_of(OWN + '"We counted 480 drivers," said Ada Thole, the guild\'s chair.')) == ["Ada Thole"]


def test_a_publisher_that_says_we_is_not_the_body_that_it_spoke_of(figures_of: FiguresOf) -> None:
    text = "---\ntitle: Ответ\npublisher: ОАО «Бор»\n---\n\nПо данным администрации, бастуют 380 рабочих. Мы насчитали 12 прогулов."
    assert _names(figures_of(text)) == ["администрация", "ОАО «Бор»"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Officers found 31 forged permits.", [None], id="found"),
        pytest.param("In May inspectors detected 17 leaks.", [None], id="detected"),
        pytest.param("Customs officers recorded 41 boats.", [None], id="recorded"),
        pytest.param("Инспекторы выявили 14 нарушений.", [None], id="ru"),
        pytest.param("Inspectors found that 17 tanks leaked.", ["Inspectors"], id="found that"),
        pytest.param("Greenpeace activists found 12 nets.", ["Greenpeace activists"], id="of a body"),
    ],
)
def test_people_who_only_did_it_are_no_source(figures_of: FiguresOf, text: str, expected: list[str | None]) -> None:
    assert _names(figures_of(text)) == expected


def test_an_agency_is_no_council_that_speaks_after_it(figures_of: FiguresOf) -> None:
    text = "The agency said it had felled 1,155 trees. The Foresters' Council counted 1,290 felled trees."
    assert _names(figures_of(text)) == ["agency", "Foresters' Council"]


def test_a_body_is_called_by_the_name_of_the_publisher(figures_of: FiguresOf) -> None:
    text = "---\ntitle: Rail\npublisher: Norland Rail Authority\n---\n\nThe authority reports that 60 trains ran late."
    assert _names(figures_of(text)) == ["Norland Rail Authority"]


def test_the_speaker_of_the_metadata_answers_for_what_nobody_else_says(figures_of: FiguresOf) -> None:
    text = "---\ntitle: Talk\nspeaker: Elsa Moreau\n---\n\nWe have 520 donors. The ministry claims that there are 400."
    assert _names(figures_of(text)) == ["Elsa Moreau", "ministry"]


def test_in_an_interview_the_first_person_is_the_guest(figures_of: FiguresOf) -> None:
    text = "Rasmus Iyer runs the trams. The Lantern spoke with him.\n\n## Who rides free?\n\nOur inspectors caught 340 riders last week."
    assert _names(figures_of(text)) == ["Rasmus Iyer"]


def test_the_sentence_that_names_the_speaker_is_kept(figures_of: FiguresOf) -> None:
    text = "The coroner said that 9 people had drowned. Two were children."
    figure = figures_of(text)[1]
    assert figure.claimant is not None
    assert figure.claimant.basis is Basis.CONTEXT
    assert any(text[span.start : span.end].startswith("The coroner") for span in figure.scope_quotes)


def test_where_a_body_is_belongs_to_its_name(figures_of: FiguresOf) -> None:
    figure = figures_of("Управление лесов в Лугове сообщило, что посажено 12 тысяч дубов.")[0]
    assert figure.claimant is not None
    assert figure.claimant.name == "Управление лесов в Лугове"


# ---------------------------------------------------------------- whose survey, whose count

WALKERS = "---\npublisher: Fell Walkers' League\n---\n# Stiles\n\nThe mayor, Ada Finch, said that 12 stiles had rotted in 2023. "


@pytest.mark.parametrize(
    "said",
    [
        pytest.param("Our own survey found 48 rotten stiles.", id="a survey found"),
        pytest.param("Our survey shows 48 per cent of stiles rotten.", id="a survey shows a number"),
        pytest.param("By our count, 48 stiles had rotted.", id="by our count"),
        pytest.param("We counted 48 rotten stiles.", id="we"),
        pytest.param("Our count of rotten stiles was 48.", id="a count was"),
    ],
)
def test_our_survey_is_the_publishers_word_and_not_that_of_who_spoke_before(figures_of: FiguresOf, said: str) -> None:
    assert _names(figures_of(WALKERS + said)) == ["Ada Finch", "Fell Walkers' League"]


def test_our_survey_is_the_publishers_word_in_russian(figures_of: FiguresOf) -> None:
    text = "---\npublisher: Союз лыжников\n---\n# Трассы\n\nМэр Анна Лапина сообщила, что закрыты 12 трасс. По нашим подсчётам, закрыты 48 трасс."
    assert _names(figures_of(text)) == ["Анна Лапина", "Союз лыжников"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param('"Our survey found 48 rotten stiles," said Tilda Marsh.', ["Tilda Marsh"], id="in a quotation"),
        pytest.param("Tilda Marsh said that our survey had found 48 rotten stiles.", ["Tilda Marsh"], id="told"),
        pytest.param("# Record\n\nMs Marsh: We lost 14 stiles. Our count shows 31 holes.", ["Marsh", "Marsh"], id="in a record"),
        pytest.param("Ada Finch spoke. The ministry's count of stiles was 310.", ["ministry"], id="a ministry's count"),
        pytest.param("A survey by the council puts the losses at 48 stiles.", ["council"], id="a survey by"),
        pytest.param("По данным опроса, проведённого советом, закрыта 31 трасса.", ["совет"], id="a survey carried out by"),
        pytest.param(
            "According to Institute Number 29 of the Isles, 340 wells dried up.", ["Institute Number 29 of the Isles"], id="numbered"
        ),
        pytest.param("По данным Института № 29 Приморья, пересохло 340 колодцев.", ["Институт № 29 Приморья"], id="numbered, in Russian"),
        pytest.param("Leo Marsh told reporters that 30 boats leaked. By his count 9 sank.", ["Leo Marsh", "Leo Marsh"], id="his count"),
        pytest.param(
            '"We saw 48 owls," said Ida Holm. "We also saw 12 hawks." Leo Marsh said that 30 owls had come.',
            ["Ida Holm", "Ida Holm", "Leo Marsh"],
            id="a second quotation before who speaks next",
        ),
    ],
)
def test_a_count_is_the_word_of_whose_it_is(figures_of: FiguresOf, text: str, names: list[str]) -> None:
    assert _names(figures_of(text)) == names


ISSUED = "---\npublisher: Vale Mountain Rescue Institute\n---\n# Rescues\n\nThe Ministry of Forests had earlier reported 38 calls in 2023. "


@pytest.mark.parametrize("said", ["The Institute trained 61 guides in 2023.", "The Rescue Institute trained 61 guides in 2023."])
def test_what_the_publisher_did_is_not_the_word_of_the_body_spoken_of_before(figures_of: FiguresOf, said: str) -> None:
    assert _names(figures_of(ISSUED + said)) == ["Ministry of Forests", "Vale Mountain Rescue Institute"]


@pytest.mark.parametrize("said", ["The ministry trained 61 guides in 2023.", "It trained 61 guides in 2023."])
def test_what_the_body_spoken_of_did_stays_its_word(figures_of: FiguresOf, said: str) -> None:
    assert _names(figures_of(ISSUED + said)) == ["Ministry of Forests", "Ministry of Forests"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param(
            "The Owl Trust sent a drone. The River Nature Agency sent wardens.\n\nOn Larn Rock the Trust counted 146 nests and the Agency 151.",
            ["Owl Trust", "River Nature Agency"],
            id="two bodies in short",
        ),
        pytest.param("The Trust counted 40 boats, the Coast Guard 30.", ["Trust", "Coast Guard"], id="another name"),
        pytest.param("The court counted 12 cases and the prison 14.", ["court", "prison"], id="no names"),
        pytest.param("In Larn the union counted 40 boats.", ["union"], id="a place in front"),
    ],
)
def test_each_who_counted_says_its_own_number(figures_of: FiguresOf, text: str, names: list[str]) -> None:
    assert [figure.claimant and figure.claimant.name for figure in figures_of(text)] == names


def test_what_it_was_confirmed_by_says_nothing(figures_of: FiguresOf) -> None:
    assert all(figure.claimant is None for figure in figures_of("In May 410 cases were found, of whom 90 were confirmed by laboratory."))


def test_behind_a_closed_quotation_the_text_speaks_for_itself(figures_of: FiguresOf):
    figures = figures_of(
        'Chief executive Ada Moe said: "Sales grew. We opened seven shops and closed two." The company now runs 63 shops in five countries.'
    )
    assert _names(figures) == ["Ada Moe", "Ada Moe", None, None]


def test_a_body_is_called_by_words_of_its_joined_name(figures_of: FiguresOf):
    figures = figures_of("Dunshire Fire and Rescue Service said that 12 people were hurt. The rescue service put the dead at five.")
    assert _names(figures) == ["Dunshire Fire and Rescue Service"] * 2


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("По версии следствия, банда похитила 12 машин. Суд счёл доказанной кражу 7 машин.", ["следствие", None], id="ru"),
        pytest.param(
            "По версии следствия, банда похитила 12 машин. Размер ущерба, установленный судом, — 5 млн рублей. Изъяты 3 сейфа.",
            ["следствие", None, None],
            id="ru by the court",
        ),
        pytest.param("По версии следствия, банда похитила 12 машин. В суде допросили 5 человек.", ["следствие"] * 2, id="ru at court"),
        pytest.param("Prosecutors said the gang stole 12 cars. The court convicted five men.", ["Prosecutors", None], id="en"),
    ],
)
def test_what_a_court_found_is_not_what_was_said_before(figures_of: FiguresOf, text: str, names: list[str | None]) -> None:
    assert _names(figures_of(text)) == names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("По данным Лесного департамента, посажены 86 дубов.", "Лесной департамент", id="an adjective with a capital"),
        pytest.param("Счётная палата в своём отчёте указала, что закрыты 12 школ.", "Счётная палата", id="in a text"),
        pytest.param("Научно-технический совет сообщил, что закрыты 12 школ.", "Научно-технический совет", id="a compound"),
        pytest.param("По данным управления в Ларне, закрыты 12 школ.", "управление в Ларне", id="a place"),
        pytest.param("По словам Сергея Лунного, закрыты 12 школ.", "Сергей Лунный", id="a person"),
    ],
)
def test_a_russian_body_is_named_in_full(figures_of: FiguresOf, text: str, name: str) -> None:
    assert _names(figures_of(text)) == [name]


@pytest.mark.parametrize(
    ("text", "name", "body"),
    [
        pytest.param(
            "The Lomas fishermen's association doubts it. Its president, Rita Voss, told a radio station that 47 people had drowned.",
            "Rita Voss",
            "Lomas fishermen's association",
            id="its president",
        ),
        pytest.param(
            "The teachers' union disagrees; its spokesman, Carl Brandt, said that 2,600 teachers had gone home.",
            "Carl Brandt",
            "teachers' union",
            id="in the same sentence",
        ),
        pytest.param(
            "Совет пасечников с этим не согласен. Его председатель Олег Дрозд заявил, что погибли 23 улья.",
            "Олег Дрозд",
            "Совет пасечников",
            id="Russian",
        ),
    ],
)
def test_who_speaks_for_a_body_is_told_with_it(figures_of: FiguresOf, text: str, name: str, body: str) -> None:
    claimant = _first(figures_of(text))
    assert claimant.name == name
    assert claimant.role is not None
    assert body in claimant.role


def test_the_organisation_is_who_publishes_its_own_report(figures_of: FiguresOf) -> None:
    head = (
        "---\npublisher: Sailors' Watch\n---\n\nSailors' Watch met 12 crews.\n\nPorts closed 9 piers, according to the Marine Centre.\n\n"
    )
    figures = figures_of(head + "The organisation calls for an end to the law under which 40 sailors were charged.")
    assert _names(figures)[-1] == "Sailors' Watch"


@pytest.mark.parametrize(
    ("said", "names"),
    [
        pytest.param(
            "The Halm Company says it repaired 140 leaks, while we recorded 96.", ["Halm Company", "Bog Watch"], id="while we recorded"
        ),
        pytest.param("The Halm Company says it repaired 140 leaks; we found 96.", ["Halm Company", "Bog Watch"], id="semicolon"),
        pytest.param("The Halm Company says it repaired 140 leaks. We documented 96.", ["Halm Company", "Bog Watch"], id="next sentence"),
    ],
)
def test_what_we_recorded_is_the_word_of_who_wrote_it(figures_of: FiguresOf, said: str, names: list[str]) -> None:
    assert _names(figures_of(f"---\npublisher: Bog Watch\n---\nBog Watch walks the river.\n\n{said}\n")) == names


@pytest.mark.parametrize(
    ("text", "claimant"),
    [
        pytest.param("Минздрав Южной Карелинии сообщил, что в регионе не хватает 312 врачей.", "Минздрав Южной Карелинии", id="a region"),
        pytest.param("Администрация Нижнего Тагила сообщила о 12 авариях.", "Администрация Нижнего Тагила", id="a town"),
        pytest.param("Врач Анна Южная сообщила о 12 случаях.", "Анна Южная", id="a surname like an adjective"),
        pytest.param("Лев Толстой сообщил о 12 случаях.", "Лев Толстой", id="a name"),
        pytest.param("Мэр Нижнего Тагила Иван Ветров сообщил о 12 авариях.", "Иван Ветров", id="whose mayor"),
        pytest.param("Совет «Северной соды» рекомендовал выплатить дивиденды в 42 рубля на акцию.", None, id="what is to be paid"),
        pytest.param("К концу года сеть насчитывала 418 торговых точек.", None, id="what has so many"),
        pytest.param("Посёлок насчитывает 340 жителей.", None, id="a village"),
        pytest.param("Профсоюз насчитал 40 уволенных.", "Профсоюз", id="who counted"),
    ],
)
def test_who_says_it_is_called_whole_and_is_no_thing(figures_of: FiguresOf, text: str, claimant: str | None) -> None:
    told = figures_of(text)[0].claimant
    assert (told.name if told is not None else None) == claimant
