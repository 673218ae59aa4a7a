"""What follows a cue: to whom it is said, and the words that are reported."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from kg.extract import asked_for, denials
from kg.extract.adverbials import ADVERBIAL, SUBJECTS, addressee_at, quantity, skip_adverbials
from kg.extract.cues import Cue, Verb
from kg.extract.lexicon import AUXILIARIES, BE, DETERMINERS, MODALS, QUESTION_WORDS, word_set
from kg.extract.objects import object_at
from kg.extract.phrases import Range, is_finite, is_name
from kg.extract.tokens import QUOTED, Token, Tokens
from kg.extract.words_end import end_of
from kg.model import SpeechAct

FAR: Final = 30
"""Tokens looked at for the verb of a clause."""
WITHIN: Final = word_set("which who whose whom where when because as while although though since")
"""These open a clause within a clause, whose verb is not the one of the clause around it."""
ITSELF: Final = word_set("himself herself itself themselves myself ourselves yourself")
SILENCE: Final = word_set("comment answer say discuss respond speak elaborate specify reveal disclose")


@dataclass(frozen=True, slots=True)
class Complement:
    """The reported words at the tokens [start, end), how they are attached, and by which reading of the cue."""

    frame: str
    start: int
    end: int
    verb: Verb
    addressee: Range | None = None


def complement(tokens: Tokens, cue: Cue, limit: int) -> Complement | None:
    """What the cue reports to its right, before the token `limit`; None if it reports nothing there."""
    at = cue.last
    addressee = None
    if any(verb.addressee for verb in cue.verbs):
        addressee = addressee_at(tokens, at, limit)
        at = addressee[1] if addressee else at
        if addressee and cue.takes("infinitive") and (to := asked_for.deed(tokens, at, limit)) > at:
            addressee, at = (addressee[0], to), to
    if (verb := cue.takes("silence")) and at < limit and silent(tokens, at):
        return Complement("silence", at, end_of(tokens, at, limit, "clause"), verb)
    if not (at < limit and tokens[at].lower == "to" and cue.takes("infinitive")):
        at = skip_adverbials(tokens, at, limit)
    if at >= limit:
        return None
    if denied := denial(tokens, cue, at, limit):
        return denied
    found = frame_at(tokens, cue, at, addressee is not None)
    if found is None and addressee and (asked := asking(tokens, cue, addressee[0], limit)):
        return asked
    if found is None:
        thing = object_at(tokens, cue, limit)
        return Complement(thing[0], cue.last, thing[1], thing[2]) if thing else None
    frame, start, verb = found
    end = end_of(tokens, start, limit, frame)
    if end <= start or not any(t.quote or t.text[0].isalnum() for t in tokens[start:end]):
        return None
    return Complement(frame, start, end, verb, addressee)


def asking(tokens: Tokens, cue: Cue, start: int, limit: int) -> Complement | None:
    """What somebody is asked for: "asked donors for help"."""
    verb = cue.takes(asked_for.FRAME)
    at = asked_for.thing(tokens, start, limit) if verb else None
    if verb is None or at is None:
        return None
    return Complement(asked_for.FRAME, at, end_of(tokens, at, limit, "object"), verb, (start, at))


def denial(tokens: Tokens, cue: Cue, at: int, limit: int) -> Complement | None:
    """What was alleged, where the cue denies it without a clause."""
    verb = next((verb for verb in cue.verbs if verb.lemma == denials.VERB), None)
    end = denials.end_of(tokens, at, end_of(tokens, at, limit, "object")) if verb else at
    frame = "denying" if denials.is_deed(tokens[at]) else "denial"
    return Complement(frame, at, end, verb) if verb and end > at and denials.alleged(tokens[at:end]) else None


def silent(tokens: Tokens, at: int) -> bool:
    """Whether nothing is said: "to comment", "to answer questions", "comment"."""
    following = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    return tokens[at].lower == "comment" or (tokens[at].lower == "to" and following in SILENCE)


def frame_at(tokens: Tokens, cue: Cue, at: int, spoken_to: bool) -> tuple[str, int, Verb] | None:
    """How the words at the token `at` are attached to the cue, where they begin, and the reading that takes them."""
    word = tokens[at].lower
    at_mark = word in (",", ":") and at + 1 < len(tokens)
    if word == QUOTED or (at_mark and tokens[at + 1].quote):
        verb = cue.takes("quote") or cue.takes("that") or cue.takes("naming")
        return ("quote", at + at_mark, verb) if verb else None
    if word == ":" and (verb := cue.takes("quote")):
        return "clause", at + 1, verb
    if word == "that" and (verb := cue.takes("that")):
        return ("clause", at, verb) if is_subject(tokens, at) else ("that", at + 1, verb)
    if (word in QUESTION_WORDS or inverted(tokens, cue, at)) and (verb := cue.takes("question")):
        return "question", at, verb
    to = at + (word == "not")
    if tokens[to : to + 1] and tokens[to].lower == "to" and (verb := cue.takes("infinitive")):
        unnamed = any(token.lower in ("named", "identified", "quoted") for token in tokens[to + 2 : to + 3])
        return (
            ("infinitive", at, verb)
            if not unnamed and (spoken_to or not verb.addressee or cue.tense != "plain")
            else None
        )
    if (verb := cue.takes("clause")) and opens_clause(tokens, at) and not phrase_alone(tokens, cue, at):
        return "clause", at, verb
    return None


def is_subject(tokens: Tokens, at: int) -> bool:
    """Whether "that" at a token is no conjunction, but what is spoken of: "said that was the end of it"."""
    return at + 1 < len(tokens) and tokens[at + 1].lower in BE | MODALS | {"has", "had", "does", "did"}


def inverted(tokens: Tokens, cue: Cue, at: int) -> bool:
    """Whether a question stands at a token as it was asked, the verb first: "asked him would he resign"."""
    asks = any(verb.act is SpeechAct.ASKS for verb in cue.verbs) and at + 1 < len(tokens)
    return asks and tokens[at].lower in BE | MODALS | {"did", "had", "has"} and tokens[at + 1].lower in SUBJECTS


def phrase_alone(tokens: Tokens, cue: Cue, at: int) -> bool:
    """Whether what looks like a clause is a noun phrase: "expects [sales to fall]", "promises [aid] but has none".

    Verbs that take a noun phrase as what is said take it up to the infinitive, or to what else their subject does.
    """
    being = cue.takes("being") is not None
    before = {"to"} if being or cue.takes("forecast") else {"and", "but"} if cue.takes("told") else set()
    end = next((n for n in range(at + 1, min(len(tokens) - 1, at + FAR)) if tokens[n].lower in before), None)
    if end is None or has_verb(tokens[at:end]):
        return False
    following = tokens[end + 1]
    if tokens[end].lower == "to":
        return following.lower in ("be", "have") if being else following.text.isalpha()
    return following.lower in AUXILIARIES | MODALS


def opens_clause(tokens: Tokens, at: int) -> bool:
    """Whether a clause without "that" begins at a token."""
    token = tokens[at]
    if token.lower in SUBJECTS:
        return True
    if token.lower in ITSELF:
        return False
    adverbial = token.lower in ADVERBIAL and not quantity(tokens, at)
    other = not token.text[0].isalnum() or adverbial or token.lower.endswith("ing")
    if other and token.lower not in DETERMINERS and not is_name(token):
        return False
    return has_verb(tokens[at : at + FAR])


def has_verb(tokens: Tokens) -> bool:
    """Whether a clause begins with these tokens: a verb stands among them that is none of a clause within it."""
    within = False
    for at, token in enumerate(tokens):
        if token.lower == ";":
            return False
        if token.lower in WITHIN or (token.lower == "with" and tokens[at - 1].lower == ","):
            within = True
        elif token.lower == ",":
            within = False
        elif not within and (is_finite(token) or token.quote or (at and is_past(token, tokens[at - 1]))):
            return True
    return False


def is_past(token: Token, previous: Token) -> bool:
    """Whether a word in -ed may be a verb, and does not stand as an adjective: "closed", not "a closed port"."""
    return token.lower.endswith("ed") and previous.lower not in DETERMINERS and previous.lower not in (",", "'s")
