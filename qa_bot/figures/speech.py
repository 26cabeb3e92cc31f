"""Who says what in one sentence: the speakers that it names and which stretch of it each of them covers."""

from collections.abc import Iterator
from functools import cache, lru_cache

from qa_bot.figures.denied import without_denied
from qa_bot.figures.polls import polls
from qa_bot.figures.sources import LINE, Attribution, counts, giver_of, inside, sources, turns
from qa_bot.figures.speakers import Sort, Voice, are_people, kinds_at, speaker, told_end
from qa_bot.figures.speaking_subjects import speaker_start
from qa_bot.figures.subjects import part_around, right_end, run_start, shared_subject, skip_adverbials, subject_may_be
from qa_bot.text.functions import functions
from qa_bot.text.lemmas import is_irregular, lemma
from qa_bot.text.lexicon import MAX_KNOWN, Kinds, lexicon, remembered
from qa_bot.text.syntax import TIME, Phrase, Syntax, VerbGroup
from qa_bot.text.tagger import features
from qa_bot.text.tokens import Token

NEAR = 4  # tokens: a source named that close after a number, with no comma between, is the number's own
MAX_ADDRESSEES = 3  # phrases behind a verb before what is said: "told reporters in Bern on Monday that"
OBJECT_REACH = 4  # tokens from a verb to the number of its object
GAP_REACH = 3  # tokens between a second speaker and its number where the verb is left out

HEADS = range(2, 6)  # letters that a regular form shares with its base: two of "used" and "use", more of a longer word
LONGEST_ENDING = 4  # letters of a form that its base has not: "planning"
_REPORT = int(Kinds.REPORT)  # a plain number for the loop over mentions, where flags are slow
_MARKS = ("VERB", "VB", "VBN", "VBG", "NOUN", "NOUNS", "ADJ")  # a word has no other base forms than with these tags
_BEHIND_VERB = ("PUNCT", "DET", "NUM", "ADP", "SCONJ", TIME, "ADV", "PART", "ADJ")
_CASES = frozenset({"nomn", "gent", "datv", "accs", "ablt", "loct"})
_GAP = ("ADP", "PUNCT", "ADV", "PART", "ADJ", "SCONJ")  # of what may stand between a second speaker and its number
_NAMING = int(Kinds.REPORT | Kinds.SOURCE)


def may_report(tokens: list[Token], language: str) -> bool:
    """Return whether a sentence may name a speaker whose words others go on with, by its words alone."""
    if any(token[3] == ":" for token in tokens[1:LINE]):
        return True  # "Mr Brandt: ..."
    silent = _silent(language)
    unseen = {token[3] for token in tokens if not token[3][0].isdecimal()} - silent
    if not unseen:
        return False
    opens = lexicon(language).may_open
    quiet = {word for word in unseen if not opens(word, _NAMING)}
    if len(silent) > MAX_KNOWN:
        silent.clear()
    silent |= quiet
    return len(quiet) < len(unseen)


def may_attribute(tokens: list[Token], language: str) -> bool:
    """Return whether `attributions` may find any in a sentence, by its words alone: spares the tags of most sentences.

    What it looks for: a mention that reports or leads to a source; a noun such as "estimate"; a verb such as "state" or, with its
    particle, "put at"; a colon before a quotation or behind who speaks in a record.
    """
    if language != "en":
        return True  # the dictionary that Russian verbs need costs more than it spares
    if tokens and tokens[-1][3] == ":":
        return True  # "It answered on 26 April:", before a paragraph in quotation marks
    lowers, plain = {token[3] for token in tokens}, _plain()
    telling = {word for word in lowers - plain if not word[0].isdecimal()}  # a number opens nothing, and there is no end of them
    for word in telling:
        particles = _cues(word)
        if particles and ("" in particles or not lowers.isdisjoint(particles)):
            return True
    if len(plain) > MAX_KNOWN:
        plain.clear()
    plain |= {word for word in telling if not _cues(word) and not _opens(word)}
    return not telling <= plain and lexicon(language).may_name(tokens, _NAMING)


