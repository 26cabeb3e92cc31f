"""Concepts in text: synonyms, homographs, names, and that the compiled files are up to date."""

import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qa_bot.schema import Synonyms
from qa_bot.text.lexicon import Kinds, Lexicon, lexicon, lexicons_with, remembered, using
from qa_bot.text.tokens import tokenize

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT / "qa_bot" / "text" / "data"


def named(text: str, language: str = "en", tags: list[str] | None = None, words: Lexicon | None = None) -> dict[str, str]:
    """Return the concepts in *text* by the words that name them; words that only hold a phrase together are left out."""
    closed = Kinds.RELATION | Kinds.DETERMINER
    tokens = tokenize(text)
    return {
        " ".join(token.surface for token in tokens[mention.first : mention.last]): mention.concept
        for mention in (words or lexicon(language)).mentions(tokens, tags)
        if not mention.kinds & closed
    }


def kinds_of(text: str, language: str = "en") -> list[Kinds]:
    return [mention.kinds for mention in lexicon(language).mentions(tokenize(text))]


@pytest.mark.parametrize(
    ("language", "text", "concept"),
    [
        pytest.param("en", "denied", "refuse", id="synonym"),
        pytest.param("en", "rejections", "refuse", id="noun of the action"),
        pytest.param("en", "turning down", "refuse", id="verb of two words"),
        pytest.param("en", "refused to satisfy", "refuse", id="refusing to grant is refusing"),
        pytest.param("en", "fulfilled", "grant", id="doubled consonant"),
        pytest.param("en", "laid off", "dismiss", id="irregular verb of two words"),
        pytest.param("en", "rose", "rise", id="irregular past"),
        pytest.param("en", "were born", "be-born", id="forms of be"),
        pytest.param("en", "people", "person", id="irregular plural"),
        pytest.param("en", "members of parliament", "deputy", id="plural before of"),
        pytest.param("en", "Prosecutor General's Office", "prosecutor-general-office", id="name with a clitic"),
        pytest.param("en", "kWh", "kilowatt-hour", id="symbol"),
        pytest.param("en", "legal assistance", "legal-assistance", id="noun phrase"),
        pytest.param("ru", "отказали", "refuse", id="Russian verb"),
        pytest.param("ru", "отказов", "refuse", id="Russian noun"),
        pytest.param("ru", "отклонённых", "refuse", id="participle with ё"),
        pytest.param("ru", "публиковались", "publish", id="Russian passive"),
        pytest.param("ru", "правовой помощи", "legal-assistance", id="both words inflected"),
        pytest.param("ru", "людям", "person", id="suppletive plural"),
        pytest.param("ru", "дорожно-транспортных происшествий", "accident", id="hyphened phrase"),
        pytest.param("ru", "железнодорожный", "railway", id="adjective of a noun"),
    ],
)
def test_forms_lead_to_their_concept(language: str, text: str, concept: str) -> None:
    assert list(named(text, language).values()) == [concept]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("win", "score"),
        ("refuse", "cancel"),
        ("arrest", "convict"),
        ("import", "export"),
        ("request", "application"),
        ("kill", "die"),
        ("rise", "fall"),
        ("grant", "allow"),
        ("delay", "cancel"),
        ("delay", "postpone"),
        ("emigrate", "immigrate"),
        ("refugee", "asylum-seeker"),
        ("pensioner", "elderly-person"),
        ("person", "request"),
    ],
)
def test_words_that_are_not_interchangeable_stay_apart(one: str, other: str) -> None:
    words = lexicon("en")
    assert not set(words.words(one)) & set(words.words(other))


def test_a_word_is_no_form_of_another_with_the_same_stem() -> None:
    assert named("important universes") != named("import universities")
    assert "import" not in named("important").values()


@pytest.mark.parametrize(
    ("text", "tags", "concept"),
    [
        pytest.param("rose", ["VERB"], "rise", id="a verb"),
        pytest.param("sentence", ["NOUN"], "verdict", id="noun that is also a verb"),
        pytest.param("sentence", ["VB"], "convict", id="verb that is also a noun"),
        pytest.param("train", ["NOUN"], "train-thing", id="a train"),
        pytest.param("train", ["VB"], "train", id="to train"),
    ],
)
def test_tags_choose_between_homographs(text: str, tags: list[str], concept: str) -> None:
    assert list(named(text, tags=tags).values()) == [concept]


