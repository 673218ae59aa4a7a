"""Which classes of the ontology an entity has."""

from __future__ import annotations

from kg.model import EntityType
from kg.vocab import QUOTH

TYPES = {
    EntityType.PERSON: QUOTH.Person,
    EntityType.ORGANISATION: QUOTH.Organisation,
    EntityType.GROUP: QUOTH.Group,
    EntityType.PLACE: QUOTH.Place,
    EntityType.DOCUMENT: QUOTH.Document,
}
ENTITY_TYPES = {iri: type for type, iri in TYPES.items()}
ACTORS = {EntityType.PERSON, EntityType.ORGANISATION, EntityType.GROUP}
SUPERCLASSES = {
    EntityType.PERSON: (QUOTH.Actor, QUOTH.Source),
    EntityType.ORGANISATION: (QUOTH.Actor, QUOTH.Source),
    EntityType.GROUP: (QUOTH.Actor, QUOTH.Source),
    EntityType.PLACE: (),
    EntityType.DOCUMENT: (QUOTH.Source,),
}
