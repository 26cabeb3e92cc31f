"""The slots of a question: what it counts, what was done, by whom, in which direction, why and where."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from qa_bot.question.doers import doer_of, does_it
from qa_bot.schema import Terms
from qa_bot.text.asking import asking
from qa_bot.text.destinations import deed_of_bringing
from qa_bot.text.functions import directions, functions
from qa_bot.text.lexicon import Kinds
from qa_bot.text.nominals import AGE, complement_end, is_short_noun, names_place, unit_of
from qa_bot.text.syntax import TIME, Phrase, Syntax
from qa_bot.text.tagger import cases, features

_NOUNS = frozenset({"NOUN", "NOUNS", "PROPN"})
_SHORT = 3  # letters of a word that has a small one in titles, too
_ENTITIES = Kinds.ENTITY | Kinds.GROUP | Kinds.CAPITAL


@dataclass(slots=True)
class Asked:
    """The slots of a question in the making; *head* is the token of the counted noun (-1 if none)."""

    head: int = -1
    unit: str | None = None
    counted: str | None = None
    terms: dict[str, list[str]] = field(default_factory=dict)
    negated: bool = False

    def add(self, slot: str, term: str) -> None:
        if term not in self.terms.setdefault(slot, []):
            self.terms[slot].append(term)

    def add_all(self, slot: str, terms: Iterable[str]) -> None:
        for term in terms:
            self.add(slot, term)

    def drop(self, slot: str, terms: Collection[str]) -> None:
        self.terms[slot] = [term for term in self.terms.get(slot, []) if term not in terms]

    def frozen(self) -> Terms:
        return Terms(**{slot: tuple(terms) for slot, terms in self.terms.items()})


def read_slots(syntax: Syntax, counted_from: int, leave: Collection[int] = ()) -> Asked:
    """Return what the question asks; *counted_from* is the token after its "how many" (-1 where it counts nothing).

    Tokens in *leave* belong to a slot of their own: the claimant, the noun that rows are asked for ("which country").
    """
    asked = Asked()
    span = (-1, -1)
    if counted_from >= 0:
        span = _counted(syntax, counted_from, asked, leave)
    words = asking(syntax.language).words["asking"]
    doer = doer_of(syntax, asked.head)
    priced = asked.head < 0 and _is_sort_priced(syntax, doer)
    covered: set[int] = set()
    for index, concept in enumerate(syntax.concepts):
        if concept is None or index in covered or index == asked.head or index in leave:
            continue
        mention = next((mention for mention in syntax.mentions if mention.first == index), None)
        last = mention.last if mention is not None else index + 1
        named = mention is not None and bool(mention.kinds & _ENTITIES)  # "the US" asks no favour of us
        if last == index + 1 and syntax.tokens[index].lower in words and not named and not _is_sort(syntax, index):
            continue
        if _leads_into_time(syntax, index):
            continue
        covered.update(range(index, last))
        if index in doer:
            asked.add("counted" if priced else "actor", concept)
            continue
        light = last == index + 1 and (syntax.lemma(index) in syntax.words["light_verbs"] or _raises(syntax, index))
        _place(syntax, asked, index, concept, mention.kinds if mention is not None else Kinds.NONE, span, light=light)
    if doer and not any(group.passive and group.finite for group in syntax.verbs):
        _settle_makers(syntax, asked, doer)
    _settle_receiving(syntax, asked)
    _settle_bringing(syntax, asked)
    asked.negated = any(group.negated for group in syntax.verbs)
    return asked


def read_age(syntax: Syntax, leave: Collection[int]) -> Asked:
    """Return what "how old is X?" asks: years of age, which must be X's."""
    asked = read_slots(syntax, -1, leave)
    named = [term for slot in ("counted", "actor", "other") for term in asked.terms.pop(slot, [])]
    asked.terms.pop("action", None)
    asked.terms |= {"head": [AGE], "counted": [term for term in named if term not in (AGE, "year", "old")]}
    asked.unit = "year"
    return asked


def _settle_makers(syntax: Syntax, asked: Asked, doer: Collection[int]) -> None:
    """ "How much did the museum pay for the bust by Holm": behind the one who did it, "by" says whose work it is."""
    doers = {syntax.concepts[index] for index in doer}
    makers = [term for term in asked.terms.get("actor", ()) if term not in doers]
    asked.drop("actor", makers)
    for maker in makers:
        asked.add("other", maker)


