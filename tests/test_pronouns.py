"""Whom pronouns mean, whom descriptions mean, and how a speaker was found."""

from __future__ import annotations

import pytest

from kg.extract.assemble import ground
from kg.extract.chains import Chain
from kg.extract.descriptions import head_of
from kg.extract.genders import beside, of_name
from kg.extract.introductions import Introductions
from kg.extract.joint import Joint
from kg.extract.kind_of_source import kind_of
from kg.extract.layout import Layout
from kg.extract.pronouns import Pronouns, find
from kg.extract.relatives import Relatives
from kg.extract.reports import read
from kg.extract.rules import annotate
from kg.extract.source_names import SourceNames
from kg.extract.speakers import Speakers
from kg.model import AnnotatedArticle, Article, EntityType, Span


def meant(text: str, pronoun: str) -> str | None:
    """The name of the entity that holds the pronoun before a bar ("|") among its mentions; the bar is taken out."""
    at = text.index(pronoun + "|")
    read = annotate(Article(text.replace("|", "")))
    span = Span(at, at + len(pronoun))
    return next((e.name for e in read.entities if span in e.mentions), None)


def speaker(read: AnnotatedArticle, words: str) -> str | None:
    (one,) = [s for s in read.statements if words in s.text(read.article.text)]
    return read.entity(one.speaker).name if one.speaker else None


@pytest.mark.parametrize(
    ("text", "pronoun", "name"),
    [
        ("Martha Quell met Peter Osgood on Monday. She| left early.", "She", "Martha Quell"),
        ("Martha Quell met Peter Osgood on Monday. Then he| left.", "he", "Peter Osgood"),
        ("Peter Osgood runs the harbour. His| brother left in May.", "His", "Peter Osgood"),
        ("Ms Quell wrote to the Harbour Council. She| had waited for years.", "She", "Quell"),
    ],
)
def test_he_and_she_mean_whom_their_gender_fits(text: str, pronoun: str, name: str) -> None:
    assert meant(text, pronoun) == name


def test_who_speaks_says_i() -> None:
    text = "“I| have packed my bags,” said Martha Quell. Peter Osgood listened."
    assert meant(text, "I") == "Martha Quell"


def test_the_first_word_of_what_is_reported_is_who_reports_it() -> None:
    text = "Peter Osgood warned the council. He warned it twice, and he left. A crane driver said he| would resign."
    assert meant(text, "he") == "A crane driver"


def test_a_relative_clause_of_the_source_speaks_of_it() -> None:
    text = "Peter Osgood smiled. He left. A crane driver, who feared for his| job, said the port would close."
    assert meant(text, "his") == "A crane driver"


def test_a_pronoun_without_anybody_named_stays_open() -> None:
    assert meant("It is raining and he| is late.", "he") is None


def test_what_looks_like_a_pronoun_is_none() -> None:
    text = "The US sent it to IT, not us; it's theirs. Is-it?"
    assert [each.span.of(text) for each in find(text)] == ["it", "us", "it", "theirs"]


@pytest.mark.parametrize(
    ("introduced", "description"),
    [
        ("The opposition leader Ilda Quarn arrived.", "The opposition leader"),
        ("Ilda Quarn, the mayor of Harrow, arrived.", "The mayor"),
        ("Ilda Quarn, 30, arrived.", "The 30-year-old"),
        ("Sen. Ilda Quarn arrived.", "The senator"),
    ],
)
def test_a_description_means_whom_the_article_introduced_so(introduced: str, description: str) -> None:
    text = f"{introduced} Peter Osgood waited at the door. {description} said the bridge would close."
    assert speaker(annotate(Article(text)), "the bridge would close") == "Ilda Quarn"


@pytest.mark.parametrize(
    ("told", "description", "name"),
    [
        ("Peter Osgood flew to Harrow on Monday.", "The Utopian senator", "Peter Osgood"),
        ("Governor Peter Osgood flew to Harrow on Monday.", "The Utopian senator", None),
        ("Martha Quell flew to Harrow on Monday.", "The billionaire businessman", None),
        ("Peter Osgood flew to Harrow on Monday.", "The senator", None),
        ("Peter Osgood flew to Harrow on Monday.", "The Utopian lawyer", None),
    ],
)
def test_who_is_spoken_of_may_be_named_once_more_by_an_office(told: str, description: str, name: str | None) -> None:
    text = f"{told} {description} said the bridge would close."
    assert speaker(annotate(Article(text)), "the bridge would close") == name


@pytest.mark.parametrize(
    ("before", "name"),
    [
        ("The mayor paid an architect", "an architect"),
        ("It was built by Peter Osgood, a partner at Harrow Council,", "Peter Osgood"),
        ("Peter Osgood is a poet, painter and lawyer", "Peter Osgood"),
        ("The mayor met Peter Osgood (D-Harrow), an engineer whose plan won but", "Peter Osgood"),
        ("The plan of Peter Osgood, old beyond his years,", "Peter Osgood"),
        ("It rained on nervous residents of Harrow,", "nervous residents of Harrow"),
    ],
)
def test_who_means_the_people_before_it(before: str, name: str) -> None:
    text = f"{before} who said the bridge would close."
    on = ground(text)
    who = text.rindex("who said")
    meant = Relatives(Layout(text), SourceNames(text, on.chains)).meant(Span(who, who + 3))
    assert meant is not None
    assert meant.of(text) in name


