"""A small trained network that finds who said what: from a text to candidates for statements, before any rule."""