def test_a_verb_form_is_no_mention_where_it_is_tagged_a_noun() -> None:
    assert named("a rose", tags=["DET", "NOUN"]) == {}


def test_russian_homographs_are_told_apart_by_tags() -> None:
    assert named("стали", "ru", ["VERB"]) == {"стали": "become"}
    assert named("стали", "ru", ["NOUN"]) == {"стали": "steel"}


def test_a_preposition_is_no_form_of_a_noun() -> None:
    assert "ambassador" not in named("после выборов", "ru").values()
    assert named("послов", "ru") == {"послов": "ambassador"}


def test_a_russian_participle_without_a_noun_is_one() -> None:
    assert named("двое погибших были", "ru", ["NUM", "VBG", "AUX"]) == {"погибших": "dead-person"}
    assert named("погибших людей", "ru", ["VBG", "NOUNS"]) == {"погибших": "die", "людей": "person"}
    assert named("погибли", "ru", ["VERB"]) == {"погибли": "die"}


def test_the_word_behind_decides_what_is_issued_and_what_is_surrendered() -> None:
    assert named("выдача виз и выдача преступников", "ru") == {
        "выдача": "extradite",
        "виз": "visa",
        "преступников": "criminal",
    }
    assert [m.concept for m in lexicon("ru").mentions(tokenize("выдача виз"))] == ["issue", "visa"]


# ---------------------------------------------------------------- names


@pytest.mark.parametrize(
    ("language", "text", "entity"),
    [
        pytest.param("en", "Swiss", "@CH", id="demonym"),
        pytest.param("en", "New Zealand", "@NZ", id="two words"),
        pytest.param("en", "Côte d'Ivoire", "@CI", id="apostrophe"),
        pytest.param("en", "Republic of Korea", "@KR", id="official name"),
        pytest.param("en", "North Korean", "@KP", id="longer name first"),
        pytest.param("en", "U.S.", "@US", id="initials"),
        pytest.param("en", "USA", "@US", id="abbreviation"),
        pytest.param("en", "Türkiye", "@TR", id="new name"),
        pytest.param("ru", "Швейцарией", "@CH", id="Russian case"),
        pytest.param("ru", "швейцарских", "@CH", id="Russian adjective"),
        pytest.param("ru", "Соединённых Штатах Америки", "@US", id="every word inflected"),
        pytest.param("ru", "Шри-Ланке", "@LK", id="hyphen"),
        pytest.param("ru", "россиянками", "@RU", id="people"),
    ],
)
def test_states_are_known_by_all_their_names(language: str, text: str, entity: str) -> None:
    assert list(named(text, language).values()) == [entity]


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("Turkey", "@TR"),
        ("TURKEY", "@TR"),
        ("turkey", "turkey-bird"),
        ("US", "@US"),
        ("us", "we"),
        ("Polish", "@PL"),
        ("Chad", "@TD"),
    ],
)
def test_a_name_that_is_also_a_word_needs_its_capitals(text: str, entity: str) -> None:
    assert list(named(text).values()) == [entity]


def test_capitals_do_not_matter_in_text_without_any() -> None:
    tokens = tokenize("refused by the us and chad")
    assert [mention.concept for mention in lexicon("en").mentions(tokens, cased=False)][-2:] == ["@US", "@TD"]
    assert "@TD" not in named("refused by chad").values()


def test_a_capital_has_the_concept_of_its_state_and_is_told_from_its_name() -> None:
    (capital,) = lexicon("en").mentions(tokenize("Moscow"))
    (name,) = lexicon("en").mentions(tokenize("Russia"))
    assert capital.concept == name.concept == "@RU"
    assert capital.kinds & Kinds.CAPITAL
    assert not capital.kinds & Kinds.ENTITY
    assert name.kinds & Kinds.ENTITY
    assert not name.kinds & Kinds.CAPITAL
    assert "Moscow" not in lexicon("en").words("@RU")


