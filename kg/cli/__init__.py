"""The command line: `quoth add`, `quoth said` … (docs/commands.md).

    app         the application, its shared options, and how errors are shown
    reading     add, remove, reextract, rebuild
    extracting  extract
    benching    bench extraction
    asking      said, query, stats
    listing     articles
    checking    validate, verify, quarantine
    moving      export, import

`quoth serve` is added by `api.command`, so that nothing here knows of HTTP.
"""

from kg.cli import asking, benching, checking, extracting, listing, moving, reading
from kg.cli.app import app, run

__all__ = ["app", "asking", "benching", "checking", "extracting", "listing", "moving", "reading", "run"]
