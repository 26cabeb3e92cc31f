"""The bot as a process: built from settings, fed by polling, ended by a signal."""

import asyncio
import logging
import signal
from collections.abc import Callable, Coroutine

from telegram import Update
from telegram.error import InvalidToken, NetworkError
from telegram.ext import AIORateLimiter, Application, ApplicationHandlerStop, TypeHandler

from qa_bot.app import answerer
from qa_bot.errors import ConfigError
from qa_bot.settings import Settings, telegram_token
from qa_bot.telegram.asking import Asking
from qa_bot.telegram.equipment import Access, App, Context, Equipment
from qa_bot.telegram.face import create_face
from qa_bot.telegram.sending import BotSender
from qa_bot.telegram.state import State

logger = logging.getLogger(__name__)


def serve(settings: Settings) -> int:
    """Run the bot until SIGTERM or SIGINT; return the exit code. Raises ConfigError for what keeps it from starting."""
    token = telegram_token(settings)
    if not token:
        raise ConfigError("there is no Telegram token: set QA_BOT_TELEGRAM_TOKEN or QA_BOT_TELEGRAM_TOKEN_FILE; @BotFather gives one")
    asking, state = Asking(answerer(settings)), State(settings.state)
    try:
        asyncio.run(_run(settings, token, asking, state))
    finally:
        asking.close()
        state.close()
    return 0


async def _run(settings: Settings, token: str, asking: Asking, state: State) -> None:
    url = settings.telegram_api_url.rstrip("/")
    app: App = (
        Application.builder()
        .token(token)
        .base_url(f"{url}/bot")
        .base_file_url(f"{url}/file/bot")
        .rate_limiter(AIORateLimiter(overall_max_rate=2, overall_time_period=2 / 28))
        .concurrent_updates(256)
        .build()
    )
    equipment = Equipment(settings=settings, asking=asking, state=state, sender=BotSender(app.bot), access=_Listed(settings))
    face = create_face(equipment)
    app.add_handler(TypeHandler(Update, _gate(equipment.access)), group=-1)
    app.add_handlers(list(face.handlers()))
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    try:
        await app.initialize()
    except InvalidToken:
        raise ConfigError("Telegram does not know this token: copy it again from @BotFather") from None
    except NetworkError as error:
        raise ConfigError(f"Telegram cannot be reached: {error}") from None
    await face.start(app)
    await app.start()
    if app.updater is not None:
        await app.updater.start_polling(bootstrap_retries=-1, allowed_updates=[Update.MESSAGE, Update.CALLBACK_QUERY])
    await stop.wait()
    if app.updater is not None:
        await app.updater.stop()
    await app.stop()
    await app.shutdown()


def _gate(access: Access) -> Callable[[Update, Context], Coroutine[object, object, None]]:
    async def check(update: Update, context: Context) -> None:
        user, chat = update.effective_user, update.effective_chat
        if not access.may_ask(user.id if user else None, chat.id if chat else None):
            raise ApplicationHandlerStop

    return check


class _Listed(Access):
    """Access by the lists in the settings."""

    def __init__(self, settings: Settings) -> None:
        self._allowed = set(settings.telegram_allowed)
        self._admins = set(settings.telegram_admins)

    def is_admin(self, user: int) -> bool:
        return str(user) in self._admins

    def may_ask(self, user: int | None, chat: int | None = None) -> bool:
        return bool({"*", str(user), str(chat)} & (self._allowed | self._admins))
