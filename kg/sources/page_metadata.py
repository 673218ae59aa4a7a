"""What a page says of its article: JSON-LD, meta elements, its headline. Nothing is guessed from the text."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urljoin, urlsplit

from kg.sources.metadata import Metadata, merge, metadata_from

if TYPE_CHECKING:
    from lxml.html import HtmlElement  # type: ignore[import-untyped]

ARTICLE: Final = re.compile(r"(?:\w*Article|\w*BlogPosting|Report)")
TIMES: Final = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "date",
    "dc.date",
    "dcterms.date",
)
AUTHORS: Final = ("author", "article:author", "dc.creator", "dcterms.creator", "parsely-author")
Node = dict[str, Any]


def page_metadata(tree: HtmlElement) -> Metadata:
    """What the page says of its article, JSON-LD before meta elements before the visible headline.

    Values that cannot be read (a date that is none, a broken URL) are unknown.
    """
    meta = _meta(tree)
    layers = [_from_root(tree, meta), _from_json_ld(tree), _from_meta(meta), _from_body(tree)]
    found = merge(*(metadata_from(layer, lenient=True) for layer in layers))
    return replace(found, title=_without_site(found.title, meta.get("og:site_name", [])))


def _meta(tree: HtmlElement) -> dict[str, list[str]]:
    """The contents of the meta elements by property, name or itemprop, in lower case."""
    found: dict[str, list[str]] = {}
    for element in tree.iterfind(".//meta[@content]"):
        key = element.get("property") or element.get("name") or element.get("itemprop") or ""
        found.setdefault(key.lower(), []).append(element.get("content", "").strip())
    return found


def _from_root(tree: HtmlElement, meta: dict[str, list[str]]) -> Node:
    canonical = [link.get("href", "") for link in tree.iterfind(".//link[@rel='canonical']")]
    base = next(iter(meta.get("og:url", [])), "")
    return {
        "url": next(filter(_leads_to_one_article, (_joined(base, url) for url in [*canonical, base])), None),
        "language": tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or tree.get("xml:lang"),
    }


def _joined(base: str, url: str) -> str:
    try:
        return urljoin(base, url.strip())
    except ValueError:
        return ""


def _leads_to_one_article(url: str) -> bool:
    """Whether a URL names more than a site: some sites give their front page as canonical for every article."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return bool(parts.netloc and (parts.path.strip("/") or parts.query))


def _from_json_ld(tree: HtmlElement) -> Node:
    nodes = [
        node for script in tree.iterfind(".//script[@type='application/ld+json']") for node in _nodes(script.text or "")
    ]
    by_id = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and len(node) > 1}
    article: Node = next((node for node in nodes if any(map(_is_article, _listed(node.get("@type"))))), {})
    url = next(
        filter(_leads_to_one_article, _names([article.get("url"), article.get("mainEntityOfPage")], by_id, "@id")), None
    )
    return {
        "title": next(_names(article.get("headline"), by_id), None),
        "url": url,
        "published": article.get("datePublished"),
        "publisher": next(_names(article.get("publisher"), by_id), None),
        "authors": [name for name in _names(article.get("author"), by_id) if "://" not in name],
        "language": next(_names(article.get("inLanguage"), by_id), None),
    }


def _nodes(source: str) -> Iterator[Node]:
    """The objects at the top of a block of JSON-LD, and of its @graph."""
    try:
        blocks = _listed(json.loads(source, strict=False))
    except (ValueError, RecursionError):
        return  # a block that is not JSON says nothing
    for block in blocks:
        if isinstance(block, dict):
            yield from (node for node in [block, *_listed(block.get("@graph"))] if isinstance(node, dict))


def _is_article(type: object) -> bool:
    return isinstance(type, str) and ARTICLE.fullmatch(type) is not None


def _names(value: object, by_id: dict[str, Node], key: str = "name") -> Iterator[str]:
    """The strings that a JSON-LD value gives: itself, or the name of each object, directly or by its @id."""
    for item in _listed(value):
        if isinstance(item, dict):
            item = item.get(key) or by_id.get(str(item.get("@id")), {}).get(key)
        if isinstance(item, str):
            yield unescape(item)


def _listed(value: object) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _from_meta(meta: dict[str, list[str]]) -> Node:
    def first(*keys: str) -> str | None:
        return next((value for key in keys for value in meta.get(key, [])), None)

    authors = next((names for key in AUTHORS if (names := [n for n in meta.get(key, []) if "://" not in n])), [])
    return {
        "title": first("og:title", "dc.title", "dcterms.title"),
        "published": first(*TIMES),
        "publisher": first("og:site_name", "publisher", "dc.publisher"),
        "authors": [re.sub(r"^by ", "", name, flags=re.IGNORECASE) for name in authors],
        "language": first("og:locale", "dc.language"),
    }


def _from_body(tree: HtmlElement) -> Node:
    headings = tree.findall(".//h1")
    title = headings[0] if len(headings) == 1 else tree.find(".//head/title")
    times = [time.get("datetime") for time in tree.iterfind(".//time[@itemprop='datePublished'][@datetime]")]
    authors = [
        _text(link) for link in [*tree.iterfind(".//a[@rel='author']"), *tree.iterfind(".//*[@itemprop='author']")]
    ]
    return {"title": None if title is None else _text(title), "published": next(iter(times), None), "authors": authors}


def _text(element: HtmlElement) -> str:
    return " ".join("".join(element.itertext()).split())


def _without_site(title: str | None, sites: list[str]) -> str | None:
    """The title without " | The Example" at its end, where the page names itself so."""
    return title and re.sub(rf"\s+[|–—-]\s+(?:{'|'.join(map(re.escape, sites))})$", "", title)
