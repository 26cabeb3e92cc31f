"""Several questions in one: "how many homes burnt, and who put the fire out?"."""

from qa_bot.text.asking import Several, asking
from qa_bot.text.syntax import parse


def questions_in(text: str, language: str) -> list[str]:
    """Return the questions of *text* in order, [text] where it is one.

    A later one that counts keeps the word that joins it, "and how many died?": it asks the same of others. "When and where was it?" is
    two questions for one thing. What is no question by itself is none of several: "a merger between A and which network?".
    """
    how = asking(language).several
    if "," not in text and how.joiners.isdisjoint(text.lower().split()):
        return [text]  # as most are, without a pattern compiled
    heads = asking(language).words["asking"]
    pieces, start = [], 0
    for match in how.joint.finditer(text):
        alone = start > 0 and how.doubled.search(text[start:].lstrip(",; ")) is None  # "..., when and what caused it"
        if _is_question(text[start : match.start()], "" if alone else text[match.end() :], how, heads):
            pieces.append(text[start : match.start()])
            start = match.start()
    pieces = [*pieces[:1], *(_opened(piece.lstrip(",; "), how) for piece in (*pieces[1:], text[start:]))] if pieces else [text]
    whole = [question for piece in pieces for question in _of_two_words(piece, how)]
    later = [_completed(question, whole[0], how, language) for question in whole[1:]]
    return [_plainly(whole[0], how) if later != whole[1:] else whole[0], *later]


def _plainly(first: str, how: Several) -> str:
    """Return a question for what somebody admits to, and nothing else, as one for what they say."""
    said = how.asserted.search(first.strip(" ,?"))
    return f"{said['head']} {said['who']} say" if said is not None and not said["told"] and said["who"] else first


def _completed(later: str, first: str, how: Several, language: str) -> str:
    """Return a *later* question with what it leaves to the *first* one: what was planned by another word, and what the first counts and
    somebody says of it where it asks what somebody else says."""
    if how.planned.search(later):
        return how.planned_asked
    beside = how.beside.search(later)
    if beside is not None and not parse(beside["rest"], 0, len(beside["rest"]), language).verbs:
        return how.beside_asked.format(rest=beside["rest"])
    said, again = how.asserted.search(first.strip(" ,?")), how.asserted_again.search(later)
    if said is None or again is None:
        return later
    asked = how.asserted_asked.format(thing=said["thing"], who=again["who"], told=said["told"] or "")
    return asked.replace(" ?", "?")


def _is_question(text: str, after: str, how: Several, heads: frozenset[str]) -> bool:
    """Whether *text* asks something, and is no more than the head of a question, "how many and what kind of", unless what comes *after* is
    no more either: "when and where"."""
    asks = how.asked.search(text) is not None and how.open_ended.search(text) is None
    return asks and (_has_more(text, heads) or not _has_more(after, heads))


def _has_more(text: str, heads: frozenset[str]) -> bool:
    return not heads.issuperset(text.lower().strip(",;? ").split())


def _of_two_words(piece: str, how: Several) -> list[str]:
    doubled = how.doubled.search(piece)
    if doubled is None:
        return [piece]
    first, second, rest = doubled.groups()
    return [f"{first} {rest}", f"{second} {rest}"]


def _opened(piece: str, how: Several) -> str:
    bare = how.joiner.sub("", piece)
    return piece if how.counting.match(bare) is not None else bare
