"""The nouns of a table's labels: what a header, a row's label or a caption is about, and what it says is counted."""

from collections.abc import Iterator

from qa_bot.figures.labels import Label, is_naming
from qa_bot.text.asking import asking
from qa_bot.text.functions import functions
from qa_bot.text.lexicon import Kinds, Mention
from qa_bot.text.nominals import unit_of
from qa_bot.text.syntax import TIME, Phrase, Syntax
from qa_bot.text.tokens import tokenize

_NAMED = Kinds.ENTITY | Kinds.GROUP | Kinds.ORGANISATION | Kinds.SPEAKER
_NOBODY = ("",)  # what no label counts


def thing_in(label: Label) -> tuple[str, str] | None:
    """Return what a label counts, in words and as a concept: its first noun in the plural."""
    syntax = label.syntax
    phrase = next((phrase for phrase in syntax.phrases if phrase.adposition < 0 and syntax.tags[phrase.head] == "NOUNS"), None)
    concept = syntax.concepts[phrase.head] if phrase is not None else None
    return (syntax.slice(phrase.first, phrase.last), concept) if phrase is not None and concept is not None else None


def is_name(label: Label) -> bool:
    """Return whether a row has a name and nothing else: nothing is counted in Norlands; "Revenue" has a capital because it stands first."""
    if len(label.syntax.tags) == 1 and any(
        mention.kinds & Kinds.NOMINAL and not mention.kinds & _NAMED for mention in label.syntax.mentions
    ):
        return False
    return bool(label.syntax.tags) and all(mark in ("PROPN", "PUNCT", "NUM", TIME) for mark in label.syntax.tags)


def unit_counted(place: Label) -> str | None:
    """Return the noun that a label is about, in the plural: "Staff positions", "Graduates by district"."""
    syntax = place.syntax
    phrase = next((phrase for phrase in syntax.phrases if phrase.adposition < 0), None)
    if phrase is None or syntax.tags[phrase.head] != "NOUNS" or phrase.head in named_words(syntax):
        return None
    return _unit_at(syntax, phrase.head)


def named_words(syntax: Syntax) -> set[int]:
    """Return the words of places, bodies and groups."""
    names = (mention for mention in syntax.mentions if mention.kinds & (Kinds.ENTITY | Kinds.GROUP))
    return {index for mention in names for index in range(mention.first, mention.last)}


def unit_named(place: Label) -> str | None:
    """Return the last noun of a label that the lexicon knows for what is counted."""
    for mention in reversed(place.syntax.mentions):
        if mention.kinds & Kinds.UNIT and not mention.kinds & (Kinds.ENTITY | Kinds.GROUP) and not only_sorts(place, mention.first):
            phrase = place.syntax.phrase_at(mention.first)
            people = phrase is not None and place.syntax.lemma(phrase.head) in place.syntax.words["people_counts"]
            return _unit_at(place.syntax, phrase.head if phrase is not None and people else mention.last - 1)  # "Prison population"
    return None


def unit_headed(place: Label) -> str | None:
    """Return what its last phrase is about that does not only name the rows or a time, unless that only names tables or numbers."""
    syntax = place.syntax
    phrases = [phrase for phrase in syntax.phrases if TIME not in syntax.tags[phrase.first : phrase.last]]
    phrase = next((phrase for phrase in reversed(phrases) if not only_sorts(place, phrase.head)), None)
    return _unit_at(syntax, phrase.head) if phrase is not None else None


def _unit_at(syntax: Syntax, index: int) -> str | None:
    """The noun at *index* as a unit, unless it only names tables or numbers."""
    empty = syntax.words["captions"] | syntax.words["carriers"]
    if syntax.lemma(index) in syntax.words["people_counts"]:
        return "person"
    return unit_of(syntax, index) if syntax.concept_of(index) is not None and syntax.lemma(index) not in empty else None


def people_count(label: Label) -> tuple[str, ...]:
    """Return the noun that counts people without naming them, as a concept: "Enrolment by school"."""
    syntax = label.syntax
    index = main_noun(label)
    concept = syntax.concepts[index] if index is not None and syntax.lemma(index) in syntax.words["people_counts"] else None
    return (concept,) if concept is not None else _NOBODY


def counts_people(head: Label | None, caption: Label | None) -> bool:
    """Return whether a header counts people without naming them: "Population 2021" of a table "Districts", but not of "Seals by colony"."""
    if head is None or (people := people_count(head)) == _NOBODY:
        return False
    return caption is None or is_naming(caption) or people[0] in caption.terms  # "Visits, loans and staff by branch"


def is_listed(head: Label | None, caption: Label | None) -> bool:
    """Return whether a caption names what a header counts behind another thing: "Freight", of "Passengers and freight by port"."""
    noun = main_noun(head) if head is not None else None
    concept = head.syntax.concepts[noun] if head is not None and noun is not None else None
    if concept is None or caption is None or concept not in caption.terms:
        return False
    first = next((phrase.head for phrase in caption.syntax.phrases if phrase.adposition < 0), None)
    return first is not None and caption.syntax.concepts[first] != concept


def is_limit(head: Label) -> bool:
    """Return whether a header only says which ones it counts, by a measure: "Over 52 weeks", "of which within 8 minutes", "5-14 years"."""
    syntax = head.syntax
    if head.note is not None or "NUM" not in syntax.tags or not {"VERB", "VBN", "PROPN"}.isdisjoint(syntax.tags):
        return False
    measures = {mention.last - 1 for mention in syntax.mentions if mention.kinds & Kinds.QUANTITY}
    nouns = [index for index, tag in enumerate(syntax.tags) if tag in ("NOUN", "NOUNS")]
    return bool(nouns) and measures.issuperset(nouns) and syntax.tags.index("NUM") < nouns[0]


