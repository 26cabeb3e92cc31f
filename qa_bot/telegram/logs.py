"""Logs of the service: a line of JSON each, without the token and without what people asked."""

import json
import logging
import re
import sys
import time
from collections.abc import Iterable

from qa_bot.settings import LogFormat, LogLevel

HIDDEN = "(hidden)"
_TOKEN = re.compile(r"\b\d{6,12}(?::|%3A)[A-Za-z0-9_-]{30,}")  # of any bot
_TALKATIVE = ("telegram", "httpx", "httpcore", "apscheduler", "tornado", "asyncio")
_LONG = 120  # characters of an argument of a foreign message: what is longer is a request or an answer with somebody's words in it


class Redaction:
    """Takes secrets out of texts."""

    def __init__(self, secrets: Iterable[str]) -> None:
        self._secrets = [form for secret in secrets if secret for form in (secret, secret.replace(":", "%3A"), secret.replace(":", "%3a"))]

    def __call__(self, text: str) -> str:
        for secret in self._secrets:
            text = text.replace(secret, HIDDEN)
        return _TOKEN.sub(HIDDEN, text)


class Formatter(logging.Formatter):
    """A record as one line of JSON, or as text, redacted."""

    def __init__(self, layout: LogFormat, redact: Redaction) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s")
        self._layout = layout
        self._redact = redact

    def format(self, record: logging.LogRecord) -> str:
        if self._layout is LogFormat.TEXT:
            return self._redact(super().format(record))
        moment = time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(record.created))
        fields = {
            "time": f"{moment}.{int(record.msecs):03d}Z",
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
        }
        if record.exc_info:
            fields["error"] = self.formatException(record.exc_info)
        return self._redact(json.dumps(fields, ensure_ascii=False))


def leave_out_bodies(record: logging.LogRecord) -> bool:
    """Shorten what libraries log of requests and answers."""
    if record.name.split(".")[0] in _TALKATIVE and isinstance(record.args, tuple):
        record.args = tuple("(left out)" if len(str(value)) > _LONG else value for value in record.args)
    return True


def log_to_stderr(level: LogLevel, layout: LogFormat, redact: Redaction) -> None:
    """Have everything logged from now on go to stderr, redacted; libraries speak up from WARNING on."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(Formatter(layout, redact))
    handler.addFilter(leave_out_bodies)
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level.upper())
    for name in _TALKATIVE:
        logging.getLogger(name).setLevel(max(root.level, logging.WARNING))
    logging.getLogger("telegram.ext.AIORateLimiter").setLevel(
        logging.CRITICAL
    )  # it reports each 429 with a traceback; the sender does, too
    logging.captureWarnings(True)
