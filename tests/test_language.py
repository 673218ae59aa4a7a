"""Articles in other languages are told from English ones, marked, and never read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from kg.cli import app
from kg.extract import EXTRACTORS, extract
from kg.extract.jsonl import record
from kg.extract.language import ENGLISH, SHARED, WORDS, told
from kg.load import Fate, Library
from kg.model import Article
from kg.store.folder import Folder

TEXTS = {
    "fr": "Le maire de la ville a déclaré mardi que le pont serait fermé pour des travaux. « Nous"
    " n'avons pas le choix »,"
    " a-t-il dit, ajoutant que les habitants seront prévenus.",
    "de": "Der Bürgermeister sagte am Dienstag, die Brücke werde gesperrt. „Wir haben keine Wahl“, sagte er und fügte"
    " hinzu, dass die Anwohner informiert würden.",
    "es": "El alcalde de la ciudad dijo el martes que el puente se cerrará por obras. «No tenemos otra"
    " opción», afirmó, y"
    " añadió que los vecinos serán avisados.",
    "pt": "O prefeito disse na terça-feira que a ponte será fechada para obras. “Não temos escolha”, afirmou, e"
    " acrescentou que os moradores serão avisados.",
    "it": "Il sindaco ha detto martedì che il ponte sarà chiuso per lavori. «Non abbiamo scelta», ha affermato,"
    " aggiungendo che i residenti saranno avvisati.",
    "nl": "De burgemeester zei dinsdag dat de brug wordt gesloten. „We hebben geen keuze”, zei hij, en hij voegde eraan"
    " toe dat de bewoners worden ingelicht.",
    "sv": "Borgmästaren sade på tisdagen att bron ska stängas. ”Vi har inget val”, sade han och tillade"
    " att de boende ska"
    " informeras i god tid.",
    "pl": "Burmistrz powiedział we wtorek, że most zostanie zamknięty z powodu remontu. „Nie mamy wyboru” – dodał, że"
    " mieszkańcy będą o tym informowani.",
    "tr": "Belediye başkanı salı günü köprünün onarım için kapatılacağını söyledi. “Başka seçeneğimiz"
    " yok” dedi ve halkın"
    " bilgilendirileceğini ekledi. Çalışmalar daha sonra da sürecek.",
    "ru-Latn": "Mer goroda skazal vo vtornik, chto most budet zakryt na remont. «U nas net vybora»,"
    " skazal on i dobavil,"
    " chto zhiteley preduprezhdayut. On ne nazval sroki, no raboty idut po planu.",
    "ru": "Мэр города сказал во вторник, что мост будет закрыт на ремонт. «У нас нет выбора», — сказал он.",
    "uk": "Міський голова сказав у вівторок, що міст закриють на ремонт. «Ми не маємо вибору», — додав він.",
    "ar": "قال رئيس البلدية يوم الثلاثاء إن الجسر سيغلق من أجل الصيانة.",
    "fa": "شهردار روز سه‌شنبه گفت که این پل برای تعمیر بسته می‌شود.",
    "he": "ראש העיר אמר ביום שלישי כי הגשר ייסגר לשיפוצים.",
    "zh": "市长星期二说：“大桥将因维修而关闭。”",
    "ja": "市長は火曜日、橋は修理のため閉鎖されると述べた。",
    "ko": "시장은 화요일 다리가 수리를 위해 폐쇄될 것이라고 말했다.",
    "el": "Ο δήμαρχος είπε την Τρίτη ότι η γέφυρα θα κλείσει.",
}
UNKNOWN = {
    "Devanagari": "मेयर ने मंगलवार को कहा कि पुल मरम्मत के लिए बंद रहेगा।",
    "Ethiopic": "ከንቲባው ማክሰኞ ዕለት ድልድዩ ይዘጋል ብለዋል።",
    "Latin": "Belu kora matau semi ruda, lopa neru kimo sata benu. Rudi semo lakan tepu mola, kora sinu belau matan. "
    "Tepi noru salam kudi bero, mosa lenu katir ralo semun. Kora bedu nolis matu rena.",
}
ENGLISH_TEXT = (
    "The mayor of Lindholm, Ana Brandt, said on Tuesday that the bridge would be closed for repairs. “We"
    " have no choice,”"
    " she said, adding that those who live nearby had been told. "
)


@pytest.mark.parametrize("tag", TEXTS)
def test_other_languages_are_told_even_from_two_sentences(tag: str) -> None:
    language = told(TEXTS[tag])
    assert language is not None
    assert language.tag == tag


@pytest.mark.parametrize("letters", UNKNOWN)
def test_a_language_that_is_not_known_is_not_taken_for_english(letters: str) -> None:
    language = told(UNKNOWN[letters])
    assert language is not None
    assert (language.tag, language.letters, str(language)) == (
        "und",
        letters,
        f"a language unknown here ({letters} letters)",
    )


@pytest.mark.parametrize(
    "other",
    [
        f"In Russian she said: «{TEXTS['ru']}»",
        f"\n\n{TEXTS['ru']}\n\n",
        f"“{TEXTS['fr']}” was what the letter said.",
        f"\n\n{TEXTS['zh']}\n\n",
        "Juan de la Cruz, María de los Ángeles del Río and Ana von der Heide were there with Jan van den Berg.",
    ],
)
def test_an_english_article_with_words_of_another_language_is_english(other: str) -> None:
    assert told(ENGLISH_TEXT + other + ENGLISH_TEXT) == ENGLISH


@pytest.mark.parametrize("tag", ["fr", "ru", "tr", "zh", "ru-Latn"])
def test_an_article_of_another_language_with_an_english_line_below_it_is_not(tag: str) -> None:
    language = told(TEXTS[tag] * 6 + "\nAll rights reserved. Subscribe to our newsletter and read the news first.")
    assert language is not None
    assert language.tag == tag


@pytest.mark.parametrize(
    "text",
    [
        "", " \n", "“", "12 34\n56 78\n" * 20, "Ana Brandt, 40", "Bonjour!", "Der Spiegel", "Ω = 4 kΩ",
        "\ud800", "\0", "🙂" * 50,
        "id,name,amount\n1,Ann Lee,30\n2,Bo Ek,40\n" * 30, "| de | la |\n|---|---|\n| 3 | 4 |\n" * 20, "x" * 10_000,
        '{"a": [1, 2, {"b": null}]}' * 30, "for k, v in d.items():\n    s[k] = v\n" * 30,
    ],
)  # fmt: skip
def test_what_cannot_be_told_is_not_refused(text: str) -> None:
    assert told(text) in (None, ENGLISH)


def test_invisible_and_combining_characters_hide_nothing() -> None:
    hidden = "\u200b".join(ENGLISH_TEXT)
    assert told(hidden) == ENGLISH
    assert told("\u202e" + ENGLISH_TEXT.replace("e", "e\u00ad") + "\u202c") == ENGLISH
    apart = TEXTS["fr"].replace("é", "e\u0301").replace("à", "a\u0300")
    assert told(apart) == told(TEXTS["fr"])


def test_the_lists_of_words_tell_languages_apart() -> None:
    for language, words in WORDS.items():
        assert len(words) >= 15, language
        if language != ENGLISH:
            assert words.isdisjoint(WORDS[ENGLISH] | SHARED), language


@pytest.mark.parametrize("extractor", EXTRACTORS)
@pytest.mark.parametrize("tag", ["fr", "ru", "zh", "ar"])
def test_nothing_is_invented_from_another_language(extractor: str, tag: str) -> None:
    found = record(extract(Article(TEXTS[tag] * 3), extractor))
    assert (found["entities"], found["statements"], found["language"]) == ([], [], tag)
    assert found["skipped"].startswith("language not supported: looks like ")


def test_an_article_that_is_read_says_so() -> None:
    found = record(extract(Article(ENGLISH_TEXT), "rules"))
    assert (found["language"], found["skipped"]) == ("en", None)
    assert found["statements"]
    assert record(extract(Article("Ana Brandt, 40"), "rules"))["language"] is None


def test_extract_prints_it_marked_names_it_and_goes_on(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXTS["ru"], encoding="utf-8")
    (tmp_path / "b.txt").write_text(ENGLISH_TEXT, encoding="utf-8")
    result = CliRunner().invoke(app, ["extract", str(tmp_path), "--extractor", "rules"])
    assert result.exit_code == 3
    first, second = map(json.loads, result.stdout.splitlines())
    assert (first["language"], first["statements"]) == ("ru", [])
    assert second["statements"]
    complaint = " ".join(result.stderr.split())
    assert "a.txt: language not supported: looks like Russian (Cyrillic); Quoth reads English" in complaint
    assert "b.txt" not in complaint


def test_the_store_puts_it_aside_whole_and_takes_the_others(tmp_path: Path) -> None:
    russian = Article(TEXTS["ru"], url="https://example.org/ru", title="Мост", language="ru", authors=("Анна",))
    for fate in (Fate.ADDED, Fate.UNCHANGED):
        with Library.open(tmp_path / "db") as library:
            outcomes = list(library.add([russian, Article(ENGLISH_TEXT, id="en")], "rules", processes=1))
        assert {outcome.article.key: outcome.fate for outcome in outcomes} == {russian.key: Fate.REFUSED, "id:en": fate}
    (kept,) = Folder.open(tmp_path / "db").quarantine.list()
    assert kept["reasons"][0].startswith("language not supported: looks like Russian (Cyrillic)")
    assert kept["article"]["text"] == russian.text
    assert kept["article"]["title"] == "Мост"


def test_it_is_stored_once_an_extractor_reads_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Library.open(tmp_path / "db") as library:
        list(library.add([Article(TEXTS["fr"], id="fr")], "rules", processes=1))
    monkeypatch.setattr("kg.extract.reading.told", lambda text: None)
    with Library.open(tmp_path / "db") as library:
        assert [outcome.fate for outcome in library.retry(extractor="rules", processes=1)] == [Fate.ADDED]
    assert Folder.open(tmp_path / "db").quarantine.list() == []