@lru_cache(maxsize=MAX_KNOWN)
def _cues(word: str) -> frozenset[str]:
    """The words of which one must stand beside *word* so that it may name a speaker; "" if none need to."""
    if word == ":":
        words = functions("en")
        return words["quote_openers"] | words["courtesies"] | words["speaking_persons"]  # "Mr Brandt: ..."
    named, claims = _naming(), _claims("en")
    if not is_irregular(word) and _head(word) not in _heads():
        return frozenset()  # spares the base forms of nearly all words
    bases = {lemma(word, mark, "en") for mark in _MARKS}
    if not bases.isdisjoint(named):
        return frozenset({""})
    return frozenset(particle for base in bases for _, particle in claims.get(base, ()))


@remembered(MAX_KNOWN)
def _opens(word: str) -> bool:
    """Whether an English mention that reports or leads to a source may begin with *word*."""
    return lexicon("en").may_open(word, _NAMING)


@remembered()
def _plain() -> set[str]:
    """The English words met so far that name no speaker, nor begin a phrase that does; it grows."""
    return set()


@cache
def _naming() -> frozenset[str]:
    """The base forms that need no particle."""
    return functions("en")["stating"] | functions("en")["source_nouns"]


def _head(word: str) -> str:
    """What a regular form has of its base: "us" of "used", "plan" of "planning"."""
    return word[: max(HEADS.start, min(len(word) - LONGEST_ENDING, HEADS.stop - 1))]


@cache
def _heads() -> frozenset[str]:
    """How the forms of all these words begin, but for irregular ones."""
    return frozenset(base[:size] for base in (*_naming(), *_claims("en")) for size in HEADS)


@remembered()
def _silent(language: str) -> set[str]:
    """The words met so far that open no report; it grows."""
    return set()


def attributions(syntax: Syntax, *, against: bool = False) -> tuple[Attribution, ...]:
    """Return the speakers that the sentence names, in order; *against*: somebody spoke before it, against whom any name that counts or
    records something is held."""
    found = [*sources(syntax), *_verbs(syntax, against=against), *_given_by(syntax), *counts(syntax), *turns(syntax), *polls(syntax)]
    found = [one for one in found if one.carries or not _within_speech(syntax, one, found)]
    if not found:
        return ()
    found += _gapped(syntax, found)
    found.sort(key=lambda one: one.first)
    outlet = _outlet(syntax)
    return tuple(one._replace(voice=one.voice._replace(outlet=outlet)) if outlet else one for one in found)


def _within_speech(syntax: Syntax, claim: Attribution, found: list[Attribution]) -> bool:
    """Whether a claim is itself told: "she said that her party had counted ..." is her word."""
    left, _ = part_around(syntax, claim.first)
    return any(one.carries and one.forward and left <= one.first and one.last <= claim.first for one in found)


def covering(syntax: Syntax, found: tuple[Attribution, ...], at: int) -> Attribution | None:
    """Return the attribution that covers the token *at*: in its part of the sentence the one right after it, the last before it that
    leads into it, or one set in between; else the one that leads into, or closes, a part beside it."""
    left, right, found = *part_around(syntax, at), without_denied(syntax, found, at)
    inside = [one for one in found if left <= one.first < right]
    after = [one for one in inside if not one.forward and one.first > at]
    before = [one for one in inside if one.forward and one.last <= at]
    if after and (not before or _right_after(syntax, at, after[0].first)):
        return after[0]
    if before:
        return before[-1]
    set_in = [one for one in inside if one.last <= at]
    if set_in:
        return set_in[-1]
    around = next((one for one in inside if one.first <= at < one.last), None)
    if around is not None:
        return around
    earlier = [one for one in found if one.last <= left]
    if earlier:
        return earlier[-1]
    later = [one for one in found if one.first >= right and not one.forward]
    return later[0] if later else None


def _right_after(syntax: Syntax, at: int, first: int) -> bool:
    return first - at <= NEAR and not any(syntax.tokens[index].surface == "," for index in range(at, first))


# ---------------------------------------------------------------- verbs that report


