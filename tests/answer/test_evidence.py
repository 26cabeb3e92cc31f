from qa_bot.answer.evidence import Term, akin, rank
from qa_bot.answer.wanted import Item
from qa_bot.schema import Hit, Passage, Span
from qa_bot.text.analysis import stem
from qa_bot.text.sentences import split_sentences
from qa_bot.text.translit import name_key


def hit(text: str, rank: int = 1, doc_id: str = "report.md") -> Hit:
    spans = tuple(Span(start=start, end=end) for start, end in split_sentences(text))
    passage = Passage(passage_id=f"{doc_id}#p{rank}", doc_id=doc_id, span=Span(start=0, end=len(text)), text=text, sentences=spans)
    return Hit(passage=passage, figures=(), score=10.0 / rank, rank=rank)


def term(word: str, *, name: bool = False) -> Term:
    item = Item(word, stem(word.lower()), None, name=name, number=word.isdigit(), verb=False, focus=False, light=False)
    return Term(item, 1.0, frozenset(), "", sure=True)


def test_the_sentence_that_says_more_comes_first() -> None:
    found = rank([hit("The ferry was late. The ferry sank near Orlund.")], [term("ferry"), term("orlund", name=True)], top=2)
    assert [evidence.sentence.start for evidence in found] == [20, 0]
    assert found[0].said == 1.0


def test_what_the_passage_says_is_around_the_sentence() -> None:
    found = rank([hit("Orlund has a port. Its ferry sank.")], [term("ferry"), term("orlund", name=True)], top=2)
    assert all(evidence.said == evidence.around == 0.5 for evidence in found)


def test_another_paragraph_of_the_document_names_the_subject() -> None:
    texts = [hit("Its ferry sank.", 1), hit("Orlund has a port.", 2)]
    other = [hit("Its ferry sank.", 1), hit("Orlund has a port.", 2, "other.md")]
    asked = [term("ferry"), term("Orlund", name=True)]
    assert not rank(texts, asked, top=1)[0].absent
    assert [missing.item.surface for missing in rank(other, asked, top=1)[0].absent] == ["Orlund"]


def test_a_name_is_heard_in_other_letters() -> None:
    assert akin(name_key("лютер"), name_key("luther"))
    assert not akin(name_key("лютер"), name_key("lisbon"))
