from pathlib import Path

import pytest

from api.settings import Settings
from kg.errors import InputError


def test_the_environment_sets_each_field_in_its_type() -> None:
    environment = {
        "QUOTH_DB": "/srv/quoth",
        "QUOTH_CORS": "https://a.example, https://b.example",
        "QUOTH_CONTEXT": "no",
        "QUOTH_SPARQL_TIMEOUT": "2.5",
        "QUOTH_SPARQL_WORKERS": "7",
        "PATH": "/bin",
    }
    found = Settings.from_environment(environment)
    expected = Settings(
        db=Path("/srv/quoth"),
        cors=("https://a.example", "https://b.example"),
        context=False,
        sparql_timeout=2.5,
        sparql_workers=7,
    )
    assert found == expected
    assert isinstance(found.db, Path)


def test_what_is_given_wins_over_the_environment() -> None:
    assert Settings.from_environment({"QUOTH_DB": "a"}, db=Path("b")).db == Path("b")


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("QUOTH_SPARQL_WORKERS", "two", 'QUOTH_SPARQL_WORKERS is "two"; give a whole number'),
        ("QUOTH_SPARQL_WORKERS", "0", "sparql_workers is 0; give a number above 0"),
        ("QUOTH_SPARQL_TIMEOUT", "-1", "sparql_timeout is -1"),
        ("QUOTH_SPARQL_TIMEOUT", "nan", "sparql_timeout is nan"),
        ("QUOTH_TEXTS", "maybe", 'QUOTH_TEXTS is "maybe"; give yes or no'),
        ("QUOTH_PAGE_SIZE", "9999", "above QUOTH_MAX_PAGE_SIZE"),
    ],
)
def test_a_malformed_setting_is_named(name: str, value: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        Settings.from_environment({name: value})
