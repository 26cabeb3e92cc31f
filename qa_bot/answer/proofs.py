"""What can prove a yes: a figure, or a sentence, that tells of just those things that are asked for, and of no wider whole.

That 41 people were killed does not say that children were; that three toddlers were does.
"""

from qa_bot.answer.concepts import broader, is_person
from qa_bot.answer.nones import VERBS, is_anybody, terms_at
from qa_bot.answer.readings import Reading
from qa_bot.answer.scope import label_terms
from qa_bot.schema import Figure, Query
from qa_bot.text.functions import known_by
from qa_bot.text.language import language_of
from qa_bot.text.lexicon import remembered
from qa_bot.text.periods import find_periods
from qa_bot.text.syntax import parse
from qa_bot.text.tagger import cases


def proves(query: Query, figure: Figure) -> bool:
    """Return whether *figure*, or its sentence, tells of the things that a yes/no *query* asks about, of persons in so many words."""
    asked = things_asked(query.text, query.language)
    if not asked or query.language != figure.language:
        return True
    terms = figure.terms
    behind = (adjunct.partition(":")[2] for adjunct in terms.adjuncts)
    own = {*terms.head, *terms.counted, *terms.actor, *terms.patient, *terms.other, *terms.does, *behind, *terms.sentence}
    own |= label_terms(figure.label, figure.language)
    own -= {*terms.beside}
    wider = own | {*terms.context, *terms.action}
    return all(_is_told(thing, own if is_generic(figure) and any(map(is_person, thing)) else wider) for thing in asked)


def is_generic(figure: Figure) -> bool:
    """Return whether *figure* counts just people."""
    return figure.unit == "person" and all(map(is_anybody, figure.terms.head))


def tells_of_asked(query: Query, reading: Reading) -> bool:
    """Return whether the sentence of *reading* names the things that *query* asks about; those that are no persons its title may name."""
    asked = things_asked(query.text, query.language)
    from qa_bot.answer.evidence import titles_over
    from qa_bot.answer.sights import sight  # with the reader

    start = reading.passage.span.start
    seen = sight(reading.passage.text[reading.sentence.start - start : reading.sentence.end - start])
    if not asked or seen.language != query.language:
        return True
    said = {concept for concept in seen.concepts if concept is not None} | {*seen.stems}
    over = said | titles_over(reading)
    return all(_is_told(thing, said if any(map(is_person, thing)) else over) for thing in asked)


def _is_told(thing: frozenset[str], said: set[str]) -> bool:
    """Whether *said* has the thing, or a sort of it."""
    known = said.union(*(known_by().get(term, ()) for term in said))
    return not thing.isdisjoint(known) or any(not thing.isdisjoint(broader(term)) for term in said)


@remembered(256)  # a question is held against many figures
def things_asked(text: str, language: str) -> tuple[frozenset[str], ...]:
    """Return the things that a question asks about, each as concept and stem: neither "anybody" nor "the police"."""
    if language_of(text) != language:
        return ()
    times = [(mention.start, mention.end) for mention in find_periods(text, 0, len(text), language)]
    syntax = parse(text, 0, len(text), language, times=times)
    found: list[frozenset[str]] = []
    for phrase in syntax.phrases:
        at = phrase.head
        if phrase.adposition >= 0 or syntax.tags[at] not in ("NOUN", "NOUNS") or syntax.tags[at] in VERBS:
            continue
        if syntax.tokens[phrase.first].lower in syntax.words["definite_articles"] or syntax.tokens[at].surface[:1].isupper():
            continue
        if language == "ru" and cases(syntax.tokens[at].lower, "ru").isdisjoint(("nomn", "accs")):
            continue
        held = terms_at(syntax, at)
        if held and not any(map(is_anybody, held)):
            found.append(held)
    return tuple(found)
