"""How right an extractor is: what it printed, against articles that people annotated.

gold          annotated articles: a folder in one of two forms
polnear       the form of PolNeAR: attributions/*.ann beside text/*.txt
beside        our own form: NAME.gold.json beside the article NAME.txt, .html or .jsonl
told          what else is told of statements: act, day, role …, also in files NAME.fields.json
predictions   what an extractor printed: the JSON Lines of `quoth extract`, from ours or any other
characters    what of a span counts
people        whether two names are the same speaker's
compare       one article's predicted statements against its gold ones
details       what of act, polarity, stance, day, report around, relays and role is right
counts        what is counted over articles: precision, recall, F1, shares, with intervals
resampling    how far a figure could lie off by the chance of which articles were annotated
calibration   whether confidences say how often statements are right
faults        what went wrong, statement by statement
terminal      figures and faults in the terminal
page          the same as a page
"""

from kg.scoring.compare import Comparison, compare
from kg.scoring.counts import Figure, Rate, Score, score
from kg.scoring.faults import Fault, Sort, faults
from kg.scoring.gold import GoldArticle, GoldStatement, read_gold
from kg.scoring.predictions import PredictedStatement, Prediction, Predictions, predict, prediction, read_predictions

__all__ = [
    "Comparison",
    "Fault",
    "Figure",
    "GoldArticle",
    "GoldStatement",
    "PredictedStatement",
    "Prediction",
    "Predictions",
    "Rate",
    "Score",
    "Sort",
    "compare",
    "faults",
    "predict",
    "prediction",
    "read_gold",
    "read_predictions",
    "score",
]
