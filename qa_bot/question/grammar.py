"""What a tagger trained on statements gets wrong in questions: names as verbs, and the bare verb behind "did" and its subject."""

from qa_bot.text.asking import asking
from qa_bot.text.lemmas import is_participle
from qa_bot.text.lexicon import Kinds
from qa_bot.text.syntax import Syntax
from qa_bot.text.tagger import features

_NOMINAL = frozenset({"NOUN", "NOUNS", "PROPN", "ADJ", "VBN", "X"})
_FINITE = frozenset({"VERB", "AUX"})
_ENDS = frozenset({"NOUN", "NOUNS", "PROPN", "PRON", "NUM"})  # what a subject may end with


def mend_tags(syntax: Syntax) -> None:
    """Tag capitalised words as names, and the verb of "did Latvia refuse" as one where no other verb follows the auxiliary."""
    tags, tokens = syntax.tags, syntax.tokens
    for index in range(1, len(tokens)):
        if tags[index] in ("VERB", "VB") and tokens[index].surface.istitle() and syntax.language == "en":
            tags[index] = "PROPN"
        elif tags[index] in ("VBN", "VBG", "ADJ") and tags[index - 1] == "PROPN" and tokens[index].surface.istitle():
            tags[index] = "PROPN"  # "Halden United"
        elif tags[index] == "ADJ" and tokens[index].surface.istitle() and tags[index + 1 : index + 2] == ["PROPN"]:
            tags[index] = "PROPN"  # "Upper Lomm"
        elif tags[index] == "VBG" and (_is_agent(syntax, index) or _is_field(syntax, index)):
            tags[index - 1 : index + 1] = ["ADP", "NOUN"]  # "caused by lightning", "medals in rowing"
        elif tags[index] == "VBG" and tokens[index - 1].lower in syntax.words["verb_supports"] and tags[index + 1 : index + 2] == ["NOUNS"]:
            tags[index] = "NOUN"  # "did parking fees bring in"
        elif tags[index] == "NUM" and _asks_by_how_much(syntax, index):
            tags[index] = "ADV"
        elif _is_told(syntax, index):
            tags[index] = "VERB" if tags[index - 1] == "NOUNS" else "VBN"
        elif tags[index] == "NOUNS" and tags[index - 1] == "PRON" and tokens[index - 1].lower in syntax.words["definites"]:
            tags[index - 1] = "DET"  # "of those matches"
    if len(tokens) > 1 and tokens[0].lower in syntax.words["auxiliaries"] and tags[1] in ("VERB", "VB"):
        tags[1] = "NOUN"  # "did house prices rise": behind "did" stands who did it
    support = next((index for index, token in enumerate(tokens) if token.lower in syntax.words["verb_supports"]), -1)
    _mend_planning(syntax, support)
    if support < 0 or any(tag in ("VERB", "VB") for tag in tags[support + 1 :]):
        return
    places = range(support + 2, len(tokens))
    if tokens[support].lower in syntax.words["have_supports"] and any(tokens[index].lower == "have" for index in places):
        return  # "did the Hill branch have"
    bare = [index for index in places if tags[index] in _NOMINAL and tokens[index].surface.islower() and tags[index - 1] in _ENDS]
    verbal = {mention.first for mention in syntax.lexicon.mentions(tokens) if mention.kinds & Kinds.VERBAL}
    bare = [index for index in bare if tokens[index].lower[-1] != "s" or tokens[index].lower[-2:] == "ss"] or bare  # "prices" is none
    known = [index for index in bare if index in verbal] or [
        index for index in bare if syntax.lexicon.opens(tokens[index].lower) & Kinds.VERBAL and "NOUN" in tags[index - 1]
    ]
    for index in (known or bare)[:1]:
        tags[index] = "VB"


def _is_agent(syntax: Syntax, index: int) -> bool:
    """Whether what looks like a verb behind "by" closes the question."""
    return syntax.tokens[index - 1].lower in syntax.words["agent_adpositions"] and _is_last(syntax.tags, index)


def _is_field(syntax: Syntax, index: int) -> bool:
    """Whether what looks like a verb behind "in" is what something was done in: "win in rowing?", not "succeed in escaping"."""
    if syntax.tokens[index - 1].lower not in syntax.words["field_adpositions"] or index < 2:
        return False
    ends = index + 1 >= len(syntax.tags) or syntax.tags[index + 1] in ("PUNCT", "ADP", "TIME")
    return ends and syntax.lemma(index - 2) not in syntax.words["tried_in"]


def _mend_planning(syntax: Syntax, support: int) -> None:
    """Tag the verb of "did the council plan to build" as one, where but the infinitive behind it there is none."""
    tags, tokens = syntax.tags, syntax.tokens
    verbs = [index for index in range(support + 1, len(tokens)) if tags[index] in ("VERB", "VB")]
    if support < 0 or len(verbs) != 1 or verbs[0] < support + 4 or tokens[verbs[0] - 1].lower != "to":
        return
    at = verbs[0] - 2
    if tags[at] == "NOUN" and tokens[at].lower in syntax.words["planning"]:
        tags[at] = "VB"


def _asks_by_how_much(syntax: Syntax, index: int) -> bool:
    """Whether «на сколько» stands before who changed something, and counts nothing: «на сколько банк повысил ставку»."""
    by = syntax.tokens[index - 1].lower in syntax.words["change_after"]
    asks = by and syntax.tokens[index].lower in asking(syntax.language).words["asking"]
    if syntax.language != "ru" or not asks or index + 1 == len(syntax.tokens):
        return False
    forms = features(syntax.tokens[index + 1].lower, "ru")
    return "nomn" in forms and "gent" not in forms


def _is_told(syntax: Syntax, index: int) -> bool:
    """Whether what closes a phrase by its tag tells what was done: "inmates committed suicide", "the speed limit set to spare fuel"."""
    tags, lower = syntax.tags, syntax.tokens[index].lower
    after = tags[index + 1] if index + 1 < len(tags) else ""
    if not is_participle(lower):
        return False
    if tags[index - 1] == "NOUNS":
        return tags[index] in ("ADJ", "VBN") and after in _NOMINAL and not _FINITE.intersection(tags)
    if tags[index] != "NOUN" or tags[index - 1] != "NOUN":
        return False
    purpose = after == "PART" and tags[index + 2 : index + 3] == ["VB"]
    return purpose or (after == "ADP" and not syntax.lexicon.opens(lower) & Kinds.NOMINAL)


def _is_last(tags: list[str], index: int) -> bool:
    """Whether the word has no object: nothing follows it, or an adposition."""
    return index + 1 == len(tags) or tags[index + 1] in ("ADP", "PUNCT")
