"""Several questions in one: "how many homes burnt, and who put the fire out?"."""

from itertools import pairwise

from qa_bot.text.asking import Several, asking


def questions_in(text: str, language: str) -> list[str]:
    """Return the questions of *text* in order, [text] where it is one.

    A later one that counts keeps the word that joins it, "and how many died?": it asks the same of others. "When and where was it?" is
    two questions for one thing. What is no question by itself is none of several: "a merger between A and which network?".
    """
    how = asking(language).several
    if "," not in text and how.joiners.isdisjoint(text.lower().split()):
        return [text]  # as most are, without a pattern compiled
    doubled = how.doubled.search(text)
    if doubled is not None:
        first, second, rest = doubled.groups()
        return [f"{first} {rest}", f"{second} {rest}"]
    heads = asking(language).words["asking"]
    joints = [match for match in how.joint.finditer(text) if _is_question(text[: match.start()], how, heads)]
    if not joints:
        return [text]
    ends = [*(match.start() for match in joints), len(text)]
    return [text[: ends[0]], *(_opened(text[start:end].lstrip(",; "), how) for start, end in pairwise(ends))]


def _is_question(text: str, how: Several, heads: frozenset[str]) -> bool:
    """Whether *text* asks something, and is no more than the head of a question, "how many and what kind of"."""
    return how.asked.search(text) is not None and not heads.issuperset(text.lower().split())


def _opened(piece: str, how: Several) -> str:
    bare = how.joiner.sub("", piece)
    return piece if how.counting.match(bare) is not None else bare
