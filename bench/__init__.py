"""How fast Quoth is, how much room it takes and how right it is: `python -m bench`, which writes docs/benchmarks.md.

world, templates, articles   articles of an invented world, the same on every machine
load       from file to committed graph: articles a second, and which stage takes how long
store      a store of many articles: filled, measured on disk, snapshotted, exported
questions  what kg.read and kg/queries cost on it
accuracy   what the scorer says of the extractor
machine    on what all this ran
report     the results as Markdown
"""
