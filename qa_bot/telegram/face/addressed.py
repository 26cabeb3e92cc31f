"""Which messages are questions to the bot, and in which words: in a group only a command, a mention or a reply to it."""

import re

from telegram import Bot, Chat, Message, MessageEntity

from qa_bot.telegram.face.memory import Place

_COMMAND = re.compile(r"/([A-Za-z0-9_]+(?:@\w+)?)(?=\s|$)")


def place_of(message: Message) -> Place | None:
    """Return where and with whom *message* talks; None for a message of nobody, such as a channel's."""
    if message.from_user is None:
        return None
    return Place(message.chat_id, message.from_user.id, message.message_thread_id if message.is_topic_message else None)


def replied_to(message: Message) -> Message | None:
    """Return what *message* replies to; not what opened its topic, which Telegram names where a message of it replies to nothing."""
    reply = message.reply_to_message
    return None if reply is None or reply.forum_topic_created is not None else reply


def question_of(message: Message, bot: Bot) -> str | None:
    """Return what *message* asks the bot; None when it is not for the bot, or has no word in it."""
    if message.via_bot is not None and message.via_bot.id == bot.id:
        return None  # an answer that somebody sent inline
    text = message.text or message.caption or ""
    command = _command(message)
    if command is not None:
        name, _, addressee = command.partition("@")
        return _words(text[1 + len(command) :]) if name == "ask" and addressee.lower() in ("", bot.username.lower()) else None
    mentions = _mentions(message, bot)
    if message.chat.type != Chat.PRIVATE and not mentions and not _replies_to(message, bot):
        return None
    for mention in mentions:
        text = text.replace(mention, " ", 1)
    return _words(text)


def says_nothing(message: Message, bot: Bot) -> bool:
    """Return whether *message* was written to the bot in private and has no word in it, such as an emoji or a mere "?"."""
    written = message.chat.type == Chat.PRIVATE and message.via_bot is None and _command(message) is None
    return written and question_of(message, bot) is None


def mentions_only(message: Message, bot: Bot) -> bool:
    """Return whether *message* holds nothing but the bot's name."""
    return message.via_bot is None and _command(message) is None and bool(_mentions(message, bot)) and question_of(message, bot) is None


def asked_by_another(message: Message, bot: Bot) -> str | None:
    """Return what a person has written in the message that *message* replies to; None where it replies to none, or to a bot's."""
    reply = replied_to(message)
    if reply is None or reply.from_user is None or reply.from_user.is_bot or reply.via_bot is not None:
        return None
    opening = _command(reply)
    return question_of(reply, bot) or (None if opening else _words(reply.text or reply.caption or ""))


def _words(text: str) -> str | None:
    words = " ".join(text.split())
    return words if any(map(str.isalnum, words)) else None


def _command(message: Message) -> str | None:
    """Return the command that *message* opens with, without its slash: "ask@some_bot"."""
    first = next(iter(message.entities), None)
    if first is not None and first.type == MessageEntity.BOT_COMMAND and first.offset == 0:
        return message.parse_entity(first)[1:].lower()
    opening = _COMMAND.match(message.text or "")  # some clients mark no command in what is edited
    return opening[1].lower() if opening else None


def _mentions(message: Message, bot: Bot) -> list[str]:
    """Return the places in the text that name the bot."""
    parse = message.parse_entities if message.text else message.parse_caption_entities
    found = parse([MessageEntity.MENTION, MessageEntity.TEXT_MENTION])
    return [
        text for entity, text in found.items() if text.lower() == f"@{bot.username}".lower() or (entity.user and entity.user.id == bot.id)
    ]


def _replies_to(message: Message, bot: Bot) -> bool:
    reply = replied_to(message)
    return reply is not None and reply.from_user is not None and reply.from_user.id == bot.id
