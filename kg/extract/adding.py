"""Who adds something is who spoke last, though a paragraph began since: "She left,” said Lee. … It leaks, he added"."""

from __future__ import annotations

from typing import Final

from kg.extract.chains import Chain
from kg.extract.layout import Layout
from kg.extract.lexicon import word_set
from kg.extract.peoples import is_people
from kg.extract.source_names import SourceNames
from kg.extract.voices import Voices
from kg.model import EntityType, Span

ADDING: Final = word_set("added adds continued continues")


class Adding:
    """Finds who goes on speaking by a verb that says so."""

    def __init__(self, layout: Layout, names: SourceNames, voices: Voices) -> None:
        self.layout, self.names, self.voices = layout, names, voices

    def who(self, where: Span, gender: str, last: tuple[int, Chain] | None) -> Chain | None:
        """The person who spoke last, if a pronoun at a place adds something and may mean nobody else."""
        if last is None or not self.adds(where):
            return None
        at, spoke = last
        fits = spoke.type is EntityType.PERSON and spoke.gender in (None, gender)
        far = self.layout.paragraph(where.start) - self.layout.paragraph(at) > 1
        # Of two reports with one source the first has told already who it is, and nothing stands between.
        others = at < where.start and self.others(Span(at, where.start), spoke)
        return spoke if fits and not far and not others else None

    def adds(self, where: Span) -> bool:
        """Whether the report with a source adds something to what was said."""
        report = self.voices.sources.get(where)
        words = report.cue.of(self.layout.text).lower().split() if report and report.cue else []
        return any(word in ADDING for word in words)

    def others(self, stretch: Span, spoke: Chain) -> bool:
        """Whether another person is named in a stretch of text, behind who spoke and outside of quotations."""
        named = self.names.inside(stretch)
        own = next((name.start for name, c in named if c is spoke), stretch.start)
        other = (name for name, c in named if c is not spoke and c.type is EntityType.PERSON and not is_people(c.name))
        people = [name for name in other if name.start > own]
        return any(not self.voices.quoted(name.start) for name in people)
