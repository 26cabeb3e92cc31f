"""Several questions in one: "how many homes burnt, and who put the fire out?"."""

from qa_bot.text.asking import Several, asking


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
    return [question for piece in pieces for question in _of_two_words(piece, how)]


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
