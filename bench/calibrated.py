"""Whether confidences say the truth, as Markdown and as a picture."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from bench.curve import Series, picture
from bench.markdown import table

PICTURE: Final = "calibration.svg"
SHOWN: Final = {
    "fit": "articles left out of the fit",
    "gold": "news",
    "unseen": "everyday news",
    "varied": "news of all kinds",
    "own": "our own articles",
}
WHAT: Final = {"statements": "confidence of statements", "speakers": "confidence of speakers"}
FITTED: Final = {
    "all": "confidence of all readings, however unsure",
    "sure": "confidence of those that are printed",
}
TENTHS: Final = 10


def calibration(measured: Mapping[str, Any]) -> Iterator[str]:
    """The part on calibration: what is stated, what is right, and how far they are apart."""
    yield (
        "A confidence of 0.8 promises that 8 of 10 such statements are right: that readers marked the same content. A "
        "speaker's promises that the name is right where readers marked the statement too. The calibration error is "
        "how far promise and truth are apart in a tenth of the scale, on average over all statements. So few "
        "statements show an error even if every confidence says the truth: what that is, on average, stands beside it. "
        "The network's confidences are the mean of two fits; the articles left out were each judged by a newer fit "
        "without them, and the older one knew three in five."
    )
    yield table(
        ("extractor", "of what", "on", "how many", "calibration error", "by chance alone"),
        (row for name, each in measured["extractors"].items() for row in _errors(name, each)),
    )
    network = measured["extractors"].get("network")
    if network:
        yield f"![Share of statements that are right against the confidence stated, with their numbers]({PICTURE})"
        yield "The network's statements, tenth by tenth of the scale:"
        yield _bins(dict(_statements(network)))


def _errors(name: str, extractor: Mapping[str, Any]) -> Iterator[tuple[object, ...]]:
    fitted = extractor["fitted"] or {}
    for key, found in fitted.items():
        yield name, FITTED[key], SHOWN["fit"], *_error(found)
    for what, sets in extractor["calibration"].items():
        for set, found in sets.items():
            if found["bins"]:
                yield name, WHAT[what], SHOWN[set], *_error(found)


def _error(found: Mapping[str, Any]) -> tuple[object, ...]:
    return _count(found), f"{found['error']:.3f}", f"{found['by chance']:.3f}"


def _count(found: Mapping[str, Any]) -> int:
    return sum(count for *_, count in found["bins"])


def _statements(extractor: Mapping[str, Any]) -> Iterator[tuple[str, list[list[float]]]]:
    if extractor["fitted"]:
        yield "fit", extractor["fitted"]["all"]["bins"]
    for set, found in extractor["calibration"]["statements"].items():
        yield set, found["bins"]


def _bins(sets: Mapping[str, list[list[float]]]) -> str:
    heads = [head for set in sets for head in (f"{SHOWN[set]}: stated", "right", "how many")]
    placed = [{_tenth(stated): (stated, right, count) for stated, right, count in bins} for bins in sets.values()]
    tenths = sorted({tenth for each in placed for tenth in each})
    rows = (
        (f"{tenth / TENTHS:.1f}–{(tenth + 1) / TENTHS:.1f}", *(cell for each in placed for cell in _cells(each, tenth)))
        for tenth in tenths
    )
    return table(("tenth", *heads), rows)


def _tenth(stated: float) -> int:
    return min(int(stated * TENTHS), TENTHS - 1)


def _cells(bins: Mapping[int, tuple[float, float, float]], tenth: int) -> tuple[str, ...]:
    if tenth not in bins:
        return "", "", ""
    stated, right, count = bins[tenth]
    return f"{stated:.2f}", f"{right:.2f}", f"{count:.0f}"


def curve(measured: Mapping[str, Any]) -> str | None:
    """The network's reliability as an SVG picture; None if it was not measured."""
    network = measured["extractors"].get("network")
    if not network:
        return None
    return picture([Series(SHOWN[set], bins) for set, bins in _statements(network) if bins])
