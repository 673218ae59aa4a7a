"""Ministries and committees of several fields: "Department for Environment, Food and Rural Affairs"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from kg.extract.name import Name
from kg.model import EntityType, Span

FIELD: Final = (
    r"(?:(?:Rural|Industrial|Local|Social|Foreign|Home|Public|Human|Natural|Higher|National|Economic|Urban|Youth|Gender"
    r"|Community|Women['’]s|Religious|Veterans|Cultural|Regional|Digital|Food|Land|Water|Mineral|Transport|Drug|Air"
    r"|General|Municipal|Allied) )?"
    r"(?:Affairs|Strategy|Government|Heritage|Health|Education|Labou?r|Pensions|Sciences?|Engineering|Medicine|Culture"
    r"|Media|Sports?|Housing|Communities|Environment|Food|Business|Energy|Agriculture|Forestry|Fisheries|Transport"
    r"|Transportation|Trade|Industry|Commerce|Tourism|Technology|Innovation|Skills|Employment|Security|Defen[cs]e"
    r"|Immigration|Refugees|Citizenship|Resources|Development|Justice|Finance|Climate|Water|Planning|Infrastructure"
    r"|Research|Arts|Humanities|Families|Children|Youth|Equality|Rights|Levelling Up|Welfare|Services|Workers|Employees"
    r"|Maritime|Rail|Mines|Mining|Petroleum|Information|Communications|Works|Immunology|Aging|Forests|Conservation"
    r"|Cooperation|Investment|Labour Relations|Administration|Tropical Medicine|Hygiene|Manufactur\w+|Nutrition)"
)
BODY: Final = (
    r"(?:[A-ZÀ-Þ][\w’'-]+ ){0,3}(?:Department|Ministry|Committee|Subcommittee|Secretariat|Commission|Directorate|Union"
    r"|Academy|Academies|School|Institute|College|Bureau|Office|Agency|Council|Society|Association|Centre|Center|Court|Federation)"
)
WHOLE: Final = re.compile(
    rf"\b(?:The )?(?P<name>{BODY} (?:of|for|on) {FIELD}(?:, {FIELD})+,? (?:and|&) {FIELD})\b(?! [A-Z])"
)


def told(text: str, names: Sequence[Name]) -> list[Name]:
    """The names, such a body as one; what was taken for organisations and people in it goes, places stay."""
    found = [Span(*match.span("name")) for match in WHOLE.finditer(text)]
    kept = [
        name for name in names if name.type is EntityType.PLACE or not any(span.overlaps(name.span) for span in found)
    ]
    bodies = [Name(span, span.of(text), tuple(span.of(text).split()), EntityType.ORGANISATION) for span in found]
    return sorted([*kept, *bodies], key=lambda name: (name.span.start, -name.span.end))