def _verbs(syntax: Syntax, *, against: bool) -> Iterator[Attribution]:
    reports = _report_tokens(syntax)
    colon = _quoting_colon(syntax)
    taken: set[int] = set()
    for group in syntax.verbs:
        if not group.chain or group.first in taken or (group.passive and not _active(syntax, group)):
            continue
        at = group.chain[0]
        speech = at in reports or syntax.lemma(at) in syntax.words["stating"] or _introduces(syntax, group, at)
        quoting = (
            colon > 0
            and group.last <= colon
            and group.finite
            and not any(other.last <= colon and other.first > group.first for other in syntax.verbs)
        )
        claim = None if speech or quoting else _claim_of(syntax, at, group.last) or _written_claim(syntax, at, group.first)
        if not (speech or quoting or claim) or (claim and group.negated):
            continue  # "because the agency does not count small rivers" counts nothing
        last = group.last
        while last in reports:  # "points out"
            last += 1
        found = _attributed(syntax, group.first, last, at, speech=speech or quoting)
        if (
            found is not None
            and claim == "measuring"
            and not (_measures(syntax, found, against=against) and _counts_something(syntax, found))
        ):
            continue
        if found is not None and _only_does(syntax, found, at, last):
            continue
        if found is not None and not _is_described(syntax, found, group):
            taken.add(group.first)
            yield found._replace(carries=claim is None and syntax.lemma(at) not in syntax.words["opinions"])
    if syntax.language == "en":
        yield from _taken_for_nouns(syntax)


def _counts_something(syntax: Syntax, found: Attribution) -> bool:
    """Whether a number stands in the same clause as "recorded", which «врачи зафиксировали травмы у 17» has in another phrase."""
    clause = syntax.clause_at(found.last - 1)
    numbers = (phrase for phrase in syntax.phrases if clause.first <= phrase.first < clause.last)
    numbers = (phrase for phrase in numbers if "NUM" in syntax.tags[phrase.first : phrase.last])
    return syntax.language != "ru" or any(phrase.adposition < 0 or phrase.first >= found.last for phrase in numbers)


def _measures(syntax: Syntax, found: Attribution, *, against: bool) -> bool:
    """Whether the subject of "recorded", "documented" is a body, or a name or "we" that is held against another voice of the sentence, or
    before it; "in the district they found 9" has none."""
    if syntax.tags[found.first] == "ADP":
        return False
    told = any(mention.kinds._value_ & _NAMING and mention.last <= found.first for mention in syntax.mentions)
    apart = against or (told and part_around(syntax, found.first)[0] > 0)
    surveyed = found.voice.sort is Sort.SELF and found.voice.head in syntax.words["speaking_texts"] | syntax.words["source_nouns"]
    return found.voice.body or surveyed or (apart and (found.voice.sort is Sort.SELF or found.voice.name[:1].isupper()))


def _only_does(syntax: Syntax, found: Attribution, at: int, last: int) -> bool:
    """Whether people whom nothing but their trade names do what the verb says, and tell nothing: "officers found 31 passports"."""
    voice, base = found.voice, _base(syntax, at) if syntax.language == "en" else syntax.lemma(at)
    if base not in syntax.words["doing"] or not found.forward or voice.sort is not Sort.ORGANISATION or not are_people(syntax, voice.head):
        return False
    if any(syntax.tokens[index].surface[:1].isupper() and (index or syntax.tags[0] == "PROPN") for index in range(found.first, at)):
        return False  # "Greenpeace activists found"
    rest = syntax.tokens[at + 1 : last + OBJECT_REACH]
    return "NUM" in syntax.tags[last : last + OBJECT_REACH] and not any(token.lower in syntax.words["complementisers"] for token in rest)


def _is_described(syntax: Syntax, found: Attribution, group: VerbGroup) -> bool:
    """Whether what looks like the verb of a one-word subject describes the noun behind it: "Cumulative confirmed cases stand at 331"."""
    if found.first or group.first != 1 or syntax.tags[group.last : group.last + 1] != ["NOUNS"]:
        return False
    if group.last + 1 < len(syntax.tokens) and syntax.tokens[group.last + 1].lower in syntax.words["complementisers"]:
        return False  # "farmers told inspectors that"
    stop = next((at for at in range(group.last, len(syntax.tokens)) if syntax.tokens[at].surface in ",;:"), len(syntax.tokens))
    return any(other.finite and group.last < other.first < stop for other in syntax.verbs)


