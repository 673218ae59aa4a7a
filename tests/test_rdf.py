"""The mapping from values to triples where it chooses among many mentions."""

from hypothesis import given
from hypothesis import strategies as st

from kg.model import Span
from kg.rdf import nearest

SPANS = st.builds(lambda start, length: Span(start, start + length), st.integers(0, 30), st.integers(1, 6))
MENTIONS = st.sets(SPANS, min_size=1, max_size=8).map(lambda spans: tuple(sorted(spans)))


@given(MENTIONS, SPANS)
def test_the_mention_of_an_implied_speaker_is_the_last_one_before(mentions: tuple[Span, ...], before: Span) -> None:
    earlier = [mention for mention in mentions if mention.end <= before.start]
    assert nearest(mentions, None, before) == (earlier[-1] if earlier else mentions[0])


@given(MENTIONS, SPANS, SPANS)
def test_a_mention_in_the_source_phrase_goes_before_any_other(
    mentions: tuple[Span, ...], source: Span, before: Span
) -> None:
    inside = [mention for mention in mentions if source.holds(mention)]
    found = nearest(mentions, source, before)
    if inside:
        longest = max(mention.end - mention.start for mention in inside)
        assert found == next(mention for mention in inside if mention.end - mention.start == longest)
    else:
        assert found == nearest(mentions, None, before)
