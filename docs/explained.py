"""Draws docs/explained.png: the page that `quoth extract --html` writes for one of our articles, in a browser's eyes.

It needs Chromium: `.venv/bin/python docs/explained.py`.
"""

import subprocess
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
QUOTH = ROOT / ".venv" / "bin" / "quoth"
BROWSER = ("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking")
LOOK = ("--hide-scrollbars", "--window-size=1200,1025", "--force-device-scale-factor=1.25")


def main() -> None:
    """Write the picture."""
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "page.html"
        article = ROOT / "tests" / "articles" / "border-talks.txt"
        subprocess.run([QUOTH, "extract", article, "--html", page], check=True)
        picture = f"--screenshot={ROOT / 'docs' / 'explained.png'}"
        subprocess.run([*BROWSER, *LOOK, picture, page.as_uri()], check=True, capture_output=True)


if __name__ == "__main__":
    main()
