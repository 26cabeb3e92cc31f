"""Words that say that there was none of something: "no coach was suspended", "nobody died", «никто не пострадал», as numbers of value 0."""

from collections.abc import Sequence
from decimal import Decimal

from qa_bot.text.functions import functions, known_by
from qa_bot.text.lexicon import Kinds
from qa_bot.text.modality import is_past, modality_of
from qa_bot.text.nominals import Counted, complement_end, unit_of
from qa_bot.text.numbers import Number
from qa_bot.text.refuted import is_refuted
from qa_bot.text.syntax import Phrase, Syntax, VerbGroup
from qa_bot.text.tagger import cases, features

PERSON = "person"
GAP = 4  # tokens from what there was none of to its verb: "no one on board was hurt"


def may_tell_none(text: str, language: str) -> bool:
    """Return whether a sentence may say that there was none of something, going by its letters."""
    lower = text.lower()
    return any(sign in lower for sign in functions(language)["none_signs"])


def zeros_of(syntax: Syntax, numbers: Sequence[Number]) -> list[Number]:
    """Return the words that tell that none of something was, or had something done to it; nothing of what is only possible, of plans
    and opinions, of rules, or of what there is none of at all times."""
    if syntax.tokens and (any(token.surface == "?" for token in syntax.tokens[-2:]) or is_refuted(syntax)):
        return []
    taken = {index for number in numbers for index in range(number.first, number.last)}
    find = _russian if syntax.language == "ru" else _english
    found: list[Number] = []
    for at in range(len(syntax.tokens)):
        last = find(syntax, at)
        alone = last == at + 1 and syntax.tokens[at].lower in syntax.words["articles_of_none"]
        if last is not None and not (alone and at + 1 in taken):  # "no 5"
            start, end = syntax.tokens[at].start, syntax.tokens[last - 1].end
            found.append(Number(start, end, at, last, Decimal(0), in_words=True))
    return found


def is_nobody(number_words: str, language: str) -> bool:
    """Return whether the words of a number tell that there was no person: "no one", «никто»."""
    return number_words.lower() in functions(language)["no_persons"]


def said_of_none(syntax: Syntax, number: Number, terms: Sequence[str]) -> tuple[str, ...]:
    """Return those of *terms* that the sentence says of the things of which there was none, before it goes on to others: nothing of
    "although 40 received warnings"."""
    parting = syntax.words["contrasts"]
    behind = range(number.last, len(syntax.tokens))
    last = next((at for at in behind if syntax.tags[at] == "SCONJ" or syntax.tokens[at].lower in parting), len(syntax.tokens))
    said = {*syntax.concepts[:last]}
    return tuple(term for term in terms if term in said or term not in syntax.concepts)


def _english(syntax: Syntax, at: int) -> int | None:
    """Where the words end that begin at token *at* and tell that there was none."""
    words, lower = syntax.words, syntax.tokens[at].lower
    after = syntax.tokens[at + 1].lower if at + 1 < len(syntax.tokens) else ""
    if lower in words["nobody"] or f"{lower} {after}" in words["nobody"]:
        last = at + 1 if lower in words["nobody"] else at + 2
        return last if _is_subject(syntax, last, personal=True) else None
    if (
        lower in words["bare_none"]
        and after not in words["partitives"]
        and at == syntax.clause_at(at).first + (syntax.tags[at - 1 : at] == ["CCONJ"])
    ):
        group = next((group for group in syntax.verbs if group.first == at + 1 and group.finite), None)
        return at + 1 if group is not None and group.chain and _is_told(syntax, group) else None
    if lower in words["none_of"] and after in words["partitives"]:
        return at + 1 if _are_subject(syntax, at + 2) or _are_reached(syntax, at) else None
    if (single := next((at + size for size in (2, 3) if _slice(syntax, at, size) in words["not_one"]), None)) is not None:
        return single if _is_single(syntax, single) else None
    phrase = syntax.phrase_at(at)
    opens = phrase is not None and lower in words["articles_of_none"] and phrase.first == at != phrase.head
    if phrase is None or not opens or not _may_be_counted(syntax, phrase):
        return None
    personal, plural = unit_of(syntax, phrase.head) == PERSON, syntax.tags[phrase.head] == "NOUNS"
    told = _there_were(syntax, at) if plural or personal else False
    told = told or _is_object(syntax, at, plural=plural) or _is_subject(syntax, phrase.last, personal=personal)
    told = told or _is_caused(syntax, phrase)
    return at + 1 if told else None


