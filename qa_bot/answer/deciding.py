"""Whether the best span is an answer, and if not, which slot of the question nothing fits.

A small forest of decision trees weighs what is known of the span (`signs`); it was learned from questions with and without an answer
(tools/train_reader.py). What needs no weighing comes first: a name or number that was asked has to be there, and so has an office.
"""

from collections.abc import Sequence

from qa_bot.answer.evidence import Evidence, Term
from qa_bot.answer.signs import Judged, signs
from qa_bot.answer.wanted import Wanted
from qa_bot.forest import Forest, weigh_signs

SLOTS = ("period", "entity", "action", "counted")
_ASKED = {"who": "actor", "whose": "actor", "where": "place", "when": "period", "why": "reason", "number": "counted"}
OFFICES = frozenset({"who:be", "what:be:person"})  # "who is the captain of": without the captain, any name would do


# Shares of the question's weight that may be said nowhere; of one of few words less. Of the training questions with an answer 1 % have
# more, of those without 25 %. Small collections need it: there any one word of the question is found somewhere.
UNSAID, FEW_UNSAID, FEW = 0.75, 0.6, 2


def log_odds(judged: Sequence[Judged], question: Wanted, forest: Forest) -> float | None:
    """Return how surely the first of *judged* answers, None where it does not, however well it reads.

    Any name or number asked is there, and the office of "who is the ..."; it says most of the question and not the opposite. Above 0 there
    is evidence enough.
    """
    absent = judged[0].evidence.absent
    if any(term.item.name or (term.item.focus and question.sort in OFFICES) for term in absent):
        return None
    amounts = signs(judged, question)
    unsaid = FEW_UNSAID if amounts["words"] <= FEW else UNSAID
    if amounts["opposed"] or amounts["absent"] > unsaid:
        return None
    return weigh_signs(amounts, forest)


def missing_slots(evidence: Evidence, question: Wanted, *, answered: bool) -> tuple[str, ...]:
    """Return the slots of the question that nothing around the sentence fits; never empty for a sentence that is no answer."""
    slots = {_slot(term) for term in evidence.absent}
    found = tuple(slot for slot in SLOTS if slot in slots)
    return found if found or answered else (_ASKED.get(question.group, "counted"),)


def _slot(term: Term) -> str:
    item = term.item
    if item.number:
        return "period" if len(item.stem) == 4 and item.stem.isdigit() else "counted"
    return "entity" if item.name else "action" if item.verb else "counted"