@pytest.mark.parametrize(
    ("before", "name"),
    [
        ("Local teachers met at the bridge on Monday.", "Local teachers"),
        ("Many met at the bridge on Monday.", None),
        ("Local teachers met at the bridge. It rained.", None),
        ("The bridge was shut by local teachers on Monday.", None),
    ],
)
def test_they_may_mean_the_people_that_the_sentence_before_tells_of(before: str, name: str | None) -> None:
    text = f"{before} They said the harbour would close."
    assert speaker(annotate(Article(text)), "the harbour would close") == name


@pytest.mark.parametrize(
    ("phrase", "kind"),
    [
        ("nearly half", EntityType.GROUP),
        ("1,409 teachers", EntityType.GROUP),
        ("advocates", EntityType.GROUP),
        ("one of Osgood's climate advisers", EntityType.PERSON),
        ("an architect", EntityType.PERSON),
        ("a timeline of the strike", EntityType.DOCUMENT),
        ("other studies", EntityType.DOCUMENT),
        ("game semantics", None),
        ("Delegates", EntityType.GROUP),
        ("the harvest", None),
    ],
)
def test_nouns_tell_what_a_source_without_a_name_is(phrase: str, kind: EntityType | None) -> None:
    head = head_of(phrase)
    assert head is not None
    assert kind_of(head, phrase) is kind


def test_who_is_told_of_within_quotations_hardly_speaks_them() -> None:
    text = "“We like what Hale and Brandt want,” said Martha Quell. “And Hale has the votes,” she| said."
    assert meant(text, "she") == "Martha Quell"


@pytest.mark.parametrize(
    ("opening", "later", "name"),
    [
        (
            "A former judge says the law is wrong.",
            "Ilda Quarn, who sat in Harrow, said the bridge is closed.",
            "Ilda Quarn",
        ),
        ("A judge says the law is wrong.", "Justice Ilda Quarn said the bridge is closed.", "Ilda Quarn"),
        ("A judge says the law is wrong.", "Mayor Ilda Quarn said the bridge is closed.", "A judge"),
        ("A policewoman says the law is wrong.", "Peter Osgood said the bridge is closed.", "A policewoman"),
        ("Four judges say the law is wrong.", "Ilda Quarn said the bridge is closed.", "Four judges"),
        (
            "It rained. It rained.\n\nIt rained.\n\nA judge says the law is wrong.",
            "Ilda Quarn said the bridge is closed.",
            "A judge",
        ),
    ],
)
def test_who_opens_an_article_without_a_name_may_be_named_later(opening: str, later: str, name: str) -> None:
    text = f"Law under fire.\n\n{opening}\n\n{later}\n"
    assert speaker(annotate(Article(text)), "the law is wrong") == name


def test_a_description_of_two_means_neither() -> None:
    ann, ben = (Chain(n, EntityType.PERSON, [Span(s, s + len(n))]) for n, s in (("Ann Roe", 8), ("Ben Poe", 28)))
    text = "Senator Ann Roe met senator Ben Poe. The senator left."
    introduced = Introductions(text, [ann, ben])
    assert introduced.meant("senator", ["The", "senator"], 40) is None
    assert introduced.meant("senator", ["The", "senator"], 20) is ann


def test_a_speaker_tells_how_it_was_found_and_how_sure_that_is() -> None:
    text = "Peter Osgood said the dam was safe. He said the sluices were open. Osgood said the water fell."
    on = ground(text)
    reports = read(on.sentences)
    speakers = Speakers(on.text, on.chains, reports)
    assert [speakers.how(report) for report in reports] == [None] * 3
    assert {chain.name for report in reports if (chain := speakers.resolve(report))} == {"Peter Osgood"}
    found = [how for report in reports if (how := speakers.how(report))]
    assert [how.way for how in found] == ["name", "pronoun", "short-name"]
    assert all(0 < how.confidence <= 1 for how in found)


def test_the_campaign_of_somebody_is_not_that_person() -> None:
    text = "Peter Osgood arrived. The Osgood campaign said the polls were wrong."
    assert speaker(annotate(Article(text)), "the polls were wrong") != "Peter Osgood"


def test_titles_kin_and_names_tell_the_gender() -> None:
    assert [of_name(name) for name in ("Martha Quell", "Peter Osgood", "Anya Petrova", "Xu Quell")] == [
        "female", "male", "female", None,
    ]  # fmt: skip
    text = "Mr Quell met his wife Roe and Poe, a retired actress from Harrow."
    assert [beside(text, text.index(n), text.index(n) + len(n)) for n in ("Quell", "Roe", "Poe")] == [
        "male", "female", "female",
    ]  # fmt: skip


def test_sentences_end_at_marks_and_lines_but_not_at_abbreviations() -> None:
    text = "Mr. Lee of the U.S. Senate left. “Why?” he asked.\n\nNobody knew."
    layout = Layout(text)
    assert [layout.sentence(text.index(word)) for word in ("Senate", "Why", "Nobody")] == [0, 1, 2]
    assert layout.paragraph(text.index("Nobody")) == 1


