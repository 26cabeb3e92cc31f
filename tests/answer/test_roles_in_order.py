"""The passages that tell who has a part stay in the order in which they were first read."""

from qa_bot.answer.readings import Reading, text_at
from qa_bot.answer.roles import told_role
from qa_bot.schema import Kind, Passage, Query, Span

FIRST = "The hall was full. Norwell are champions. The band played."
SECOND = "The rain held off. Tarrow are champions."


def passage(name: str, text: str) -> Passage:
    ends = [at + 1 for at, sign in enumerate(text) if sign == "."]
    spans = tuple(Span(start=start, end=end) for start, end in zip([0, *(end + 1 for end in ends)], ends, strict=False))
    return Passage(passage_id=f"{name}#p0", doc_id=name, span=Span(start=0, end=len(text)), text=text, sentences=spans)


def reading(held: Passage, at: int) -> Reading:
    sentence = held.sentences[at]
    return Reading(held, sentence, sentence, score=1.0, coverage=0.5, answerable=False, missing=())


def test_a_passage_that_is_read_again_keeps_its_place() -> None:
    query = Query(text="Who won the shield?", language="en", kind=Kind.WHO, terms=())
    first, second = passage("first.md", FIRST), passage("second.md", SECOND)
    told = told_role(query, [reading(first, 0), reading(second, 0), reading(first, 2)])
    assert [text_at(each.passage, each.short) for each in told] == ["Norwell", "Tarrow"]
