"""Whose word a question asks for: "according to Gromov", "by the union's count", "по словам Громова"."""

from typing import NamedTuple

from qa_bot.text.asking import asking
from qa_bot.text.lexicon import Kinds
from qa_bot.text.nominals import complement_end
from qa_bot.text.syntax import TIME, Phrase, Syntax, VerbGroup
from qa_bot.text.tagger import features

SET_IN = 3  # tokens between "how many" and a name: ", по данным"
LONGEST = 8  # words of "the Ministry of Labour and Social Affairs", with its article
NAME_WORDS = 5  # of "the transport workers' union"
_ENDING = ("PUNCT", "VERB", "AUX", "VB", "VBN", "VBG", "NUM", "SCONJ", "ADV")
_NAMING = ("PROPN", "NOUN", "ADJ", "NOUNS")


class Claimed(NamedTuple):
    """*tokens* that no other slot may have, and the *names* among them."""

    tokens: range
    names: tuple[str, ...]

    def passed(self, start: int, syntax: Syntax) -> int:
        """Return the token from which the counted thing is looked for: *start*, or behind a claimant set in right after it, with no noun
        between: "how many, according to the police, came", but not "how many visitors does Marisca expect"."""
        between = range(start, self.tokens.start)
        if any(phrase.adposition < 0 and phrase.head in between for phrase in syntax.phrases):
            return start
        return self.tokens.stop if 0 <= start <= self.tokens.start <= start + SET_IN and self.tokens else start


def claimant_in(syntax: Syntax) -> Claimed:
    """Return who stands behind "according to" or "in the view of", beside a verb of saying, or before "'s account"."""
    for mention in syntax.mentions:
        if mention.kinds & Kinds.SOURCE:
            return _claimed(syntax, _named_from(syntax, mention.last))
        if mention.kinds & Kinds.REPORT and mention.first:
            asked = _asked_to_say(syntax, mention.first, mention.last)
            if asked:
                return Claimed(range(asked.start, mention.last), _claimed(syntax, asked).names)
            phrase = syntax.phrase_at(mention.first - 1)
            if phrase is not None and syntax.tags[phrase.head] == "PROPN":
                return _claimed(syntax, range(phrase.first, phrase.last))
            if syntax.tokens[mention.first - 1].lower in syntax.words["set_in"]:
                return _claimed(syntax, _named_from(syntax, mention.last))  # "..., said Petrova", "как сказал Громов"
    openers, nouns = syntax.words["source_openers"], syntax.words["source_nouns"]
    for index, token in enumerate(syntax.tokens[:-2]):
        if token.lower not in openers:
            continue
        if syntax.tokens[index + 1].lower in nouns:  # "по оценке Громова"
            return _claimed(syntax, _named_from(syntax, index + 2))
        mark = next((at for at in range(index + 2, len(syntax.tokens) - 1) if syntax.tokens[at].lower in ("'s", "'", "’s", "’")), 0)
        if mark and mark <= index + NAME_WORDS and syntax.tokens[mark + 1].lower in nouns:  # "by the union's count"
            return Claimed(range(index, mark + 2), _claimed(syntax, range(index + 1, mark)).names)
    return _valuer(syntax)


def _asked_to_say(syntax: Syntax, verb: int, behind: int) -> range:
    """Who stands between the auxiliary and the verb of saying: "how many does the Ministry of Labour say were dismissed"."""
    auxiliaries = syntax.words["question_auxiliaries"]
    at = next((at for at in range(verb - 1, -1, -1) if syntax.tokens[at].lower in auxiliaries), verb)
    tags = syntax.tags[behind : behind + 1]
    told = not tags or tags[0] in ("PUNCT", "VERB", "AUX", "VBN") or syntax.tokens[behind].lower in syntax.words["complementisers"]
    held = range(at + 1, verb)
    speaks = syntax.lemma(verb) == "say" and syntax.tags[at + 1 : at + 2] == ["DET"]  # what says something is a speaker
    speaks = speaks or any(_is_body(syntax, index) or _is_capital(syntax, index) for index in held)
    return held if told and speaks and len(held) <= LONGEST else range(0)


def _valuer(syntax: Syntax) -> Claimed:
    """Who values or counts something: "at how much did the ministry estimate the damage", «сколько задержанных насчитали юристы»."""
    for group in syntax.verbs:
        verb = syntax.lemma(group.chain[-1]) if group.chain else ""
        values = verb in syntax.words["valuing"]
        reckons = syntax.language == "ru" and verb in syntax.words["reckoning"] and not values
        valuing = values or reckons or (bool(verb) and _gives(syntax, group)) or _forecasts(syntax, group)
        if group.passive or not valuing:
            continue
        for phrase in syntax.phrases:
            named = _is_speaker(syntax, phrase) or _is_capital(syntax, phrase.head) or _stands_beside_valued(syntax, phrase)
            named = named or (reckons and "anim" in features(syntax.tokens[phrase.head].lower, "ru"))  # «насчитали орнитологи», no census
            if named and _is_subject(syntax, phrase, group.first, group.chain[-1]):
                first = phrase.head if "NUM" in syntax.tags[phrase.first : phrase.head] else phrase.first
                last = _with_genitives(syntax, phrase.last) if _forecasts(syntax, group) else phrase.last
                found = _claimed(syntax, range(first, last))
                beside = reckons and 0 <= first - group.last <= 1  # a quotation mark between
                return found._replace(tokens=range(group.first, phrase.last)) if beside else found
    return Claimed(range(0), ())