def test_adjective_name_and_people_of_a_state_are_told_apart() -> None:
    assert [bool(kinds & Kinds.ADJECTIVAL) for kinds in kinds_of("Latvia")] == [False]
    assert [bool(kinds & Kinds.PEOPLE) for kinds in kinds_of("12 Danes")] == [True]
    assert [bool(kinds & Kinds.ADJECTIVAL) for kinds in kinds_of("латвийский", "ru")] == [True]


def test_groups_hold_their_members() -> None:
    above = lexicon("en").broader
    assert above("@CH")[:2] == ("@european", "@western")
    assert "@eu" not in above("@CH")
    assert {"@eu", "@european", "@western", "@nato", "@baltic"} <= set(above("@LV"))
    assert {"@cis", "@central-asian", "@asian"} <= set(above("@KZ"))
    assert "@western" not in above("@RU")


# ---------------------------------------------------------------- what is known of a concept


def test_actions_have_polarity_opposites_and_a_wording() -> None:
    refuse, rise = lexicon("en").action("refuse"), lexicon("en").action("rise")
    assert refuse is not None
    assert rise is not None
    assert (refuse.polarity, refuse.opposites, refuse.done) == (-1, ("grant",), "refused")
    assert (rise.polarity, rise.opposites, rise.done) == (1, ("fall",), "risen")
    assert lexicon("en").action("person") is None


@pytest.mark.parametrize(
    ("language", "concept", "wording"),
    [
        ("en", "cancel", "cancelled"),
        ("en", "open", "opened"),
        ("en", "die", "died"),
        ("en", "sell", "sold"),
        ("en", "be-born", "born"),
        ("ru", "refuse", "отказано"),
        ("ru", "rise", "выросло"),
        ("ru", "survive", "выжило"),
    ],
)
def test_the_wording_of_what_was_done(language: str, concept: str, wording: str) -> None:
    action = lexicon(language).action(concept)
    assert action is not None
    assert action.done == wording


def test_a_nominal_form_of_an_action_is_told_from_its_verb() -> None:
    assert [kinds & (Kinds.VERBAL | Kinds.NOMINAL) for kinds in kinds_of("refusal")] == [Kinds.NOMINAL]
    assert [kinds & (Kinds.VERBAL | Kinds.NOMINAL) for kinds in kinds_of("refused")] == [Kinds.VERBAL]


def test_units_and_measures() -> None:
    words = lexicon("en")
    assert words.is_unit("person")
    assert words.is_unit("tonne")
    assert not words.is_unit("refuse")
    assert (words.symbol("kilometre"), words.symbol("person")) == ("km", "")
    assert words.kinds("tonne") & Kinds.QUANTITY
    assert not words.kinds("person") & Kinds.QUANTITY


def test_broader_is_transitive_and_nearest_first() -> None:
    words = lexicon("en")
    assert words.broader("defendant") == ("person", "accuse"), "who is one has been accused"
    assert words.broader("surgeon") == ("doctor", "worker", "person")
    assert words.broader("submarine") == ("ship",)
    assert words.broader("no-such-concept") == ()


def test_an_unlisted_word_is_its_own_stem() -> None:
    assert lexicon("en").concept("zeppelins") == lexicon("en").concept("zeppelin") == "zeppelin"
    assert lexicon("en").concept("Defendants") == "defendant"
    assert lexicon("en").words("zeppelin") == ()


