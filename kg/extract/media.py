"""Through what the words reached the public: "in a Telegram post", "in a video message", "signs reading"."""

from __future__ import annotations

from typing import Final

from kg.extract.descriptions import head_of
from kg.extract.lexicon import DOCUMENTS, MEDIA, word_set
from kg.extract.tokens import Tokens
from kg.model import Medium

INTO: Final = word_set("in on at during via through from by to with of")
VERBS: Final = {
    **dict.fromkeys(("tweet", "tweeted", "tweets", "tweeting", "retweeted"), Medium.SOCIAL_MEDIA),
    **dict.fromkeys(("testified", "testifies", "testify"), Medium.COURT),
    **dict.fromkeys(("email", "emailed", "texted"), Medium.PRIVATE_MESSAGE),
}
LONGEST: Final = max(len(phrase.split()) for phrase in MEDIA)


def medium(beside: Tokens, cue: str, source: str) -> Medium | None:
    """The medium that the words beside a statement tell, or its cue ("tweeted"), or its source ("signs")."""
    return adverbial(beside) or VERBS.get(cue.lower()) or of_source(source)


def adverbial(tokens: Tokens) -> Medium | None:
    """The medium of the first adverbial that names one."""
    for at, token in enumerate(tokens):
        if token.lower in INTO and (found := phrase_medium(tokens, at + 1)):
            return found
    return None


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
