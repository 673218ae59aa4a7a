"""How the URL of an article may be written, so that it can name the article in a graph."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import quote, urlsplit, urlunsplit

HOST: Final = re.compile(r"[\w.-]+|\[[0-9A-Fa-f:.]+\]")
STRAY_PERCENT: Final = re.compile(r"%(?![0-9A-Fa-f]{2})")
NOT_IN_IRI: Final = re.compile(
    r"[^\w!$&'()*+,;=:@/?%.~\-\u00a0-\ud7ff\uf900-\ufdcf\ufdf0-\uffef\U00010000-\U0001fffd\U00020000-\U0002fffd]"
)
"""What RFC 3987 does not allow in a path, query or fragment."""


def absolute_url(written: str) -> str:
    """The absolute http(s) URL that is written, as a valid IRI; raises ValueError if it is none.

    What an IRI may not hold (spaces, quotes, angle brackets …) is percent-encoded, scheme and host are put in lower
    case, an empty path becomes "/"; nothing else is changed.
    """
    try:
        parts = urlsplit(written.strip())
        host, port = parts.hostname or "", parts.port
    except ValueError:
        raise ValueError(f"“{written:.80}” is not a URL") from None
    if parts.scheme not in ("http", "https") or "@" in parts.netloc or not HOST.fullmatch(_bracketed(host)):
        raise ValueError(f"“{written:.80}” is not an absolute URL such as https://example.org/a")
    netloc = _bracketed(host) + (f":{port}" if port is not None else "")
    return urlunsplit((parts.scheme, netloc, *map(_encoded, (parts.path or "/", parts.query, parts.fragment))))


def _bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def _encoded(part: str) -> str:
    return NOT_IN_IRI.sub(lambda found: quote(found[0], safe=""), STRAY_PERCENT.sub("%25", part))
