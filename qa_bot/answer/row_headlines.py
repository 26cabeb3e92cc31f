"""A cell of a table as a headline: "Humboldt penguin: 9 deaths", and not "9 Deaths, Humboldt penguin died"."""

from collections.abc import Sequence

from qa_bot.answer.rows import counted_in_row, row_name
from qa_bot.schema import Figure
from qa_bot.text.lexicon import Kinds, lexicon
from qa_bot.text.tokens import tokenize


def cell_words(figure: Figure) -> tuple[str | None, Figure]:
    """Return the name of the row of *figure*, None where it is of none, and the figure without it and without what its header says."""
    label = _without_time(figure)
    name = row_name(figure) or (label if figure.place == label else "")
    header = (figure.counted or "").removesuffix(f", {label}") if figure.place == label else counted_in_row(figure)
    if not name or not header or header == figure.counted:
        return None, figure
    told: dict[str, object] = {"counted": _small(header, figure.language)}
    if _tells_deed(header, figure):
        told["action"] = None
    if figure.place == label:
        told["place"] = None
    return name, figure.model_copy(update=told)


def _without_time(figure: Figure) -> str:
    """The label of the row, or of it only the place where a time stands behind that: "Old Town" of "Old Town, 2023"."""
    label, place = figure.label or "", figure.place
    behind = label.removeprefix(f"{place}, ") if place is not None else label
    return place if place is not None and behind != label and not any(map(str.isalpha, behind)) else label


def are_of_one_column(figures: Sequence[Figure]) -> bool:
    """Return whether *figures* are cells of one column of one document, which differ in their rows alone."""
    columns = {(each.doc_id, each.unit, each.terms.action, cell_words(each)[1].counted, each.claimant, each.period) for each in figures}
    return len(columns) == 1 and all(each.label for each in figures)


def _tells_deed(header: str, figure: Figure) -> bool:
    """Whether a word of the header is the deed itself: "Deaths", «Погибло»."""
    words = lexicon(figure.language)
    concepts = {words.concept(token.lower) for token in tokenize(header)}
    return not concepts.isdisjoint(figure.terms.action)


def _small(header: str, language: str) -> str:
    """The header without the capital of its first word, where that is a common noun of the lists: "deaths", but "GDP", "Russian cod"."""
    first = tokenize(header)[0].surface if header else ""
    if not first or first[1:] != first[1:].lower() or len(first) < 2:
        return header
    mentions = lexicon(language).mentions(tokenize(first.lower()))
    proper = Kinds.ENTITY | Kinds.GROUP | Kinds.CAPITAL
    common = bool(mentions) and not any(mention.kinds & proper for mention in mentions)
    return first.lower() + header[len(first) :] if common and header.startswith(first) else header
