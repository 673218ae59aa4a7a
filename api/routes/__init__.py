"""The addresses of the service, a few lines each: read a question, answer it."""
