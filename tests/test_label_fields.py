"""What readers told of acts, days and reports within reports: its form, and that it is of the labelled statements."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from kg.scoring.told import all_details
from train.readers import LABELS

Pieces = list[list[int]]


def lines(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (LABELS / name).read_text(encoding="utf-8").splitlines()]


FIELDS = lines("fields/polnear-train.jsonl")


def test_the_statements_are_those_labelled_as_such_in_text_order() -> None:
    labelled = {
        one["article"]: one for name in ("polnear-train-1", "polnear-train-2") for one in lines(f"{name}.jsonl")
    }
    for told in FIELDS:
        same = labelled[told["article"]]
        assert told["text_sha256"] == same["text_sha256"]
        statements: list[Pieces] = [one["content"] for one in same["labels"] if one["label"] == "S"]
        assert [one["content"] for one in told["statements"]] == sorted(statements)


def test_acts_days_and_places_in_the_list_are_such() -> None:
    for told in FIELDS:
        details = all_details(told["statements"])
        published = date.fromisoformat(told["published"])
        assert told["article"].split("_")[1] == told["published"]
        assert all(one.said is None or one.said[0] <= one.said[1] <= published for one in details)
        assert all(len(set(one.acts)) == len(one.acts) for one in details)
        assert all(one.within != at for at, one in enumerate(details))


def test_the_page_has_the_counts() -> None:
    page = (LABELS / "README.md").read_text(encoding="utf-8")
    every = [one for told in FIELDS for one in told["statements"]]
    assert f"the {len(every)} statements" in page
    assert f"{sum(one['said'] is not None for one in every)} statements have a day" in page
    assert f"{sum(bool(one['act_also']) for one in every)} statements have another act" in page
