"""What the docs say is there, and what is there is in the docs."""

import dataclasses
import re
import shlex
from pathlib import Path

import pytest
import typer

import api.command  # noqa: F401  adds `quoth serve`
from api.app import create_app
from api.settings import Settings
from kg import __version__, errors, scoring
from kg.cli import app
from kg.extract import extract
from kg.extract.jsonl import record
from kg.model import Article
from kg.sparql import check, with_prefixes

ROOT = Path(__file__).parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])
COMMANDS = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
API = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")


def commands() -> dict[str, object]:
    """Every command of `quoth` by what a user types."""
    found: dict[str, object] = {}
    top = typer.main.get_command(app)
    for name, command in top.commands.items():  # type: ignore[attr-defined]
        inner = getattr(command, "commands", None)
        found |= {f"{name} {each}": sub for each, sub in inner.items()} if inner else {name: command}
    return found


def options(command: object) -> set[str]:
    return {opt for parameter in command.params for opt in parameter.opts if opt.startswith("--")}  # type: ignore[attr-defined]


def test_every_command_is_documented_and_every_documented_command_exists() -> None:
    documented = set(re.findall(r"^\| `quoth ([a-z]+(?: [a-z]+)?)", COMMANDS, flags=re.MULTILINE))
    assert documented == set(commands())


@pytest.mark.parametrize("name", sorted(commands()))
def test_every_option_is_documented(name: str) -> None:
    missing = {option for option in options(commands()[name]) - {"--help"} if f"`{option}" not in COMMANDS}
    assert not missing


@pytest.mark.parametrize("name", sorted(commands()))
def test_every_command_shows_an_example(name: str) -> None:
    command = commands()[name]
    epilog = getattr(command, "epilog", None) or ""
    assert name.startswith("quarantine") or f"quoth {name.split()[0]}" in epilog


def test_every_field_of_the_json_lines_is_documented() -> None:
    page = (ROOT / "docs" / "extraction.md").read_text(encoding="utf-8")
    found = record(extract(Article("“It is lost,” said Ana Brandt. At least 40 people had left, she said.")))
    fields = {
        name for each in (*found["entities"], *found["statements"], *found["statements"][1]["figures"]) for name in each
    }
    assert len(fields) > 25
    assert {
        name for name in fields | set(found["article"]) if f"`{name}`" not in page and f'"{name}"' not in page
    } == set()


def test_every_measure_of_extraction_is_documented() -> None:
    page = (ROOT / "docs" / "extraction.md").read_text(encoding="utf-8")
    gold = scoring.read_gold([ROOT / "tests" / "articles"])
    found = scoring.score([scoring.compare(each, None) for each in gold], resamples=2)
    named = {name for row in re.findall(r"^\| ([a-z, -]+) \|", page, flags=re.MULTILINE) for name in row.split(", ")}
    assert {*found.figures, *found.rates, "speaker-wrong", "speaker-unresolved"} <= named
    assert {sort for sort in scoring.Sort if sort not in " ".join(page.split())} == set()


def test_every_exit_code_is_documented() -> None:
    codes = {kind.exit_code for kind in vars(errors).values() if isinstance(kind, type) and hasattr(kind, "exit_code")}
    documented = {int(code) for code in re.findall(r"^\| (\d+) \|", COMMANDS, flags=re.MULTILINE)}
    assert codes <= documented


def test_every_route_is_documented(tmp_path: Path) -> None:
    paths = create_app(Settings(db=tmp_path)).openapi()["paths"]
    assert {path for path in paths if f"{path}" not in API} == set()


def test_every_setting_is_documented() -> None:
    names = {f"QUOTH_{field.name.upper()}" for field in dataclasses.fields(Settings)}
    assert {name for name in names if name not in API} == set()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
        if not target.startswith(("http://", "https://")):
            assert (page.parent / target).exists(), target


def shell_lines(page: Path) -> list[str]:
    """The `quoth …` lines of a page's code blocks, continuation lines joined."""
    text = re.sub(r"\{\n\s+", "{ ", page.read_text(encoding="utf-8"))
    lines = re.findall(r"^(?:    |\$ )?(quoth [^\n]*)", text, flags=re.MULTILINE)
    return [line.split("   #")[0] for line in lines]


@pytest.mark.parametrize("line", shell_lines(ROOT / "README.md"))
def test_the_readmes_commands_are_real(line: str) -> None:
    words = shlex.split(line, comments=True)
    command = commands()[words[1]]
    used = {word for word in words[2:] if word.startswith("--")}
    assert used <= options(command)
    if words[1] == "query":
        check(with_prefixes(words[2]), max_length=10_000)


def test_the_changelog_knows_this_version() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert "## [Unreleased]" in changelog or f"## [{__version__}]" in changelog


def test_every_dependency_is_explained() -> None:
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    contributing = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    block = project[project.index("dependencies = [") : project.index("[tool.hatch")]
    names = re.findall(r'^  "([A-Za-z0-9-]+)', block, flags=re.MULTILINE)
    assert len(names) > 15
    assert {name for name in names if name.lower() not in contributing.lower()} == set()


def test_the_map_names_every_module_of_the_library() -> None:
    contributing = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    names = {path.name for path in (ROOT / "kg").iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()}
    missing = {name for name in names - {"__init__.py"} if name not in contributing and f"{name}/" not in contributing}
    assert not missing


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_no_path_of_a_machine_stands_in_the_docs(page: Path) -> None:
    assert not re.search(r"(?<![\w.])/(?:home|root|work|Users)/", page.read_text(encoding="utf-8"))