def is_limited_so(whole: Label, limit: Label) -> bool:
    """Return whether what *whole* counts may be limited so: persons by ages, by a length of time what is done or lasts, "Calls"."""
    syntax, words = whole.syntax, limit.syntax.words
    by_age = any(limit.syntax.lemma(at) in words["age_units"] for at in range(len(limit.syntax.tokens)))
    if by_age and unit_counted(whole) == "person":
        return True
    noun = main_noun(whole)
    mention = syntax.mention_at(noun) if noun is not None else None
    done = mention is not None and bool(mention.kinds & (Kinds.VERBAL | Kinds.ACTION))
    lasts = noun is not None and syntax.lemma(noun) in words["lasting_things"]
    return done or lasts or not {"VERB", "VBN", "VBG"}.isdisjoint(syntax.tags)


def place_in(label: Label) -> str:
    """Return what *label* names of places: all of it but "of which", or of several labels together the one with an entity in it."""
    for part in label.text.split(", "):
        if any(mention.kinds & (Kinds.ENTITY | Kinds.GROUP) for mention in label.syntax.lexicon.mentions(tokenize(part))):
            return without_lead(part, label.syntax.language)
    return without_lead(label.text, label.syntax.language)


def without_lead(text: str, language: str) -> str:
    """Return the name of a row without the words by which it says that it is part of another: "Asia", of "of which Asia"."""
    leads = sorted(functions(language)["inner_leads"], key=len)
    return next((text[len(lead) :].strip() for lead in leads if text.lower().startswith(f"{lead} ")), text)


def headed_by(place: Label, mention: Mention) -> str:
    """Return the concept of *mention*, or of the noun that it only describes: the deaths of "Road deaths"."""
    syntax = place.syntax
    phrase = syntax.phrase_at(mention.first)
    if phrase is None or phrase.head < mention.last or syntax.tags[phrase.head] != "NOUNS":
        return mention.concept
    concept = syntax.concepts[phrase.head]
    return concept if concept is not None and syntax.lemma(phrase.head) not in syntax.words["carriers"] else mention.concept


def sum_of(place: Label | None) -> tuple[str, ...]:
    """Return what a label says that money is: the income of "Income of the budget"."""
    if place is None or not place.name or place.state:
        return ()
    syntax = place.syntax
    apart = named_words(syntax)
    nouns = (phrase.head for phrase in syntax.phrases if phrase.adposition < 0 and phrase.head not in apart)
    concept = next((syntax.concepts[noun] for noun in nouns if syntax.lemma(noun) not in syntax.words["carriers"]), None)
    return (concept,) if concept is not None else ()


def things_in(head: Label) -> tuple[str, ...]:
    """Return the concepts of the nouns in a header, units of measure, words of number and names apart: "apple" of "Apples, tonnes"."""
    syntax = head.syntax
    measures = {mention.first for mention in syntax.mentions if mention.kinds & (Kinds.QUANTITY | Kinds.ENTITY | Kinds.GROUP)}
    phrases = {mention.last - 1: mention.concept for mention in syntax.mentions if mention.last - mention.first > 1}  # «валовой сбор»
    nouns = (index for index, mark in enumerate(syntax.tags) if mark in ("NOUN", "NOUNS") and index not in measures)
    return tuple(
        term
        for index in nouns
        if (term := phrases.get(index) or syntax.concepts[index]) is not None and syntax.lemma(index) not in syntax.words["carriers"]
    )


def tells_persons(head: Label | None) -> bool:
    """Return whether a header is nothing but what makes people such as it counts: "Employed", "Injured", «Занятые»."""
    if head is None:
        return False
    words = [token.lower for token in tokenize(head.name) if token.surface[0].isalpha()]
    return bool(words) and head.syntax.words["people_attributes"].issuperset(words)


def tells_population(over: Label | None) -> bool:
    """Return whether what stands over a table says that people were counted: "Census results for Tessin County"."""
    return over is not None and any(over.syntax.lemma(at) in over.syntax.words["censuses"] for at in range(len(over.syntax.tokens)))


def sorting_words(caption: Label) -> set[int]:
    """Return the words of a caption by which its table is divided: "source" of "Electricity by source"."""
    return {index for phrase in _dividing_phrases(caption) for index in range(phrase.first, phrase.last)}


def dividing_phrase(caption: Label) -> Phrase | None:
    """Return the phrase by which a table is divided: "source" of "Electricity by source"; None where it is not."""
    return next(_dividing_phrases(caption), None)


def _dividing_phrases(caption: Label) -> Iterator[Phrase]:
    syntax, divides = caption.syntax, asking(caption.syntax.language).words["distributes"]
    return (phrase for phrase in syntax.phrases[1:] if phrase.adposition > 0 and syntax.tokens[phrase.adposition].lower in divides)


def main_noun(place: Label) -> int | None:
    """Return the noun that a label is about: that of its last phrase which is not behind a preposition."""
    return next((phrase.head for phrase in reversed(place.syntax.phrases) if not only_sorts(place, phrase.head)), None)


def only_sorts(place: Label, index: int) -> bool:
    """Return whether the noun at *index* only names the rows, or where: "Harvest by district", "Ships calling at the ports"."""
    syntax = place.syntax
    phrase = syntax.phrase_at(index)
    return phrase is not None and phrase.adposition >= 0 and syntax.tokens[phrase.adposition].lower not in syntax.words["genitive"]
