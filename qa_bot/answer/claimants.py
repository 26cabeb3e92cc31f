"""Whether those say it whom a question names: "according to the Golf Association" is not the Tennis Association."""

import itertools
from collections.abc import Collection, Iterable, Sequence

from qa_bot.answer.concepts import broader
from qa_bot.answer.holders import parsed
from qa_bot.answer.scope import CLAUSE, NOWHERE, SENTENCE, WEIGHT, Scope
from qa_bot.schema import Basis, Figure, Fit
from qa_bot.text.acronyms import acronyms
from qa_bot.text.analysis import stem
from qa_bot.text.functions import functions
from qa_bot.text.language import language_of
from qa_bot.text.lexicon import Kinds, lexicon
from qa_bot.text.tokens import Token, fold, tokenize
from qa_bot.text.translit import is_name

_GENERAL = Kinds.ORGANISATION | Kinds.SPEAKER | Kinds.TITLE
RECEIVING = functions("en")["receiving"]
UNION = "union"  # concept
PEOPLE = frozenset({"person", "group-people", "family"})  # concepts
BODIES = functions("en")["general_bodies"]  # general words for what acts and speaks


def claimant_fit(asked: Sequence[str], scope: Scope, sought: Collection[str]) -> tuple[Fit, float]:
    """Return how well those named by the words *asked* fit who says the figure, or did what they say: "conceded 24 goals"; who did
    nothing of what is *sought* says nothing of it: "police detained nine workers", of those on strike."""
    figure = scope.figure
    done = RECEIVING.issuperset(figure.terms.action) or any(deed in sought for deed in figure.terms.action)  # "the panel received 417"
    named = _is_of_that_sort(asked, scope) or _is_own_organ(asked, scope) or _is_body_of_those(asked, scope)
    if named or says(asked, figure, doing=done) or _speaks_for(asked, scope):
        return Fit.SAME, 1.0
    if figure.claimant is None and not says_others(asked, scope):
        level = _level(asked, scope)
        if level >= CLAUSE and not figure.terms.actor:
            return Fit.SAME, WEIGHT[SENTENCE]  # its clause names them, and nobody else
        if level > NOWHERE and not scope.rivals.claimed:  # where a text tells whose word is whose, what nobody claims is nobody's
            return Fit.UNKNOWN, 0.0
    issuer = figure.claimant is not None and figure.claimant.basis is Basis.CONTEXT and figure.claimant.role is None
    if figure.claimant is not None and issuer and _may_be_anybody(asked, figure.language):
        told = {other.claimant.name for other in scope.rivals.claimed if other.claimant is not None}
        if figure.claimant.name not in told and not says_others(asked, scope):
            return Fit.UNKNOWN, 0.0  # "the company" may be who issued the document, and is nobody whom it cites
    return scope.judged("claimant", Fit.DIFFERENT), 0.0


def says(asked: Sequence[str], figure: Figure, *, doing: bool = True) -> bool:
    """Return whether the claimant of *figure*, or with *doing* who did it, is the one that the words or concepts *asked* name."""
    claimant, language = figure.claimant, figure.language
    names = (claimant.name, claimant.role, claimant.outlet) if claimant is not None else ()
    own = doing and (claimant is None or claimant.basis is not Basis.STATED)
    doer = figure.actor if own else None  # "conceded 24 goals" does as it says
    parts = [tokenize(part) for part in (*names, doer) if part]
    together = [token for part in parts for token in part]
    known = [word for word in asked if _is_in(word, together, language)]
    if claimant is not None and _are_two(asked, claimant.name, language):
        return False
    if not known:
        return bool(parts) and (_is_alias(asked, together, language) or _is_initials(asked, (*names, figure.actor if doing else None)))
    missing = [word for word in asked if word not in known and not _is_general(word, language)]
    return not missing or any(_is_fuller(asked, part, language) for part in parts)


def _speaks_for(asked: Sequence[str], scope: Scope) -> bool:
    """Whether the claimant's role, "ministry spokeswoman", is with the body asked for, which the document names in full elsewhere."""
    claimant, language = scope.figure.claimant, scope.figure.language
    role = [token.lower for token in tokenize(claimant.role or "") if token.surface[0].isalnum()] if claimant is not None else []
    bodies = [word for word in role if _is_kind(word, Kinds.ORGANISATION, language) and _are_in((word,), asked, language)]
    if len(role) < 2 or not bodies or not all(_is_general(word, language) for word in role):
        return False
    names = {f.claimant.name for f in scope.rivals.claimed if f.claimant is not None}
    named = [name for name in names if _is_in(bodies[0], tokenize(name), language)]
    return len(named) == 1 and _are_in(asked, [token.lower for token in tokenize(named[0])], language)


