"""Which of the passages found for a question are on its topic: those that share its words, not only a year or a word for people."""

from typing import TYPE_CHECKING

from qa_bot.schema import Answer, Query
from qa_bot.text.analysis import analyse

if TYPE_CHECKING:
    from qa_bot.ask import Explanation

# Of the asked words that the best passage holds: of three, passages on the topic had two, those about something else "people" alone.
SHARE = 0.5


def on_topic(explained: "Explanation") -> Answer:
    """Return the answer with those of its hits that are on the topic of the question; none where it asks for nothing."""
    answer, query = explained.answer, explained.query
    if not query.asks_something:
        return answer.model_copy(update={"hits": ()})
    asked = _asked(query)
    held = {hit.passage.passage_id: len(asked.intersection(hit.body.split())) for hit in explained.hits if hit.body}
    least = SHARE * max(held.values(), default=0)
    off = {passage for passage, number in held.items() if number < max(least, 1)}
    return answer.model_copy(update={"hits": tuple(hit for hit in answer.hits if hit.passage_id not in off)})


def _asked(query: Query) -> set[str]:
    """Return the index terms of what is asked about, in both languages, without those that only say when."""
    parts = (query, *query.parts)
    when = {term for part in parts for period in (part.period, *part.periods) if period for term in analyse(period.surface)}
    return {term for part in parts for term in (*part.terms, *part.expansions) if not term.isdigit()} - when
