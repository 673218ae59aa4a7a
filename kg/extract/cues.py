"""Cues: the verbs that report, with their speech act and what they take, found among the tokens of a sentence."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final

from kg.extract import lexicon
from kg.extract.lexicon import word_set
from kg.model import SpeechAct

UNREPORTED: Final = word_set("if unless whether")
"""What stands after these is not reported as said ("if he says …")."""


@dataclass(frozen=True, slots=True)
class Verb:
    """One line of data/cues.tsv: a verb that reports, what act it is and what it takes."""

    lemma: str
    act: SpeechAct
    takes: frozenset[str]
    addressee: bool
    noun: bool
    attitude: bool
    written: bool


@dataclass(frozen=True, slots=True)
class Form:
    """A form of a verb: `tense` is "past", "present", "plain" or "ing"; `rest` is "on" of "call on"."""

    verb: Verb
    tense: str
    rest: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb that reports, at the tokens [first, last) with its auxiliaries; the verb itself stands at `at`.

    `verbs` are all readings of the form, in the order of the list.
    """

    first: int
    at: int
    last: int
    verbs: tuple[Verb, ...]
    tense: str
    negated: bool = False

    def takes(self, what: str) -> Verb | None:
        """The first reading that takes such a complement."""
        return next((verb for verb in self.verbs if what in verb.takes), None)


def inflect(word: str, double: bool, irregular: str | None) -> dict[str, str]:
    """The forms of a verb, each with its tense; irregular past forms are given, "wrote:written"."""
    stem = word[:-1] if word.endswith("e") else word
    if double:
        stem = word + word[-1]
    past, third = stem + "ed", word + "s"
    if word.endswith("y") and word[-2] not in "aeiou":
        past, third = word[:-1] + "ied", word[:-1] + "ies"
    elif word.endswith(("s", "sh", "ch", "x", "z", "o")):
        third = word + "es"
    ing = (word if word.endswith(("ee", "y")) else stem) + "ing"
    forms = {word: "plain", third: "present", ing: "ing"}
    return forms | dict.fromkeys(irregular.split(":") if irregular else [past], "past")


@cache
def forms() -> dict[str, tuple[Form, ...]]:
    """Every form of every verb, by its first word in lower case; longer ones first."""
    table: dict[str, list[Form]] = {}
    for line in lexicon.lines("cues.tsv"):
        lemma, act, takes, *options = line.split("\t")
        flags = dict(option.partition("=")[::2] for option in (options[0].split() if options else []))
        verb = Verb(
            lemma,
            SpeechAct(act),
            frozenset(takes.split()),
            "addressee" in flags,
            "noun" in flags,
            "attitude" in flags,
            "written" in flags,
        )
        first, *rest = lemma.split()
        for form, tense in inflect(first, "double" in flags, flags.get("irregular")).items():
            table.setdefault(form, []).append(Form(verb, tense, tuple(rest)))
    return {word: tuple(sorted(found, key=lambda f: -len(f.rest))) for word, found in table.items()}


@cache
def is_reporting_form(word: str) -> bool:
    """Whether a lower-case word is a form that reports words: "said", "asks"."""
    return any("quote" in form.verb.takes and form.tense != "plain" for form in forms().get(word, ()))
