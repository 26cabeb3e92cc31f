"""Stands in for the text floor until its modules land."""

import re
from datetime import date

_M = {
    m: i
    for i, ms in enumerate(
        (
            "jan янв",
            "feb фев",
            "mar мар",
            "apr апр",
            "may мая",
            "jun июн",
            "jul июл",
            "aug авг",
            "sep сен",
            "oct окт",
            "nov ноя",
            "dec дек",
        ),
        1,
    )
    for m in ms.split()
}
_D = re.compile(
    r"(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)(?!\d)|(?<!\d)(?P<d2>\d\d?)\.(?P<m2>\d\d)\.(?P<y2>\d{4})(?!\d)"
    r"|(?<!\d)(?P<d3>\d\d?) (?P<n3>[A-Za-zа-я]{3})[a-zа-я]*\.? (?P<y3>\d{4})(?!\d)"
    r"|(?P<n4>[A-Z][a-z]{2})[a-z]*\.? (?P<d4>\d\d?), (?P<y4>\d{4})(?!\d)"
)


def find_dates(text: str, start: int, end: int, language: str) -> list[tuple[int, int, date]]:
    out = []
    for m in _D.finditer(text, start, end):
        g = m.groupdict()
        y = g["y"] or g["y2"] or g["y3"] or g["y4"]
        mo = g["m"] or g["m2"] or _M.get((g["n3"] or g["n4"] or "").lower())
        d = g["d"] or g["d2"] or g["d3"] or g["d4"]
        try:
            out.append((m.start(), m.end(), date(int(y or 0), int(mo or 0), int(d or 0))))
        except ValueError:
            continue
    return out


def read_date(text: str) -> date | None:
    found = find_dates(text, 0, len(text), "en")
    return found[0][2] if found else None


_END = re.compile(r"[.!?…]+[\"”»’)\]]*\s+(?=[\"“«(\[]?[A-ZА-ЯЁ0-9])")


def split_sentences(text: str, start: int, end: int, language: str) -> list[tuple[int, int]]:
    out, at = [], start
    for m in _END.finditer(text, start, end):
        out.append((at, m.start() + len(m.group().rstrip())))
        at = m.end()
    if at < end:
        out.append((at, end))
    return out