def _settle_bringing(syntax: Syntax, asked: Asked) -> None:
    """ "Taken to Kallas Hospital" asks who was hospitalised, and not for what else the verb says."""
    for group in syntax.verbs:
        deed = deed_of_bringing(syntax, group)
        if deed is not None:
            asked.drop("action", [syntax.concepts[index] or "" for index in group.chain])
            asked.add("action", deed)


def _settle_receiving(syntax: Syntax, asked: Asked) -> None:
    """ "How many refusals did Russia receive": who receives an event, carries it out or causes it does nothing else; "helicopters did it
    receive" is a deed."""
    if asked.head >= 0 and asked.unit is None:
        asked.drop(
            "action",
            (syntax.words["receiving"] | functions("en")["performing"] | functions("en")["causing"]) - {*asked.terms.get("head", ())},
        )


def _counted(syntax: Syntax, start: int, asked: Asked, leave: Collection[int]) -> tuple[int, int]:
    """Find the counted noun phrase that begins at or after *start*; return its token range with complements."""
    words = asking(syntax.language).words["asking"]
    phrase = next((phrase for phrase in syntax.phrases if phrase.last > start and phrase.first <= start + 3), None)
    if phrase is not None and (owned := _owned(syntax, phrase)) is not None:
        phrase = owned
    if phrase is not None and does_it(syntax, phrase, start):
        verb = next(group for group in syntax.verbs if group.first >= phrase.last)
        phrase = syntax.phrase_at(verb.last)  # "сколько школа собрала бумаги"
        if phrase is None or phrase.adposition >= 0 or "gent" not in features(syntax.tokens[phrase.head].lower, "ru"):
            return start, start
        start = phrase.first
    if phrase is not None and _stands_apart(syntax, phrase, start):
        phrase = _behind_be(syntax, phrase.last)
    elif phrase is not None and any(start <= group.first and group.last <= phrase.first for group in syntax.verbs):
        phrase = _behind_be(syntax, start)
    if phrase is None or not _is_noun(syntax, phrase.head) or phrase.head < start or _is_doing(syntax, phrase):
        return start, start
    if syntax.lemma(phrase.head) in syntax.words["sums"] and not _is_sum_of(syntax, phrase):
        asked.head, asked.counted, asked.unit = phrase.head, syntax.slice(phrase.head, phrase.head + 1), "money"
        asked.add("head", "money")  # "на какую сумму оштрафовала инспекция"
        return phrase.first, phrase.last
    if syntax.lemma(phrase.head) in syntax.words["carriers"] or syntax.tokens[phrase.head].lower in words:
        inner = next((other for other in syntax.phrases if other.first >= phrase.last and _is_noun(syntax, other.head)), None)
        if inner is None or inner.first > phrase.last + 1 or _is_where(syntax, inner) or _is_rate_among(syntax, phrase, inner):
            return start, start
        phrase = phrase if inner.head in leave or _counts_people_of(syntax, phrase, inner) else inner
    head = phrase.head
    concept = syntax.concept_of(head)
    event = concept is not None and syntax.lexicon.action(concept) is not None
    first = max(phrase.first, start) if phrase.first < start <= head else phrase.first
    while first < head and (syntax.tags[first] in ("DET", "PRON", "ADV") or syntax.tokens[first].lower in words):
        if syntax.tokens[first + 1].surface == "-":
            break  # "long-distance trains"
        first += 1
    last = min((complement_end(syntax, phrase.last, event=event), *(index for index in leave if index >= phrase.last)))
    last = _before_named_place(syntax, phrase.last, last) if event else last
    asked.head = head
    asked.counted = syntax.slice(first, last)
    if concept is not None:
        asked.add("head", concept)
        if event and not syntax.lexicon.is_unit(concept):
            asked.add("action", concept)
        else:
            asked.unit = unit_of(syntax, head)
    return first, last


def _before_named_place(syntax: Syntax, first: int, last: int) -> int:
    """Where a Russian event's complements end before a place that has a name: «выпуск на Онежском заводе» is the output there."""
    if syntax.language != "ru":
        return last
    for phrase in syntax.phrases:
        named = any(token.surface[:1].isupper() for token in syntax.tokens[phrase.first : phrase.last])
        placed = first <= phrase.adposition < last and syntax.tokens[phrase.adposition].lower in syntax.words["place_adpositions"]
        if placed and named and "loct" in cases(syntax.tokens[phrase.head].lower, "ru"):
            return phrase.adposition
    return last


