"""Quotes are numbered slices of documents, short enough to read, with what they are cited for inside."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_bot.answer.citing import Citations
from qa_bot.schema import Document, Span

WORDS = "lorem ipsum dolor sit amet consectetur "
LONG = WORDS * 30 + "90 trains " + WORDS * 30


def document(text: str, doc_id: str = "a.md") -> Document:
    return Document(doc_id=doc_id, path=doc_id, text=text, blocks=(), title="A report", publisher="Gazette")


def cited(text: str) -> Citations:
    return Citations(lambda doc_id: document(text, doc_id))


def whole(text: str) -> Span:
    return Span(start=0, end=len(text))


def test_a_quote_is_its_span_with_the_source_beside_it():
    citations = cited("One. 90 trains were late. Three.")
    assert citations.add("a.md", Span(start=5, end=25)) == 1
    made = citations.all()[0]
    assert (made.quote, made.title, made.publisher, made.doc_id) == ("90 trains were late.", "A report", "Gazette", "a.md")


def test_the_same_span_has_one_number():
    citations = cited("One. Two. Three.")
    numbers = [citations.add("a.md", Span(start=start, end=end)) for start, end in ((0, 4), (5, 9), (0, 4), (10, 16))]
    assert numbers == [1, 2, 1, 3]
    assert [made.number for made in citations.all()] == [1, 2, 3]


def test_the_same_span_of_another_document_has_a_number_of_its_own():
    citations = cited("One. Two.")
    assert [citations.add(doc_id, Span(start=0, end=4)) for doc_id in ("a.md", "b.md")] == [1, 2]


def test_a_long_sentence_is_cut_around_the_number():
    citations = cited(LONG)
    at = LONG.index("90")
    citations.add("a.md", whole(LONG), around=Span(start=at, end=at + 2))
    made = citations.all()[0]
    assert len(made.quote) <= 600
    assert made.start <= at
    assert at + 2 <= made.end
    assert "90 trains" in made.quote


def test_a_cut_does_not_part_words():
    citations = cited(LONG)
    at = LONG.index("90")
    citations.add("a.md", whole(LONG), around=Span(start=at, end=at + 2))
    made = citations.all()[0]
    assert LONG[made.start - 1] == " "
    assert LONG[made.end] == " "


@pytest.mark.parametrize("length", [599, 600, 601, 5000])
def test_a_text_without_a_space_is_cut_too(length):
    text = "x" * length
    citations = cited(text)
    citations.add("a.md", whole(text))
    assert 0 < len(citations.all()[0].quote) <= 600


@given(st.text(alphabet="ab 1ё\u00a0", min_size=1, max_size=1500), st.data())
def test_a_quote_is_always_a_slice_that_holds_what_it_is_cited_for(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, min(len(text), start + 40)))
    citations = cited(text)
    citations.add("a.md", whole(text), around=Span(start=start, end=end))
    made = citations.all()[0]
    assert made.quote == text[made.start : made.end]
    assert len(made.quote) <= 600
    assert made.start <= start
    assert end <= made.end


def test_a_slot_taken_from_the_same_sentence_needs_no_second_quote(paper):
    made = paper("In 2023 there were storms.", "90 trains were late.")
    first = made.count("90", scope_quotes=(Span(start=0, end=26), Span(start=27, end=47)))
    citations = Citations(lambda doc_id: made.document)
    own = citations.of_figure(first)
    assert [citations.quote(number) for number in citations.of_scope(first)] == ["In 2023 there were storms."]
    assert citations.quote(own) == "90 trains were late."
