"""Explained articles as one page: paragraphs with marked words, statements beside them, and a table of all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kg.explain.found import Explained, Found, Told
from kg.explain.html import clean, document, element, link, marked, table
from kg.explain.segments import Mark, Role, Segment
from kg.explain.terminal import counted, deed, manner
from kg.model import Statement

LEGEND = {
    Role.SOURCE: "who speaks, as printed",
    Role.CUE: "what signals it",
    Role.CONTENT: "what is reported as said",
}
COLUMNS = ("No.", "Who", "Said what", "How", "When", "Within", "Relayed by", "Rule", "Confidence")


def page(articles: Sequence[Explained]) -> str:
    """One self-contained HTML page of all articles: no script, nothing fetched, light and dark."""
    shown = [_Article(explained, number) for number, explained in enumerate(articles, 1)]
    contents = _contents(shown) if len(shown) > 1 else ""
    title = articles[0].title if len(shown) == 1 else f"Who said what in {len(shown)} articles"
    rules = "".join(article.highlights() for article in shown)
    return document(title, contents + "\n".join(article.html() for article in shown), rules)


def _contents(articles: Sequence[_Article]) -> str:
    entries = (
        element(
            "li",
            f"{element('a', clean(article.explained.title), href=f'#a{article.number}')} "
            f"{element('small', counted(len(article.explained.statements)))}",
        )
        for article in articles
    )
    return element("nav", element("ol", "".join(entries)), aria_label="Articles")


@dataclass(frozen=True)
class _Article:
    """One article of a page; `number` keeps its anchors apart from those of others."""

    explained: Explained
    number: int

    def html(self) -> str:
        """Head, paragraphs, table."""
        paragraphs = "\n".join(self.paragraph(told) for told in self.explained.paragraphs)
        body = f"{self.head()}\n{element('div', paragraphs, class_='text')}\n{self.statements()}"
        return element("article", body, id=f"a{self.number}")

    def head(self) -> str:
        """Title, what is known of the article, and what the marks mean."""
        article = self.explained.article
        count = counted(len(self.explained.statements))
        known = (
            article.publisher,
            ", ".join(article.authors),
            article.published.isoformat() if article.published else None,
            f"{count}, read by {self.explained.extractor}",
        )
        legend = "".join(
            element("li", f"{element('mark', role, class_=role)} {meaning}") for role, meaning in LEGEND.items()
        )
        return element(
            "header",
            element("h1", link(article.url, self.explained.title))
            + element("p", clean(" · ".join(filter(None, known))), class_="known")
            + element("ul", legend, class_="legend", aria_label="Legend"),
        )

    def paragraph(self, told: Told) -> str:
        """A paragraph with the statements found in it beside it."""
        words = marked(self.explained.article.text, told.segments, self.attributes, self.numbers)
        notes = "".join(self.note(found) for found in told.statements)
        beside = element("ul", notes, class_="notes") if notes else ""
        return element("div", element("p", words, dir="auto") + beside, class_="paragraph")

    def attributes(self, segment: Segment) -> dict[str, str | None]:
        """Class, title and anchor of marked words: the innermost mark gives the colour, contents the line below."""
        depth = sum(mark.role is Role.CONTENT for mark in segment.marks)
        labels = dict.fromkeys(label for mark in segment.marks for label in mark.labels)
        classes = [segment.marks[-1].role.value, *(f"m{self.number}-{label}" for label in labels)]
        classes += [f"depth-{min(depth, 3)}"] if depth else []
        classes += [name for name, there in (("opens", segment.opened), ("closes", segment.closed)) if there]
        titles = [f"{mark.role} of {self.named(label)}" for mark in segment.marks for label in mark.labels]
        return {"class": " ".join(classes), "title": "\n".join(titles)}

    def named(self, label: str) -> str:
        """A statement in a few words: "3: Marta Quintela, denies, indirect"."""
        found = self.explained.statements[int(label) - 1]
        return f"{label}: {found.speaker or 'unresolved'}, {manner(found)}"

    def numbers(self, segment: Segment) -> str:
        """The raised numbers before words at which marks begin, leading to the table."""
        return "".join(element("sup", self.number_links(mark), class_=mark.role.value) for mark in segment.opened)

    def number_links(self, mark: Mark) -> str:
        """The numbers of a mark's statements; where the words of one begin is what the table leads back to."""
        begins = {
            each: self.explained.statements[int(each) - 1].statement.content[0].start == mark.span.start
            for each in mark.labels
        }
        return "·".join(
            element(
                "a",
                label,
                href=f"#s{self.number}-{label}",
                id=f"t{self.number}-{label}" if mark.role is Role.CONTENT and begins[label] else None,
            )
            for label in mark.labels
        )

    def note(self, found: Found) -> str:
        """A statement beside its paragraph."""
        number = element("a", str(found.number), href=f"#s{self.number}-{found.number}")
        return element("li", number + element("span", f"{speaker(found)} {element('small', clean(manner(found)))}"))

    def statements(self) -> str:
        """The table of all statements."""
        found = self.explained.statements
        if not found:
            return element("p", "No statements were found.", class_="known")
        return table("Statements", COLUMNS, [self.row(each) for each in found])

    def row(self, found: Found) -> str:
        """One statement in full."""
        statement = found.statement
        back = element("a", str(found.number), href=f"#t{self.number}-{found.number}", title="to its words")
        within = element("a", str(found.within), href=f"#s{self.number}-{found.within}") if found.within else ""
        attitude = ", attitude" if statement.attitude else ""
        cells = (
            element("th", back, scope="row"),
            element("td", speaker(found) + self.role(statement)),
            element("td", clean(statement.text(self.explained.article.text)), dir="auto", class_="words"),
            element("td", f"{', '.join(deed(statement))}, {statement.kind}{attitude}"),
            element("td", when(statement), class_="when"),
            element("td", within),
            element("td", clean(", ".join(found.relayed_by))),
            element("td", element("code", clean(statement.rule))),
            element("td", f"{statement.confidence:.2f}", class_="figure"),
        )
        return element("tr", "".join(cells), id=f"s{self.number}-{found.number}")

    def role(self, statement: Statement) -> str:
        """What the article prints of the speaker beside the name."""
        return element("small", clean(statement.role.of(self.explained.article.text))) if statement.role else ""

    def highlights(self) -> str:
        """Style that lifts a statement's words while its row is pointed at or led to."""
        return "".join(
            f"body:has(#s{self.number}-{n}:is(:hover,:target)) .m{self.number}-{n}{{outline:2px solid var(--lift)}}\n"
            for n in range(1, len(self.explained.statements) + 1)
        )


def speaker(found: Found) -> str:
    """The speaker's name, or that there is none."""
    return element("b", clean(found.speaker)) if found.speaker else element("i", "unresolved", class_="unresolved")


def when(statement: Statement) -> str:
    """The day on which it was said, or the first and the last that it can have been; nothing where that is not told."""
    said = statement.said
    return "–".join(dict.fromkeys(map(str, (said.not_before, said.not_after)))) if said else ""
