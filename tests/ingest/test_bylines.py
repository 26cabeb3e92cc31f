import pytest

from qa_bot.ingest.readers.html import read_page

TEXT = "<p>The ferry to Holm carried 8,410 people in May, more than in any month since it began to run in the year after the war.</p>"


def _author(over="", below=""):
    (draft,) = read_page(f"<main><h1>The ferry to Holm</h1>{over}{TEXT}{TEXT[:-5]} Or so they say.</p>{below}</main>".encode(), "a.html")
    return draft.declared.author or draft.found.author


@pytest.mark.parametrize(
    ("over", "author"),
    [
        ('<div class="wp-block-post-author-name">Ida Berg</div>', "Ida Berg"),
        ('<div class="wp-block-post-author-name">Ида Берг</div>', "Ида Берг"),
        ('<p itemprop="author">Jan van der Lee</p>', "Jan van der Lee"),
        ('<div class="author-name">Ferries and Harbours of the North Coast</div>', None),
        ('<div class="author-name">Ida Berg</div><div class="author-name">Ole Dahl</div>', None),
        ('<div class="name">Ida Berg</div>', None),
    ],
)
def test_the_name_of_an_element_tells_the_author(over, author):
    assert _author(over) == author


def test_who_comments_is_no_author():
    assert _author(below='<div class="comment"><div class="comment-author-name">Ole Dahl</div><p>I took it twice.</p></div>') is None
