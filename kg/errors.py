"""Every error that Quoth raises on purpose.

    QuothError                   what a user can mend; shown as one line, never as a traceback
    ├── InputError               something given cannot be read: a file, a page, a line of JSON Lines
    │   ├── EmptyInput           there is no article text in it
    │   └── TooLarge             it is longer than the stated maximum
    ├── QueryError               a SPARQL query or a filter is malformed or asks for what is refused
    │   └── QueryTimeout         it ran past its time limit
    ├── NotFound                 nothing has this IRI, name or id
    ├── ValidationFailed         a graph violates a shape; carries the report
    ├── StoreError               the store cannot be opened, read or written
    │   ├── StoreLocked          another process is writing
    │   ├── StoreMissing         there is no store there (yet)
    │   └── StoreVersion         it was written by a newer Quoth
    ├── ArchiveError             an archived text is missing, damaged or not what its hash says
    ├── ModelError           the trained network's files are missing, damaged or of another version
    └── OutputError              a result cannot be written: something is in its way, the disk is full

Each message says what is wrong, where, and what to do. `exit_code` is what the command line exits with.
"""

from __future__ import annotations


class QuothError(Exception):
    """Something a user can mend."""

    exit_code = 1


class InputError(QuothError):
    """Something given cannot be read as an article."""

    exit_code = 3


class EmptyInput(InputError):
    """There is no article text in what was given."""


class TooLarge(InputError):
    """What was given is longer than the stated maximum."""


class QueryError(QuothError):
    """A SPARQL query or a filter is malformed, or asks for what is refused."""

    exit_code = 4


class QueryTimeout(QueryError):
    """A query ran past its time limit."""


class NotFound(QuothError):
    """Nothing has this IRI, name or id."""

    exit_code = 5


class ValidationFailed(QuothError):
    """A graph violates a shape."""

    exit_code = 6


class StoreError(QuothError):
    """The store cannot be opened, read or written."""

    exit_code = 7


class StoreLocked(StoreError):
    """Another process is writing to the store."""


class StoreMissing(StoreError):
    """There is no store at this place."""


class StoreVersion(StoreError):
    """The store was written by a newer version of Quoth."""


class ArchiveError(StoreError):
    """An archived text is missing, damaged, or not what its hash says."""


class ModelError(QuothError):
    """The trained network's files are missing, damaged, or of another version."""


class OutputError(QuothError):
    """A result cannot be written: something is in its way, or the disk is full."""

    exit_code = 8