def _is_doing(syntax: Syntax, phrase: Phrase) -> bool:
    """Whether *phrase* stands between "is" and its "-ing", and so does what is asked: "what is the district spending on buses"."""
    before = syntax.tokens[phrase.first - 1].lower if phrase.first else ""
    return syntax.language == "en" and before in syntax.words["copulas"] and syntax.tags[phrase.last : phrase.last + 1] == ["VBG"]


def _counts_people_of(syntax: Syntax, phrase: Phrase, inner: Phrase) -> bool:
    """Whether *phrase* counts the people of what *inner* names: "the population of Arden", but not that of seals."""
    named = syntax.tags[inner.head] == "PROPN" or names_place(syntax, inner)
    return named and syntax.lemma(phrase.head) in syntax.words["people_counts"]


def _is_where(syntax: Syntax, phrase: Phrase) -> bool:
    """Whether *phrase* behind "the unemployment rate" says where or when that was, and not what it is the rate of."""
    return phrase.adposition >= 0 and syntax.tokens[phrase.adposition].lower not in syntax.words["genitive"] | syntax.words["partitives"]


def _is_rate_among(syntax: Syntax, phrase: Phrase, inner: Phrase) -> bool:
    """Whether *phrase* says itself what it is the rate of, and *inner* among whom or what: "the jobless rate of men", "the execution rate
    of the parks budget"."""
    modified = any(syntax.concepts[index] is not None for index in range(phrase.first, phrase.head))
    return (
        modified
        and syntax.concept_of(phrase.head) == "level"
        and unit_of(syntax, inner.head) in (*syntax.words["money_units"], "person", "budget")
    )


def _stands_apart(syntax: Syntax, phrase: Phrase, start: int) -> bool:
    """Whether *phrase*, right behind "how many", is where or for what something is counted: "how much for health"; not "of them"."""
    return start <= phrase.adposition < phrase.first and syntax.tokens[phrase.adposition].lower not in syntax.words["partitives"]


def _behind_be(syntax: Syntax, start: int) -> Phrase | None:
    """What a Russian question counts behind "there were": «сколько было пожаров», «сколько в Осло было пожаров»; else None."""
    if syntax.language != "ru" or start >= len(syntax.tokens) or syntax.tokens[start].lower not in syntax.words["be"]:
        return None
    phrase = syntax.phrase_at(start + 1)
    counted = phrase is not None and phrase.adposition < 0 and "gent" in features(syntax.tokens[phrase.head].lower, "ru")
    return phrase if counted else None


def _owned(syntax: Syntax, phrase: Phrase) -> Phrase | None:
    """What joined names own, where *phrase* is the first of them: "profit" in "Smith & Sons' profit"; else None."""
    if syntax.tags[phrase.head] != "PROPN" or syntax.tags[phrase.last : phrase.last + 1] != ["CCONJ"]:
        return None
    behind = syntax.phrase_at(phrase.last + 1)
    if behind is None or behind.adposition >= 0:
        return None
    inside = range(behind.first + 1, behind.head)
    return behind if syntax.tags[behind.first] == "PROPN" and any(syntax.tags[index] == "PART" for index in inside) else None


def _is_sum_of(syntax: Syntax, phrase: Phrase) -> bool:
    """Whether the noun behind says what the sum is of: "the sum of the fines", "сумма штрафов"."""
    if syntax.language == "en":
        return phrase.last < len(syntax.tokens) and syntax.tokens[phrase.last].lower in syntax.words["partitives"]
    inner = syntax.phrase_at(phrase.last)
    return inner is not None and inner.first == phrase.last and "gent" in features(syntax.tokens[inner.head].lower, "ru")


def _is_noun(syntax: Syntax, index: int) -> bool:
    return syntax.tags[index] in _NOUNS


