"""A page gives the article's own text and what the page itself says of it."""

import subprocess
import sys
from datetime import date, datetime
from pathlib import Path

import pytest

from kg.errors import EmptyInput, InputError
from kg.model import Article
from kg.sources import Metadata, read
from kg.sources.metadata import Metadata as Found
from kg.sources.page import read_html, read_page

FIXTURES = Path(__file__).parent / "sources"
BODY = (
    "<article><h1>Bridge closed</h1><p>The old bridge in Lindholm has been closed to all traffic, "
    "the engineers said.</p><p>“We can’t wait for summer,” said Mayor Marta Vesper, and the whole council agreed "
    "with her on Thursday.</p></article>"
)


def page(head: str = "", body: str = BODY, html: str = "<html>") -> str:
    return f"<!DOCTYPE html>{html}<head>{head}</head><body>{body}</body></html>"


def said(head: str, body: str = BODY, html: str = "<html>") -> Found:
    return read_html(page(head, body, html))[1]


def ld(json: str) -> str:
    return f'<script type="application/ld+json">{json}</script>'


def test_a_page_gives_its_article() -> None:
    (article,) = read([FIXTURES / "bridge.html"])
    assert isinstance(article, Article)
    assert article.text == (
        "Old harbour bridge closed & fenced off\n"
        "The old harbour bridge in Lindholm has been closed to all traffic, the town’s engineers said on Thursday. "
        "Divers found cracks in two of its five piers last week.\n"
        "“We can’t wait for summer,” said Mayor Marta Vesper. ‘Safety ﬁrst’ had been her promise at the last election, "
        "and the council stood behind her without a single vote against.\n"
        "According to the Association of Lindholm Shopkeepers (ALS), around 40 shops depend on the bridge. "
        "Its chairman called the decision hasty and asked for a temporary crossing before the holidays begin.\n"
        "We will rebuild it stone by stone, and nobody will pay a toll."
    )
    assert article.url == "https://courier.example/2024/05/bridge%20closed"
    assert article.title == "Old harbour bridge closed & fenced off"
    assert article.published == date(2024, 5, 2)
    assert article.published_at == datetime.fromisoformat("2024-05-02T23:30:00-04:00")
    assert article.publisher == "Lindholm Courier"
    assert article.authors == ("Ida Brandt", "Ove Lindqvist")
    assert article.language == "en-GB"


def test_a_page_gives_way_to_what_is_given_and_not_to_its_name(tmp_path: Path) -> None:
    path = tmp_path / "2020-01-01-bridge.htm"
    path.write_bytes((FIXTURES / "bridge.html").read_bytes())
    (article,) = read([path], overrides=Metadata(title="Given", published=date(2024, 5, 3)))
    assert isinstance(article, Article)
    assert (article.title, article.published, article.published_at) == ("Given", date(2024, 5, 3), None)
    (article,) = read([path])
    assert isinstance(article, Article)
    assert article.published == date(2024, 5, 2)


def test_meta_elements_do_where_json_ld_is_missing_or_broken() -> None:
    found = said(
        ld('{"@type": "NewsArticle", "headline": ') + '<meta property="og:title" content="Bridge closed – The Courier">'
        '<meta property="og:site_name" content="The Courier"><meta property="og:locale" content="en_US">'
        '<meta property="og:url" content="https://courier.example/bridge"><meta name="author" content="By Ida Brandt">'
        '<meta property="article:author" content="https://social.example/ida">'
        '<meta property="article:published_time" content="2024-05-02T08:00:00Z">'
    )
    assert found == Metadata(
        url="https://courier.example/bridge",
        title="Bridge closed",
        published_at=datetime.fromisoformat("2024-05-02T08:00:00+00:00"),
        publisher="The Courier",
        authors=("Ida Brandt",),
        language="en-US",
    )


def test_the_visible_page_does_where_its_head_says_nothing() -> None:
    found = said("<title>Other</title>", BODY + '<a rel="author" href="/ida">Ida <b>Brandt</b></a>')
    assert found == Metadata(title="Bridge closed", authors=("Ida Brandt",))


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="yesterday">',
        '<link rel="canonical" href="/bridge">',
        '<link rel="canonical" href="http://[broken">',
        '<link rel="canonical" href="https://courier.example/">',
        ld('{"@type": "NewsArticle", "author": 5, "publisher": [[]], "datePublished": {}, "inLanguage": {}}'),
        ld("[" * 100_000),
        ld('[null, 1, "x", {"@graph": 3}]'),
        ld('{"@type": "NewsArticle", "publisher": {"@id": "#nobody"}}'),
    ],
)
def test_what_a_page_says_wrongly_is_unknown(head: str) -> None:
    assert said(head) == Metadata(title="Bridge closed")


