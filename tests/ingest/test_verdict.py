"""What the trees take for the text of a page: on top of the rules, and against them where they keep next to nothing."""

import pytest

from qa_bot.ingest.flow import Shown, shown
from qa_bot.ingest.numberlists import tells_facts
from qa_bot.ingest.traits import Odds, names_in, traits_of, words_in
from qa_bot.ingest.tree import Node, Page
from qa_bot.ingest.verdict import ALL_TEXT, model, verdicts
from qa_bot.schema import BlockKind

STORY = "".join(
    f"<p>The mill at Tarn ground {number} tonnes of rye last year, according to its owner, and sold most of it to bakers in the north.</p>"
    for number in range(310, 318)
)
BOXED = ("says", "set aside", "controls", "blocks", "first says", "first words", "first ends", "kin")
MENU = "".join(
    f'<div class="q{number}"><a href="/{name}">{name}</a></div>' for number, name in enumerate(("Home", "Jobs", "Sign in", "Menu"))
)


def _verdicts(body: str) -> list[tuple[str, bool, bool]]:
    page = Page(f"<title>Mills - Tarn Post</title><body>{body}</body>")
    blocks = list(shown(page.root))
    return [(block.text, verdict.kept, verdict.sure) for block, verdict in zip(blocks, verdicts(blocks, "Mills"), strict=True)]


def test_of_a_page_without_telling_names_the_story_is_text_and_the_offer_is_not():
    offer = '<div class="z9"><div>Sign up for our free newsletter and get the best stories every morning.</div><div>Subscribe</div></div>'
    found = _verdicts(
        f'{MENU}<div class="z1"><h1>Mills</h1>{STORY}</div>{offer}<div class="z3">© 2024 Tarn Post. All rights reserved.</div>'
    )
    text = [said for said, _, sure in found if sure]
    assert text[0] == "Mills"
    assert len([said for said in text if said.startswith("The mill at Tarn")]) == 8
    assert not any(word in said for said in text for word in ("Sign", "Subscribe", "rights"))


@pytest.mark.parametrize(
    ("named", "above", "kept"),
    [
        pytest.param("z-toggle-item", "How we count", True, id="in what is called a toggle"),
        pytest.param("z-accordion", "How we count", True, id="in an accordion"),
        pytest.param("z-toggle-item", "Share", False, id="under a button"),
    ],
)
def test_what_stands_open_under_the_line_that_opens_it_is_text(named: str, above: str, kept: bool) -> None:
    told = "A mill is counted once."
    panel = f'<div class="{named}"><div class="z-title"><a>{above}</a></div><div class="z-content"><p>{told} Its owner names the month.</p></div></div>'
    found = _verdicts(f'{MENU}<div class="z1"><h1>Mills</h1>{STORY}<div>{panel}</div></div><div class="z3">© 2024 Tarn Post.</div>')
    assert [sure for said, _, sure in found if said.startswith(told) or said == above] == [kept, kept]


@pytest.mark.parametrize(
    ("under", "kept"),
    [
        pytest.param("<ul><li>A mill is counted where it stands.</li><li>Small mills are left out.</li></ul>", True, id="sentences"),
        pytest.param('<ul><li><a href="/m">A mill is counted where it stands.</a></li><li>Notes.</li></ul>', False, id="links"),
        pytest.param("<ul><li>Mills in the south</li><li>Where to buy rye</li></ul>", False, id="titles of other pages"),
        pytest.param("<p>Write to mills@farm.example before noon.</p>", False, id="how to reach somebody"),
    ],
)
def test_a_text_may_go_on_under_a_heading_that_elsewhere_leads_to_other_pages(under: str, kept: bool) -> None:
    found = _verdicts(
        f'{MENU}<main class="z1"><h1>Mills</h1>{STORY}<h2>Further information</h2>{under}</main><div class="z3">© 2024 Tarn Post</div>'
    )
    by_rule = {said: rule for said, rule, _ in found}
    assert by_rule["Further information"] is kept


def test_a_page_of_few_blocks_is_told_by_the_rules_alone():
    found = _verdicts("<nav>Home</nav><main><p>Rye.</p></main>")
    assert len(found) <= ALL_TEXT
    assert [(said, sure) for said, _, sure in found] == [("Home", False), ("Rye.", True)]


def test_posts_that_the_rules_take_for_comments_are_text_where_there_is_little_else():
    posts = "".join(
        f'<div class="comment"><div class="comment-body">{STORY[:400]} I keep 40 hives there myself, {number}.</div></div>'
        for number in range(9)
    )
    found = _verdicts(f"<h1>Hives</h1><div id='thread'><div id='comments'>{posts}</div></div>")
    assert any(sure for said, _, sure in found if "hives" in said)


