"""The layout of the house: imports go one way, and modules stay readable."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

LAYERS = [
    {"errors", "model", "vocab", "resources"},
    {"sources", "extract"},
    {"identity"},
    {"rdf"},
    {"query", "sparql"},
    {"store"},
    {"answers", "derive"},
    {"validate", "verify", "read", "reference"},
    {"export", "imports", "explain", "scoring"},
    {"parallel", "refused"},
    {"load"},
    {"cli"},
]
"""From the ground up: a module imports from its own layer and those below."""

API_MAY_IMPORT = {"answers", "cli", "errors", "model", "read", "resources", "sparql", "store", "vocab", "export"}
PYOXIGRAPH_IN_API = {"api/graphs.py", "api/sparql/worker.py"}


def modules(package: str) -> list[Path]:
    return sorted((ROOT / package).rglob("*.py"))


def imported(path: Path) -> set[str]:
    """The dotted names that a module imports, `from kg import rdf` counted as kg.rdf."""
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return names


def concept(dotted: str) -> str | None:
    """The part of kg that an import reaches: "kg.store.folder.Folder" → "store"; None outside, and for kg itself."""
    parts = dotted.split(".")
    return parts[1] if parts[0] == "kg" and len(parts) > 1 and not parts[1].startswith("__") else None


def layer(name: str) -> int:
    found = [number for number, names in enumerate(LAYERS) if name in names]
    assert found, f"kg/{name} stands in no layer of tests/test_house.py"
    return found[0]


@pytest.mark.parametrize("path", modules("kg"), ids=lambda path: str(path.relative_to(ROOT)))
def test_imports_of_the_library_go_one_way(path: Path) -> None:
    parts = path.relative_to(ROOT / "kg").parts
    if parts == ("__init__.py",):
        return
    here = parts[0].removesuffix(".py")
    for name in imported(path):
        assert not name.startswith("api"), f"{path.name} imports the service: {name}"
        target = concept(name)
        if target and target != here:
            assert layer(target) <= layer(here), f"kg/{here} imports upwards: {name}"


def test_extraction_knows_no_rdf() -> None:
    for path in modules("kg/extract") + modules("kg/sources") + modules("kg/identity"):
        for name in imported(path):
            assert not name.startswith(("pyoxigraph", "rdflib")), f"{path} imports {name}"


@pytest.mark.parametrize("path", modules("api"), ids=lambda path: str(path.relative_to(ROOT)))
def test_the_service_reads_through_the_library(path: Path) -> None:
    where = str(path.relative_to(ROOT))
    for name in imported(path):
        target = concept(name)
        assert target is None or target in API_MAY_IMPORT, f"{where} imports {name}"
        assert not name.startswith("pyoxigraph") or where in PYOXIGRAPH_IN_API, f"{where} imports {name}"


@pytest.mark.parametrize("path", modules("kg") + modules("api"), ids=lambda path: str(path.relative_to(ROOT)))
def test_modules_are_a_few_screens_at_most(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 400
    assert path.stem not in {"utils", "helpers", "common", "misc"}
