"""Those whom a sentence names among others, with what befell these: "Among those detained were 129 minors and 54 journalists"."""

from collections.abc import Sequence
from dataclasses import replace

from qa_bot.figures.draft import Draft
from qa_bot.schema import Measure
from qa_bot.text.functions import known_by
from qa_bot.text.syntax import Syntax


def take_members(drafts: Sequence[Draft]) -> None:
    """Let each of *drafts*, the figures of one sentence, that it lists among some to whom something was done be of those: both the 129 and
    the 54 were detained."""
    if not drafts:
        return
    syntax = drafts[0].unit.syntax
    stop = _group_end(syntax)
    deed = _deed(syntax, stop) if stop else None
    if deed is None:
        return
    at, action = deed
    end = next((index for index, token in enumerate(syntax.tokens) if token.surface == ";"), len(syntax.tokens))
    verbs = [group for group in syntax.verbs if group.first >= stop and any(syntax.tags[index] == "VERB" for index in group.chain)]
    for draft in drafts:
        told = any(group.first < draft.first and not _only_joins(syntax, group.chain) for group in verbs)
        if draft.measure is not Measure.COUNT or draft.slots.action_terms or told or not stop <= draft.first < end:
            continue
        known = syntax.lexicon.action(action[0]) if syntax.language == "ru" else None
        shown = known.done if known is not None and known.done else syntax.tokens[at].lower
        other = tuple(term for term in draft.slots.other_terms if term not in action)
        draft.slots = replace(draft.slots, action=draft.slots.action or shown, action_terms=action, other_terms=other)


def _only_joins(syntax: Syntax, chain: Sequence[int]) -> bool:
    """Whether a verb says no more than that they were there: "were", «оказались»."""
    return all(
        syntax.tokens[index].lower in syntax.words["copulas"] or syntax.lemma(index) in syntax.words["predicates"] for index in chain
    )


def _group_end(syntax: Syntax) -> int:
    """The token after those that the sentence opens with: "Among those detained", «В числе эвакуированных»; 0 if it does not."""
    lowers = [token.lower for token in syntax.tokens[:2]]
    if not {lowers[0], " ".join(lowers)} & syntax.words["membership"]:
        return 0
    return next((at for at in range(1, len(syntax.tokens)) if syntax.tags[at] in ("AUX", "VERB", "NUM", "PUNCT")), 0)


def _deed(syntax: Syntax, stop: int) -> tuple[int, tuple[str, ...]] | None:
    """The token that says what was done to those before token *stop*, and the concept of that."""
    for at in range(stop - 1, 0, -1):
        concept = syntax.concept_of(at)
        if concept is None:
            continue
        if syntax.lexicon.action(concept) is not None and (syntax.tags[at] in ("VBN", "VBG") or syntax.language == "ru"):
            return at, (concept,)
        made = known_by().get(concept, frozenset())
        deeds = [deed for deed in sorted(made) if syntax.lexicon.action(deed) is not None]
        if len(made) == len(deeds) == 1 and syntax.language == "ru":
            return at, (deeds[0],)  # «задержанных» is what was done to them and who they are
    return None
