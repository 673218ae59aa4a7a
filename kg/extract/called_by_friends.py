"""What those around somebody call him: "his men call him “Grandpa”" is a name, not their words."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.report import Report
from kg.model import StatementKind

CIRCLE: Final = re.compile(
    r"(?:his|her|their) (?:[\w-]+ )?(?:men|women|friends|colleagues|comrades|soldiers|fans|neighbours|neighbors|staff"
    r"|teammates|team-mates|classmates|pupils|students|troops|followers|crew|players|relatives|family)",
    re.IGNORECASE,
)
"""Those around somebody, who give him a name."""
NAME: Final = re.compile(r"(?:him|her|them) [“\"‘'](?:[Tt]he )?[\w-]+(?: [A-Z][\w-]+)?[,.]?[”\"’'][,.]?")
"""What they call him: one word, an article or a second name beside it."""


def is_nickname(text: str, report: Report) -> bool:
    """Whether a report only tells what those around somebody call him."""
    if report.kind is not StatementKind.MIXED or report.source is None or len(report.pieces) != 1:
        return False
    return bool(CIRCLE.fullmatch(report.source.of(text)) and NAME.fullmatch(report.pieces[0].of(text)))
