"""Articles of the invented world: the words, and who says what in them, known without reading.

    article(world, number)    an AnnotatedArticle: about 800 words with 10 to 20 statements
    as_text(article)          what its file holds: a front matter and the text
    as_page(article)          the same as a web page

The same world and number give the same article on every machine.
"""

from __future__ import annotations

import datetime as dt
import html
import json
import random
from collections.abc import Iterable
from typing import Final

from bench.draft import Draft
from bench.templates import THINGS
from bench.world import OUTLETS, World
from kg.model import AnnotatedArticle, Article

EXTRACTOR: Final = "synthetic/1"
FIRST_DAY: Final = dt.date(2024, 1, 1)
DAYS: Final = 731


def article(world: World, number: int) -> AnnotatedArticle:
    """The article with this number, from 0."""
    chance = random.Random(f"article {world.seed} {number}")
    draft = Draft(world, chance)
    draft.write()
    return AnnotatedArticle(_article(draft, chance, number), EXTRACTOR, draft.entities(), tuple(draft.statements))


def _article(draft: Draft, chance: random.Random, number: int) -> Article:
    outlet = chance.choice(OUTLETS)
    day = FIRST_DAY + dt.timedelta(days=chance.randrange(DAYS))
    when = dt.datetime.combine(day, dt.time(chance.randrange(5, 22), chance.randrange(60)), dt.UTC)
    return Article(
        text=draft.text,
        url=f"https://{outlet.lower().replace(' ', '-')}.example/{day:%Y/%m}/{number}",
        title=f"{draft.people[0].name} and the {chance.choice(THINGS)} of {draft.places[0].name}",
        published=day,
        published_at=when,
        publisher=f"The {outlet}",
        authors=(f"Reporter {chance.randrange(1, 60)}",),
        language="en",
    )


def as_text(article: Article) -> str:
    """The article as a .txt file: what is known of it in a front matter, then the text."""
    about = {
        "title": article.title,
        "url": article.url,
        "published_at": article.published_at.isoformat() if article.published_at else None,
        "publisher": article.publisher,
        "author": article.authors[0],
        "language": article.language,
    }
    lines = (f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in about.items() if value)
    return f"---\n{''.join(lines)}---\n{article.text}"


def as_page(article: Article) -> str:
    """The article as a web page, with what is known of it in meta elements and a menu around it."""
    paragraphs = "".join(f"<p>{html.escape(part)}</p>\n" for part in article.text.strip().split("\n\n"))
    published, title = article.published_at or "", html.escape(article.title or "")
    return f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{title}</title>
<link rel="canonical" href="{article.url}">
<meta property="og:site_name" content="{article.publisher}">
<meta property="article:published_time" content="{published}"></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<main><article><h1>{title}</h1>
{paragraphs}</article></main><footer><p>All rights reserved.</p></footer></body></html>
"""


def mean_words(articles: Iterable[Article]) -> int:
    """How many words an article has on average."""
    counts = [len(each.text.split()) for each in articles]
    return round(sum(counts) / len(counts))
