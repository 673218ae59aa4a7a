"""Texts from which a scrape lost spaces, quotation marks or capitals."""

from __future__ import annotations

import pytest

from kg.extract import EXTRACTORS, extract
from kg.extract.mended import mended
from kg.model import Article


@pytest.mark.parametrize(
    ("printed", "whole"),
    [
        ("The harbour unionsaidthat it waits.", "The harbour union said that it waits."),
        ("The clinic of the portcounted14 hurt.", "The clinic of the port counted 14 hurt."),
        ("A harbour Ministrydeniedthe report.", "A harbour Ministry denied the report."),
        ("The quay is emptyaccording to the port.", "The quay is empty according to the port."),
        ("He sold his boat.Nobody bought the nets.", "He sold his boat. Nobody bought the nets."),
        ("He fears no storm, saidVoss on Monday.", "He fears no storm, said Voss on Monday."),
        ("Mate **Ana Voss**who was there left.", "Mate   Ana Voss  who was there left."),
        ("“It was seen live on televisionsaid the aide. “It was bad.”", None),
        ('We carried them home", said Voss.', '"We carried them home", said Voss.'),
        ('They answered: ""There is no boat."" Voss left.', 'They answered: "There is no boat." Voss left.'),
        ("The mate said: It was our boat.''", "The mate said: \"It was our boat.''"),
        ("Colonel hassan idrim, who was there, left.", "Colonel Hassan Idrim, who was there, left."),
        ('"We left", said odila vossen, a docker.', '"We left", said Odila Vossen, a docker.'),
        ("The jailed critic alexei Vossen left.", "The jailed critic Alexei Vossen left."),
    ],
)
def test_what_a_scrape_lost_is_put_back(printed: str, whole: str | None) -> None:
    assert mended(printed).text == (whole or "“It was seen live on television”said the aide. “It was bad.”")


@pytest.mark.parametrize(
    "text",
    [
        "The unannounced visit was foretold, it is said that the aforesaid port was reinstated.",
        "WhatsApp and iPhone users at example.com paid McDonald and deGroot 12 euros at 5:30 p.m. in 2019.",
        'The board is 12" wide, and 14" long. “No,” she said.',
        "He said: no boat came. ‘Never,’ said the dockers' union.",
        "Mark Lee said government officials, a dozen of them, left with colonel rank.",
        "See https://example.com/Category:Boats and example.com/forSale, then www.port.org/theBoat for more.",
        "@theHarbour wrote #thisIsOurs about `forEach` on Booking.Com.",
        "Of input1, output2 and throughput12, he said, f**k it, n****rs, 2**10 is x**2.",
        "He wrote of Karim Bensaid, of U.S. Army boats, and to mark Easter.",
    ],
)
def test_what_is_whole_stays_as_it_is(text: str) -> None:
    assert mended(text).text == text


@pytest.mark.parametrize("extractor", EXTRACTORS)
def test_spans_are_those_of_the_text_as_printed(extractor: str) -> None:
    text = 'The harbour unionsaidthat no ship may leave. We carried them home", said odila vossen, a docker.\n'
    found = extract(Article(text), extractor)
    assert [s.text(text) for s in found.statements] == [
        "no ship may leave",
        "We carried them home",
    ]
    assert [s.cue.of(text) for s in found.statements if s.cue] == ["said", "said"]
    assert found.statements[1].source
    assert found.statements[1].source.of(text) == "odila vossen, a docker"
    assert found.entity(found.statements[1].speaker or "").name == "Odila Vossen"


@pytest.mark.parametrize("extractor", EXTRACTORS)
def test_a_mark_printed_twice_is_no_part_of_the_words(extractor: str) -> None:
    text = 'Ann Lee told the council: ""There is no boat left in the harbour."" Then Mr Voss left.\n'
    found = extract(Article(text), extractor)
    assert [s.text(text) for s in found.statements] == ["There is no boat left in the harbour."]
    assert all('""' not in span.of(text) for s in found.statements for span in s.quoted)


def test_a_long_blank_line_takes_no_time() -> None:
    text = "Voss said:\n" + " " * 200_000 + "x"
    assert mended(text).text == text
