"""How fast Quoth is, how much room it takes and how right it is: `python -m bench`, which writes docs/benchmarks.md.

world, templates, articles   articles of an invented world, the same on every machine
load       from file to committed graph: articles a second, and which stage takes how long
store      a store of many articles: filled, measured on disk, snapshotted, exported
questions  what kg.read and kg/queries cost on it
reading    extraction alone: words a second and memory, each measured in a process of its own (reading_alone)
annotated  articles that people annotated, ours and those beside the checkout
accuracy   how right each extractor is on them, and on the names of GUM (names)
reliability  whether confidences say the truth
pins       the figures that tests hold: `python -m bench.pins`
machine    on what all this ran
report     the results as Markdown: speeds, scores beside aims, calibration (calibrated) with its picture (curve)
"""
