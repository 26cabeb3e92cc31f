"""That it has not been done, where it is asked when it was: "has not been charged", «чрезвычайное положение не вводилось»."""

from collections.abc import Sequence

from qa_bot.answer.deeds_dated import is_in, is_told_undone, undone
from qa_bot.answer.evidence import said_in
from qa_bot.answer.holders import parsed
from qa_bot.answer.readings import Reading, text_at
from qa_bot.answer.wanted import Item, wanted
from qa_bot.schema import Hit, Kind, Query, Tense
from qa_bot.text.functions import functions
from qa_bot.text.syntax import Phrase, Syntax

PASSAGES = 6  # as many as the reader ranks sentences of


def not_done(query: Query, hits: Sequence[Hit]) -> Reading | None:
    """Return the sentence of *hits*, whole, that names all that *query* asks about and says that the deed was not done, or that it was not
    begun or allowed; None without one, and where it tells by whom, how or when it was not done. Where it was to be done a title may say."""
    if query.kind is not Kind.WHEN or query.tense is Tense.FUTURE or query.period is not None:
        return None
    asked, negators = parsed(query.text), functions(query.language)["negators"]
    items = [item for item in wanted(query).items if not (item.light or item.number)]
    things, deeds = [item for item in items if not item.verb], [item for item in items if item.verb]
    main = [item for item in things if any(is_in(item, asked, [phrase.head]) for phrase in _main(asked))]
    if not main or not deeds or not negators.isdisjoint(token.lower for token in asked.tokens):
        return None
    for hit in hits[:PASSAGES]:
        for span in hit.passage.sentences:
            text = text_at(hit.passage, span)
            if not any(word in text.lower() for word in negators) or text.rstrip().endswith("?"):
                continue
            title = said_in(hit).title
            own = [item for item in things if item in main or {item.stem, item.concept}.isdisjoint(title)]
            if _says(parsed(text), own, main, deeds):
                return Reading(hit.passage, span, span, 0.0, 1.0, answerable=True, missing=(), source=hit)
    return None


def _main(syntax: Syntax) -> list[Phrase]:
    """The phrases that stand by themselves, neither behind a preposition nor in Russian right behind another noun, whose they may be."""
    ends = {phrase.last for phrase in syntax.phrases} if syntax.language == "ru" else set()
    return [phrase for phrase in syntax.phrases if phrase.adposition < 0 and phrase.first not in ends]


def _says(syntax: Syntax, things: Sequence[Item], main: Sequence[Item], deeds: Sequence[Item]) -> bool:
    whole, heads = range(len(syntax.tokens)), [phrase.head for phrase in _main(syntax)]
    if not all(is_in(item, syntax, whole) for item in things) or not any(is_in(item, syntax, heads) for item in main):
        return False
    if any(is_in(item, syntax, group.chain) for group in syntax.verbs for item in deeds):
        return is_told_undone(syntax, whole, deeds, at_once=True)
    steps = syntax.words["first_steps"]
    return any(any(syntax.lemma(at) in steps for at in group.chain) for group in undone(syntax, whole, at_once=True))
