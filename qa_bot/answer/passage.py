"""An answer that is a sentence: the sentence, the words in it that answer, its source."""

from collections.abc import Sequence

from qa_bot.answer.citing import Citations
from qa_bot.answer.phrases import note, say
from qa_bot.answer.planned import Plan
from qa_bot.answer.readings import Reading, text_at
from qa_bot.answer.show import Shown
from qa_bot.answer.wording import bounded
from qa_bot.schema import Measure, Query, Status
from qa_bot.text.printable import in_line


def passage_answer(query: Query, plan: Plan, readings: Sequence[Reading], citations: Citations) -> Shown:
    """Return the reading of *plan* in words."""
    reading = plan.reading
    assert reading is not None
    number = citations.add(reading.passage.doc_id, reading.sentence, around=reading.short)
    short = text_at(reading.passage, reading.short)
    quote = citations.quote(number)
    notes = tuple(note(query.language, "typo", typo=typo) for typo in query.typos)
    worded = plan.number is not None and plan.number.measure is Measure.MONEY
    line = f"{bounded(plan.number, query.language) if plan.number is not None and worded else in_line(short)} [{number}]"
    if plan.status is Status.PARTIAL and plan.verdict is None and reading.short == reading.sentence:
        line = say(query.language, "nearest_sentence", number=number)
    said = say(query.language, plan.verdict, headline=line) if plan.verdict else line
    return Shown(text=f"{said}\n“{quote}”", short=short if short in quote else None, notes=notes)