def test_what_is_known_of_a_block_are_numbers_by_names_that_the_trees_ask_for():
    page = Page(f"<body>{MENU}<main><h1>Mills</h1>{STORY}</main></body>")
    blocks = list(shown(page.root))
    traits = traits_of(blocks, "Mills", Odds({"mill": 1.0}, {"<main>": 2.0}))
    assert len(traits) == len(blocks)
    story = next(each for each, block in zip(traits, blocks, strict=True) if block.text.startswith("The mill"))
    assert (story["in main"], story["in nav"], story["links"], story["ends"]) == (True, False, 0, 1)
    assert story["named"] == 2.0
    assert story["says in all"] == 1.0

    def signs(tree: object) -> set[str]:
        return {tree.sign} | signs(tree.below) | signs(tree.above) if hasattr(tree, "sign") else set()

    asked = set().union(*map(signs, model().forest.trees))
    known = {name for each in traits for name in each}
    assert {name for name in asked if name not in known} <= {
        f"{kind} {step}" for kind in ("chars", "links", "prose", "stops", "named", "length", *BOXED) for step in (*range(5), "box")
    }


def test_words_and_names_are_counted_alike_when_learned_and_when_read():
    assert words_in("Ещё 3 Mills") == ["еще", "mills", "еще mills"]
    page = Page('<div class="articleBody main" id="x1" role="Main">a</div>')
    assert names_in(page.root.children[0]) == ["<div>", "=main", "article", "body", "main", "x"]


def _sure(body: str) -> list[str]:
    return [said for said, _, sure in _verdicts(body) if sure]


def test_an_offer_set_into_the_text_goes_as_a_whole_by_what_is_to_be_pressed_in_it():
    half = len(STORY) // 2
    cut = STORY.index("<p>", half)
    offer = (
        '<div class="k8"><div>The Morning Brief</div><p>The five stories that matter, by 7am. Join 94,000 readers who start their day with us.</p>'
        "<input><button>Go</button><p>We will never share your address. You can leave at any time.</p></div>"
    )
    found = _sure(f'<div class="z1"><h1>Mills</h1>{STORY[:cut]}{offer}{STORY[cut:]}</div>{MENU}')
    assert sum(said.startswith("The mill at Tarn") for said in found) == 8
    assert not any(word in said for said in found for word in ("Morning", "94,000", "share your"))