def _is_of_that_sort(asked: Sequence[str], scope: Scope) -> bool:
    """Whether a body is asked for by its sort alone, and the claimant is the only one of that sort which the document has: "the union" is
    the Seafarers' Federation."""
    claimant, language = scope.figure.claimant, scope.figure.language
    if len(asked) != 1 or claimant is None or claimant.basis is not Basis.STATED:
        return False
    called = (pair.split() for pair in functions(language)["bodies_called"])
    sorts = {body for short, body in called if stem(short) == stem(fold(asked[0]))}
    names = {f.claimant.name for f in scope.rivals.claimed if f.claimant is not None} - {asked[0]}
    return {name for name in names if _has_word(name, {*sorts, asked[0]})} == {claimant.name} and _has_word(claimant.name, sorts)


def _is_own_organ(asked: Sequence[str], scope: Scope) -> bool:
    """Whether the claimant is an organ without a name, "the Board", of the body asked for, which the document is headed by or published
    by, and nobody else says any of its figures who is called so."""
    claimant, language = scope.figure.claimant, scope.figure.language
    words = [token.lower for token in tokenize(claimant.name) if token.surface[0].isalnum()] if claimant is not None else []
    organs = {stem(word) for word in functions(language)["organs"]}
    if not words or not all(stem(fold(word)) in organs for word in words) or _may_be_anybody(asked, language):
        return False
    if _may_be_organ_of_another(asked, scope, organs):
        return False
    headed = {*scope.figure.terms.context}
    return all({stem(fold(word)), lexicon(language).concept(word)} & headed for word in asked) and not says_others(asked, scope)


def _may_be_organ_of_another(asked: Sequence[str], scope: Scope, organs: Collection[str]) -> bool:
    """Whether the passage, up to the sentence of the figure, names another body or person that the organ may be of, or the organ is
    called by whose it is: "Orlen Freight is a rival; its board expects"."""
    passage, figure = scope.passage.passage, scope.figure
    syntax = parsed(passage.text[: figure.quote.end - passage.span.start])
    known = [at for at, token in enumerate(syntax.tokens) if stem(fold(token.lower)) in organs]
    if any(syntax.tokens[at - 1].lower in syntax.words["possessives"] for at in known if at):
        return True
    own = tokenize(" ".join(asked))
    bodies = {at for mention in syntax.mentions if mention.kinds & Kinds.ORGANISATION for at in range(mention.first, mention.last)}
    for phrase in syntax.phrases:
        free = phrase.adposition < 0 or syntax.tokens[phrase.adposition].lower in syntax.words["genitive"]
        words = [at for at in range(phrase.first, phrase.last) if syntax.tags[at] == "PROPN" or at in bodies]
        if free and any(at not in known and not _is_in(syntax.tokens[at].lower, own, syntax.language) for at in words):
            return True
    return False


def _is_body_of_those(asked: Sequence[str], scope: Scope) -> bool:
    """Whether people are asked for who speak by no body of their own, and the claimant is the only one of the document that is called by
    them: "the doctors" are its Society of Doctors; the police are not their union, nor the wardens theirs."""
    claimant, language = scope.figure.claimant, scope.figure.language
    if len(asked) != 1 or claimant is None or claimant.basis is not Basis.STATED:
        return False
    concept = lexicon(language).concept(asked[0])
    if _is_kind(asked[0], Kinds.ORGANISATION, language) or "person" not in (concept, *broader(concept)):
        return False
    if any(lexicon(language).concept(token.lower) == UNION for token in tokenize(claimant.name)):
        return False  # not all of a trade are in its union
    names = {f.claimant.name for f in scope.rivals.claimed if f.claimant is not None}
    if {name for name in names if _is_in(asked[0], tokenize(name), language)} != {claimant.name}:
        return False
    return not _is_of_others(asked[0], claimant.name, language)


def _is_of_others(word: str, name: str, language: str) -> bool:
    """Whether other people stand in *name* before those of the *word*: the Association of Families of Miners is the families'."""
    before = itertools.takewhile(lambda token: not _is_same(word, token.lower, language), tokenize(name))
    concepts = (lexicon(language).concept(token.lower) for token in before)
    return any(not PEOPLE.isdisjoint((concept, *broader(concept))) for concept in concepts)


def _has_word(name: str, words: Collection[str]) -> bool:
    stems = {stem(word) for word in words}
    return any(stem(token.lower) in stems for token in tokenize(name))


def _is_kind(word: str, kinds: Kinds, language: str) -> bool:
    return bool(lexicon(language).kinds(lexicon(language).concept(word)) & kinds)


