"""Who did what a Russian participle behind a comma tells: «Клуб «Сталь», набравший 29 очков» — the club."""

from collections.abc import Sequence
from dataclasses import replace

from qa_bot.figures.draft import Draft
from qa_bot.text.nominals import in_sentence
from qa_bot.text.syntax import Phrase, Syntax
from qa_bot.text.tagger import features

_CASES = frozenset({"nomn", "gent", "datv", "accs", "ablt", "loct"})
_NUMBERS = frozenset({"sing", "plur"})
_GENDERS = frozenset({"masc", "femn", "neut"})
_DOING = frozenset({"PRTF", "actv"})
_OPENERS, _CLOSERS = "«“", "»”"


def name_participle_doers(drafts: Sequence[Draft]) -> None:
    """Give those of *drafts* whose verb is an active participle behind a comma the noun or name before it, with which it agrees."""
    for draft in drafts:
        syntax, group = draft.unit.syntax, draft.verb
        if syntax.language != "ru" or group is None or draft.slots.actor_terms or not (group.chain and 1 < group.first < draft.first):
            continue
        told = features(syntax.tokens[group.chain[-1]].lower, "ru")
        if syntax.tokens[group.first - 1].surface != "," or not told >= _DOING or syntax.tokens[group.chain[-1]].lower.endswith("ся"):
            continue
        found = _before(syntax, group.first - 1, told)
        if found is not None:
            terms = tuple(term for term in syntax.concepts[slice(*found)] if term is not None)
            draft.slots = replace(draft.slots, actor=in_sentence(syntax, *found), actor_terms=terms)


def _before(syntax: Syntax, comma: int, told: frozenset[str]) -> tuple[int, int] | None:
    """The tokens of the name or noun phrase that ends at *comma* and agrees with a participle of the features *told*."""
    last, named = comma, (0, 0)
    if syntax.tokens[last - 1].surface in _CLOSERS:
        opening = next((at for at in range(last - 2, -1, -1) if syntax.tokens[at].surface in _OPENERS), 0)
        named, last = (opening + 1, last - 1), opening
    phrase = syntax.phrase_at(last - 1) if last else None
    while phrase is not None and phrase.last == last:
        if _agrees(syntax, phrase, told):
            return named if named[1] else (phrase.first, comma)
        last = phrase.first - (phrase.adposition >= 0)
        phrase = syntax.phrase_at(last - 1) if last > 0 else None  # of "the director of the works" the director
    return named if named[1] and last == named[0] - 1 else None


def _agrees(syntax: Syntax, phrase: Phrase, told: frozenset[str]) -> bool:
    own = features(syntax.tokens[phrase.head].lower, "ru")
    if not own & told & _CASES or not own & told & _NUMBERS:
        return False
    return "plur" in own & told or bool(own & told & _GENDERS)
