"""What the service itself says to people, in their language. What it says about documents is the face's."""

from html import escape

_NOTICES = {
    "refused": {
        "en": "This bot answers only people who were let in. Its owner can let you in; your id is {user}.",
        "ru": "Бот отвечает только тем, кому открыт доступ. Его может открыть владелец бота; ваш id — {user}.",
    },
    "refused_with_code": {
        "en": "This bot answers only people who were let in. To be let in, give its owner this code, which is good for a day: {code}",
        "ru": "Бот отвечает только тем, кому открыт доступ. Чтобы его получить, передайте владельцу бота код, он действует сутки: {code}",
    },
    "welcome": {
        "en": "You were let in. Ask a question, or see /help. — Доступ открыт. Задайте вопрос или откройте /help.",
    },
    "approved": {"en": "{user} was let in.", "ru": "Доступ для {user} открыт."},
    "code_unknown": {"en": "No one was given this code today.", "ru": "Такого кода за последние сутки никто не получал."},
    "revoked": {"en": "{user} is shut out again.", "ru": "Доступ для {user} закрыт."},
    "not_admitted": {
        "en": "Nobody with this id was let in by a code. Who is listed in the settings is shut out there.",
        "ru": "По коду никого с таким id не впускали. Кто указан в настройках, того закрывают там же.",
    },
    "admins_only": {"en": "Only admins of this bot can do that.", "ru": "Это могут только администраторы бота."},
    "busy": {
        "en": "Too many questions are waiting at the moment. Yours was not taken; please ask again in a minute.",
        "ru": "Сейчас в очереди слишком много вопросов. Ваш не принят; задайте его, пожалуйста, ещё раз через минуту.",
    },
    "indexing": {"en": "Reading the documents ...", "ru": "Читаю документы ..."},
    "indexing_already": {"en": "The documents are being read already.", "ru": "Документы уже читаются."},
    "indexed": {"en": "Done: {report}", "ru": "Готово: {report}"},
    "indexing_failed": {"en": "The documents could not be read: {report}", "ru": "Прочитать документы не удалось: {report}"},
    "nothing_indexed": {
        "en": "The index names no folder or file that is still there: run `qa-bot index FOLDER` where the bot runs.",
        "ru": "В индексе нет ни одной папки или файла, которые ещё на месте: выполните `qa-bot index FOLDER` там, где работает бот.",
    },
    "uploads_off": {
        "en": "Documents are not taken here: QA_BOT_TELEGRAM_UPLOADS names no folder for them.",
        "ru": "Документы здесь не принимаются: QA_BOT_TELEGRAM_UPLOADS не указывает для них папку.",
    },
    "upload_kind": {
        "en": "{name} is of a kind that is not read; these are: {kinds}",
        "ru": "{name}: такие файлы не читаются; читаются {kinds}",
    },
    "upload_size": {
        "en": "{name} is too large: at most {limit} MB are taken.",
        "ru": "{name}: файл слишком большой, принимается до {limit} МБ.",
    },
    "upload_failed": {"en": "{name} could not be fetched from Telegram.", "ru": "{name}: файл не удалось получить от Telegram."},
}


def notice(key: str, language: str | None, **values: object) -> str:
    """Return the notice *key* as HTML in the language of a Telegram client, with *values* filled in.

    >>> notice("approved", "de", user=7)
    '7 was let in.'
    """
    words = _NOTICES[key]
    chosen = words.get((language or "en").split("-")[0], words["en"])
    return chosen.format(**{name: escape(str(value), quote=False) for name, value in values.items()})
