from qa_bot.retrieval.entry import counted, prepare
from qa_bot.schema import Claimant, Passage, Span


def _entry(made):
    (entry,) = prepare(made.document, made.passages, [*map(counted, made.figures)])
    return entry


def test_a_line_of_the_body_is_a_sentence(made):
    (passage,) = _entry(made("a.txt", ["Trains were late. Snow fell on 12 lines."])).passages
    assert passage.body == " train late \n snow fall 12 line "
    assert passage.lengths == "2 4"


def test_a_sentence_with_a_digit_or_a_figure_holds_a_number(made):
    document = made("a.txt", ["Trains were late. Snow closed 12 lines. Nobody was hurt."])
    assert _entry(document).passages[0].numbers == "010"
    assert _entry(document.count("12")).passages[0].numbers == "010"


def test_the_title_line_has_title_and_headings(made):
    document = made("a.txt", ["It snowed."], title="Winter report")
    passage = document.passages[0].model_copy(update={"headings": ("Railways",)})
    ((entry,),) = (made.passages for made in prepare(document.document, [passage], []))
    assert entry.title == " winter report railway "


def test_the_scope_has_the_words_of_the_figures_in_the_passage(made):
    document = made("a.txt", ["There were 60 of them.", "Nothing here."]).count(
        "60", counted="late trains", actor="Northern Rail", claimant=Claimant(name="Ministry")
    )
    first, second = _entry(document).passages
    assert first.scope == " late train northern rail ministri "
    assert second.scope == "  "


def test_what_lies_between_sentences_is_searched_too(made):
    table = "| line | delays |\n| north | 12 |"
    document = made("a.txt", [table])
    row = Span(start=table.index("| north"), end=len(table))
    passage = Passage(passage_id="a.txt#p0", doc_id="a.txt", span=Span(start=0, end=len(table)), text=table, sentences=(row,))
    ((entry,),) = (made.passages for made in prepare(document.document, [passage], []))
    assert entry.body == " north 12 \n line delay "


def test_words_are_folded_and_known_without_accent_or_possessive(made):
    words = _entry(made("a.txt", ["Hervé's trains", "ЁЛКА"], title="Zürich")).words.split()
    assert {"hervé's", "hervé", "herve", "trains", "елка", "zürich", "zurich"} <= set(words)


def test_the_digest_changes_with_text_title_and_figures(made):
    texts = [
        made("a.txt", ["Trains were late."]),
        made("a.txt", ["Trains were early."]),
        made("a.txt", ["Trains were late."], title="Trains"),
        made("a.txt", ["Trains 12 were late."]),
        made("a.txt", ["Trains 12 were late."]).count("12"),
    ]
    assert len({_entry(document).digest for document in texts}) == 5
    assert _entry(texts[0]).digest == _entry(made("a.txt", ["Trains were late."])).digest


def test_a_long_document_comes_in_parts_that_make_the_same_entry(made):
    document = made("a.txt", [f"There were {number} of them." for number in range(5)]).count("2", counted="late trains")
    figures = [*map(counted, document.figures)]
    *parts, last = prepare(document.document, document.passages, figures, part=2)
    assert [len(part) for part in parts] == [2, 2]
    assert last._replace(passages=(*parts[0], *parts[1], *last.passages)) == _entry(document)
