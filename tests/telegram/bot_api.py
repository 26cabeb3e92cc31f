"""A Bot API on loopback, small and strict: it refuses what Telegram refuses, and fails when it is told to.

It runs in a thread of its own. Message ids are given out as Telegram does: one row of numbers for all private chats of the bot, one for each
supergroup. A message of ours that is edited into what it is already is refused as "not modified".
"""

import asyncio
import json
import socket
import struct
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Self

import httpx
import tornado.httpserver
import tornado.web
from markup_check import UnparsableError, length, read_html

TOKEN = "123456789:AAStandInTokenOfTheTests_0123456789abc"
BOT = {"id": 123456789, "is_bot": True, "first_name": "Corpus", "username": "corpus_bot"}
ME = BOT | {"can_join_groups": True, "can_read_all_group_messages": False, "supports_inline_queries": True}
SILENT = {
    "setMyCommands",
    "deleteMyCommands",
    "setMyDescription",
    "setMyShortDescription",
    "setMyName",
    "setChatMenuButton",
    "setMessageReaction",
}


class Refused(Exception):  # noqa: N818 - what the API answers, not a failure of the stand-in
    def __init__(self, code: int, description: str, **parameters: object) -> None:
        super().__init__(description)
        self.body = {"ok": False, "error_code": code, "description": description}
        if parameters:
            self.body["parameters"] = parameters


PATIENCE = 180.0  # seconds; on a machine that other work keeps busy the bot takes half a minute to start


@dataclass
class Call:
    method: str
    given: dict
    at: float
    result: object = None
    refused: str = ""


@dataclass
class Fault:
    """What goes wrong with the next *times* calls of *method*.

    *kind*: an HTTP status; "reset" before the call is carried out; "lost": carried out, the answer lost; "garbage": carried out, the answer
    no JSON; "hang": not carried out, answered after *seconds*.
    """

    method: str
    kind: str | int
    times: int = 1
    seconds: float = 3.0
    only: Callable[[dict], bool] = lambda given: True
    parameters: dict | None = None  # of the refusal