def test_the_work_on_a_pronoun_stays_bounded() -> None:
    people = ["Quell", "Osgood", "Hale", "Brandt", "Finch", "Roe", "Poe", "Marsh", "Thorne", "Wells", "Pike", "Lund"]
    text = " ".join(f"Peter {name} left." for name in people) + " He came back." * 300
    on = ground(text)
    pronouns = Pronouns(text, on.chains)
    (he, *_) = find(text)
    assert len(on.chains) == len(people)
    assert len(pronouns.antecedents.of(he, pronouns.fits)) == 7
    pronouns.finish()
    assert pronouns.read == 300


def test_she_is_who_spoke_in_the_sentence_before() -> None:
    text = (
        "“My son was killed,” Martha Quell said. “They lied to us,” her sister Ann added. "
        "Their mother, Rosa Quell, 80, said she wanted justice. She said the family would sue."
    )
    assert speaker(annotate(Article(text)), "the family would sue") == "Rosa Quell"


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("Her neighbour agreed.", None),
        ("Her husband agreed.", "Martha Quell"),
        ("Her lawyer was not in court.", "Martha Quell"),
        ("The sun came out.", "Martha Quell"),
    ],
)
def test_she_is_not_who_owns_the_one_that_acts_in_the_sentence_before(sentence: str, who: str | None) -> None:
    text = f"Commissioner Martha Quell said the men had fired. {sentence} “Not for us,” she said."
    assert speaker(annotate(Article(text)), "Not for us") == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Elton Quell sang on Monday. On Twitter, the club wrote: “It is over.”", None),
        ("Elton Quell told the Harland Post of it. The charity said it is over.", None),
        (
            "Harland Bank cut 200 jobs. “No,” the bank said. The Mill Institute lost. The charity said it is over.",
            "Mill Institute",
        ),
        ("Harland Police arrested a man on Monday. The force said it is over.", "Harland Police"),
        ("Peter Osgood, 34, was arrested. “I left. It is over,” the father of two said.", "Peter Osgood"),
        ("Peter Osgood lost the ball on Monday. “It is over,” the winger said.", "Peter Osgood"),
        ("Justice Peter Osgood read the papers. “It is over,” the judge wrote.", "Peter Osgood"),
        ("Justice Peter Osgood met Justice Ann Quell. “It is over,” the judge wrote.", None),
    ],
)
def test_a_noun_means_the_one_whom_it_fits(text: str, who: str | None) -> None:
    read = annotate(Article(text))
    found = [s.speaker for s in read.statements if "t is over" in s.text(text)]
    assert [read.entity(speaker).name if speaker else None for speaker in found] == [who]


@pytest.mark.parametrize("phrase", ["The Leeds-based company", "The Leeds, Yorkshire-based company"])
def test_where_a_company_has_its_seat_does_not_speak(phrase: str) -> None:
    head = head_of(phrase)
    assert head
    assert head.noun == "company"
    names = SourceNames(phrase, [Chain("Leeds", EntityType.PLACE, [Span(4, 9)])])
    assert names.state(Span(0, len(phrase))) is None
    assert names.speaking(Span(0, len(phrase))) is None


@pytest.mark.parametrize(
    ("source", "who"),
    [
        ("The head of the harbour administration Peter Osgood", "Peter Osgood"),
        ("Speaker of the northern grouping Peter Osgood", "Peter Osgood"),
        ("A critic of the plan of Peter Osgood", None),
        ("The lawyer of the singer Peter Osgood", None),
        ("Doctors treating Peter Osgood", None),
        ("A lawyer representing Peter Osgood", None),
        ("The outgoing minister Peter Osgood", "Peter Osgood"),
    ],
)
def test_who_heads_a_body_speaks_and_who_is_treated_does_not(source: str, who: str | None) -> None:
    at = source.index("Peter")
    names = SourceNames(source, [Chain("Peter Osgood", EntityType.PERSON, [Span(at, at + 12)])])
    found = names.speaking(Span(0, len(source)))
    assert (found[1].name if found else None) == who


def test_both_are_the_two_named_before_and_nobody_new() -> None:
    read = annotate(Article("Ann Quell and Peter Osgood were fined. Both said they would appeal."))
    assert [entity.name for entity in read.entities] == ["Ann Quell", "Peter Osgood", "Ann Quell and Peter Osgood"]
    none = annotate(Article("The dam broke at night. Both said they would appeal."))
    assert not none.entities


def test_two_who_speak_together_may_be_described_between() -> None:
    text = "Ann Quell, a farmer, and Peter Osgood, a nurse, both said the fine was unfair."
    source = Span(0, text.index(" said"))
    chains = [
        Chain(n, EntityType.PERSON, [Span(text.index(n), text.index(n) + len(n))]) for n in (text[:9], text[25:37])
    ]
    group = Joint(text, SourceNames(text, chains)).named(source)
    assert group
    assert group.name == "Ann Quell and Peter Osgood"