def _slice(syntax: Syntax, at: int, size: int) -> str:
    return " ".join(token.lower for token in syntax.tokens[at : at + size])


def _is_single(syntax: Syntax, last: int) -> bool:
    """Whether behind "not one" or "not a single", which end before token *last*, stands what none did it: "not one driver was hurt"."""
    if last < len(syntax.tokens) and syntax.tokens[last].lower in syntax.words["partitives"]:
        return _are_subject(syntax, last + 1)
    phrase = syntax.phrase_at(last) if last < len(syntax.tokens) else None
    noun = phrase is not None and syntax.tags[phrase.head] in ("NOUN", "NOUNS") and phrase.head >= last
    return phrase is not None and noun and _is_subject(syntax, phrase.last, active=True)


def _are_subject(syntax: Syntax, first: int) -> bool:
    """Whether the things named from token *first* on are those of which none did what the verb behind them says."""
    phrase = syntax.phrase_at(first) if first < len(syntax.tokens) else None
    if phrase is None or syntax.tags[phrase.head] != "NOUNS":
        return False
    return _is_subject(syntax, _behind_source(syntax, phrase.last), active=True)


def _are_reached(syntax: Syntax, at: int) -> bool:
    """Whether a verb before token *at* says that it was done to none of so many: "granted to none of the 17 mills"."""
    phrase = syntax.phrase_at(at + 2) if at + 2 < len(syntax.tokens) else None
    if phrase is None or syntax.tags[phrase.head] != "NOUNS" or "NUM" not in syntax.tags[at + 2 : phrase.head]:
        return False
    led = at > 0 and syntax.tags[at - 1] == "ADP"
    group = _group_before(syntax, at - 1 if led else at)
    return group is not None and bool(group.chain) and _is_told(syntax, group)


def _may_be_counted(syntax: Syntax, phrase: Phrase) -> bool:
    """Whether the phrase behind "no" names things that are counted, and goes on with nothing that says which ones are meant."""
    words, tokens = syntax.words, syntax.tokens
    inner = {token.lower for token in tokens[phrase.first + 1 : phrase.last]}
    if not inner.isdisjoint(words["no_counts"]) or syntax.lemma(phrase.head) in words["no_counts"]:
        return False
    after = tokens[phrase.last].lower if phrase.last < len(tokens) else ""
    if after in words["narrowing"] or syntax.tags[phrase.head] not in ("NOUN", "NOUNS"):
        return False
    return not any(tag in ("NUM", "TIME") for tag in syntax.tags[phrase.first + 1 : phrase.last])


def _there_were(syntax: Syntax, at: int) -> bool:
    group = _group_before(syntax, at)
    if group is None or group.first < 1 or syntax.tokens[group.first - 1].lower not in syntax.words["existential"]:
        return False
    return _is_told(syntax, group)


def _is_object(syntax: Syntax, at: int, *, plural: bool) -> bool:
    """Whether a verb before it says that somebody saw, made or lost none: "the town recorded no cases"."""
    group = _group_before(syntax, at)
    verb = syntax.lemma(group.chain[-1]) if group is not None and group.chain else ""
    return group is not None and plural and verb in syntax.words["telling_none"] and _is_told(syntax, group)