def _place(syntax: Syntax, asked: Asked, index: int, concept: str, kinds: Kinds, span: tuple[int, int], *, light: bool) -> None:
    """Put a concept into the slot that its words and its place in the question give it."""
    phrase = syntax.phrase_at(index)
    inside = span[0] <= index < span[1]
    if index in _causes(syntax):
        asked.add("reason", concept)
    elif not inside and not kinds & _ENTITIES and phrase is not None and (names_place(syntax, phrase) or _is_called_place(syntax, phrase)):
        asked.add("place", concept)
    elif kinds & _ENTITIES or (syntax.tags[index] == "PROPN" and not inside):
        asked.add(*_name_slot(syntax, phrase, index, concept, inside))
    elif kinds & Kinds.REASON and (inside or _is_cued(syntax, index)):
        asked.add("reason", concept)
    elif syntax.tags[index] in ("VERB", "VB", "VBN", "VBG") and not inside:
        if not light:  # "take", but "take part" is a deed
            asked.add("action" if _is_main(syntax, index, asked) else "other", concept)
    elif not inside and kinds & Kinds.ACTION and phrase is not None and _is_occasion(syntax, phrase, asked):
        asked.add("other", concept)
    elif kinds & Kinds.ACTION and not kinds & Kinds.UNIT and not (phrase is not None and phrase.head != index):
        asked.add("action", concept)
    elif inside and syntax.tags[index] == "PROPN" and phrase is not None and asked.head < phrase.first:
        asked.add("other", concept)  # "доходы бюджета Лугова": whose, which the whole text may be about
    elif inside and phrase is not None and asked.head < phrase.first and (names_place(syntax, phrase) or _owns_budget(syntax, phrase)):
        asked.add("other", concept)  # "the costs of the Northern district": the like
    elif inside and syntax.language == "en" and _owns(syntax, index, asked.head):
        asked.add("other", concept)  # "the town's total revenue": whose, which the whole text may be about
    elif inside and concept in functions("en")["newly"] and _is_all_new(syntax, asked):
        asked.add("other", concept)
    elif inside:
        asked.add("counted", concept)
    else:
        asked.add("other", concept)


def _owns_budget(syntax: Syntax, phrase: Phrase) -> bool:
    """Whether a kind of place stands behind a budget: «дефицит бюджета города», which the whole text may be about."""
    budget = phrase.first > 0 and syntax.lemma(phrase.first - 1) in syntax.words["budgets"]
    return budget and syntax.lemma(phrase.head) in syntax.words["regions"]


def _is_called_place(syntax: Syntax, phrase: Phrase) -> bool:
    """Whether a common noun is the name of a place: "in Harbour", of a question that has small letters elsewhere."""
    if phrase.adposition < 0 or syntax.tokens[phrase.adposition].lower not in syntax.words["place_adpositions"]:
        return False
    if is_short_noun(syntax, phrase.head):
        return False
    others = (token.surface for at, token in enumerate(syntax.tokens) if at and not phrase.first <= at < phrase.last)
    capitals = all(token.surface[:1].isupper() for token in syntax.tokens[phrase.first : phrase.last])
    return capitals and any(other.islower() and len(other) > _SHORT for other in others)


def _is_all_new(syntax: Syntax, asked: Asked) -> bool:
    """Whether none of what is asked for is an old one: of the cases of a week, of the schools that were built."""
    classes = functions("en")
    made = any(syntax.concept_of(index) in classes["making"] for group in syntax.verbs for index in group.chain)
    return made or not classes["arising"].isdisjoint(asked.terms.get("head", ()))


def _leads_into_time(syntax: Syntax, index: int) -> bool:
    """Whether the word is the unit of the time named behind it: "in the week of 5-11 August"."""
    behind = syntax.tags[index + 1 : index + 3]
    return syntax.lemma(index) in syntax.words["time_units"] and (behind[:1] == [TIME] or behind == ["ADP", TIME])


def _is_sort(syntax: Syntax, index: int) -> bool:
    """Whether a unit of time says what sort of thing is asked for: "a day ticket", not "which year"."""
    phrase = syntax.phrase_at(index)
    sort = phrase is not None and phrase.head == index + 1 and syntax.tags[index] == "NOUN" and syntax.language == "en"
    return sort and syntax.lemma(index) in syntax.words["time_units"]


def _is_sort_priced(syntax: Syntax, doer: range) -> bool:
    """Whether it is asked what things of a sort cost, "a day ticket": the sort has to be theirs as that of things that are counted."""
    costs = any(syntax.concept_of(index) == "cost" for group in syntax.verbs for index in group.chain)
    return costs and sum(syntax.concepts[index] is not None for index in doer) > 1


def _raises(syntax: Syntax, index: int) -> bool:
    """Whether the verb only says that something is taken to be so: "were found to be unsafe"."""
    behind = [token.lower for token in syntax.tokens[index + 1 : index + 3]]
    return behind == ["to", "be"] and syntax.lemma(index) in syntax.words["raising_verbs"]


