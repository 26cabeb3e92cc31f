"""Text as the HTML that Telegram reads. What comes from documents and people passes through `escape`, whatever it holds."""

import re
from html import escape as escape_html

from qa_bot.text.printable import printable

# What Telegram would make a link of: a name that it notifies, a command that a touch sends. A document must do neither.
_LIVE = re.compile(r"(?<!\w)[@/](?=\w|$)")
_JOINER = "\u2060"  # takes no room and ends the word


def escape(text: str) -> str:
    """Return *text* as HTML on one line: nothing in it is a tag, hides or reorders, names an account or is a command."""
    return escape_html(_LIVE.sub(rf"\g<0>{_JOINER}", printable(text)), quote=False)


def bold(text: str) -> str:
    return f"<b>{escape(text)}</b>"


def italic(text: str) -> str:
    return f"<i>{escape(text)}</i>"


def link(text: str, url: str) -> str:
    """Return *text* as a link; where *url* is not of the web, as mere text."""
    if not re.fullmatch(r"https?://[^\s<>\"]+", url):
        return escape(text)
    return f'<a href="{escape_html(printable(url))}">{escape(text)}</a>'


def folded(html: str) -> str:
    """Return *html* as a quotation that shows three lines and unfolds when touched."""
    return f"<blockquote expandable>{html}</blockquote>"
