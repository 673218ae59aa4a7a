"""The HTTP service over `kg.read`; it builds no SPARQL and names no store."""
