"""Bytes become text as it was written, or are refused: never silently damaged."""

from __future__ import annotations

import codecs
import re
from typing import Final

from kg.errors import EmptyInput, InputError

BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
CONTROLS: Final = bytes(set(range(1, 32)) - set(b"\t\n\v\f\r\x1a\x1b")) + b"\x7f"
SURROGATE: Final = re.compile(rb"\xed[\xa0-\xbf][\x80-\xbf]")
UTF8_PUNCTUATION: Final = re.compile(rb"\xe2\x80[\x93-\xa6]")
"""Dashes, quotation marks and dots in UTF-8: as any older encoding they would be "â€œ" or the like."""
DECLARED: Final = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
LEGACY: Final = re.compile(
    r"iso-?8859-?\d+|windows-\d+|cp\d+|koi8-[ru]|gbk|gb18030|big5(-hkscs)?|shift_jis|euc-(jp|kr)"
)
WIDER: Final = {
    "iso-8859-1": "cp1252",
    "us-ascii": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
}
"""What a page that declares the one is written in, as browsers read it."""


def decode(data: bytes) -> str:
    """The text of `data`: by its byte order mark, as UTF-8, else as the older encoding it most looks like.

    Line ends stay as they are; a byte order mark is dropped. Raises InputError for what is no text, or text in two
    encodings at once.
    """
    text = _plain(data)
    return _guessed(data) if text is None else text


def decode_page(data: bytes) -> str:
    """The source of an HTML page: as `decode`, but an older encoding that the page declares is believed.

    Pages are put together from many hands: bytes that fit no encoding become U+FFFD here, for `kg.sources.page` to
    refuse if they stand in the article itself.
    """
    text = _plain(data)
    if text is not None:
        return text
    found = DECLARED.search(data, 0, 4096)
    declared = found[1].decode("ascii").lower() if found else ""
    if declared in WIDER or LEGACY.fullmatch(declared):
        try:
            return data.decode(WIDER.get(declared, declared))
        except (UnicodeDecodeError, LookupError):
            pass  # it is not what it declares
    return data.decode("utf-8", "replace") if _mixed(data) else _guessed(data)


def check_text(text: str) -> str:
    """The text itself; raises InputError unless it can be stored: not blank, no NUL, no lone surrogate."""
    if not text or text.isspace():
        raise EmptyInput("there is no text in it; remove it or fill it")
    nul = text.find("\0")
    if nul >= 0:
        raise InputError(f"holds a NUL at character {nul}: not a text, or a damaged one; remove the NULs")
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise InputError(
            f"holds half a character (a lone surrogate, U+{ord(text[error.start]):04X}) at character {error.start}; "
            "write it as valid Unicode"
        ) from None
    return text


def _plain(data: bytes) -> str | None:
    """The text by byte order mark or as UTF-8; None if it has neither."""
    mark, encoding = next(((mark, name) for mark, name in BOMS if data.startswith(mark)), (b"", "utf-8"))
    if not encoding.startswith(("utf-16", "utf-32")):
        _refuse_binary(data)
    try:
        return data[len(mark) :].decode(encoding)
    except UnicodeDecodeError as error:
        if mark:
            raise InputError(
                f"marked as {encoding}, but byte {error.start + len(mark)} is not; save it as UTF-8"
            ) from None
        return None


def _refuse_binary(data: bytes) -> None:
    nul = data.find(b"\0")
    if nul >= 0:
        raise InputError(f"holds a NUL at byte {nul}: a binary file, or a damaged text; give it as text in UTF-8")
    if (len(data) - len(data.translate(None, CONTROLS))) * 100 > len(data):
        raise InputError("a binary file, not text; give the article as text in UTF-8")


def _guessed(data: bytes) -> str:
    if SURROGATE.search(data):
        raise InputError(
            "holds half a character (a lone surrogate), which UTF-8 does not allow; write it as valid Unicode"
        )
    if _mixed(data):
        raise InputError(f"in two encodings at once: UTF-8 in part, but not {_first_invalid(data)}; save it as UTF-8")
    from charset_normalizer import from_bytes

    matches = from_bytes(data)
    best = matches.best()
    if best is None:
        raise InputError(
            f"neither UTF-8 ({_first_invalid(data)}) nor another encoding that can be told; save it as UTF-8"
        )
    # Of encodings that fit alike the first in the alphabet would win: cp1250, "naďve".
    alike = {match.encoding for match in matches if (match.chaos, match.coherence) == (best.chaos, best.coherence)}
    return data.decode("cp1252" if "cp1252" in alike else best.encoding)


def _mixed(data: bytes) -> bool:
    """Whether bytes that are not UTF-8 hold too much UTF-8 for chance."""
    text = data.decode("utf-8", "replace")
    invalid = text.count("\ufffd")
    valid = len(text) - len(text.encode("ascii", "ignore")) - invalid
    return valid * 4 > invalid or UTF8_PUNCTUATION.search(data) is not None


def _first_invalid(data: bytes) -> str:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return f"byte {error.start} in line {line}"
    return "every byte"
