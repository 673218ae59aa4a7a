"""The files that travel with the code: ontology, shapes, queries, data. Found alike in a checkout and in a wheel."""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).parent
CHECKOUT = PACKAGE.parent


def folder(name: str) -> Path:
    """The folder `name` ("ontology", "shapes"): in the wheel below kg/data, in a checkout at the top."""
    shipped = PACKAGE / "data" / name
    return shipped if shipped.is_dir() else CHECKOUT / name
