"""Where a report was written, which its dateline names, is not where the things happened that it tells of elsewhere."""

import re
from collections.abc import Sequence

from qa_bot.figures.draft import Draft
from qa_bot.figures.setting import located
from qa_bot.figures.units import Unit
from qa_bot.schema import BlockKind, Document
from qa_bot.text.analysis import stem
from qa_bot.text.lexicon import lexicon
from qa_bot.text.tagger import features
from qa_bot.text.tokens import tokenize

OPENING = 4  # sentences among which the one with the dateline is
TOLD = 40  # sentences in which the place may be named again

_DATELINE = re.compile(
    r"""
    (?P<place>[A-ZА-ЯЁ][^\W\d_]+(?:[ -][A-ZА-ЯЁ][^\W\d_]*){0,3}) (?P<region>,[ ][A-ZА-ЯЁ][^\W\d_ ]+)?
    (?P<day>,?[ ]\d{1,2}(?:\.\d\d?(?:\.\d{2,4})?|[ ][^\W\d_]+(?:[ ]\d{4})?(?:[ ]г(?:ода|\.))?)
      |,[ ][^\W\d_]{3,9}\.?[ ]\d{1,2}(?:,[ ]\d{4})?
    )?
    \.?[ ]?(?P<agency>[(/\[][^)\]/\n]{2,40}[)\]/])?
    [ ]?[–—-]{1,2}[ ](?=[A-ZА-ЯЁ«“"0-9])
    """,
    re.VERBOSE,
)


def leave_dateline(drafts: Sequence[Draft], document: Document, units: Sequence[Unit]) -> None:
    """Let the place of the dateline say nothing of those of *drafts* whose sentence does not name it, where the title does not, and its
    sentence says where or the text names it again: "MERAVA, 17 February (Northwire) – 212 people died in the Tarsin valley"."""
    found = next(((unit, match) for unit in units[:OPENING] if (match := _opened(unit)) is not None), None)
    if found is None:
        return
    unit, match = found
    words = lexicon(document.language)
    names = [token.lower for token in tokenize(match["place"])]
    terms = {term for name in names for term in (words.concept(name), stem(name))}
    title = {token.lower for token in tokenize(document.title or "")}
    if not title.isdisjoint(names) or not _names_others(units, unit, match.end(), terms):
        return
    words_of: dict[int, set[str]] = {}  # by the sentence, or row, of which there may be thousands of figures
    for draft in drafts:
        start = unit.start + match.end() if draft.unit is unit else draft.unit.start
        said = words_of.get(id(draft.unit))
        if said is None:
            said = words_of[id(draft.unit)] = {token.lower for token in tokenize(document.text[start : draft.unit.end])}
        if not said.isdisjoint(names) or not terms.isdisjoint(draft.slots.place_terms):
            continue
        draft.context_terms = tuple(term for term in draft.context_terms if term not in terms)
        draft.near_terms = tuple(term for term in draft.near_terms if term not in terms)
        draft.beside_terms = tuple(dict.fromkeys((*draft.beside_terms, *sorted(terms))))


def _opened(unit: Unit) -> re.Match[str] | None:
    """The dateline that opens *unit*: with a day, who sent it, or all in capitals."""
    if unit.kind is not BlockKind.PARAGRAPH:
        return None
    match = _DATELINE.match(unit.text)
    sure = match is not None and (match["day"] or match["agency"] or match["place"].isupper())
    return match if sure else None


def _names_others(units: Sequence[Unit], opening: Unit, after: int, terms: set[str]) -> bool:
    """Whether the sentence behind the dateline, which ends *after* so many characters of *opening*, says that it was elsewhere, or the
    text names the place of the dateline again, for itself, but not in that sentence."""
    words = lexicon(opening.language)
    behind = [token for token in opening.tokens if token.start >= opening.start + after]
    if any(terms.isdisjoint(name) for name in located(behind, words)):
        return True
    for unit in units[:TOLD]:
        tokens = [token for token in unit.tokens if unit is not opening or token.start >= opening.start + after]
        for token, then in zip(tokens, (*tokens[1:], None), strict=False):
            alone = then is None or not then.surface[:1].isupper()  # no "Dunmoor Abbey"
            if not (token.surface[:1].isupper() and alone and words.concept(token.lower) in terms):
                continue
            if opening.language != "ru" or "ADJF" not in features(token.lower, "ru"):  # nor «Новогорской области»
                return unit.start > opening.start  # "SELBY – The strike that shut Selby's harbour" is on Selby
    return False
