import pytest

from qa_bot.ingest.readers.html import read_page

TEXT = (
    "The harbour board decided on Monday to close the slipway at Nordvik, where 46 boats were pulled up last winter.",
    "Repairs would have cost 380,000 crowns, the harbour master told the meeting, and only nine owners had offered to pay a share.",
    "“We shall miss the sound of the winch,” said Berit Lund, who has kept her boat there since she was twenty years old.",
    "The board will look for another place before the autumn, and has asked the owners to send in what they would need.",
)
TEXT_RU = (
    "Правление гавани решило в понедельник закрыть слип в Нордвике, куда прошлой зимой вытащили 46 лодок.",
    "Ремонт обошёлся бы в 380 тысяч крон, сказал на заседании капитан порта, и лишь девять владельцев были готовы заплатить свою долю.",
    "«Нам будет не хватать скрипа лебёдки», — сказала Берит Лунд, которая держит там лодку с двадцати лет.",
    "До осени правление будет искать другое место и просит владельцев написать, что им для этого нужно.",
)
BLOG = """<html><head><title>{title} | The Nordvik Mail</title></head><body><header class="site-header"><p class="site-title"><a href="/">The Nordvik Mail</a></p>
<nav><ul><li><a href="/n">News</a></li><li><a href="/s">Sport</a></li><li><a href="/c">Culture</a></li></ul></nav></header>
<main><article class="post hentry"><header class="entry-header"><span class="cat-links"><a href="/c/harbour" rel="category tag">Harbour</a></span>
<h1 class="entry-title">{title}</h1><div class="post-{name}">{lead}</div>
<div class="entry-meta"><span class="byline">by <a href="/a">Per Holm</a></span> <span class="posted-on"><time datetime="2022-05-04">May 4, 2022</time></span></div></header>
<div class="entry-content">{text}</div><footer class="entry-footer"><span>Tagged: <a href="/t">boats</a></span></footer></article></main>
<aside><h2>Most read</h2><ul><li><a href="/1">Ferry late again</a></li><li><a href="/2">Herring is back</a></li></ul></aside>
<footer><p>© 2022 Nordvik Mail Ltd</p></footer></body></html>"""
AMP = """<html amp><head><title>{title} - The Nordvik Mail</title></head><body><header class="site-header"><a href="/">The Nordvik Mail</a></header>
<main><article class="content"><div class="content__labels"><a href="/h">Harbours</a></div><h1 class="content__headline">{title}</h1>
<div class="content__{name}"><p>{lead}</p><ul><li><a href="/live">Harbour live – all the news</a></li></ul></div>
<div class="byline"><address>Per Holm</address></div><p class="content__dateline"><time datetime="2022-05-04">Wed 4 May 2022</time></p>
<div class="content__article-body">{text}</div>
<div class="submeta"><div>Topics</div><ul><li><a href="/b">Boats</a></li><li><a href="/w">Winter</a></li></ul></div></article>
<section class="most-viewed"><h2>Most viewed</h2><ol><li><a href="/1">Ferry late again</a></li><li><a href="/2">Herring is back</a></li></ol></section></main>
<footer><p>© 2022 Nordvik Mail Ltd</p></footer></body></html>"""


def _kinds(page, name, lead, text=TEXT, title="Nordvik loses its slipway"):
    source = page.format(name=name, lead=lead, title=title, text="".join(f"<p>{each}</p>" for each in text))
    (draft,) = read_page(source.encode(), "a.html")
    return {draft.text[piece.start : piece.end]: piece.kind.value for piece in draft.pieces}


@pytest.mark.parametrize(
    ("lead", "title", "text"),
    [
        pytest.param("Owners of 46 boats have to find another place before the autumn storms", "Nordvik loses its slipway", TEXT, id="en"),
        pytest.param("Владельцам 46 лодок придётся до осенних штормов найти другое место", "Нордвик остаётся без слипа", TEXT_RU, id="ru"),
    ],
)
@pytest.mark.parametrize(("page", "name"), [(BLOG, "subtitle"), (BLOG, "excerpt"), (AMP, "standfirst"), (AMP, "x")])
def test_what_sums_a_text_up_under_its_title_is_text(page, name, lead, title, text):
    kinds = _kinds(page, name, lead, text, title)
    assert kinds[lead] == "paragraph"
    assert all(kinds[each] == "paragraph" for each in text)
    assert kinds.get("Harbour live – all the news", "furniture") == "furniture"


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("By Per Holm, who writes of boats and harbours for the Mail", id="who wrote it"),
        pytest.param("Sign up for our letter and get the news of the coast each morning", id="what asks"),
        pytest.param("Harbour | Boats | News of the coast and of the islands | 4 May 2022", id="labels"),
    ],
)
@pytest.mark.parametrize("page", [BLOG, AMP])
def test_a_label_in_the_place_of_a_standfirst_is_none(page, line):
    assert _kinds(page, "subtitle", line).get(line, "furniture") == "furniture"


def test_what_asks_in_many_words_over_a_list_of_links_is_no_standfirst():
    line = "Sign up for our letter and get all of the news of the coast and islands each morning"
    assert _kinds(AMP, "subtitle", line)[line] == "furniture"
