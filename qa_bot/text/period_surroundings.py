"""The words next to a number, which tell a year from a count: "in 2022", "2022 requests"."""

import re

from qa_bot.text.time_words import Item, Kind, TimeWords

MODERN = range(1900, 2101)  # numbers that are years far more often than counts
ROUND = 50  # a multiple of it is a count as often as a year
NEXT_WORDS = re.compile(r"[ \u00a0\u202f\n]([^\W\d_]+)(?:[ -]([^\W\d_]+))?")
WORD = 30  # characters of a long word
_LAST_WORD = re.compile(r"([^\W\d_]+)[ \u00a0]\Z")
_MEASURE = re.compile(r"\s?[%‰°]|[ \u00a0]?(?:\$|€|£|₽)")


class Surroundings:
    """One text with its words of time."""

    def __init__(self, text: str, start: int, end: int, items: list[Item], words: TimeWords) -> None:
        self.text, self.start, self.end = text, start, end
        self.items, self.words = items, words

    def counts_after(self, index: int) -> bool:
        """Return whether the number that is item *index* counts the words after it: "2022 requests", "1500 wounded soldiers"."""
        if (
            index + 1 < len(self.items)
            and self.items[index + 1].gap == " "
            and self.items[index + 1].kind in (Kind.UNIT, Kind.FISCAL, Kind.BC, Kind.AD)
        ):
            return False
        here = self.items[index].end
        if _MEASURE.match(self.text, here, self.end):
            return True
        match = NEXT_WORDS.match(self.text, here, self.end)
        if match is None:
            return False
        first, second = match.group(1), match.group(2) or ""
        lists = self.words.lists
        word = first.lower()
        if word in lists["function"]:
            return False
        if self.words.years_named:
            return first.islower() and not word.endswith(tuple(lists["verb_endings"]))
        if word in lists["nouns"] or (word in lists["verbs_joined"] and second.lower() in lists["verb_joints"]):
            return False
        if word in lists["plurals"] or word in lists["modifiers"] or (first.islower() and self.plural(word)):
            return True
        return second.islower() and self.plural(second) and word not in lists["verbs"]

    def dated(self, index: int) -> bool:
        """Return whether the number that is item *index* is the year of the month or day before it."""
        return not self.counts_after(index) or self.plainly_year(self.items[index].value, index)

    def plainly_year(self, year: int, index: int) -> bool:
        """ "In 2022 refusals rose", but not "in 2000 cases"."""
        if year not in MODERN or year % ROUND == 0 or self.measured(index):
            return False
        if not self.words.years_named:
            return True
        match = NEXT_WORDS.match(self.text, self.items[index].end, self.end)
        return match is not None and not match.group(1).lower().endswith(tuple(self.words.lists["counted_endings"]))

    def measured(self, index: int) -> bool:
        match = NEXT_WORDS.match(self.text, self.items[index].end, self.end)
        if match is None:
            return True
        word, lists = match.group(1).lower(), self.words.lists
        return word in lists["plurals"] and not (word in lists["beings"] and self.opened(index))

    def opened(self, index: int) -> bool:
        """Return whether the number that is item *index* opens a sentence with "In": "In 2023 police recorded 310 thefts"."""
        lead = self.items[index - 1] if index else None
        return lead is not None and lead.kind is Kind.IN and self.items[index].gap == " " and self.text[lead.start].isupper()

    def closes(self, index: int) -> bool:
        """Return whether no open-class word follows item *index*."""
        match = NEXT_WORDS.match(self.text, self.items[index].end, self.end)
        return match is None or match.group(1)[0].isupper() or match.group(1).lower() in self.words.lists["function"]

    def words_after(self, index: int) -> tuple[str, ...]:
        """Return the two words behind item *index*, as far as nothing but a space parts them."""
        match = NEXT_WORDS.match(self.text, self.items[index].end, self.end)
        return tuple(word.lower() for word in match.groups() if word) if match is not None else ()

    def follows_verb(self, index: int) -> bool:
        """Return whether a verb stands before item *index*, as its ending tells: "построили за девять месяцев"."""
        before = _LAST_WORD.search(self.text[max(self.start, self.items[index].start - WORD) : self.items[index].start])
        return before is not None and before[1].lower().endswith(tuple(self.words.lists["verb_endings"]))

    def plural(self, word: str) -> bool:
        lists = self.words.lists
        return word in lists["plurals"] or (len(word) > 3 and word[-1] == "s" and word[-2] != "s" and word not in lists["not_plurals"])

    def ends_clause(self, index: int) -> bool:
        """Return whether punctuation or the end follows item *index*."""
        here = self.items[index].end
        return here >= self.end or self.text[here] in ".,;:!?)"