@dataclass
class BotApi:
    per_second: int | None = None  # messages; more are answered with 429
    latency: float = 0.0  # of each message
    lenient: bool = False  # edits that change nothing are taken
    everything: bool = False  # updates of kinds that were not asked for are handed out as well
    blocked: set[int] = field(default_factory=set)  # chats that answer 403

    def __post_init__(self) -> None:
        self.calls: list[Call] = []
        self.faults: list[Fault] = []
        self.messages: dict[tuple[int, int], dict] = {}
        self.files: dict[str, bytes] = {}
        self.uploads: dict[int, bytes] = {}
        self.waiting: list[dict] = []
        self.inline: dict[str, Call] = {}
        self.queries: set[str] = set()
        self.left: list[int] = []
        self.webhook: dict = {}
        self._numbers: dict[int, int] = {}
        self._updates = 1000
        self._sends: deque[float] = deque()
        self._poll = 0
        self._lock = threading.RLock()

    # ------------------------------------------------------------ running

    def __enter__(self) -> Self:
        ready = threading.Event()
        self._thread = threading.Thread(target=lambda: asyncio.run(self._serve(ready)), daemon=True)
        self._thread.start()
        assert ready.wait(10)
        return self

    def __exit__(self, *error: object) -> None:
        self._loop.call_soon_threadsafe(self._over.set)
        self._thread.join(10)

    async def _serve(self, ready: threading.Event) -> None:
        self._loop = asyncio.get_running_loop()
        self._over = asyncio.Event()
        self._news = asyncio.Event()
        routes = [(r"/file/bot([^/]+)/(.+)", Files, {"api": self}), (r"/bot([^/]+)/(\w+)", Methods, {"api": self})]
        self._http = tornado.httpserver.HTTPServer(tornado.web.Application(routes, log_function=lambda handler: None))
        self._listen(0)
        ready.set()
        await self._over.wait()
        self._http.stop()
        await self._http.close_all_connections()

    def _listen(self, port: int) -> None:
        listening = socket.socket()
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(("127.0.0.1", port))
        listening.listen(256)
        listening.setblocking(False)
        self.port = listening.getsockname()[1]
        self._http.add_socket(listening)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def down(self) -> None:
        """Refuse all connections."""

        async def close() -> None:
            self._http.stop()
            await self._http.close_all_connections()

        asyncio.run_coroutine_threadsafe(close(), self._loop).result(10)

    def up(self) -> None:
        async def listen() -> None:
            self._http._started = False
            self._http._stopped = False
            self._listen(self.port)

        asyncio.run_coroutine_threadsafe(listen(), self._loop).result(10)

    # ------------------------------------------------------------ what people do

    def push(self, **kind: dict) -> int:
        """Hand an update to the bot."""
        with self._lock:
            self._updates += 1
            update = {"update_id": self._updates, **kind}
            if self.webhook.get("url"):
                asyncio.run_coroutine_threadsafe(self._deliver(update), self._loop)
            else:
                self.waiting.append(update)
                self._loop.call_soon_threadsafe(self._news.set)
            return self._updates

    def say(self, user: int, text: str, *, chat: int | None = None, kind: str = "message", language: str = "en", **more: object) -> dict:
        """Have *user* say something; return the message."""
        return self.write(user, chat=chat, kind=kind, language=language, text=text, entities=entities(text), **more)

    def write(self, user: int, *, chat: int | None = None, kind: str = "message", language: str = "en", **more: object) -> dict:
        with self._lock:
            where = self.chat(chat or user)
            message = {
                "message_id": self.number(where["id"]),
                "date": int(time.time()),
                "chat": where,
                "from": person(user, language),
                **more,
            }
            self.messages[where["id"], message["message_id"]] = message
            self.push(**{kind: message})
            return message

    def edit(self, message: dict, text: str) -> None:
        message |= {"text": text, "entities": entities(text), "edit_date": int(time.time())}
        self.push(edited_message=message)

    def press(self, user: int, message: dict, data: str) -> str:
        query = f"q{len(self.queries) + 1}"
        self.queries.add(query)
        self.push(callback_query={"id": query, "from": person(user), "chat_instance": "1", "message": message, "data": data})
        return query

    def ask_inline(self, user: int, text: str) -> str:
        query = f"i{len(self.queries) + 1}"
        self.queries.add(query)
        self.push(inline_query={"id": query, "from": person(user), "query": text, "offset": ""})
        return query

    def react(self, user: int, message: dict, emoji: str = "👍") -> None:
        new = [{"type": "emoji", "emoji": emoji}]
        self.push(
            message_reaction={
                "chat": message["chat"],
                "message_id": message["message_id"],
                "user": person(user),
                "date": int(time.time()),
                "old_reaction": [],
                "new_reaction": new,
            }
        )

    def add_to(self, chat: int, user: int, status: str = "member") -> None:
        old, new = {"user": BOT, "status": "left"}, {"user": BOT, "status": status, "until_date": 0}
        self.push(
            my_chat_member={
                "chat": self.chat(chat),
                "from": person(user),
                "date": int(time.time()),
                "old_chat_member": old,
                "new_chat_member": new,
            }
        )

    def send_file(self, user: int, name: str, content: bytes, **more: object) -> dict:
        key = f"f{len(self.files) + 1}"
        self.files[key] = content
        document = {"file_id": key, "file_unique_id": key, "file_name": name, "file_size": len(content)}
        return self.write(user, document=document, **more)

    def chat(self, chat: int) -> dict:
        if chat > 0:
            return {"id": chat, "type": "private", "first_name": f"User {chat}"}
        return {"id": chat, "type": "supergroup" if chat < -(10**12) else "group", "title": f"Group {chat}"}

    def number(self, chat: int) -> int:
        row = chat if chat < -(10**12) else 0
        self._numbers[row] = self._numbers.get(row, 0) + 1
        return self._numbers[row]

    # ------------------------------------------------------------ what came of it

    def of(self, method: str) -> list[Call]:
        """Return the calls of *method* that were carried out."""
        with self._lock:
            return [call for call in self.calls if call.method == method and not call.refused]

    def sent(self, chat: int | None = None) -> list[dict]:
        """Return the messages of the bot, in the order of their ids."""
        with self._lock:
            return [m for m in self.messages.values() if m["from"]["is_bot"] and chat in (None, m["chat"]["id"])]

    def replies(self, message: dict) -> list[dict]:
        number = message["message_id"]
        return [m for m in self.sent(message["chat"]["id"]) if m.get("reply_to_message", {}).get("message_id") == number]

    def wait(self, condition: Callable[[], object], seconds: float = PATIENCE) -> object:
        """Return what *condition* returns as soon as it is true; fail after *seconds*."""
        end = time.monotonic() + seconds
        while not (found := condition()):
            assert time.monotonic() < end, f"nothing came within {seconds} s; calls: {[call.method for call in self.calls[-20:]]}"
            time.sleep(0.02)
        return found

    def reply(self, message: dict, seconds: float = PATIENCE) -> dict:
        """Return the first reply to *message*."""
        found = self.wait(lambda: self.replies(message), seconds)
        assert isinstance(found, list)
        return found[0]

    # ------------------------------------------------------------ methods

    async def call(self, method: str, given: dict, files: dict[str, bytes]) -> object:
        if method == "getUpdates":
            return await self.get_updates(given)
        if method in ("sendMessage", "sendPhoto", "sendDocument") and self.latency:
            await asyncio.sleep(self.latency)
        with self._lock:
            if method in SILENT or method in ("sendChatAction", "deleteMessage"):
                return True
            handler = getattr(self, "do_" + "".join("_" + c.lower() if c.isupper() else c for c in method), None)
            if handler is None:
                raise Refused(404, "Not Found: method not found")
            return handler(given, files)

    async def get_updates(self, given: dict) -> list[dict]:
        if self.webhook.get("url"):
            raise Refused(
                409, "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
            )
        self._poll += 1
        mine = self._poll
        end = time.monotonic() + float(given.get("timeout", 0))
        offset, kinds = int(given.get("offset", 0)), given.get("allowed_updates") or []
        while True:
            with self._lock:
                self.waiting = [update for update in self.waiting if update["update_id"] >= offset]
                found = [u for u in self.waiting if self.everything or not kinds or set(kinds) & u.keys()][: int(given.get("limit", 100))]
            if found or time.monotonic() >= end:
                return found
            self._news.clear()
            with suppress(TimeoutError):
                await asyncio.wait_for(self._news.wait(), min(0.25, max(end - time.monotonic(), 0.01)))
            if mine != self._poll and float(given.get("timeout", 0)):
                raise Refused(409, "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running")

    def do_get_me(self, given: dict, files: dict) -> dict:
        return ME

    def do_delete_webhook(self, given: dict, files: dict) -> bool:
        self.webhook = {}
        return True

    def do_set_webhook(self, given: dict, files: dict) -> bool:
        self.webhook = given
        return True

    def do_send_message(self, given: dict, files: dict) -> dict:
        return self._post(given, text=self._text(given, "text", 4096))

    def do_send_photo(self, given: dict, files: dict) -> dict:
        return self._media(given, files, "photo", [{"file_id": "p", "file_unique_id": "p", "width": 1, "height": 1}])

    def do_send_document(self, given: dict, files: dict) -> dict:
        return self._media(given, files, "document", {"file_id": "d", "file_unique_id": "d"})

    def _media(self, given: dict, files: dict, kind: str, value: object) -> dict:
        if kind not in given and kind not in files:
            raise Refused(400, f"Bad Request: there is no {kind} in the request")
        caption = self._text(given, "caption", 1024) if given.get("caption") else ""
        message = self._post(given, caption=caption, **{kind: value})
        content = next(iter(files.values()), b"")
        self.uploads[message["message_id"]] = content
        return message

    def _post(self, given: dict, **content: object) -> dict:
        chat = int(given["chat_id"])
        if chat in self.blocked:
            raise Refused(403, "Forbidden: bot was blocked by the user")
        if chat in self.left:
            raise Refused(403, "Forbidden: bot is not a member of the group chat")
        now = time.monotonic()
        while self._sends and now - self._sends[0] >= 1:
            self._sends.popleft()
        if self.per_second is not None and len(self._sends) >= self.per_second:
            raise Refused(429, "Too Many Requests: retry after 1", retry_after=1)
        message = {"chat": self.chat(chat), "from": BOT, "date": int(time.time()), **content, **self._markup(given)}
        reply = given.get("reply_parameters")
        if reply:
            if (chat, reply["message_id"]) in self.messages:
                message["reply_to_message"] = {"message_id": reply["message_id"], "date": 1, "chat": self.chat(chat)}
            elif not reply.get("allow_sending_without_reply"):
                raise Refused(400, "Bad Request: message to be replied not found")
        if given.get("message_thread_id"):
            message |= {"message_thread_id": int(given["message_thread_id"]), "is_topic_message": True}
        message = {"message_id": self.number(chat), **message}
        self._sends.append(now)
        self.messages[chat, message["message_id"]] = message
        return message

    def do_edit_message_text(self, given: dict, files: dict) -> dict:
        return self._change(given, text=self._text(given, "text", 4096), **self._markup(given))

    def do_edit_message_caption(self, given: dict, files: dict) -> dict:
        return self._change(given, caption=self._text(given, "caption", 1024), **self._markup(given))

    def _change(self, given: dict, **content: object) -> dict:
        message = self.messages.get((int(given["chat_id"]), int(given["message_id"])))
        if message is None:
            raise Refused(400, "Bad Request: message to edit not found")
        if not message["from"]["is_bot"]:
            raise Refused(400, "Bad Request: message can't be edited")
        if "text" in content and "text" not in message:
            raise Refused(400, "Bad Request: there is no text in the message to edit")
        before = {key: message.get(key) for key in (*content, "reply_markup")}
        if before == {"reply_markup": None, **content} and not self.lenient:
            raise Refused(400, "Bad Request: message is not modified: specified new message content and reply markup are exactly the same")
        message.pop("reply_markup", None)
        message |= content
        return message

    def do_answer_callback_query(self, given: dict, files: dict) -> bool:
        if given["callback_query_id"] not in self.queries:
            raise Refused(400, "Bad Request: query is too old and response timeout expired or query ID is invalid")
        if length(str(given.get("text", ""))) > 200:
            raise Refused(400, "Bad Request: MESSAGE_TOO_LONG")
        return True

    def do_answer_inline_query(self, given: dict, files: dict) -> bool:
        if given["inline_query_id"] not in self.queries:
            raise Refused(400, "Bad Request: query is too old and response timeout expired or query ID is invalid")
        results = given.get("results", [])
        ids = [result["id"] for result in results]
        if len(results) > 50 or len(set(ids)) < len(ids) or not all(1 <= len(i.encode()) <= 64 for i in ids):
            raise Refused(400, "Bad Request: RESULT_ID_INVALID")
        for result in results:
            content = result.get("input_message_content", {})
            if "message_text" in content:
                self._text(content, "message_text", 4096)
        return True

    def do_get_file(self, given: dict, files: dict) -> dict:
        if given["file_id"] not in self.files:
            raise Refused(400, "Bad Request: wrong file_id or the file is temporarily unavailable")
        size = len(self.files[given["file_id"]])
        if size > 20_000_000:
            raise Refused(400, "Bad Request: file is too big")
        return {
            "file_id": given["file_id"],
            "file_unique_id": given["file_id"],
            "file_size": size,
            "file_path": f"documents/{given['file_id']}",
        }

    def do_leave_chat(self, given: dict, files: dict) -> bool:
        self.left.append(int(given["chat_id"]))
        return True

    def _text(self, given: dict, name: str, limit: int) -> str:
        text = str(given.get(name, ""))
        if given.get("parse_mode") == "HTML":
            try:
                text = read_html(text)
            except UnparsableError as error:
                raise Refused(400, f"Bad Request: can't parse entities: {error}") from error
        if not text.strip():
            raise Refused(400, "Bad Request: message text is empty")
        if length(text) > limit:
            raise Refused(400, "Bad Request: message is too long")
        return text

    def _markup(self, given: dict) -> dict:
        markup = given.get("reply_markup")
        for row in (markup or {}).get("inline_keyboard", []):
            for button in row:
                data = button.get("callback_data")
                if not button.get("text") or (data is not None and not 1 <= len(data.encode()) <= 64):
                    raise Refused(400, "Bad Request: BUTTON_DATA_INVALID")
        return {"reply_markup": markup} if markup else {}

    # ------------------------------------------------------------ webhooks and faults

    async def _deliver(self, update: dict) -> None:
        """Post *update* to the webhook until it is taken, each time as the webhook is set then."""
        async with httpx.AsyncClient() as client:
            for _ in range(150):
                hook = self.webhook
                secret = {"X-Telegram-Bot-Api-Secret-Token": hook["secret_token"]} if hook.get("secret_token") else {}
                try:
                    done = await client.post(hook["url"], json=update, headers=secret)
                    if done.status_code == 200:
                        return
                except httpx.HTTPError:
                    pass
                await asyncio.sleep(0.2)

    def fault_of(self, method: str, given: dict) -> Fault | None:
        with self._lock:
            for fault in self.faults:
                if fault.method in (method, "*") and fault.times > 0 and fault.only(given):
                    fault.times -= 1
                    return fault
        return None