def _group_before(syntax: Syntax, at: int) -> VerbGroup | None:
    clause = syntax.clause_at(at)
    groups = [group for group in syntax.verbs_in(clause.first, at) if group.last <= at]
    near = groups[-1] if groups else None
    return near if near is not None and all(tag == "ADV" for tag in syntax.tags[near.last : at]) else None


def _is_subject(syntax: Syntax, last: int, *, personal: bool = False, active: bool = False) -> bool:
    """Whether the verb behind token *last* says that none did it or had it done to them: "no coach was suspended", "nobody died"; with
    *active* also what they did beside, where nothing says how much or until when: "not a single bus left the depot"."""
    group = next((group for group in syntax.verbs if group.first >= last and group.finite), None)
    if group is None or group.first - last > GAP or not group.chain:
        return False
    between = range(last, group.first)
    if any(syntax.tags[at] in ("PUNCT", "CCONJ", "SCONJ", "NUM") or syntax.tokens[at].lower in syntax.words["narrowing"] for at in between):
        return False
    behind = range(group.last, syntax.clause_at(group.first).last)
    plain = active and all(syntax.tags[at] != "NUM" and syntax.tokens[at].lower not in syntax.words["narrowing"] - {"to"} for at in behind)
    done = group.passive or (personal and _is_fate(syntax, group)) or plain
    stative = syntax.lemma(group.chain[-1]) in syntax.words["no_counts"] - syntax.words["telling_none"]
    return done and not stative and _is_told(syntax, group)


def _is_caused(syntax: Syntax, phrase: Phrase) -> bool:
    """Whether the verb behind a fate says that nothing of a kind was its cause: "no death was linked to the vaccine"."""
    concept = syntax.concept_of(phrase.head)
    group = next((group for group in syntax.verbs if group.first == phrase.last and group.finite), None)
    if concept is None or group is None or not group.passive or "ADP" not in syntax.tags[group.last - 1 : group.last + 1]:
        return False
    fate = not functions("en")["fates"].isdisjoint((concept, *syntax.lexicon.broader(concept)))
    return fate and syntax.lemma(group.chain[-1]) in syntax.words["causing_links"] and _is_told(syntax, group)


def _is_told(syntax: Syntax, group: VerbGroup) -> bool:
    """Whether the verb tells what was, neither "not" nor only possible, and not behind an "if"."""
    clause = syntax.clause_at(group.first)
    if group.negated != (syntax.language == "ru") or not is_past(syntax, group) or modality_of(syntax, group, clause) is not None:
        return False
    said = [token.lower for token in syntax.tokens[group.first : group.last]]
    if said[0] in syntax.words["present_auxiliaries"] and said[0] not in syntax.words["perfect"]:
        return False  # "there are no vegetarians among them"
    inner = [token.lower for token in syntax.tokens[clause.first + 1 : group.first]]
    lowers = [syntax.tokens[clause.first].lower, *(lower for lower in inner if lower not in syntax.words["so_far"])]
    return syntax.words["hypothetical"].isdisjoint(lowers)


def _russian(syntax: Syntax, at: int) -> int | None:
    lower = syntax.tokens[at].lower
    after = syntax.tokens[at + 1].lower if at + 1 < len(syntax.tokens) else ""
    if (none := _there_is_none(syntax, at)) is not None:
        return none
    last = next((at + size for size, said in ((1, lower), (2, f"{lower} {after}")) if said in syntax.words["none_of"]), None)
    if last is None:
        return None
    of_whole = last < len(syntax.tokens) and syntax.tokens[last].lower in syntax.words["partitives"]
    whole = syntax.phrase_at(last + 1) if of_whole and last + 1 < len(syntax.tokens) else None
    subject = syntax.slice(at, last).lower() in syntax.words["nobody"]
    numbered = whole is not None and "NUM" in syntax.tags[whole.first : whole.head]  # «из 51 депутата»
    if not subject if not of_whole else (whole is None or (syntax.tags[whole.head] not in ("NOUNS", "PRON") and not numbered)):
        return None
    group = _russian_verb(syntax, at, _behind_source(syntax, whole.last if whole is not None else last))
    if group is None or not group.chain or not _is_told(syntax, group):
        return None
    passive = any("pssv" in features(syntax.tokens[index].lower, "ru") for index in group.chain)
    return last if passive or of_whole or _is_fate(syntax, group) else None


