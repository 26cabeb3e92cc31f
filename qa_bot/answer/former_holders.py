"""Who has an office no more: "retired as Principal in May. His successor, Dr Ruth Vane, took office in June", asked who is principal."""

from qa_bot.answer.holders import Role, holders, parsed
from qa_bot.answer.readings import Reading, text_at
from qa_bot.answer.roles import asked_role
from qa_bot.schema import Kind, Query, Span
from qa_bot.text.analysis import stem
from qa_bot.text.language import language_of
from qa_bot.text.modality import is_past
from qa_bot.text.syntax import TIME, Syntax, VerbGroup

_NEXT = 2  # sentences, that of the one who left included, in which it is told who came


def with_successor(query: Query, reading: Reading) -> Reading | None:
    """Return *reading*, or where it is asked who is something and its sentence says that this one left the office, the reading of who came
    after; None where that is told nowhere near."""
    role = asked_role(query) or _office_alone(query)
    if role is None or not role.offices or role.comes or not _asks_now(query) or not _has_left(role, reading):
        return reading
    sentences = reading.passage.sentences
    at = next((at for at, span in enumerate(sentences) if span == reading.sentence), len(sentences))
    for span in sentences[at : at + _NEXT]:
        syntax = parsed(text_at(reading.passage, span))
        if not any(syntax.lemma(index) in syntax.words["succeeding"] | syntax.words["successors"] for index in range(len(syntax.tokens))):
            continue
        one = next(holders(role._replace(comes=True), syntax), None)
        if one is not None:
            start, end = syntax.tokens[one.start].start, syntax.tokens[one.stop - 1].end
            return reading._replace(sentence=span, short=Span(start=span.start + start, end=span.start + end))
    return None


def _office_alone(query: Query) -> Role | None:
    """The part asked for where no verb stands between: «кто директор школы»."""
    syntax = parsed(query.text)
    phrase = syntax.phrase_at(1) if query.kind is Kind.WHO and query.language == "ru" and len(syntax.tokens) > 1 else None
    if phrase is None or phrase.first != 1 or syntax.tags[phrase.head] != "NOUN":
        return None
    return Role(frozenset(), frozenset((syntax.concept_of(phrase.head) or syntax.lemma(phrase.head),)), undergoes=False, comes=False)


def _asks_now(query: Query) -> bool:
    """Whether it is asked who is something, with no word of the past: "who is the principal", «кто директор»."""
    syntax = parsed(query.text)
    lowers = {token.lower for token in syntax.tokens}
    past = any(is_past(syntax, group) for group in syntax.verbs)
    return not past and lowers.isdisjoint(syntax.words["past_auxiliaries"]) and lowers.isdisjoint(syntax.words["former_holders"])


def _has_left(role: Role, reading: Reading) -> bool:
    """Whether the sentence says of the one who answers that he or she left, in the clause of that name."""
    text = text_at(reading.passage, reading.sentence)
    syntax = parsed(text)
    if not {stem(word) for word in syntax.words["no_offices"]}.isdisjoint(role.said | role.offices):
        return False
    if language_of(text) != syntax.language:
        return False
    offset = reading.short.start - reading.sentence.start
    at = next((index for index, token in enumerate(syntax.tokens) if token.end > offset), 0)
    clause = syntax.clause_at(at)
    return any(
        _leaves(syntax, group) and not _leaves_else(role, syntax, group, clause.last)
        for group in syntax.verbs_in(clause.first, clause.last)
    )


def _leaves(syntax: Syntax, group: VerbGroup) -> bool:
    told = any(syntax.lemma(index) in syntax.words["leaving_office"] for index in group.chain)
    deed = any(syntax.concept_of(index) in syntax.words["leaving_deeds"] for index in group.chain)
    return (told or deed) and not group.negated and is_past(syntax, group)


def _leaves_else(role: Role, syntax: Syntax, group: VerbGroup, last: int) -> bool:
    """Whether something else is left than the office, or what is asked of: "retired from racing", "quit smoking", "retired hurt"."""
    words, behind = syntax.words, group.last
    if behind < last and syntax.tokens[behind].lower in words["not_office"]:
        return True
    known = ({stem(word) for word in words["posts"]} | role.said) - {stem(word) for word in words["articles"]}
    for phrase in syntax.phrases:
        led = behind <= phrase.adposition < last and syntax.tokens[phrase.adposition].lower in words["leaving_from"]
        if led and TIME not in syntax.tags[phrase.first : phrase.last]:
            return known.isdisjoint(stem(token.lower) for token in syntax.tokens[phrase.first : last])
    return False
