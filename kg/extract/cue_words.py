"""What data/cues.tsv knows of the words of a cue, wherever it was found: the verb that reports, and with it the act."""

from __future__ import annotations

import re
from typing import Final, Literal

from kg.extract.cues import Form, forms
from kg.extract.lexicon import MODALS, is_adverb, word_set
from kg.extract.report import Report
from kg.model import SpeechAct

Class = Literal["verb", "attitude", "according", "noun", "unknown", "none"]
"""What a cue is by its words: a verb that reports, one of a wish or feeling, "according to", a noun of such a verb,
something else, no words at all."""

WORD: Final = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
NOUNS: Final = word_set(
    "statement statements claim claims comment comments remark remarks word words announcement warning report reports"
    " opinion view belief allegation allegations accusation accusations assertion question questions answer reply"
    " response promise pledge threat demand call request order suggestion argument conclusion prediction"
)
SPEAKER_ITSELF: Final = word_set("i we you")
ACCORDING: Final = "according"


def words_of(cue: str) -> list[str]:
    """The words of a cue in lower case."""
    return [word.replace("’", "'") for word in WORD.findall(cue.lower())]


def readings(cue: str) -> list[Form]:
    """The forms of verbs that report among the words of a cue, those with most words first."""
    words = words_of(cue)
    found = [
        form
        for at, word in enumerate(words)
        for form in forms().get(word, ())
        if tuple(words[at + 1 : at + 1 + len(form.rest)]) == form.rest
    ]
    return sorted(found, key=lambda form: -len(form.rest))


def best_reading(cue: str, content: str) -> Form | None:
    """The reading of a cue that fits the words it reports ("told … to go" demands); None if its verb is unknown."""
    found = readings(cue)
    if not found:
        return None
    longest = [form for form in found if len(form.rest) == len(found[0].rest)]
    wanted = "infinitive" if content[:3].lower() == "to " else "quote"
    fitting = (form for form in longest if wanted in form.verb.takes and not form.verb.attitude)
    return next(fitting, None) or next((form for form in longest if not form.verb.attitude), longest[0])


def is_attitude(cue: str) -> bool:
    """Whether a cue tells of something other than words: a wish, a feeling, an act; no verb that reports is in it."""
    words = words_of(cue)
    reports = any(not form.verb.attitude for word in words for form in forms().get(word, ()))
    return not reports and ACCORDING not in words


def class_of(cue: str) -> Class:
    """What a cue is by its words."""
    words = words_of(cue)
    if not words:
        return "none"
    if ACCORDING in words:
        return ACCORDING
    known = readings(cue)
    if not known:
        return "noun" if set(words) & NOUNS else "unknown"
    if all(form.verb.attitude for form in known):
        return "attitude"
    bare = [word for word in words if not is_adverb(word) and word not in MODALS]
    noun = len(bare) == 1 and bare[0] in NOUNS and all(form.verb.noun for form in known)
    return "noun" if noun else "verb"


def own_voice(text: str, report: Report) -> bool:
    """Whether "I", "we" or "you" say it now, so that nothing is reported: "I think", but not "I said"."""
    if report.source is None or report.source.of(text).lower() not in SPEAKER_ITSELF:
        return False
    form = best_reading(report.cue.of(text), "") if report.cue else None
    past = form is not None and form.tense == "past" and "quote" in form.verb.takes
    return not past or (form is not None and form.verb.act is SpeechAct.BELIEVES)