def _behind_source(syntax: Syntax, at: int) -> int:
    """The token behind who is set in at *at* as saying it, between commas: «ни один из них, по данным союза, не уволен»; *at* without."""
    tokens, first = syntax.tokens, complement_end(syntax, at, event=False)
    if first >= len(tokens) or tokens[first].surface != ",":
        return at
    sourced = any(mention.first == first + 1 and mention.kinds & Kinds.SOURCE for mention in syntax.mentions)
    closing = next((index for index in range(first + 1, len(tokens)) if tokens[index].surface == ","), first)
    return closing + 1 if sourced else at


def _russian_verb(syntax: Syntax, at: int, last: int) -> VerbGroup | None:
    """The verb of «никто» at token *at*, behind token *last* or right before it: also that of «никто осужден не был»."""
    group = next((group for group in syntax.verbs if group.first >= last and (group.finite or group.passive)), None)
    if group is None or group.first - last > GAP or group.first >= syntax.clause_at(at).last:
        return _group_before(syntax, at)
    return group


def _there_is_none(syntax: Syntax, at: int) -> int | None:
    """Where «нет» or «не было» ends at token *at* that tells there were none of whom something befell: «погибших нет», «жертв не было»."""
    lower, last = syntax.tokens[at].lower, at + 1
    if lower in syntax.words["negators"] and last < len(syntax.tokens) and syntax.lemma(last) in syntax.words["telling_none"]:
        last += 1
    elif lower not in syntax.words["there_is_none"]:
        return None
    clause = syntax.clause_at(at)
    lowers = [token.lower for token in syntax.tokens[clause.first : clause.last]]
    if not syntax.words["hypothetical"].isdisjoint(lowers) or "NUM" in syntax.tags:
        return None  # «с начала сезона — три, на этой неделе смертей не было»: of which time each is, only a reader knows
    return last if _fated(syntax, at, last) is not None else None


def fated_of(syntax: Syntax, number: Number) -> Counted | None:
    """Return the noun of those whom nothing befell where *number* is the «нет» or «не было» that tells it, else None."""
    lower = syntax.tokens[number.first].lower
    if syntax.language != "ru" or lower not in syntax.words["negators"] | syntax.words["there_is_none"]:
        return None
    at = _fated(syntax, number.first, number.last)
    return Counted(at, at + 1, at) if at is not None else None


def _fated(syntax: Syntax, first: int, last: int) -> int | None:
    """The word before or right behind tokens ``first:last`` for those whom something befell, the nearest that opens the clause first."""
    clause = syntax.clause_at(first)
    beside = (*range(clause.first, first), *range(last, min(last + 2, clause.last)))
    return next((index for index in beside if _is_of_fated(syntax, index)), None)


def _is_of_fated(syntax: Syntax, at: int) -> bool:
    """Whether the word at *at* is a genitive of those whom a fate befell, or of the fate: «погибших», «жертв», «смертей»."""
    concept = syntax.concept_of(at)
    if concept is None or "gent" not in cases(syntax.tokens[at].lower, "ru"):
        return False
    told = {concept, *syntax.lexicon.broader(concept), *known_by().get(concept, ())}
    return not functions("en")["fates"].isdisjoint(told)


def _is_fate(syntax: Syntax, group: VerbGroup) -> bool:
    deed = syntax.concept_of(group.chain[-1])
    return deed is not None and not functions("en")["fates"].isdisjoint((deed, *syntax.lexicon.broader(deed)))
