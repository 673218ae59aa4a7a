"""An installed wheel works away from the checkout."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
NETWORK = ROOT / "kg" / "extract" / "data" / "network"


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel installed into it; what it depends on is in this environment already."""
    out = tmp_path_factory.mktemp("dist")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(out), str(ROOT)]
    subprocess.run(build, check=True, capture_output=True, timeout=120)
    (wheel,) = out.glob("quoth-*.whl")
    site = tmp_path_factory.mktemp("site")
    install = [sys.executable, "-m", "pip", "install", "--no-index", "--no-deps", "--target", str(site), str(wheel)]
    subprocess.run(install, check=True, capture_output=True, timeout=120)
    return site


def quoth(installed: Path, *arguments: object, cwd: Path) -> str:
    """Run the installed command, with no trace of the checkout on the path."""
    code = (
        "import sys; sys.path.insert(0, sys.argv.pop(1)); import kg; print(kg.__file__); "
        "from api.command import main; main()"
    )
    # -I: the checkout is installed as editable in this environment; PYTHONPATH and the working folder stay out too.
    done = subprocess.run(
        [sys.executable, "-I", "-c", code, str(installed), *map(str, arguments)],
        capture_output=True, text=True, cwd=cwd, timeout=120, env={**os.environ, "QUOTH_DB": str(cwd / "db")},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert str(installed) in done.stdout.splitlines()[0]
    return done.stdout


def test_the_wheel_holds_what_the_code_needs_and_nothing_else(installed: Path) -> None:
    names = {path.relative_to(installed).as_posix() for path in installed.rglob("*") if path.is_file()}
    for needed in ("kg/data/ontology/quoth.ttl", "kg/data/shapes/statement.ttl", "kg/queries/statements.rq"):
        assert needed in names
    assert {"kg/extract/data/places.tsv", "kg/explain/page.css", "kg/scoring/page.css"} <= names
    assert {f"kg/extract/data/network/{path.name}" for path in NETWORK.glob("*.*")} <= names
    assert "kg/reference.py" not in names
    assert any(name.endswith("licenses/LICENSE") for name in names)
    assert "bin/quoth" in names
    sources = {name for name in names if ".dist-info" not in name and "__pycache__" not in name}
    assert {name.split("/")[0] for name in sources} == {"kg", "api", "bin"}


def test_the_installed_command_does_the_whole_way(installed: Path, tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text("“The bridge is closed,” said Mayor Ilse Marand of Geneva.\n", encoding="utf-8")
    quoth(installed, "add", article, cwd=tmp_path)
    assert "Ilse Marand" in quoth(installed, "said", "--csv", cwd=tmp_path)
    quoth(installed, "validate", cwd=tmp_path)
    quoth(installed, "export", "--out", "dataset", cwd=tmp_path)
    assert (tmp_path / "dataset" / "ontology" / "quoth.ttl").exists()
