"""Articles are read by several processes, which end with the one that started them."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

READER = """
from itertools import count
from kg.model import Article
from kg.parallel import evidence_of_all

def articles():
    for number in count():
        yield Article(f"“The bridge is closed,” said Mayor Ilse Marand on day {number}.", id=str(number))

if __name__ == "__main__":
    for _ in evidence_of_all(articles(), "rules", "http://localhost:8000/id/", 2):
        print("read", flush=True)
"""


def test_the_processes_end_when_the_one_that_started_them_is_killed() -> None:
    with subprocess.Popen([sys.executable, "-c", READER], stdout=subprocess.PIPE) as reader:
        assert reader.stdout
        assert reader.stdout.readline() == b"read\n"
        reader.kill()
        # Every process holds our pipe open: it ends only when the last of them has ended.
        reader.communicate(timeout=60)


def test_ctrl_c_is_left_to_the_one_that_started_them() -> None:
    # In the background tests ignore Ctrl-C, and what they start would too.
    heeding = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)"
    command = [sys.executable, "-c", f"{heeding}{READER}"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True) as reader:
        assert reader.stdout
        assert reader.stdout.readline() == b"read\n"
        os.killpg(reader.pid, signal.SIGINT)
        _, complaints = reader.communicate(timeout=60)
    assert complaints.count(b"Traceback") == 1
    assert b"SpawnProcess" not in complaints


BREAKING = """
from kg.extract import EXTRACTORS
from kg.model import Article
from kg.parallel import Failed, evidence_of_all

def broken(article):
    raise ValueError("no such luck")

# Run again in every process that is started, as modules are.
EXTRACTORS["rules"] = broken

if __name__ == "__main__":
    articles = [Article("The mayor said it rained.", id=str(number)) for number in range(12)]
    found = [result for _, result in evidence_of_all(articles, "rules", "http://localhost:8000/id/", 2)]
    assert all(isinstance(result, Failed) and "in broken" in result.trace for result in found), found
    print(len(found), found[0].reason)
"""


def test_what_breaks_in_another_process_is_told_with_its_place(tmp_path: Path) -> None:
    script = tmp_path / "breaking.py"
    script.write_text(BREAKING, encoding="utf-8")
    told = subprocess.run([sys.executable, str(script)], capture_output=True, text=True, timeout=60)
    assert told.stdout == "12 the extractor broke on it: ValueError: no such luck\n", told.stderr
