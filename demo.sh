#!/usr/bin/env bash
# The main job, on three articles that come with the project. `make demo` runs it.
set -euo pipefail
cd "$(dirname "$0")"
export QUOTH_DB=quoth-demo COLUMNS="${COLUMNS:-132}"
rm -rf quoth-demo

echo '$ quoth add …   three articles, by three invented outlets, about one strike and one border'
quoth add tests/articles/harbour-strike.txt tests/articles/harbour-strike-second-day.html tests/articles/border-talks.txt

echo; echo '$ quoth said    who said what, and where it is printed'
quoth said --limit 0

echo; echo '$ quoth said --by quintela --kind direct --context'
quoth said --by quintela --kind direct --context

echo '$ quoth query   who is mentioned by whom else'
quoth query 'SELECT ?speaker ?about (COUNT(DISTINCT ?statement) AS ?statements) {
  ?statement quoth:saidBy / rdfs:label ?speaker ; quoth:about / rdfs:label ?about . FILTER(?about != ?speaker)
} GROUP BY ?speaker ?about ORDER BY DESC(?statements) ?speaker ?about LIMIT 8'

echo; echo '$ quoth verify && quoth validate'
quoth verify
quoth validate

echo; echo '$ quoth export  a Turtle dataset, with its description, ontology, shapes and checksums'
quoth export --out quoth-demo/dataset --base https://data.example.org/id/ --licence CC0-1.0 --title 'Quoth demo'
echo
echo "Next: source .venv/bin/activate; quoth serve --db quoth-demo, then curl 'http://localhost:8000/statements?speaker=quintela'"
echo '      and http://localhost:8000/ontology in a browser'
