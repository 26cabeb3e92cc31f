"""What is worked out once and kept."""

from qa_bot.text.kept import kept


class _Word:
    def __init__(self, surface: str) -> None:
        self.surface = surface
        self.looks = 0

    @kept
    def lower(self) -> str:
        """In small letters."""
        self.looks += 1
        return self.surface.lower()


def test_a_kept_attribute_is_worked_out_once_for_each_object() -> None:
    one, other = _Word("Orle"), _Word("Haddle")

    assert [one.lower, one.lower, other.lower] == ["orle", "orle", "haddle"]
    assert (one.looks, other.looks) == (1, 1)


def test_a_kept_attribute_says_what_it_is_where_the_class_is_asked() -> None:
    assert _Word.lower.__doc__ == "In small letters."
