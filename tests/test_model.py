"""The values that flow through Quoth."""

from kg.model import AnnotatedArticle, Article, Entity, EntityType, Span, Statement, StatementKind


def test_without_attitudes_nobody_is_left_whom_only_they_name() -> None:
    def said(id: str, speaker: str, attitude: bool) -> Statement:
        return Statement(id, StatementKind.INDIRECT, (Span(0, 3),), None, None, speaker, 0.9, "r", attitude=attitude)

    def unnamed(id: str, name: str | None = None) -> Entity:
        return Entity(id, EntityType.GROUP, name or id, (Span(4, 6),), unnamed=name is None)

    entities = (unnamed("e1"), unnamed("e2"), unnamed("e3", "Vesna"))
    both = AnnotatedArticle(Article("who said"), "r", entities, (said("s1", "e1", True), said("s2", "e2", False)))
    kept = both.without_attitudes()
    assert [entity.id for entity in kept.entities] == ["e2", "e3"]
    assert [statement.id for statement in kept.statements] == ["s2"]
