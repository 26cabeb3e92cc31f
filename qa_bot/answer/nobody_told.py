"""That nobody did it, or that it was done to nobody, where it is asked who: "no one has been charged", «никого не оштрафовали»."""

from collections.abc import Sequence

from qa_bot.answer.evidence import said_in
from qa_bot.answer.holders import Role, has_object, parsed, tells
from qa_bot.answer.readings import Reading, text_at
from qa_bot.answer.roles import asked_role
from qa_bot.answer.wanted import wanted
from qa_bot.schema import Hit, Kind, Query
from qa_bot.text.functions import functions
from qa_bot.text.syntax import Syntax, VerbGroup

PASSAGES = 6  # as many as the reader ranks sentences of


def nobody_told(query: Query, hits: Sequence[Hit]) -> Reading | None:
    """Return the sentence of *hits*, whole, that says that nobody has the part that *query* asks for, in a passage that with what it
    stands under has all names of the question, and of a document whose passages found have most of its other things; None without one."""
    role = asked_role(query) if query.kind is Kind.WHO else None
    if role is None or not role.deeds or query.period is not None:
        return None
    things = [item for item in wanted(query).items if not (item.verb or item.light)]
    for hit in hits[:PASSAGES]:
        told = [span for span in hit.passage.sentences if _says(role, text_at(hit.passage, span), query.language)]
        if not told:
            continue
        own = said_in(hit).everything
        around = own.union(*(said_in(other).everything for other in hits[:PASSAGES] if other.passage.doc_id == hit.passage.doc_id))
        missing = [item for item in things if {item.stem, item.concept}.isdisjoint(own if item.name else around)]
        if any(item.name for item in missing) or 2 * len(missing) > len(things):
            continue
        return Reading(hit.passage, told[0], told[0], 0.0, 1.0, answerable=True, missing=(), source=hit)
    return None


def _says(role: Role, text: str, language: str) -> bool:
    lower = text.lower()
    if not any(word in lower for word in functions(language)["denying_persons"]):
        return False
    syntax = parsed(text)
    if syntax.language != language or lower.rstrip().endswith("?"):
        return False
    return any(
        tells(role, syntax, group) and has_object(role, syntax, group) and _is_nobodys(role, syntax, group) for group in syntax.verbs
    )


def _is_nobodys(role: Role, syntax: Syntax, group: VerbGroup) -> bool:
    """Whether "nobody" stands in the clause of *group* in the part that is asked for: its subject, or its object."""
    clause = syntax.clause_at(group.first)
    subject = not role.undergoes or group.passive
    words = functions(syntax.language)["denying_persons"]
    if syntax.language == "ru":
        nominative = functions("ru")["no_persons"]
        meant = nominative if subject else words - nominative
        return any(syntax.tokens[at].lower in meant for at in range(clause.first, clause.last))
    part = range(clause.first, group.first) if subject else range(group.last, min(group.last + 3, clause.last))
    said = " ".join(syntax.tokens[at].lower for at in part)
    return (subject or not group.passive) and any(f" {word} " in f" {said} " for word in words)