def _given_by(syntax: Syntax) -> Iterator[Attribution]:
    """ "The cost is put at 46 million by the council and at 71 million by the insurers", "the 310 cases confirmed by the ministry": each
    closes its number."""
    for group in syntax.verbs:
        if not group.passive or not group.chain:
            continue
        at = group.chain[-1]
        counted = syntax.lemma(at) in syntax.words["counting"] and "NUM" in syntax.tags[: group.first]
        if not counted and _claim_of(syntax, at, group.last) is None and syntax.lemma(at) not in syntax.words["stating"]:
            continue
        for phrase in syntax.phrases:
            by = phrase.adposition >= group.last and not _is_means(syntax, phrase)
            agent = by and syntax.tokens[phrase.adposition].lower in syntax.words["agent_adpositions"]
            counts = counted and phrase.adposition == group.last
            given = "NUM" in syntax.tags[group.last : phrase.first]
            last = right_end(syntax, phrase.first) if agent else 0
            voice = speaker(syntax, phrase.first, last) if agent and (given or counts) else None
            if voice is not None and (voice.body or voice.sort is Sort.PERSON or (given and voice.named)):
                yield Attribution(voice, phrase.adposition, last, False, False)


def _is_means(syntax: Syntax, phrase: Phrase) -> bool:
    """Whether a bare noun tells how it was done: "confirmed by laboratory"."""
    return syntax.language == "en" and phrase.last - phrase.first == 1 and syntax.tags[phrase.head] == "NOUN"


def _active(syntax: Syntax, group: VerbGroup) -> bool:
    """Whether an English participle is the verb of its clause all the same: an object follows it and no "be" stands before it."""
    after = syntax.tags[group.last] if group.last < len(syntax.tags) else ""
    return (
        syntax.language == "en"
        and "AUX" not in syntax.tags[group.first : group.last]
        and after in ("ADP", "DET", "NUM", "SCONJ")
        and (
            after != "ADP"
            or (syntax.tokens[group.last].lower not in syntax.words["agent_adpositions"] and _number_follows(syntax, group.last))
        )
    )


def _number_follows(syntax: Syntax, index: int) -> bool:
    return "NUM" in syntax.tags[index + 1 : index + 3]


def _report_tokens(syntax: Syntax) -> set[int]:
    return {index for mention in syntax.mentions if mention.kinds._value_ & _REPORT for index in range(mention.first, mention.last)}


def _taken_for_nouns(syntax: Syntax) -> Iterator[Attribution]:
    """Verbs in the present that a tagger takes for nouns: "the statistical office states", "the federation demands 9%"."""
    for index in range(1, len(syntax.tokens)):
        if syntax.tags[index] not in ("NOUNS", "NOUN", "ADP") or not _may_be_verb(syntax, index):
            continue
        after = syntax.tokens[index + 1].lower if index + 1 < len(syntax.tokens) else ""
        speech = _reports(syntax.tokens[index].lower, after, syntax.language) or _base(syntax, index) in syntax.words["stating"]
        claim = None if speech else _claim_of(syntax, index, index + 1)
        if not (speech or claim) or _has_verb(syntax, index):
            continue
        if syntax.tags[index - 1] == "CCONJ":
            left, stop = shared_subject(syntax, index)
            voice = speaker(syntax, left, stop)
            if claim and voice is not None and voice.sure:
                yield Attribution(voice, left, index + 1, True, False)
            continue
        phrase = syntax.phrase_at(index - 1)
        left = speaker_start(syntax, index) if phrase is None else phrase.first
        if left > 1 and syntax.tokens[left - 1].lower in syntax.words["naming_adpositions"]:
            left = run_start(syntax, left - 1)
        voice = speaker(syntax, left, index)
        if (
            voice is not None
            and (voice.body or voice.named or not voice.head or voice.sort is not Sort.ORGANISATION)
            and (claim or _says(syntax, index, index + 1, base=_base(syntax, index)))
        ):
            carries = claim is None and _base(syntax, index) not in syntax.words["opinions"]
            yield Attribution(voice, left, index + 1, _leads(syntax, left, index + 1), carries)


