"""The deed that a verb of bringing tells by where it leads: whoever was taken to Kallas Hospital was hospitalised."""

from qa_bot.text.functions import destinations, directions
from qa_bot.text.syntax import Syntax, VerbGroup
from qa_bot.text.tagger import features

TO = "to"


def deed_of_bringing(syntax: Syntax, group: VerbGroup) -> str | None:
    """Return the concept of what *group* says was done to those whom it tells to have been brought somewhere, else None."""
    if not any(syntax.lemma(index) in syntax.words["taking_to"] for index in group.chain):
        return None
    clause = syntax.clause_at(group.first)
    for phrase in syntax.phrases:
        if phrase.adposition < 0 or not clause.first <= phrase.first < clause.last:
            continue
        leads = directions(syntax.language).get(syntax.tokens[phrase.adposition].lower)
        if syntax.language == "ru":
            led = (
                "accs" in features(syntax.tokens[phrase.head].lower, "ru")
                and syntax.tokens[phrase.adposition].lower in syntax.words["into"]
            )
        else:
            led = leads == TO and phrase.adposition > group.first
        deed = destinations().get(syntax.concept_of(phrase.head) or "")
        if led and deed is not None:
            return deed
    return None
