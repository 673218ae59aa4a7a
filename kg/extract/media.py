"""Through what the words reached the public: "in a Telegram post", "in a video message", "signs reading"."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.descriptions import head_of
from kg.extract.lexicon import DOCUMENTS, MEDIA, PREPOSITIONS, word_set
from kg.extract.tokens import Tokens
from kg.model import Medium

INTO: Final = word_set("in on at during via through from by to with of")
VERBS: Final = {
    **dict.fromkeys(("tweet", "tweeted", "tweets", "tweeting", "retweeted"), Medium.SOCIAL_MEDIA),
    **dict.fromkeys(("testified", "testifies", "testify"), Medium.COURT),
    **dict.fromkeys(("email", "emailed", "texted"), Medium.PRIVATE_MESSAGE),
}
CHANNELS: Final = {
    **dict.fromkeys(("x", "threads", "vk", "signal"), Medium.SOCIAL_MEDIA),
    **dict.fromkeys(("cnn", "msnbc", "nbc", "cbs", "abc", "itv", "bbc", "cnbc", "c-span", "npr"), Medium.BROADCAST),
    **dict.fromkeys(("fox", "sky", "gb"), Medium.BROADCAST),
}
"""Names, with a capital, that are a medium only right behind "on": "said on X", "on Fox News"."""

HEARERS: Final = {
    **dict.fromkeys(("court", "jury", "judge", "tribunal", "inquest", "jurors", "judges", "hearing"), Medium.COURT),
    **dict.fromkeys(("conference", "briefing"), Medium.PRESS_CONFERENCE),
    **dict.fromkeys(("rally", "crowd"), Medium.SPEECH),
}
"""Who is told something in the course of a trial, a press conference or a speech, by the noun."""

WORD: Final = re.compile(r"[a-z’'-]+")
LONGEST: Final = max(len(phrase.split()) for phrase in MEDIA)


def medium(beside: Tokens, cue: str, source: str, hearer: str = "") -> Medium | None:
    """The medium that the words beside a statement tell, or its cue ("tweeted"), its source ("signs") or its hearer."""
    return adverbial(beside) or VERBS.get(cue.lower()) or of_source(source) or of_hearer(hearer)


def adverbial(tokens: Tokens) -> Medium | None:
    """The medium of the first adverbial that names one."""
    for at, token in enumerate(tokens):
        if token.lower in INTO and (found := channel(tokens, at) or phrase_medium(tokens, at + 1)):
            return found
    return None


def channel(tokens: Tokens, at: int) -> Medium | None:
    """The medium of a name that is one only behind "on": "on X", "on the platform X", "on Fox News"."""
    behind = [token for token in tokens[at + 1 : at + 4] if token.lower not in ("the", "platform")][:1]
    named = tokens[at].lower == "on" and bool(behind) and behind[0].text[0].isupper()
    return CHANNELS.get(behind[0].lower) if named else None


def of_hearer(phrase: str) -> Medium | None:
    """The medium that who is told something shows: "told the court in Leeds", "told a press conference"."""
    words = WORD.findall(phrase.lower())
    if words[:1] not in (["the"], ["a"], ["his"], ["her"], ["an"]):
        return None
    head = next((at for at, word in enumerate(words) if word in PREPOSITIONS or word in ("'s", "that")), len(words))
    return HEARERS.get(words[head - 1]) if head else None


def phrase_medium(tokens: Tokens, start: int) -> Medium | None:
    """The medium that a noun phrase beginning at a token names: its longest known words, within five."""
    for at in range(start, min(len(tokens), start + 5)):
        if tokens[at].lower in INTO or tokens[at].quote or not tokens[at].text[0].isalnum():
            return None
        for length in range(LONGEST, 0, -1):
            phrase = " ".join(token.lower for token in tokens[at : at + length])
            if phrase in MEDIA:
                return MEDIA[phrase]
    return None


def of_source(source: str) -> Medium | None:
    """The medium of a source that is itself a document or sign: "the report", "a poster"."""
    head = head_of(source)
    return MEDIA.get(head.noun) if head and head.noun in DOCUMENTS else None