def _may_be_verb(syntax: Syntax, index: int) -> bool:
    """Whether a noun may be a finite verb: it agrees with the noun before it, and an object, a sign or the end follows."""
    after = syntax.tags[index + 1] if index + 1 < len(syntax.tags) else "PUNCT"
    before = syntax.tags[index - 1]
    if before == "ADJ" and syntax.tokens[index - 1].surface[:1].isupper():
        before = "PROPN"  # "the Tenants' League estimates"
    if before not in ("NOUN", "NOUNS", "PROPN", "ADV", "PRON", "CCONJ") and syntax.tokens[index - 1].surface != ",":
        return False
    if syntax.tags[index] == "ADP" and syntax.tokens[index].lower not in syntax.words["verbs_as_adpositions"]:
        return False
    closing = index + 1 >= len(syntax.tokens) or syntax.tokens[index + 1].surface in ",.;"
    agrees = (syntax.tags[index] == "NOUN") == (before == "NOUNS") or syntax.tags[index] == "ADP" or after in ("DET", "NUM")
    that = index + 1 < len(syntax.tokens) and syntax.tokens[index + 1].lower in syntax.words["complementisers"]
    return (closing or agrees) and (that or after in _BEHIND_VERB)


def _has_verb(syntax: Syntax, index: int) -> bool:
    """Whether the stretch between signs around *index* has a finite verb of its own."""
    left = next((at for at in range(index - 1, -1, -1) if _cuts(syntax, at)), -1)
    right = next((at for at in range(index + 1, len(syntax.tokens)) if _cuts(syntax, at)), len(syntax.tokens))
    before = any(syntax.tags[at] in ("VERB", "AUX") for at in range(left + 1, index))
    return before or any(
        syntax.tags[at] == "AUX" or (syntax.tags[at] == "VERB" and syntax.lemma(at) != syntax.tokens[at].lower)
        for at in range(index + 1, right)
    )


def _cuts(syntax: Syntax, at: int) -> bool:
    return syntax.tokens[at].surface in ",;:" or syntax.tags[at] == "SCONJ" or syntax.tokens[at].lower in syntax.words["relatives"]


@remembered(MAX_KNOWN)
def _reports(word: str, after: str, language: str) -> bool:
    tokens = [Token(word, 0, len(word), word), Token(after, len(word), len(word) + len(after), after)]
    return any(mention.kinds & Kinds.REPORT for mention in lexicon(language).mentions(tokens, ["VERB", "ADV"])[:1])


def _base(syntax: Syntax, index: int) -> str:
    return lemma(syntax.tokens[index].lower, "VERB", syntax.language)


def _introduces(syntax: Syntax, group: VerbGroup, at: int) -> bool:
    """Whether the sentence ends in a colon behind a verb of answering: "it answered on 26 April:"."""
    return group.finite and syntax.tokens[-1].surface == ":" and syntax.lemma(at) in syntax.words["answering"]


def _quoting_colon(syntax: Syntax) -> int:
    tokens = syntax.tokens
    return next(
        (at for at in range(len(tokens) - 1) if tokens[at].surface == ":" and tokens[at + 1].surface in syntax.words["quote_openers"]), -1
    )


def _claim_of(syntax: Syntax, at: int, last: int) -> str | None:
    """Which class of verbs with a claim the verb at *at* belongs to: "put at", "speak of", or, of bodies alone, "measure", "record"."""
    base = _base(syntax, at) if syntax.language == "en" else syntax.lemma(at)
    known = _claims(syntax.language).get(base)
    if known is None:
        return None
    rest = {syntax.tokens[index].lower for index in range(at + 1, min(len(syntax.tokens), last + 12))}
    for name, particle in known:
        if (not particle or particle in rest) and (particle != "at" or _number_at(syntax, at)):
            return name
    return None


def _written_claim(syntax: Syntax, at: int, first: int) -> str | None:
    """ "Claiming" where the verb at *at* gives what somebody wrote, as commas before it say: "the agency, in a note of 1 August, gave"."""
    if syntax.lemma(at) not in syntax.words["writing_verbs"] or first < 1 or syntax.tokens[first - 1].surface != ",":
        return None
    comma = next((index for index in range(first - 2, -1, -1) if syntax.tokens[index].surface == ","), first)
    texts = syntax.words["speaking_texts"]
    inside = (phrase for phrase in syntax.phrases if phrase.adposition == comma + 1 and phrase.last < first)
    return "claiming" if any(syntax.lemma(phrase.head) in texts for phrase in inside) else None


@cache
def _claims(language: str) -> dict[str, list[tuple[str, str]]]:
    """By verb: its classes, each with the particle that it needs, if any."""
    found: dict[str, list[tuple[str, str]]] = {}
    for name in ("claiming", "measuring"):
        for entry in sorted(functions(language)[name]):
            verb, _, particle = entry.partition(" ")
            found.setdefault(verb, []).append((name, particle))
    return found


