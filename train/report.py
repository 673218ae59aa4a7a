"""What training says while it runs."""

from __future__ import annotations

import sys
import time


def say(line: str) -> None:
    """Write one line with the time of day to standard error, at once."""
    sys.stderr.write(f"{time.strftime('%H:%M:%S')} {line}\n")
    sys.stderr.flush()
