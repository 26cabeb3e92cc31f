"""Which passages tell of some of those asked about: a section on the women's team says nothing of the best scorer of all."""

from qa_bot.answer.readings import Reading, text_at
from qa_bot.answer.sights import sight
from qa_bot.schema import Query
from qa_bot.text.functions import functions

GROUPS = functions("en")["sexes"] | functions("en")["age_groups"]  # concepts


def is_of_some(query: Query, reading: Reading) -> bool:
    """Return whether the passage stands under a heading that names those of one sex or age, which neither *query* nor the sentence does."""
    headings = reading.passage.headings[1:] or reading.passage.headings
    named = {concept for heading in headings for concept in sight(heading).concepts if concept in GROUPS}
    asked = {*sight(query.text).concepts, *sight(text_at(reading.passage, reading.sentence)).concepts}
    return bool(named) and named.isdisjoint(asked)