def _number_at(syntax: Syntax, first: int) -> bool:
    """Whether a number follows an "at" behind token *first*: "put the loss at some 8%", not "put ships to sea at dawn"."""
    places = [index for index in range(first + 1, len(syntax.tokens)) if syntax.tokens[index].lower == "at"]
    return any("NUM" in syntax.tags[index + 1 : index + 5] for index in places)


def _attributed(syntax: Syntax, first: int, last: int, at: int, *, speech: bool) -> Attribution | None:
    """The attribution of the verb group *first* to *last* whose verb that reports is *at*."""
    left = speaker_start(syntax, first)
    opening = syntax.clause_at(first).first
    opens = opening < first and syntax.tokens[opening].lower in syntax.words["speaking_places"]
    left = opening if opens and not syntax.verbs_in(opening, first) else left
    voice = _subject(syntax, left, first, at) if left < first else None
    if voice is None and first and syntax.tags[first - 1] == "CCONJ":
        left, stop = shared_subject(syntax, first)
        voice = speaker(syntax, left, stop) if left < stop else None
    texts = syntax.words["speaking_texts"] | syntax.words["source_nouns"]
    shows = voice is not None and voice.head in texts and _number_follows(syntax, last - 1)  # "our own survey shows 78 per cent"
    if voice is not None and voice.sort is Sort.TEXT:
        by = speaker(syntax, *giver_of(syntax, left, first))
        voice = by if by is not None and by.body else voice
    if voice is not None and (shows or _speaks(syntax, voice, at, last)):
        return Attribution(voice, left, last, _leads(syntax, left, last))
    after = syntax.tokens[first - 1].surface if first else ""
    speech = speech and syntax.tags[at] != "VBG"  # «уточнив прежнюю цифру»: who does it stands elsewhere
    speech = speech and (syntax.language == "en" or last - 1 == at or syntax.tags[last - 1] != "VB")  # «рекомендовал выплатить дивиденды»
    if speech and (first == 0 or after in ',-—–»”"?!:' or syntax.tags[first - 1] in ("SCONJ", TIME)):
        told = told_end(syntax, skip_adverbials(syntax, last))
        begin, case = inside(syntax, told, None)
        stop = right_end(syntax, begin)
        voice = speaker(syntax, begin, stop, case)
        led = case is None and syntax.tags[begin : begin + 1] == ["ADP"]  # «указала на нарушения»
        if voice is not None and not led and (begin == told or voice.body) and (voice.sure or not _shows(syntax, at)):
            return Attribution(voice, first, stop, first <= 1)
    return None


def _subject(syntax: Syntax, left: int, stop: int, at: int) -> Voice | None:
    """The speaker named before the verb at *at*: «в полиции» of «в полиции сообщили» and, where no other is, of «в полиции ущерб
    оценили»."""
    begin, case = inside(syntax, left, None)
    opening = syntax.phrase_at(left)
    if syntax.language == "ru" and opening is not None and case is None and not _may_be_subject(syntax, opening):
        return None
    if case is None:
        voice = speaker(syntax, left, stop)
    else:
        end = next((phrase.first for phrase in syntax.phrases if begin < phrase.first < stop and _is_nominative(syntax, phrase)), stop)
        voice = speaker(syntax, end, stop) if end < stop else None
        place = speaker(syntax, begin, end, case)
        quoted = syntax.tokens[begin].surface in syntax.words["quote_openers"]
        if place is not None and (end == stop or ((voice is None or not voice.sure) and (place.body or quoted))):
            voice = place._replace(role=None, sort=Sort.ORGANISATION) if quoted else place
    valuing = voice is not None and not voice.sure and syntax.lemma(at) in syntax.words["valuing"]
    if voice is None or not valuing:
        return voice
    inner = syntax.phrase_at(opening.last) if opening is not None and voice.head in syntax.words["valued_things"] else None
    if inner is not None and inner.last == stop and subject_may_be(syntax, inner, at):
        voice, left = speaker(syntax, inner.first, stop) or voice, inner.first  # «ущерб власти оценивают»
    return voice._replace(sure=True) if _values_a_sum(syntax, voice, left, at) else None


