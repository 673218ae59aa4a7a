"""Quoth: who said what, where it was printed, and how we know."""

__version__ = "0.1.0"
