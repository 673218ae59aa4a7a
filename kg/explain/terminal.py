"""An explained article in a terminal. Brackets and raised numbers tell apart what colours tell apart, without them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from kg.explain.found import Explained, Found, Told
from kg.explain.segments import Mark, Role, Segment
from kg.model import Polarity, Stance, Statement

BRACKETS: Final = {Role.SOURCE: "{}", Role.CUE: "<>", Role.CONTENT: "[]"}
STYLES: Final = {Role.SOURCE: "bold cyan", Role.CUE: "italic yellow", Role.CONTENT: "green"}
RAISED: Final = str.maketrans("0123456789,", "⁰¹²³⁴⁵⁶⁷⁸⁹·")
UNSEEN: Final = {
    **dict.fromkeys(range(0x20), " "),
    **dict.fromkeys(range(0x7F, 0xA0), "\N{REPLACEMENT CHARACTER}"),
    0x1B: "\N{SYMBOL FOR ESCAPE}",
}
"""Line ends and tabs become spaces; what would steer the terminal is shown instead of obeyed."""


def shown(explained: Explained) -> Iterator[RenderableType]:
    """The article, part by part: its head, then each paragraph with the statements found in it below."""
    yield head(explained)
    for paragraph in explained.paragraphs:
        yield Padding(in_brackets(explained.article.text, paragraph.segments), (1, 0, 0, 0), expand=False)
        if paragraph.statements:
            yield Padding(statements(paragraph), (0, 0, 0, 2), expand=False)
    yield Text()


def head(explained: Explained) -> Text:
    """What the article is, what read it, and what the brackets mean."""
    article, found = explained.article, explained.statements
    known = (article.publisher, str(article.published or ""), article.path, explained.extractor, counted(len(found)))
    return Text.assemble(
        (plain(explained.title), "bold"), "\n", (plain(" · ".join(filter(None, known))), "dim"), "\n", legend()
    )


def counted(statements: int) -> str:
    """How many statements, in words: "1 statement", "no statements"."""
    return f"{statements or 'no'} statement{'' if statements == 1 else 's'}"


def legend() -> Text:
    """The brackets and colours, and what they stand for."""
    parts = [Text.assemble((BRACKETS[role][0] + role + BRACKETS[role][1], STYLES[role])) for role in Role]
    return Text("  ").join(parts)


def plain(text: str) -> str:
    """The text as one line that does nothing to a terminal."""
    return text.translate(UNSEEN)


def raised(mark: Mark) -> str:
    """The labels of a mark as a raised number: "³", or "³·⁴" where two statements share the words."""
    return ",".join(mark.labels).translate(RAISED)


def in_brackets(text: str, segments: Iterable[Segment]) -> Text:
    """The words of the segments, coloured, each mark in its brackets behind the numbers of its statements.

    Content has its numbers before the closing bracket too: other marks may begin and end inside it.
    """
    line = Text()
    for segment in segments:
        for mark in segment.opened:
            line.append(raised(mark) + BRACKETS[mark.role][0], STYLES[mark.role])
        line.append(plain(segment.span.of(text)), STYLES[segment.marks[-1].role] if segment.marks else "")
        for mark in segment.closed:
            number = raised(mark) if mark.role is Role.CONTENT else ""
            line.append(number + BRACKETS[mark.role][1], STYLES[mark.role])
    return line


def statements(paragraph: Told) -> Table:
    """One row a statement: number, speaker, what kind of report, how it was found and how surely."""
    grid = Table.grid(padding=(0, 2))
    grid.add_column(justify="right", style="bold")
    grid.add_column(overflow="fold", max_width=36)
    grid.add_column(overflow="fold")
    grid.add_column(style="dim", no_wrap=True)
    for found in paragraph.statements:
        grid.add_row(str(found.number), speaker(found), Text(plain(manner(found))), Text(rule(found)))
    return grid


def speaker(found: Found) -> Text:
    """The speaker's name, or that there is none."""
    return Text(plain(found.speaker), "bold cyan") if found.speaker else Text("unresolved", "italic red")


def deed(statement: Statement) -> list[str]:
    """The act, that it was not done, and how the article stands to it, where that is not as usual."""
    unusual = [statement.polarity.value] if statement.polarity is Polarity.NEGATED else []
    unusual += [statement.stance.value] if statement.stance is not Stance.ACKNOWLEDGES else []
    return [statement.act.value, *unusual]


def manner(found: Found) -> str:
    """Act, kind, and the reports around it: "denies, indirect, within 4, relayed by the Observer"."""
    statement = found.statement
    parts = [*deed(statement), statement.kind.value]
    parts += ["attitude"] if statement.attitude else []
    parts += [f"within {found.within}"] if found.within else []
    parts += [f"relayed by {' and '.join(found.relayed_by)}"] if found.relayed_by else []
    return ", ".join(parts)


def rule(found: Found) -> str:
    """What found it, and the confidence: "said-that 0.80"."""
    return f"{found.statement.rule} {found.statement.confidence:.2f}"
