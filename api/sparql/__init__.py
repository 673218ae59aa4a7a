"""SPARQL queries by people we do not know: read first, then run in a process that can be killed."""