def test_display_words() -> None:
    assert lexicon("en").words("refuse")[0] == "refuse"
    assert lexicon("en").words("@GB")[0] == "United Kingdom"
    assert lexicon("ru").words("@GB")[0] == "Великобритания"
    assert {"rise", "rose", "risen", "growth"} <= set(lexicon("en").words("rise"))


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        ("en", "said", Kinds.REPORT),
        ("en", "according to", Kinds.SOURCE),
        ("en", "the department", Kinds.SPEAKER),
        ("en", "Court", Kinds.ORGANISATION),
        ("en", "Minister", Kinds.TITLE),
        ("en", "because of", Kinds.CAUSE),
        ("en", "politically motivated", Kinds.REASON),
        ("en", "number", Kinds.CARRIER),
        ("en", "of which", Kinds.PARTITIVE),
        ("en", "including", Kinds.PARTITIVE),
        ("en", "each", Kinds.DISTRIBUTIVE),
        ("en", "not", Kinds.NEGATOR),
        ("en", "only", Kinds.FOCUS),
        ("ru", "сообщили", Kinds.REPORT),
        ("ru", "по словам", Kinds.SOURCE),
        ("ru", "ведомство", Kinds.SPEAKER),
        ("ru", "из-за", Kinds.CAUSE),
        ("ru", "политическим", Kinds.REASON),
        ("ru", "числа", Kinds.CARRIER),
        ("ru", "из которых", Kinds.PARTITIVE),
        ("ru", "не", Kinds.NEGATOR),
    ],
)
def test_words_of_a_topic_have_its_kind(language: str, text: str, kind: Kinds) -> None:
    assert kinds_of(text, language)[-1] & kind


# ---------------------------------------------------------------- a corpus's own words


OWN = (
    Synonyms(concept="refuse", words=("knock back",)),
    Synonyms(concept="sapper", words=("mine clearer",), broader=("soldier",)),
    Synonyms(concept="Norland Rail Regulator", words=("NRR", "Надзор Норланда")),
    Synonyms(concept="sailing", words=("crossing",)),
    Synonyms(concept="Health Body", words=("WHO",)),
    Synonyms(concept="Russia", words=("the Federation",)),
)


@pytest.mark.parametrize(
    ("language", "text", "concept"),
    [
        pytest.param("en", "knocked back", "refuse", id="a word of a known concept"),
        pytest.param("en", "mine clearers", "sapper", id="a word of a new concept, in the plural"),
        pytest.param("en", "Sappers", "sapper", id="the name of a new concept"),
        pytest.param("en", "Norland Rail Regulator", "norland-rail-regulator", id="a name of several words"),
        pytest.param("en", "nrr", "norland-rail-regulator", id="an acronym in small letters"),
        pytest.param("ru", "Надзором Норланда", "norland-rail-regulator", id="a Russian name in another case"),
        pytest.param("en", "crossings", "sail", id="a concept called by a word for it"),
        pytest.param("en", "WHO", "health-body", id="an acronym that is a word, in capitals"),
        pytest.param("en", "the Federation", "@RU", id="another name of a state"),
    ],
)
def test_a_corpus_may_bring_synonyms(language: str, text: str, concept: str) -> None:
    assert named(text, words=lexicons_with(tuple(OWN)).of(language)) == {text: concept}
    assert named(text, language).get(text) != concept, "the shared lexicon stays as it is"


@pytest.mark.parametrize("text", ["cross", "crossed", "who"])
def test_a_corpuss_word_is_named_by_its_own_forms_alone(text: str) -> None:
    words = lexicons_with(tuple(OWN)).of("en")
    assert [mention.concept for mention in words.mentions(tokenize(text))] == [m.concept for m in lexicon("en").mentions(tokenize(text))]


def test_a_corpuss_concept_is_of_the_sorts_it_names() -> None:
    words = lexicons_with(tuple(OWN)).of("en")
    assert words.broader("sapper") == ("soldier", "person")
    assert words.words("sapper") == ("sapper", "mine clearer")
    assert words.words("refuse")[:2] == ("refuse", "knock back")


def test_another_name_of_a_state_is_no_people_and_no_capital() -> None:
    mention = lexicons_with(tuple(OWN)).of("en").mentions(tokenize("the Federation"))[0]
    assert mention.kinds & Kinds.ENTITY
    assert not mention.kinds & (Kinds.PEOPLE | Kinds.CAPITAL)


def test_words_hold_inside_the_block_that_uses_them() -> None:
    own = lexicons_with(OWN)
    with using(own):
        assert lexicon("en").concept("crossing") == "sail"
        with using(lexicons_with(())):
            assert lexicon("en").concept("crossing") == "cross"
    assert lexicon("en").concept("crossing") == "cross"
    assert lexicons_with(OWN) is own