def _may_be_subject(syntax: Syntax, phrase: Phrase) -> bool:
    """Whether a Russian phrase may be who says something: not «о кражах сообщили 75 пассажиров», «женщин насчитали 668»."""
    if phrase.adposition >= 0:
        return False
    # Only Russian text pays for the dictionary.
    from qa_bot.text.morphology import readings

    cases = [reading.grammemes & _CASES for reading in readings(syntax.tokens[phrase.head].lower)]
    return syntax.tags[phrase.head] not in ("NOUN", "NOUNS") or any(not case or "nomn" in case for case in cases)


def _values_a_sum(syntax: Syntax, voice: Voice, left: int, at: int) -> bool:
    """Whether the Russian verb at *at* has beside its subject *voice*, from token *left* on, what that values: «ущерб завод оценил»."""
    if syntax.language != "ru" or voice.head in syntax.words["valued_things"]:
        return False
    clause = syntax.clause_at(at)
    inside = (phrase for phrase in syntax.phrases if clause.first <= phrase.first < clause.last and phrase.adposition < 0)
    apart = (phrase for phrase in inside if phrase.last <= left or phrase.first > at)
    return any(syntax.lemma(phrase.head) in syntax.words["valued_things"] for phrase in apart)


def _is_nominative(syntax: Syntax, phrase: Phrase) -> bool:
    """Whether a phrase without an adposition may be the subject: not «мэрии» of «в управлении мэрии», nor a name in quotation marks."""
    found = features(syntax.tokens[phrase.head].lower, "ru")
    named = syntax.tokens[phrase.first - 1].surface in syntax.words["quote_openers"]
    return phrase.adposition < 0 and not named and "nomn" in found and "gent" not in found


def _speaks(syntax: Syntax, voice: Voice, at: int, last: int) -> bool:
    """Whether the subject says something: a speaker by its words, or of a verb with a clause, a number or nothing after it."""
    if syntax.takes_lives(at) or syntax.takes_in(at):
        return False
    if not voice.sure:
        said = _base(syntax, at) if syntax.language == "en" else syntax.lemma(at)
        clause_only = "say" if said in syntax.words["only_with_clauses"] else ""  # "the plague claimed 300 lives"
        return said in syntax.words["speaking_verbs"] and _says(syntax, at, last, base=clause_only)
    return kinds_at(syntax, at) & Kinds.REPORT == Kinds.NONE or _says(syntax, at, last)


def _shows(syntax: Syntax, at: int) -> bool:
    return syntax.lemma(at) in syntax.words["showing"]


def _says(syntax: Syntax, at: int, last: int, *, base: str = "") -> bool:
    """Whether what follows the verb is said: a clause, a quotation, the end; "wrote three books" says nothing."""
    verb = base or syntax.lemma(at)
    index = _adverbials_end(syntax, last)
    if index >= len(syntax.tokens):
        return True
    token = syntax.tokens[index]
    if token.surface in ',.;:-—–«“"»”' or token.lower in syntax.words["complementisers"] or verb in syntax.words["stating"]:
        return True
    if verb not in syntax.words["saying"]:
        return False
    if _says_number_alone(syntax, index, verb):
        return True
    then = next((group.first for group in syntax.verbs if group.finite and group.first > index), 0)
    parted = verb in syntax.words["showing"] and any(token.surface in ";:" for token in syntax.tokens[index:then])
    return bool(then) and not parted  # "referees showed 61 cards; 17 were for ..."


def _says_number_alone(syntax: Syntax, index: int, verb: str) -> bool:
    """Whether nothing but a number from token *index* on is what *verb* says, all else left to the part of the sentence before: "the union
    says 52 posts are vacant; the ministry says 40"."""
    left, right = part_around(syntax, index)
    if (
        (not left and verb not in syntax.words["number_saying"])
        or verb in syntax.words["showing"]
        or "NUM" not in syntax.tags[index : index + 2]
    ):
        return False
    return not any(group.first >= index for group in syntax.verbs_in(index, right))


