"""What strangers send is let go before it costs anything: an allowed user behind 3,000 updates of theirs waited 6 s.

An update is taken out here only if the gate would turn it away without a word: then nothing about it has to be written down. Who has
still to be told, and a group that has still to be left, pass once.
"""

from collections.abc import Callable, Mapping, Sequence

from telegram import Chat, ChatMember, Update

from qa_bot.telegram.access import KINDS, Gate
from qa_bot.telegram.spare import SpareTime

_TOLD = ("message", "callback_query")  # kinds of updates whose sender is told
_GONE = (ChatMember.LEFT, ChatMember.BANNED)

Raw = Mapping[str, object]  # an update, or a part of it, as Telegram has written it


class Sieve:
    """Knows by *gate* who is let in, and by *strangers* and *groups* whether there is still something to do about the others.

    *saw* is told of the chat and the number of each message that is let go.
    """

    def __init__(self, gate: Gate, strangers: SpareTime, groups: SpareTime, saw: Callable[[int, int], None]) -> None:
        self._gate = gate
        self._strangers = strangers
        self._groups = groups
        self._saw = saw
        self._moving: set[int] = set()  # groups under their new ids, which the gate hears of when it is their turn

    def sifted(self, updates: Sequence[object]) -> list[object]:
        """Return *updates* as they came but for those to let go; the last is there in any case, with its number at least."""
        pending: set[int] = set()
        kept = [update for update in updates if self.takes(update, pending)]
        last = updates[-1] if updates else None
        if isinstance(last, Mapping) and (not kept or kept[-1] is not last):
            kept.append({"update_id": last.get("update_id")})  # up to which Telegram is told that they have arrived
        return kept

    def takes(self, update: object, pending: set[int] | None = None) -> bool:
        """Return whether there is something to do about *update*; about the strangers and groups in *pending* there is already."""
        kind = next((kind for kind in KINDS if isinstance(update, Mapping) and kind in update), None)
        body = _part(update, kind) if kind else {}
        chat, user = _part(body, "chat") or _part(_part(body, "message"), "chat"), _part(body, "from") or _part(body, "user")
        if kind is None or not (chat or user):
            return True
        in_group = bool(chat) and chat.get("type") != Chat.PRIVATE
        key = _number(chat if in_group else user)
        if key is None or (in_group and self._is_moving(body, key)) or self._gate.may_ask(*(None, key) if in_group else (key, None)):
            return True
        matters = self._has_to_be_left(body, key) if in_group else self._has_to_be_told(kind, user, key)
        if matters and key not in (pending or ()):
            if pending is not None:
                pending.add(key)
            return True
        self._note(body)
        return False

    def _has_to_be_told(self, kind: str, user: Raw, number: int) -> bool:
        return kind in _TOLD and not user.get("is_bot") and self._strangers.has_room(number) and not self._gate.knows(number)

    def _has_to_be_left(self, body: Raw, number: int) -> bool:
        return _part(body, "new_chat_member").get("status") not in _GONE and self._groups.has_room(number)

    def _is_moving(self, body: Raw, number: int) -> bool:
        new = body.get("migrate_to_chat_id", number if "migrate_from_chat_id" in body else None)
        if isinstance(new, int):
            self._moving.add(new)
        return number in self._moving

    def _note(self, body: Raw) -> None:
        message = body if "message_id" in body else _part(body, "message")
        chat, number = _number(_part(message, "chat")), message.get("message_id")
        if chat is not None and isinstance(number, int):
            self._saw(chat, number)


def carries(update: Update) -> bool:
    """Return whether *update* is more than the number of one that was let go."""
    return any(getattr(update, kind) is not None for kind in KINDS)


def _part(of: object, name: str) -> Raw:
    """Return the part *name* of an object; an empty one where there is none."""
    part = of.get(name) if isinstance(of, Mapping) else None
    return part if isinstance(part, Mapping) else {}


def _number(of: Raw) -> int | None:
    number = of.get("id")
    return number if isinstance(number, int) else None
