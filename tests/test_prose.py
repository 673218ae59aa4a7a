"""Nobody says anything in code, markup, tables and lists; prose beside them is read."""

from __future__ import annotations

import inspect
from pathlib import Path

import pytest

from kg.extract import EXTRACTORS, extract, prose
from kg.extract.prose import is_code
from kg.model import Article

NO_ARTICLES = {
    "python": inspect.getsource(prose),
    "csv": "id,name,party,votes,note\n" + '1,Ann Lee,Green,1311,"said yes"\n2,Bo Ek,Red,170,\n' * 20,
    "html": '<div class="a"><h1>Bridge closed</h1>\n<a href="/a?b=c" title="Ann said: more">more</a>\n</div>\n' * 8,
    "markdown": "| Name | Office | Votes |\n|---|---|---|\n" + "| Ann Lee | said Mayor | 1,311 |\n" * 20,
    "json": '{"name": "Ann Lee", "said": "yes we told them", "items": [{"title": "The mayor", "claims": "none"}]}\n'
    * 9,
    "sql": "SELECT name, said FROM people WHERE told = 'x' AND asked IS NULL ORDER BY claimed;\n" * 9,
    "script": "const asks = said([{name: 'Ann', text: \"no\"}]); // told you that he said so\n" * 9,
    "contents": "2 What the mayor said ..... 14\n3 Who knew ..... 20\n" * 9,
    "log": "2024-05-02 10:11:12 ERROR the server said: disk full\n2024-05-02 10:11:13 INFO asked again in 3 s\n" * 9,
    "numbers": "12 34.5 1,311 40%\n" * 40,
    "names": "Ann Lee\nBo Ek\nAna Brandt\n" * 20,
    "results": "Lindholm 3-2 Marby\nScorers: Lee 12', Brandt 40' (pen.)\nAttendance: 1,311\n" * 9,
}


@pytest.mark.parametrize("extractor", EXTRACTORS)
@pytest.mark.parametrize("shape", NO_ARTICLES)
def test_nothing_is_invented_from_what_is_no_article(extractor: str, shape: str) -> None:
    assert extract(Article(NO_ARTICLES[shape]), extractor).statements == ()


@pytest.mark.parametrize("extractor", EXTRACTORS)
def test_an_article_around_a_table_is_read(extractor: str) -> None:
    article = "Mayor Ana Brandt said that the bridge would be closed until the inspectors had seen it. "
    table = NO_ARTICLES["markdown"][:100]
    found = extract(Article(f"{article * 3}\n\n{table}\n{article}"), extractor)
    assert len(found.statements) >= 2
    assert not any("|" in statement.text(found.article.text) for statement in found.statements)


@pytest.mark.parametrize(
    "line",
    [
        "“Hope = power,” the sign read.",
        "Three days later the buses were sold out,according to Open Gate, and “nobody asked our sons,”said Brandt.",
        "By Ann Lee | The Karvian Observer",
        "The ministry (MD) counted 1,311 arrests, at a cost of $40m; it named nobody.",
        "“I like @ann_lee's idea,” he said; “it's *good*.”",
        "See https://example.org/a?b=c for what she said about it, and about the others.",
        "Roasts and toasts for 2015;",
    ],
)
def test_prose_with_odd_marks_is_prose(line: str) -> None:
    assert not is_code(line)


def test_the_projects_own_articles_are_prose() -> None:
    for path in (Path(__file__).parent / "articles").glob("*.txt"):
        assert [line for line in path.read_text(encoding="utf-8").split("---")[-1].splitlines() if is_code(line)] == []