class Files(tornado.web.RequestHandler):
    def initialize(self, api: BotApi) -> None:
        self.api = api

    def get(self, token: str, path: str) -> None:
        content = self.api.files.get(path.rpartition("/")[2]) if token == TOKEN else None
        if content is None:
            self.set_status(404)
        else:
            self.write(content)


class Methods(tornado.web.RequestHandler):
    def initialize(self, api: BotApi) -> None:
        self.api = api

    async def post(self, token: str, method: str) -> None:
        api = self.api
        if token != TOKEN:
            self._answer(401, {"ok": False, "error_code": 401, "description": "Unauthorized"})
            return
        given = dict(self._given())
        files = {name: found[0]["body"] for name, found in self.request.files.items()}
        fault = api.fault_of(method, given)
        call = Call(method, given, time.monotonic())
        with api._lock:
            api.calls.append(call)
        if fault is not None and fault.kind not in ("lost", "garbage"):
            call.refused = str(fault.kind)
            await self._fail(fault)
            return
        try:
            call.result = await api.call(method, given, files)
            status, body = 200, {"ok": True, "result": call.result}
        except Refused as refused:
            call.refused = str(refused)
            status, body = refused.body["error_code"], refused.body
        if fault is not None and fault.kind == "lost":
            self._reset()
        elif fault is not None:
            self.write(b"<html>proxy</html>")
        else:
            self._answer(status, body)

    get = post

    def _given(self) -> Iterator[tuple[str, object]]:
        if self.request.headers.get("Content-Type", "").startswith("application/json"):
            yield from json.loads(self.request.body or b"{}").items()
            return
        for name, values in self.request.arguments.items():
            text = values[-1].decode()
            complex_value = text.startswith(("[", "{")) and name not in ("text", "caption")
            yield name, json.loads(text) if complex_value else text

    async def _fail(self, fault: Fault) -> None:
        if fault.kind == "reset":
            self._reset()
        elif fault.kind == "hang":
            await asyncio.sleep(fault.seconds)
            self.set_status(504)
        elif fault.kind == 429:
            after = max(1, int(fault.seconds))
            body = {
                "ok": False,
                "error_code": 429,
                "description": f"Too Many Requests: retry after {after}",
                "parameters": {"retry_after": after},
            }
            self._answer(429, body)
        elif isinstance(fault.kind, int):
            self._answer(fault.kind, {"ok": False, "error_code": fault.kind, "description": f"Fault {fault.kind}"})
        else:
            extra = {"parameters": fault.parameters} if fault.parameters else {}
            self._answer(400, {"ok": False, "error_code": 400, "description": fault.kind, **extra})

    def _answer(self, status: int, body: dict) -> None:
        self.set_status(status)
        self.set_header("Content-Type", "application/json")
        self.write(json.dumps(body))

    def _reset(self) -> None:
        stream = self.detach()
        stream.socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        stream.close()


def person(user: int, language: str = "en") -> dict:
    return {"id": user, "is_bot": False, "first_name": f"User {user}", "language_code": language}


def entities(text: str) -> list[dict]:
    if not text.startswith("/"):
        return []
    return [{"type": "bot_command", "offset": 0, "length": len(text.split()[0])}]
