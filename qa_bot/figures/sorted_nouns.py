"""Numbers of several sorts whose noun only the last names: "12 surgical and 8 medical beds", «14 городских и 23 сельские школы»."""

from dataclasses import replace

from qa_bot.figures.draft import Draft
from qa_bot.figures.phrase import Reading
from qa_bot.schema import Measure
from qa_bot.text.syntax import Syntax, parse
from qa_bot.text.tagger import features, may_name

LONGEST = 3  # tokens that say which sort it is
_FORMS = frozenset({"ADJF", "PRTF"})


def share_sorted_nouns(made: list[tuple[Draft, Reading]]) -> None:
    """Give each figure of a sentence whose words only say of which sort it is the noun of the next one, from the last on."""
    for at in range(len(made) - 2, -1, -1):
        (draft, reading), (other, _) = made[at : at + 2]
        noun, syntax = other.noun, other.unit.syntax
        if noun is None or not draft.measure is other.measure is Measure.COUNT or noun.first < other.last or noun.head <= other.last:
            continue
        joint = _joint(syntax, draft.last, other.first)
        if not draft.last < joint <= draft.last + LONGEST or not _is_sort(syntax, draft.last, joint):
            continue
        own = tuple(term for term in syntax.concepts[draft.last : joint] if term is not None)
        counted = f"{syntax.slice(draft.last, joint)} {syntax.slice(noun.head, noun.last)}"
        thing = called(f"{syntax.slice(draft.last, joint)} {syntax.tokens[noun.head].surface}", syntax.language)
        if thing is None or (thing in other.slots.head and not other.slots.counted_terms):
            continue  # one word for both sorts
        draft.slots = replace(draft.slots, head=(thing,), counted=counted, counted_terms=own)
        draft.counts, draft.noun = other.counts, noun
        made[at] = draft, reading._replace(counted=noun, anaphor=False)


def called(text: str, language: str) -> str | None:
    """Return the concept that *text* names as a whole, "gold medals", else that of its last word: the case of "civil cases"."""
    syntax = parse(text, 0, len(text), language)
    return syntax.concept_of(len(syntax.tokens) - 1)


def _joint(syntax: Syntax, first: int, last: int) -> int:
    """The token of the one comma or conjunction that stands right before the number at *last*, or -1."""
    at = last - 1
    if at < first or not (syntax.tags[at] == "CCONJ" or syntax.tokens[at].surface == ","):
        return -1
    return at


def _is_sort(syntax: Syntax, first: int, last: int) -> bool:
    """Whether the words from *first* to *last* describe a thing and name none."""
    if syntax.language == "ru":
        words, metals = [token.lower for token in syntax.tokens[first:last]], syntax.words["medal_metals"]
        names = [may_name(word) and syntax.lemma(at) not in metals for at, word in enumerate(words, first)]
        return all(not _FORMS.isdisjoint(features(word, "ru")) for word in words) and not any(names)
    return set(syntax.tags[first:last]) <= {"ADJ", "VBN"} or syntax.tokens[last - 1].lower in syntax.words["medal_metals"]
