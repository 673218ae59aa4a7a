"""The page that documents the ontology: pyLODE's, put into words for people who write SPARQL, with the code lists.

    python -m kg.reference > ontology/quoth.html

The page is committed and ships beside the ontology. pyLODE, a tool of development, is needed only to make it anew.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterator

from lxml import html  # type: ignore[import-untyped]
from lxml.builder import E  # type: ignore[import-untyped]
from rdflib import RDF, RDFS, SKOS, Graph, URIRef

from kg.resources import CHECKOUT, folder
from kg.vocab import PREFIXES

QUOTH = PREFIXES["quoth"]
ROWS = {
    "Sub Class Of": "Is a kind of",
    "Super Class Of": "Kinds of it",
    "In Domain Includes Of": "Properties",
    "In Range Includes Of": "Value of",
    "Sub Property Of": "Narrower than",
    "Domainincludes": "Used on",
    "Rangeincludes": "Its values",
    "Description": "Meaning",
    "License": "Licence",
    "Version Iri": "Version IRI",
    "Version Info": "Version",
    "Preferred Namespace Prefix": "Prefix",
    "Preferred Namespace Uri": "Namespace",
}
"""What pyLODE calls a row, and what it is called here."""
SECTIONS = {
    "Object Properties": "Properties whose values are nodes",
    "Datatype Properties": "Properties whose values are literals",
    "Metadata": "About",
}


def ontology() -> Graph:
    """The ontology, its code lists and alignments, as one graph."""
    graph = Graph(bind_namespaces="none")
    for file in sorted(folder("ontology").glob("*.ttl")):
        graph.parse(file)
    return graph


def page() -> str:
    """The page as one HTML file that needs nothing beside it."""
    graph = ontology()
    tree = html.document_fromstring(_pylode(graph))
    tree.set("lang", "en")
    _head(tree.head)
    _terms(tree, graph)
    _words(tree)
    _add(tree, graph)
    return str(html.tostring(tree, doctype="<!DOCTYPE html>", encoding="unicode")) + "\n"


def _pylode(graph: Graph) -> str:
    """pyLODE's page, with our names as anchors. It takes a concept scheme for an ontology and knows no concepts."""
    level = logging.root.level
    from pylode import OntPub  # type: ignore[import-untyped]

    logging.root.setLevel(level)  # importing pyLODE sets it to DEBUG
    shown = Graph(bind_namespaces="none")
    for prefix, namespace in graph.namespaces():
        shown.bind(prefix, namespace)
    for triple in graph:
        if triple[1] != RDFS.isDefinedBy and triple[1:] != (RDF.type, SKOS.ConceptScheme):
            shown.add(triple)
    made = OntPub(shown, sort_subjects=True)
    made.fids.update({term: local(term) for term in map(str, graph.subjects()) if term.startswith(QUOTH)})
    return str(made.make_html())


def local(iri: str) -> str:
    """The name of a term within its namespace: "saidBy"."""
    return iri.removeprefix(QUOTH)


def _head(head: html.HtmlElement) -> None:
    for gone in head.xpath("style | link | meta"):
        head.remove(gone)
    head.insert(0, E.meta(charset="utf-8"))
    head.insert(1, E.meta(name="viewport", content="width=device-width, initial-scale=1"))
    head.append(E.style((folder("ontology") / "quoth.css").read_text(encoding="utf-8")))


def _terms(tree: html.HtmlElement, graph: Graph) -> None:
    """Show terms as one writes them in a query: quoth:saidBy, prov:Agent."""
    for gone in tree.xpath("//sup | //div[@id='legend'] | //div[@id='pylode'] | //tr[th='IRI'] | //dl/div[dt='Title']"):
        gone.drop_tree()
    for entity in tree.xpath("//div[@class='property entity']"):
        label = entity.find("h3")
        words, label.text = label.text.strip(), None
        label.extend([E.code(f"quoth:{entity.get('id')}"), E.span(words, {"class": "label"})])
    for example in tree.xpath("//td/pre"):
        example.tag = "p"
        example.set("class", "example")
    for link in tree.xpath("//td//a[@href] | //div[@id='toc']//ul[@class='second']//a"):
        link.text = _short(link.get("href"), graph) or link.text
    for link in tree.xpath("//dd/a[@href]"):
        link.text = link.get("href")
    for item in tree.xpath("//td/ul/li[.//a]"):
        item.getparent().set("class", "terms")
        item[:] = [item.find(".//a")]
        item.text = item[0].tail = None


def _short(href: str, graph: Graph) -> str | None:
    if href.startswith("#"):
        return href[1:]
    return next((f"{p}:{href[len(n) :]}" for p, n in graph.namespaces() if href.startswith(n)), None)


def _words(tree: html.HtmlElement) -> None:
    for name in tree.xpath("//a[@class='hover_property']"):
        name.text = ROWS.get(name.text, name.text.capitalize())
        name.drop_tag()
    for heading in tree.xpath("//h2 | //div[@id='toc']//h4/a"):
        heading.text = SECTIONS.get(heading.text, heading.text)


def _add(tree: html.HtmlElement, graph: Graph) -> None:
    """Add what pyLODE does not show: the diagram, the code lists, the way the page was made."""
    content = tree.get_element_by_id("content")
    diagram = html.fragment_fromstring((CHECKOUT / "docs" / "model.svg").read_text(encoding="utf-8"))
    metadata = tree.get_element_by_id("metadata")
    metadata.addnext(E.div(E.h2("The model"), diagram, id="model"))
    before = tree.get_element_by_id("namespaces")
    before.addprevious(E.div(E.h2("Code lists"), *_code_lists(graph), id="codelists"))
    content.append(E.footer("Made from the ontology with pyLODE."))
    toc = tree.xpath("//div[@id='toc']/ul")[0]
    toc.insert(1, E.li(E.h4(E.a("The model", href="#model"))))
    links = [E.li(E.a(local(scheme), href=f"#{local(scheme)}")) for scheme in _schemes(graph)]
    toc[-2].addprevious(E.li(E.h4(E.a("Code lists", href="#codelists")), E.ul(*links, {"class": "second"})))
    toc.remove(toc[-1])  # the legend's


def _schemes(graph: Graph) -> list[URIRef]:
    return sorted(s for s in graph.subjects(RDF.type, SKOS.ConceptScheme) if isinstance(s, URIRef))


def _code_lists(graph: Graph) -> Iterator[html.HtmlElement]:
    for scheme in _schemes(graph):
        rows = [_concept(graph, iri) for iri in sorted(map(str, graph.subjects(SKOS.inScheme, scheme)))]
        name = E.h3(E.code(f"quoth:{local(scheme)}"), E.span(_value(graph, scheme, SKOS.prefLabel), {"class": "label"}))
        yield E.div(
            name, E.div(_value(graph, scheme, SKOS.definition)), E.table(*rows, {"class": "codes"}), id=local(scheme)
        )


def _concept(graph: Graph, concept: str) -> html.HtmlElement:
    iri = URIRef(concept)
    meaning = E.div(_value(graph, iri, SKOS.definition))
    example = E.div(_value(graph, iri, SKOS.example), {"class": "example"})
    return E.tr(E.th(E.code(f"quoth:{local(concept)}")), E.td(meaning, example), id=local(concept))


def _value(graph: Graph, subject: URIRef, predicate: URIRef) -> str:
    return str(graph.value(subject, predicate, any=False))


if __name__ == "__main__":
    sys.stdout.write(page())
