"""Patterns of what stands beside a text: how somebody is reached, how often a text was read, whose a picture is."""

import re

REACHED_BY = re.compile(
    r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|(?:\b(?:tel|phone|telephone|fax|mobile|тел|телефон|факс)\b[.:]*(?: для [\w ]{3,20}:)?|\+)\s*[+(]?\d[\d\s()/–-]{5,}\d",
    re.IGNORECASE,
)
# Each part is bounded: a text of digits and blanks alone would be looked through again from every one of them.
_COUNT = r"\d{1,9}(?:[ .,\u00a0]\d{1,3}){0,3}"
COUNTER = (
    rf"[👁💬👍🗨]?\ufe0f?\s{{0,3}}\b{_COUNT}\s?(?:[kmкм]|тыс\.?)?\s?(?:WORDS)\b\.?"  # "3.2K views", "3 min read"
    rf"|\b(?:WORDS)\s{{0,3}}[:—-]?\s{{0,3}}\(?{_COUNT}\s?(?:[kmкм]\b|тыс\.?)?\)?"  # "Просмотров: 1 204"
    rf"|[👁💬👍🗨]\ufe0f?\s{{0,3}}{_COUNT}(?:\s?[kmкм]\b)?"
)
CREDIT = r"(?:(?<=[.!?…”»\"])\s+|\s*[(\[|/]\s?)(?:WORDS)s?(?:\s?[:©/|]|\sby\b)\s?[^.!?]{2,80}[)\]]?\.?$"
CREDIT_ALONE = r"(?:WORDS)s?(?:\s?[:©/|]|\sby\b)\s?(?P<whose>[^.!?:]{2,80})\.?"
VISITS = rf"(?:WORDS):?\s{{0,3}}\(?{_COUNT}\s?(?:[kmкм]|тыс\.?)?(?: times| раза?)?\)?\.?"