def test_a_time_without_a_zone_gives_its_day_only() -> None:
    found = said(ld('{"@type": ["Thing", "ReportageNewsArticle"], "datePublished": "2024-05-02T08:00:00"}'))
    assert (found.published, found.published_at) == (date(2024, 5, 2), None)


@pytest.mark.parametrize(
    "line",
    [
        "Read also: Ferry to run twice an hour",
        "See also Ferry to run twice",
        "READ MORE: Ferry",
        "Related stories",
        "Lire aussi : le bac",
    ],
)
def test_lines_that_lead_elsewhere_are_left_out(line: str) -> None:
    text, _ = read_html(
        page(body=BODY.replace("</article>", f"<p>{line}</p><p>She has ruled out a toll.</p></article>"))
    )
    assert line not in text
    assert text.endswith("\nShe has ruled out a toll.")


def test_the_list_after_such_a_line_is_left_out_too() -> None:
    links = "<p>Read more</p><ul><li>Harbour to be dredged by June</li><li>New school opens its doors</li></ul>"
    text, _ = read_html(page(body=BODY.replace("</article>", f"{links}<p>She has ruled out a toll.</p></article>")))
    assert "council" in text
    assert "dredged" not in text
    assert "school" not in text
    assert text.endswith("\nShe has ruled out a toll.")


@pytest.mark.parametrize(
    "line",
    [
        "See also “The Bridge”, a report that the mayor praised.",
        "Read more than once, the report said nothing.",
        "Watch out, she said.",
    ],
)
def test_lines_that_only_begin_so_are_kept(line: str) -> None:
    text, _ = read_html(page(body=BODY.replace("</article>", f"<p>{line}</p></article>")))
    assert text.endswith(f"\n{line}")


@pytest.mark.parametrize(
    "body",
    [
        "",
        "<nav><ul><li><a href=/a>Politics</a></li><li><a href=/b>Sport</a></li></ul></nav><footer>Copyright</footer>",
        "<div class=cookie>We use cookies to improve your experience. Accept all.</div><form>Login: <input></form>",
        "<div id=root></div><noscript>You need to enable JavaScript to run this app.</noscript>",
        "<div>" * 50_000,
    ],
)
def test_a_page_without_an_article_is_refused(body: str) -> None:
    with pytest.raises(EmptyInput, match="no article in this page"):
        read_html(page(body=body))


def test_what_goes_wrong_is_said_once() -> None:
    script = (
        "import io; from kg.sources import read; list(read(['-'], stdin=io.BytesIO(b'<html><body></body></html>')))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == ("", "")


@pytest.mark.parametrize(
    "source", ["<p>“No,” said Ida Brandt.</p>", "<?xml version='1.0' encoding='latin-1'?><p>“No,” said Ida Brandt.</p>"]
)
def test_a_fragment_is_read_too(source: str) -> None:
    assert read_html(source)[0] == "“No,” said Ida Brandt."


def test_a_page_is_decoded_as_it_declares() -> None:
    source = page(
        '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">', BODY.replace("Marta", "Márta")
    )
    text, _ = read_page(source.encode("cp1252"))
    assert "“We can’t wait for summer,” said Mayor Márta Vesper" in text


def test_stray_bytes_are_refused_in_the_article_only() -> None:
    source = page('<meta charset="utf-8">', BODY + "<footer>FOOTER</footer>").encode()
    text, _ = read_page(source.replace(b"FOOTER", b"\xa9 2024"))
    assert "“We can’t wait" in text
    with pytest.raises(InputError, match="two encodings"):
        read_page(source.replace(b"Marta", b"M\xe1rta"))


def test_halves_of_characters_do_not_pass() -> None:
    text, _ = read_html(page(body=BODY.replace("Marta", "&#xD800;&#0;Marta")))
    text.encode()
    assert "\0" not in text
