"""The mapping from values to triples where it chooses among many mentions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import NamedNode

from kg import rdf
from kg.model import AnnotatedArticle, Article, Entity, EntityType, Span, Statement, StatementKind
from kg.rdf import nearest
from kg.vocab import QUOTH, Iris

IRIS = Iris()
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


TEXT = "Lee said the Bank of Scotland would leave Scotland."


def about(*mentions: Entity) -> set[str]:
    """The first words of the names of those whom the statement in TEXT is about."""
    said = Statement("s", StatementKind.INDIRECT, (Span(9, 50),), Span(0, 3), Span(4, 8), None, 0.9, "a-rule")
    annotated = AnnotatedArticle(Article(TEXT, id="a"), "rules/1", mentions, (said,))
    evidence = list(rdf.evidence(annotated, IRIS))
    actor_of = {chain.id: NamedNode(f"x:{chain.name.split()[0]}") for chain in rdf.chains(evidence)}
    derived = rdf.derived(evidence, actor_of, IRIS)
    return {rdf.value(quad).value.removeprefix("x:") for quad in derived if quad.predicate == QUOTH.about}


def test_a_place_in_an_organisations_name_is_not_what_is_spoken_about() -> None:
    bank = Entity("e1", EntityType.ORGANISATION, "Bank of Scotland", (Span(13, 29),))
    inside, itself = Span(21, 29), Span(42, 50)
    assert about(bank, Entity("e2", EntityType.PLACE, "Scotland", (inside,))) == {"Bank"}
    assert about(bank, Entity("e2", EntityType.PLACE, "Scotland", (inside, itself))) == {"Bank", "Scotland"}
    assert about(bank, Entity("e2", EntityType.PERSON, "Scotland", (inside,))) == {"Bank", "Scotland"}


@pytest.mark.parametrize("type", [EntityType.PERSON, EntityType.ORGANISATION])
def test_whom_a_place_is_named_after_is_not_what_is_spoken_about(type: EntityType) -> None:
    bridge, lee = Entity("e1", EntityType.PLACE, "Bank of Scotland", (Span(13, 29),)), Span(21, 29)
    assert about(bridge, Entity("e2", type, "Scotland", (lee,))) == {"Bank"}
    assert about(bridge, Entity("e2", type, "Scotland", (lee, Span(42, 50)))) == {"Bank", "Scotland"}
