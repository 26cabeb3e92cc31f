"""For what and against what votes were cast: "264 votes for and 131 against", "adopted by 312 votes to 87", «за — 264, против — 131»."""

from collections.abc import Sequence
from dataclasses import replace

from qa_bot.figures.draft import Draft
from qa_bot.figures.scope import without_deed
from qa_bot.schema import Measure
from qa_bot.text.syntax import TIME, Syntax

FOR, AGAINST = "vote:for", "vote:against"  # among `Terms.adjuncts`
_VOTE = "vote"  # the concept of voting
_DASHES, _CLOSERS = frozenset({"-", "–", "—", ":"}), frozenset({"»", "”", '"'})
_SIDES = {FOR: "support", AGAINST: "oppose"}  # concepts
_OTHER = {FOR: AGAINST, AGAINST: FOR}


def take_stances(drafts: Sequence[Draft]) -> None:
    """Note of each of *drafts*, the figures of one sentence, whether it counts votes for or against, or those of an opinion."""
    if not drafts:
        return
    if not _tells_votes(drafts[0].unit.syntax):
        _take_sides(drafts)
        return
    found: list[str | None] = []
    for at, draft in enumerate(drafts):
        stance = _of_two(draft, drafts[at - 1]) if at else None
        if stance is not None and found[-1] is None:
            found[-1] = _OTHER[stance]
        found.append(stance or _cued(draft) or _called(draft, drafts[at - 1] if at else None))
    for draft, stance in zip(drafts, found, strict=True):
        if stance is not None:
            draft.adjunct_terms = (*draft.adjunct_terms, stance)
            _cast(draft)


def _take_sides(drafts: Sequence[Draft]) -> None:
    """Let those of whom only "for" or "against" is said have done that: "60% backed the law and 25% were against"."""
    for draft in drafts:
        syntax = draft.unit.syntax
        at = max(draft.last, draft.noun.last) if draft.noun is not None and draft.noun.first >= draft.last else draft.last
        while at < len(syntax.tokens) and (syntax.tags[at] == "AUX" or syntax.tokens[at].surface in _DASHES):
            at += 1
        stance = _stance(syntax, at) if at < len(syntax.tokens) else None
        if stance is not None and (at + 1 == len(syntax.tokens) or syntax.tags[at + 1] in ("PUNCT", "CCONJ")):
            draft.slots = replace(without_deed(draft.slots), action_terms=(_SIDES[stance],), action=syntax.tokens[at].lower)


def _tells_votes(syntax: Syntax) -> bool:
    lowers = {token.lower for token in syntax.tokens}
    return (
        not lowers.isdisjoint(syntax.words["votes_against"])
        and bool("vote" in syntax.concepts or not lowers.isdisjoint(syntax.words["voting"]))
    ) or ("vote" in syntax.concepts and not lowers.isdisjoint(syntax.words["votes_to"]))


def _cued(draft: Draft) -> str | None:
    """What the figure's own part of the sentence says: the word nearest to the number, behind it if there is one."""
    syntax, stretch = draft.unit.syntax, draft.stretch
    behind = (at for at in range(draft.last, stretch.last) if _stance(syntax, at) is not None)
    before = (at for at in range(draft.first - 1, stretch.first - 1, -1) if _stance(syntax, at) is not None)
    order = (before, behind) if syntax.language == "ru" else (behind, before)
    at = next(order[0], next(order[1], None))
    return _stance(syntax, at) if at is not None else None


def _called(draft: Draft, before: Draft | None) -> str | None:
    """What a dash leads from to the number: «против» — 9."""
    syntax, at = draft.unit.syntax, draft.lead
    first = before.last if before is not None else 0
    if at < first or syntax.tokens[at].surface not in _DASHES:
        return None
    at -= 1
    at -= at >= first and syntax.tokens[at].surface in _CLOSERS
    return _stance(syntax, at) if at >= first else None


def _cast(draft: Draft) -> None:
    """Let a bare number of votes be of those who voted so, and of no other verb's: «за — 9, против — 14, воздержался один»."""
    syntax, at = draft.unit.syntax, draft.lead
    if draft.noun is not None and draft.noun.first >= draft.last:
        return
    if at < 0 or syntax.tokens[at].surface not in _DASHES:
        return
    draft.slots = replace(without_deed(draft.slots), head=(), counted=None, counted_terms=(), action_terms=(_VOTE,))
    draft.measure, draft.counts, draft.whole, draft.antecedent = Measure.COUNT, "person", None, None


def _stance(syntax: Syntax, at: int) -> str | None:
    lower = syntax.tokens[at].lower
    if lower in syntax.words["votes_against"]:
        return AGAINST
    timed = syntax.tags[at + 1 : at + 2] == [TIME]
    return FOR if lower in syntax.words["votes_for"] and not timed else None


def _of_two(draft: Draft, before: Draft) -> str | None:
    """ "Adopted by 312 votes to 87": the 87 were against; of what was rejected, for."""
    syntax = draft.unit.syntax
    joined = draft.lead >= before.last and syntax.tokens[draft.lead].lower in syntax.words["votes_to"]
    if not joined or "vote" not in syntax.concepts or draft.lead - before.last > 1:
        return None
    return FOR if "refuse" in syntax.concepts[: before.first] else AGAINST