def _stands_beside_valued(syntax: Syntax, phrase: Phrase) -> bool:
    """Whether another phrase is what is valued, so that this one may be who does it: «во сколько ущерб оценил завод»."""
    valued = [syntax.lemma(other.head) in syntax.words["valued_things"] for other in syntax.phrases if other is not phrase]
    own = syntax.tags[phrase.head] in ("NOUN", "NOUNS") and syntax.lemma(phrase.head) not in syntax.words["valued_things"]
    return own and any(valued)


def _gives(syntax: Syntax, group: VerbGroup) -> bool:
    """Whether the verb gives the number that is asked for: "what death toll does the union give"."""
    asked = any(syntax.lemma(at) in syntax.words["given_numbers"] for at in range(group.first))
    return asked and syntax.lemma(group.chain[-1]) in syntax.words["giving_numbers"]


def _with_genitives(syntax: Syntax, last: int) -> int:
    """Where the name of a Russian body ends that the genitives behind token *last* go on: «Министерство торговли»."""
    if syntax.language != "ru":
        return last
    end = complement_end(syntax, last, event=False)
    return next((at for at in range(last, end) if syntax.tags[at] in ("ADP", TIME)), end)


def _forecasts(syntax: Syntax, group: VerbGroup) -> bool:
    """Whether a level is asked for that somebody forecasts: «какую инфляцию прогнозирует банк», "what growth does the bank forecast"."""
    verb = syntax.lemma(group.chain[-1]) if group.chain else ""
    asked = any(syntax.lemma(at) in syntax.words["forecast_levels"] for at in range(group.first))
    return asked and verb in syntax.words["forecasting"]


def _is_subject(syntax: Syntax, phrase: Phrase, first: int, verb: int) -> bool:
    if syntax.language == "ru":
        asked = phrase.adposition >= 0 and "NUM" not in syntax.tags[phrase.first : phrase.head]  # "сколько прокуратура" are two phrases
        return not asked and "nomn" in features(syntax.tokens[phrase.head].lower, "ru")
    return phrase.last in (first, verb) and phrase.adposition < 0


def _is_speaker(syntax: Syntax, phrase: Phrase) -> bool:
    kinds = syntax.lexicon.kinds(concept) if (concept := syntax.concept_of(phrase.head)) is not None else Kinds.NONE
    return bool(kinds & (Kinds.ORGANISATION | Kinds.SPEAKER))


def _claimed(syntax: Syntax, tokens: range) -> Claimed:
    """The words of the claimant; none where it is the text itself: "according to the report"."""
    found = [index for index in tokens if syntax.tags[index] in _NAMING or _is_capital(syntax, index) or _is_body(syntax, index)]
    names = tuple(syntax.tokens[index].lower for index in found)
    return Claimed(tokens, () if asking(syntax.language).words["texts"].issuperset(names) else names)


def _named_from(syntax: Syntax, first: int) -> range:
    """The name that begins at the first phrase, or capital, from token *first* on, whatever the tagger takes its words for."""
    size = len(syntax.tokens)
    begin = next((at for at in range(first, size) if _is_capital(syntax, at) or _opens_phrase(syntax, at)), size)
    stop = next((at for at in range(begin, size) if _ends(syntax, at)), size)
    last = stop
    if syntax.language == "ru" and stop < size and syntax.tags[stop] != "PUNCT":  # "по данным полиции человек пришло"
        phrase = syntax.phrase_at(begin)
        last = max((at + 1 for at in range(begin, stop) if _is_capital(syntax, at)), default=phrase.last if phrase is not None else begin)
    while last > begin and syntax.tags[last - 1] == "ADP":
        last -= 1
    return range(begin, last) if any(syntax.tags[at] != "PRON" for at in range(begin, last)) else range(0)


def _ends(syntax: Syntax, at: int) -> bool:
    """Whether the token is no part of a name: where the claimant is is no part; the apostrophe of "the consumers' association" is."""
    if syntax.tags[at] == "ADP" and syntax.tokens[at].lower in syntax.words["place_adpositions"] and at + 1 < len(syntax.tokens):
        return True
    glued = [syntax.tokens[at - 1].end, *(token.start - 1 for token in syntax.tokens[at + 1 : at + 2])]
    if syntax.tokens[at].surface == "-" and glued == [syntax.tokens[at].start] * 2:
        return False  # «Тайга-Дозор»
    if syntax.tokens[at].surface in ("'", "’") and syntax.tags[at + 1 : at + 2] in (["NOUN"], ["NOUNS"], ["PROPN"]):
        return False
    return syntax.tags[at] == TIME or (syntax.tags[at] in _ENDING and not _is_capital(syntax, at) and not _is_body(syntax, at))


def _is_body(syntax: Syntax, at: int) -> bool:
    """Whether the word is for what speaks, whatever the tagger takes it for behind a noun: "the finance ministry"."""
    concept = syntax.lexicon.concept(syntax.tokens[at].lower)
    return syntax.tags[at] != "PUNCT" and bool(syntax.lexicon.kinds(concept) & (Kinds.ORGANISATION | Kinds.SPEAKER))


def _opens_phrase(syntax: Syntax, index: int) -> bool:
    phrase = syntax.phrase_at(index)
    return phrase is not None and phrase.first == index


def _is_capital(syntax: Syntax, index: int) -> bool:
    return index > 0 and syntax.tokens[index].surface[:1].isupper()
