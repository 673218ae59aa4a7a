"""Trains, measures and exports the small model that finds who said what. See train/README.md."""