def _leads(syntax: Syntax, first: int, last: int) -> bool:
    """Whether the clause of the speaker leads into what is said: something follows its verb, or nothing stands before it."""
    index = _adverbials_end(syntax, last)
    after = syntax.tokens[index].surface if index < len(syntax.tokens) else "."
    following = syntax.tokens[index + 1].lower if index + 1 < len(syntax.tokens) else ""
    if after in ".;!?…":
        return False
    if after in ",-—–" and following not in syntax.words["complementisers"] and syntax.language == "en":
        return first <= 1
    return True


def _adverbials_end(syntax: Syntax, index: int) -> int:
    """The token after "on Monday", "in an interview", "also" that stand behind a verb."""
    tokens, tags = syntax.tokens, syntax.tags
    while index < len(tokens):
        daypart = index > 0 and tags[index - 1] == TIME and tokens[index].lower in syntax.words["dayparts"]  # "on Monday evening"
        if daypart or tags[index] in (TIME, "ADV"):
            index += 1
        elif tags[index] == "ADP" and index + 1 < len(tokens) and tags[index + 1] == TIME:
            index += 1
        else:
            break
    return _addressees_end(syntax, index)


def _addressees_end(syntax: Syntax, index: int) -> int:
    """The token after "the council", "in a statement to reporters" behind a verb, when what is said or the end follows; else *index*."""
    at, tokens = index, syntax.tokens
    for _ in range(MAX_ADDRESSEES):
        first = at + (at < len(tokens) and syntax.tags[at] == "ADP")
        phrase = syntax.phrase_at(first) if first < len(tokens) else None
        if phrase is None or phrase.first != first or "NUM" in syntax.tags[phrase.first : phrase.last]:
            break
        at = phrase.last
        while at < len(tokens) and syntax.tags[at] in (TIME, "ADV"):
            at += 1
        if at >= len(tokens) or tokens[at].surface in ".:;" or tokens[at].lower in syntax.words["complementisers"]:
            return at
        if tokens[at].surface == "," and syntax.tags[first - 1] == "ADP":
            return at
    return index


# ---------------------------------------------------------------- a verb left out; the outlet


def _gapped(syntax: Syntax, found: list[Attribution]) -> Iterator[Attribution]:
    """A second speaker whose verb is left out: "the union puts it at 5%, the ministry at 3%"."""
    start = min((one.last for one in found if one.forward), default=len(syntax.tokens))
    for index in range(start, len(syntax.tokens) - 2):
        if syntax.tokens[index].surface not in ",;" and syntax.tags[index] != "CCONJ":
            continue
        phrase = syntax.phrase_at(index + 1)
        if phrase is None or phrase.first != index + 1:
            continue
        within = next((at for at in range(phrase.first, phrase.last) if syntax.tags[at] == "NUM"), None)  # "the company 19"
        if within is not None and (within == phrase.first or within + 1 < phrase.last):
            continue
        stop = within or right_end(syntax, index + 1)
        gap = range(stop, min(stop + GAP_REACH, len(syntax.tokens)))
        number = next((at for at in gap if syntax.tags[at] == "NUM"), None)
        if number is None or any(syntax.tags[at] not in _GAP for at in range(stop, number)):
            continue
        voice = speaker(syntax, index + 1, stop)
        if voice is not None and voice.sure and (voice.sort is Sort.PERSON or voice.head) and _may_gap(syntax, phrase, voice):
            yield Attribution(voice, index + 1, stop, True, False)


def _may_gap(syntax: Syntax, phrase: Phrase, voice: Voice) -> bool:
    head = phrase.head - (syntax.tags[phrase.head] == "NUM")
    return voice.sort is Sort.PERSON or voice.body or bool(kinds_at(syntax, head) & (Kinds.ORGANISATION | Kinds.SPEAKER))


def _outlet(syntax: Syntax) -> str | None:
    """The medium that the speaker spoke to: "in an interview with RIA Novosti", "told Reuters"."""
    cues = syntax.words["outlet_cues"]
    lowers = [token.lower for token in syntax.tokens]
    for index in range(len(lowers)):
        if lowers[index] in cues or " ".join(lowers[index : index + 2]) in cues:
            at = index + (1 if lowers[index] in cues else 2)
            phrase = syntax.phrase_at(at) if at < len(lowers) else None
            if (
                phrase is not None
                and phrase.first == at
                and all(syntax.tokens[word].surface[:1].isupper() for word in range(at, phrase.last))
            ):
                return syntax.slice(at, phrase.last)
    return None