def _are_two(asked: Sequence[str], name: str, language: str) -> bool:
    """Whether the words *asked* and *name* are of two bodies, one called by whose it is: the police union is not the police."""
    tokens = [token.lower for token in tokenize(name) if token.surface[0].isalnum()]
    words = [token for token in tokens if len(token) > 2] or tokens
    if not words:
        return False
    ours, theirs = _head(asked, language), _head(words, language)
    if _is_same(ours, theirs, language) or (len(words) == len(asked) and _are_in(asked, words, language)):
        return False  # the union of police officers may be called the police union
    return any(
        _are_in((other,), whole, language) and _is_body(head, language) and _is_group(other, language)
        for whole, head, other in ((words, theirs, ours), (asked, ours, theirs))
    )


def _head(words: Sequence[str], language: str) -> str:
    """The noun that says what is named: in English the last for a body or speaker, in Russian the first."""
    known = [word for word in words if _is_kind(word, _GENERAL, language)] or words
    return known[0 if language == "ru" else -1]


def _is_body(word: str, language: str) -> bool:
    """Whether the word is for a body that is more than the office of somebody: "union", not "department"."""
    return _is_kind(word, Kinds.ORGANISATION, language) and word not in functions(language)["offices"]


def _is_group(word: str, language: str) -> bool:
    """Whether the word is for those who may have a body of their own: "police", "teachers"."""
    concept = lexicon(language).concept(word)
    return _is_kind(word, _GENERAL, language) or not {"person", "group-people"}.isdisjoint((concept, *broader(concept)))


def says_others(asked: Sequence[str], scope: Scope) -> bool:
    """Return whether those asked for say other figures of the document: this one is not theirs."""
    return any(says(asked, other) for other in scope.rivals.claimed)


def _is_fuller(asked: Sequence[str], name: Sequence[Token], language: str) -> bool:
    """Whether *asked* is *name* with more words, and at least half of it: "the Halden Golf Association"."""
    telling = [word for word in asked if not _is_general(word, language)]
    known = [word for word in telling if _is_in(word, name, language)]
    words = [token.lower for token in name if token.surface[0].isalnum() and not _is_general(token.lower, language)]
    others = [word for word in words if not any(_is_same(one, word, language) for one in asked)]
    return len(known) * 2 >= len(telling) > 0 and not [word for word in others if len(word) > 1]


def _are_in(asked: Sequence[str], words: Sequence[str], language: str) -> bool:
    return all(any(_is_same(one, word, language) for word in words) for one in asked)


def _is_in(word: str, tokens: Sequence[Token], language: str) -> bool:
    return any(_is_same(word, token.lower, language) for token in tokens)


def _is_same(asked: str, held: str, language: str) -> bool:
    return stem(fold(asked)) == stem(fold(held)) or is_name(asked, held) or asked == lexicon(language).concept(held)


def _is_general(word: str, language: str) -> bool:
    """Whether the word tells no body or person from others: "association", "director", "of"."""
    words = lexicon(language)
    concept = words.concept(word)
    return bool(words.kinds(concept) & _GENERAL) or not BODIES.isdisjoint((concept, *broader(concept))) or len(word) < 3


def _may_be_anybody(asked: Sequence[str], language: str) -> bool:
    """Whether the words may call any body or person: "the company", "the director", but not "the police" nor "МВД"."""
    return all(_is_general(word, language) and not _is_of_one_sort(word, language) for word in asked)


def _is_of_one_sort(word: str, language: str) -> bool:
    concept = lexicon(language).concept(word)
    anybody = word in functions(language)["offices"] or not BODIES.isdisjoint((concept, *broader(concept)))
    return not anybody and _is_kind(word, Kinds.ORGANISATION, language)


def _level(asked: Sequence[str], scope: Scope) -> int:
    """How near the figure the words stand that tell the asked ones from others; where there are none, all of them."""
    language = scope.figure.language
    telling = [word for word in asked if not _is_general(word, language)]
    levels = [max(scope.level(lexicon(language).concept(word))[0], scope.name_level(stem(fold(word)))[0]) for word in telling or asked]
    return min(levels, default=NOWHERE)


def _is_initials(asked: Sequence[str], names: Iterable[str | None]) -> bool:
    """Whether *asked* are the initials of one of *names*: "aaa" of the American Automobile Association."""
    return len(asked) == 1 and any(asked[0] in acronyms(name) for name in names if name)


def _is_alias(asked: Sequence[str], said: Sequence[Token], language: str) -> bool:
    """Whether the name *asked* as a whole is another one for something named in *said*."""
    tokens = tokenize(" ".join(asked))
    name = lexicon(language_of(" ".join(asked))).opening(tokens)
    if name is None or name.last != len(tokens):
        return False
    return any(mention.concept == name.concept for mention in lexicon(language).mentions(said))
