"""What an earlier number of a report told: "Report No. 5 put the total at 960" in report no. 7, «в сводке № 3 сообщалось о 70»."""

import re

from qa_bot.figures.draft import Draft
from qa_bot.text.functions import functions
from qa_bot.text.lemmas import lemma
from qa_bot.text.tokens import Token, tokenize

HEAD = 200  # characters at the top in which a report gives its own number
_SIGNS = re.compile(r"[#№.]")


def is_of_earlier_issue(draft: Draft) -> bool:
    """Return whether the part of the sentence before *draft* names an earlier number of the report that the document is."""
    document, tokens = draft.unit.document, draft.unit.syntax.tokens
    named = _numbers(tokens[: draft.first], document.language)
    if not named:
        return False
    own = _own_number(document.title or "", document.language) or _own_number(document.text[:HEAD], document.language)
    text, number = named[-1]
    return own is not None and own[0] == text and number < own[1]


def _own_number(text: str, language: str) -> tuple[str, int] | None:
    return next(iter(_numbers(tokenize(text), language)), None)


def _numbers(tokens: list[Token], language: str) -> list[tuple[str, int]]:
    """The numbers of reports and the like that *tokens* name, each with the noun: ("report", 5)."""
    found = []
    texts, signs = functions(language)["numbered_texts"], functions(language)["issue_signs"]
    for at, token in enumerate(tokens):
        noun = lemma(token.lower, "NOUN", language)
        if noun not in texts:
            continue
        behind = [
            other.lower for other in tokens[at + 1 : at + 5] if not _SIGNS.fullmatch(other.surface) and other.lower.rstrip(".") not in signs
        ]
        if behind and behind[0].isdecimal() and len(behind[0]) < len("1000"):
            found.append((noun, int(behind[0])))
    return found