def test_what_is_remembered_is_kept_apart_for_each_corpus() -> None:
    called: list[str] = []

    @remembered()
    def concept(word: str) -> str:
        called.append(word)
        return lexicon("en").concept(word)

    with using(lexicons_with(OWN)):
        own = [concept("crossing"), concept("crossing")]
    assert (own, [concept("crossing"), concept("crossing")]) == (["sail", "sail"], ["cross", "cross"])
    assert called == ["crossing", "crossing"]


# ---------------------------------------------------------------- laws, and the data


@given(
    st.lists(
        st.sampled_from("the of which United States refused to grant us US rose 114 , . отказ Turkey down turn x".split()), max_size=12
    )
)
@settings(max_examples=100, deadline=None)
def test_mentions_are_in_order_and_do_not_overlap(parts: list[str]) -> None:
    tokens = tokenize(" ".join(parts))
    end = 0
    for mention in lexicon("en").mentions(tokens):
        assert end <= mention.first < mention.last <= len(tokens)
        end = mention.last


def table(path: Path) -> dict[str, dict[str, object]]:
    tables: dict[str, dict[str, object]] = tomllib.loads(path.read_text(encoding="utf-8"))
    return tables


@pytest.mark.parametrize("topic", ["concepts", "terms", "names"])
def test_both_languages_name_the_same_concepts(topic: str) -> None:
    english, russian = (
        {name for section in table(DATA / language / f"{topic}.toml").values() for name in section} for language in ("en", "ru")
    )
    without = english - russian
    assert russian <= english
    assert len(without) <= 12, f"English only: {sorted(without)}"


def test_every_fact_is_about_a_concept_that_has_words() -> None:
    words = lexicon("en")
    for section in table(DATA / "concepts.toml").values():
        for concept, fact in section.items():
            assert isinstance(fact, dict)
            related = f"{fact.get('broader', '')}, {fact.get('opposites', '')}".split(", ")
            assert all(words.words(name) for name in [concept, *related] if name), concept


def test_the_compiled_files_are_up_to_date() -> None:
    tool = ROOT / "tools" / "make_lexicon.py"
    if not tool.exists():
        pytest.skip("tools/ is not part of this distribution")
    path = os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")])
    checked = subprocess.run([sys.executable, str(tool), "--check"], env={**os.environ, "PYTHONPATH": path}, capture_output=True, text=True)
    assert checked.returncode == 0, checked.stderr


@pytest.mark.parametrize("language", ["en", "ru"])
@given(parts=st.lists(st.sampled_from(["the", "Court", "said", "according", "to", "US", "turkey", "по", "словам", "Москвы"]), max_size=5))
@settings(max_examples=60)
def test_what_opens_a_text_is_its_first_mention(language: str, parts: list[str]) -> None:
    words, tokens = lexicon(language), tokenize(" ".join(parts))
    first = words.mentions(tokens)[:1]
    assert words.opening(tokens) == next((mention for mention in first if mention.first == 0), None)


@pytest.mark.parametrize("tag", ["", "VERB", "NOUN", "NOUNS"])
@pytest.mark.parametrize("text", ["The results of the poll", "as reported by him", "the state says", "a plain walk in the park"])
def test_kinds_that_no_tags_can_give_are_ruled_out_by_the_words(text: str, tag: str) -> None:
    words, tokens = lexicon("en"), tokenize(text)
    asked = Kinds.REPORT | Kinds.SOURCE
    found = any(mention.kinds & asked for mention in words.mentions(tokens, [tag] * len(tokens)))
    assert words.may_name(tokens, asked) or not found


def test_a_plain_sentence_names_no_source() -> None:
    assert not lexicon("en").may_name(tokenize("A walk in the park by the sea"), Kinds.REPORT | Kinds.SOURCE)


@pytest.mark.parametrize(
    ("text", "language", "named"),
    [
        ("the Western sector", "en", False),
        ("Western governments", "en", True),
        ("на западном участке", "ru", False),
        ("западные страны", "ru", True),
    ],
)
def test_a_side_of_the_compass_is_no_group_of_states(text: str, language: str, *, named: bool) -> None:
    assert any(mention.concept == "@western" for mention in lexicon(language).mentions(tokenize(text))) is named
