"""What holds for all tests: where no extractor is named the rules read, which need no trained network."""

import os

os.environ["QUOTH_EXTRACTOR"] = "rules"