def test_a_box_about_who_publishes_goes_as_a_whole_but_not_a_text_about_it():
    cut = STORY.index("<p>", len(STORY) // 2)
    about = "<div>About Tarn Mills</div><p>Tarn Mills has ground grain since 1821 and employs 240 people at four mills.</p>"
    found = _sure(f'<div class="z1"><h1>Mills</h1>{STORY[:cut]}<div class="k8">{about}</div>{STORY[cut:]}</div>{MENU}')
    assert not any("1821" in said or "About" in said for said in found)
    assert any("1821" in said for said in _sure(f'<div class="z1"><h1>Who we are</h1><div class="k8">{about}{STORY}</div></div>{MENU}'))


def test_posts_side_by_side_are_no_boxes_beside_the_text():
    places = {"Reefwatcher": "Onda", "Old Tom": "Wick", "Ada": "Saltby"}
    posts = "".join(f'<div class="v3"><p>{author}</p>{STORY.replace("Tarn", place)}</div>' for author, place in places.items())
    found = _sure(f"<div><h1>Mills</h1>{posts}</div>{MENU}")
    assert sum(said.startswith("The mill at") for said in found) == 24


def test_a_line_that_parts_two_paragraphs_is_a_heading_of_them_whatever_its_element():
    paragraphs = STORY.split("</p>")[:-1]
    found = _sure(
        f'<div><h1>Mills</h1>{"</p>".join(paragraphs[:4])}</p><div class="t7">What the county offers</div>{"</p>".join(paragraphs[4:])}</p></div>{MENU}'
    )
    assert "What the county offers" in found


CREDITS = [("Education", "402.5", "538.1"), ("Roads", "139.0", "218.6"), ("Culture", "176.3", "181.9"), ("Sport", "–", "64.7")]
RUSSIAN = [("Образование", "402,5", "538,1"), ("Дороги", "139,0", "218,6"), ("Культура", "176,3", "181,9"), ("Спорт", "–", "64,7")]


def _spent(rows: list[tuple[str, str, str]], caption: str) -> str:
    cells = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    return f'<table class="tbl">{caption}<tr><th></th><th>2022</th><th>2023</th></tr>{cells}</table>'


@pytest.mark.parametrize(
    ("rows", "caption"),
    [
        pytest.param(CREDITS, "<caption>Spending by the county, million crowns</caption>", id="with a caption"),
        pytest.param(CREDITS, "", id="without a caption"),
        pytest.param(RUSSIAN, "<caption>Расходы района, млн рублей</caption>", id="Russian"),
    ],
)
def test_a_table_in_the_midst_of_the_text_is_text_though_its_rows_are_called_as_a_menu_is(rows: list[tuple[str, str, str]], caption: str):
    bare = STORY.replace("<p>", "").replace("</p>", "<br><br>")
    cut = bare.index("<br>", len(bare) // 2)
    offer = '<div class="adv"><span class="adv-label">Advertisement</span><p>New windows in one day! Call us.</p></div>'
    found = _sure(f'<div class="menu">{MENU}</div><div class="text">{bare[:cut]}{offer}{_spent(rows, caption)}{bare[cut:]}</div>')
    assert any(rows[0][0] in said and rows[0][1] in said for said in found)
    assert not any("windows" in said for said in found)


@pytest.mark.parametrize(
    ("box", "kept"),
    [
        pytest.param("<section><h3>The mill in figures</h3><ul><li>6 pairs of stones</li><li>14 sacks an hour</li></ul></section>", True, id="a list"),
        pytest.param("<aside><h3>Facts</h3><ul><li>6 pairs of stones</li><li>14 sacks an hour</li></ul></aside>", True, id="in an aside"),
        pytest.param('<div class="z7"><div>6 pairs of stones</div><div>14 sacks an hour</div></div>', True, id="lines without a heading"),
        pytest.param('<aside class="c-box"><h3>Facts</h3><p>14 sacks an hour are ground by the 6 pairs of stones that were cut in the winter.</p></aside>', True, id="a sentence under Facts"),
        pytest.param('<div class="c-tabs"><ul><li><a href="#a">Now</a></li></ul><div role="tabpanel"><p>14 sacks an hour, it is said, were ground at Tarn.</p></div></div>', True, id="behind a tab"),
        pytest.param("<section><h3>Most read</h3><ul><li>6 mills to visit</li><li>14 bakers who sing</li></ul></section>", False, id="other pages"),
        pytest.param("<aside><ul><li>Ida Holm 61%</li><li>Per Lund 39%</li></ul></aside>", False, id="a poll"),
        pytest.param("<aside><ul><li>6 comments</li><li>14 shares</li></ul></aside>", False, id="counters"),
        pytest.param('<aside><ul><li><a href="/a">6 mills to visit</a></li><li><a href="/b">14 sacks a day</a></li></ul></aside>', False, id="links"),
    ],
)  # fmt: skip
def test_a_box_of_short_lines_that_tell_numbers_is_text(box: str, kept: bool) -> None:
    half = len(STORY) // 2
    first = STORY[: STORY.index("<p>", half)]
    rest = STORY[len(first) :]
    found = _verdicts(f'{MENU}<article><h1>Mills</h1>{first}{box}{rest}</article><div class="z3">© 2024 Tarn Post.</div>')
    lines = [sure for said, _, sure in found if said[:2] in ("6 ", "14", "Id", "Pe") or "6 pairs" in said]
    assert lines
    assert set(lines) == {kept}


@pytest.mark.parametrize("appeal", ["Subscribe for 6 crowns a month.", "Sign up for our weekly newsletter and read 6 more stories."])
def test_a_box_of_facts_that_holds_nothing_but_an_appeal_is_none(appeal: str) -> None:
    blocks = [Shown(kind, text, Node("p", {}, None)) for kind, text in ((BlockKind.HEADING, "Background"), (BlockKind.PARAGRAPH, appeal))]
    assert not tells_facts(blocks)
    told = Shown(BlockKind.PARAGRAPH, "The mill at Orle ground 14 sacks an hour.", Node("p", {}, None))
    assert tells_facts([*blocks, told])


@pytest.mark.parametrize(
    ("inside", "kept"),
    [
        pytest.param(STORY[: STORY.index("<p>", 300)], True, id="the first paragraphs"),
        pytest.param("<p>Share this story about the mill at Tarn</p><button>Copy</button>", False, id="buttons"),
        pytest.param('<a href="/x">Tell the mill at Tarn on X</a> <a href="/y">Tell the mill at Tarn elsewhere</a>', False, id="links"),
    ],
)
def test_running_text_in_what_is_called_after_sharing_is_text(inside: str, kept: bool) -> None:
    found = _verdicts(
        f'{MENU}<section class="z1"><h1>Mills</h1><div class="story-social-body">{inside}</div>'
        f"{STORY.replace('at Tarn', 'at Kesh')}</section><div>© 2024 Tarn Post.</div>"
    )
    told = [sure for said, _, sure in found if "mill at Tarn" in said]
    assert told
    assert set(told) == {kept}


def test_a_sentence_between_two_of_the_text_is_text_whatever_its_words():
    sentence = "Комментарий мельника редакция опубликует, как только его получит."
    told = (
        "Мельница в Тарне смолола за год 340 тонн ржи, сообщил на собрании её владелец Иван Ольт.",
        "Зерно привозили из двенадцати сёл, а муку продавали в трёх городах края и на ярмарке в Кесте.",
        "Годом ранее мельница стояла с мая по август: после наводнения пришлось менять колесо и вал.",
    )
    text = "".join(f"<p>{each}</p>" for each in (*told, sentence, *told[::-1]))
    assert sentence in _sure(f'{MENU}<div class="z1"><h1>Мельница</h1>{text}</div><div class="z3">© 2024 Тарнские вести.</div>')