def _is_occasion(syntax: Syntax, phrase: Phrase, asked: Asked) -> bool:
    """Whether an event is only when or where it was done: "won the most votes in the election", beside the verb that asks."""
    where = syntax.words["place_adpositions"] | syntax.words["occasions"]
    acts = any(syntax.lemma(index) not in syntax.words["light_verbs"] for group in syntax.verbs for index in group.chain)
    return acts and asked.head not in range(phrase.first, phrase.last) and syntax.tokens[phrase.adposition].lower in where


def _owns(syntax: Syntax, index: int, head: int) -> bool:
    """Whether the word stands before "'s" in the phrase of the counted noun."""
    return any(syntax.tokens[at].lower in ("'s", "'", "’s", "’") for at in range(index + 1, head))


def _causes(syntax: Syntax) -> set[int]:
    """The tokens that name a cause: behind "because of", "due to", "caused by", "по вине"."""
    found: set[int] = set()
    for mention in syntax.mentions:
        if mention.kinds & Kinds.CAUSE:
            clause = syntax.tags[mention.last - 1] == "SCONJ"
            found.update(_clause_behind(syntax, mention.last) if clause else _behind(syntax, mention.last))
    for group in syntax.verbs:
        if any(syntax.lemma(index) in syntax.words["reason_verbs"] for index in group.chain):
            found.update(_behind(syntax, group.last + 1))
    return found


def _clause_behind(syntax: Syntax, first: int) -> range:
    """The clause that gives the cause: "because there were no drivers"."""
    return range(first, next((at for at in range(first, len(syntax.tokens)) if syntax.tags[at] == "PUNCT"), len(syntax.tokens)))


def _behind(syntax: Syntax, first: int) -> range:
    phrase = next((phrase for phrase in syntax.phrases if first <= phrase.first <= first + 1), None)
    return range(phrase.first, phrase.last) if phrase is not None else range(0)


def _is_main(syntax: Syntax, index: int, asked: Asked) -> bool:
    """Whether the verb stands in the clause that asks, not in one that says when or of whom, "hurt when two trams collided", nor before a
    noun, "the revised figure"."""
    phrase = syntax.phrase_at(index)
    if syntax.language == "en" and phrase is not None and phrase.adposition >= 0 and syntax.tags[index] == "VBN" and index < phrase.head:
        return False
    return syntax.clause_at(index) == syntax.clause_at(max(asked.head, 0))


def _is_cued(syntax: Syntax, index: int) -> bool:
    """Whether a word for reasons stands beside the one at *index*: "for political reasons", "politically motivated"."""
    cues = syntax.words["reason_cues"]
    near = range(max(index - 2, 0), min(index + 3, len(syntax.tokens)))
    return any(syntax.tokens[at].lower in cues or syntax.lemma(at) in cues for at in near)


def _name_slot(syntax: Syntax, phrase: Phrase | None, index: int, concept: str, inside: bool) -> tuple[str, str]:
    """The slot of a state or a name: by its adposition and, in Russian, its case; without one it is the doer when a verb needs one."""
    if phrase is None:
        return "other", concept
    lower = syntax.tokens[phrase.adposition].lower if phrase.adposition >= 0 else ""
    russian = syntax.language == "ru"
    case = features(syntax.tokens[phrase.head].lower, "ru") if russian else frozenset()
    if lower in syntax.words["agent_adpositions"]:
        return "actor", concept
    if lower in syntax.words["place_adpositions"] and not (russian and "accs" in case and "loct" not in case):
        owner = syntax.language == "en" and not concept.startswith("@") and _owns(syntax, index, phrase.head)
        return "other" if owner else "place", concept  # "in Robert's army"
    way = directions(syntax.language).get(lower)
    if way is not None and (concept.startswith("@") or syntax.tags[index] == "PROPN"):
        return "direction", f"{way}:{concept}"
    if lower or inside or not (phrase.head == index or syntax.tags[phrase.head] == "PROPN"):
        return "other", concept
    doer = "nomn" in case if russian else _is_subject(syntax, phrase)
    return ("actor" if doer else "other"), concept


def _is_subject(syntax: Syntax, phrase: Phrase) -> bool:
    """Whether an active verb follows the phrase whose doer it then is; who receives something is none."""
    group = next((group for group in syntax.verbs if group.first >= phrase.last), None)
    if group is None or group.passive:
        return False
    if any(syntax.tags[at] == TIME for at in range(phrase.last, group.first)):
        return False
    return not any(syntax.concept_of(index) in syntax.words["receiving"] for index in group.chain)
