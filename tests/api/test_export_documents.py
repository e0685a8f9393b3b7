"""Claims as Web Annotations and as tagged tokens, over REST."""

import gzip
import json

import pytest

from annotator.models import Article, Claim
from annotator.services.annotation_import import ImportedAnnotation, import_annotations
from annotator.services.answers import Answer, Span
from tests import make
from tests.conll import read, spans
from tests.w3c import check_page

pytestmark = pytest.mark.django_db

HARBOR = Answer(
    source_type="named", confidence=3, source=Span(38, 55), cue=Span(56, 60)
)
"""What is said of the first claim: the harbor master said it."""


def url(project, name):
    return f"/api/v1/projects/{project.slug}/export/{name}"


def say(project, lead, *rows):
    """Have annotators answer: a claim, who, and what."""
    given = [
        ImportedAnnotation(claim=claim.pk, annotator=who.email, answer=answer)
        for claim, who, answer in rows
    ]
    import_annotations(project=project, lead=lead, rows=given, now=make.NOW)


def of(source_type, **more):
    return Answer(source_type=source_type, confidence=2, **more)


@pytest.fixture
def answered(project, lead, ana, ben, claims):
    """Give the project: one claim decided, one tied, one decided to be none."""
    none = Answer(skipped=True, skip_reason="no claim")
    say(
        project,
        lead,
        *((claims[0], who, HARBOR) for who in (ana, ben)),
        (claims[1], ana, of("anonymous")),
        (claims[1], ben, of("unclear")),
        *((claims[2], who, none) for who in (ana, ben)),
    )
    return project


def tagged(client, project, query=""):
    """Give the spans of each column by article."""
    told = client.get(url(project, f"tokens.conll{query}")).getvalue().decode()
    texts = dict(Article.objects.values_list("pk", "text"))
    return {
        pk: [
            spans(sentences, column, texts[pk]) for column in ("CLAIM", "SOURCE", "CUE")
        ]
        for pk, sentences in read(told).items()
    }


class TestWebAnnotationExport:
    def test_has_an_annotation_for_each_current_claim(
        self, api, lead, answered, claims
    ):
        Claim.objects.filter(pk=claims[1].pk).update(replaced_at=make.NOW)

        told = api(lead).get(url(answered, "claims.jsonld"))

        items = check_page(json.loads(told.getvalue()))
        assert [item["id"].rpartition("#")[2] for item in items] == [
            f"claim-{claims[0].pk}",
            f"claim-{claims[2].pk}",
        ]
        assert items[0]["body"][0]["value"] == "named"
        assert items[1]["body"][0]["value"] == "no claim"
        assert told["Content-Type"].startswith("application/ld+json")
        assert told["Content-Disposition"].endswith('claims.jsonld"')

    def test_says_who_by_codes_alone(self, api, lead, answered, ana):
        told = api(lead).get(url(answered, "claims.jsonld")).getvalue().decode()

        assert answered.participants.get(user=ana).code in told
        assert not [word for word in ("Ana", "Ben", "example.org") if word in told]

    def test_is_the_same_each_time(self, api, lead, answered):
        first, second = (
            api(lead).get(url(answered, "claims.jsonld")).getvalue() for _ in range(2)
        )

        assert first == second

    def test_can_be_filtered_and_compressed(self, api, lead, answered, claims):
        told = api(lead).get(url(answered, "claims.jsonld?decided=true&compress=gzip"))

        page = json.loads(gzip.decompress(told.getvalue()))
        assert page["partOf"]["total"] == len(check_page(page)) == 2
        assert page["id"].endswith("?decided=true&compress=gzip")


class TestTokenExport:
    def test_tags_what_was_decided(self, api, lead, answered):
        ((claimed, sources, cues),) = tagged(api(lead), answered).values()

        assert claimed == [
            ("The ferry will stop running in March, the harbor master said.", "named"),
            ("Two people who know the budget said that the boat is too old.", "_"),
        ]
        assert (sources, cues) == (
            [("the harbor master", "source")],
            [("said", "cue")],
        )

    def test_leaves_out_spans_that_nobody_marks_alike(
        self, api, lead, project, ana, ben, claims
    ):
        other = of("named", source=Span(42, 55), cue=Span(56, 61))
        say(project, lead, (claims[0], ana, other), (claims[0], ben, HARBOR))

        ((claimed, sources, cues),) = tagged(api(lead), project).values()

        assert [label for _, label in claimed] == ["named", "_", "_"]
        assert (sources, cues) == ([], [])

    def test_keeps_articles_of_which_all_is_decided(
        self, api, lead, ana, ben, answered
    ):
        other = make.article(answered, "It is old, the mayor said.")
        (claim,) = other.claims.all()
        say(answered, lead, *((claim, who, of("named")) for who in (ana, ben)))

        assert list(tagged(api(lead), answered, "?decided=true")) == [other.pk]
        assert list(tagged(api(lead), answered, "?min_votes=3")) == []
        assert len(tagged(api(lead), answered, "?min_votes=2")) == 2

    def test_leaves_out_lines_that_are_no_part_of_the_article(self, api, lead, project):
        article = make.article(
            project, "It is old, the mayor said.\n\nShare this article\n\nIt sank."
        )
        start = article.text.index("Share")
        line = {"start": start, "end": start + 18, "reason": "share"}
        Article.objects.filter(pk=article.pk).update(dropped=[line])

        told = api(lead).get(url(project, "tokens.conll")).getvalue().decode()

        forms = [row["FORM"] for one in read(told)[article.pk] for row in one]
        assert {"It", "sank"} <= set(forms)
        assert "Share" not in forms

    def test_loses_no_claim_in_a_line_that_was_left_out(self, api, lead, project):
        article = project.articles.get()
        line = {"start": 0, "end": 20, "reason": "share"}
        Article.objects.filter(pk=article.pk).update(dropped=[line])

        ((claimed, *_),) = tagged(api(lead), project).values()

        assert len(claimed) == 3


@pytest.mark.parametrize("name", ["claims.jsonld", "tokens.conll"])
class TestBoth:
    def test_take_as_many_queries_however_many_claims(
        self, api, lead, answered, name, django_assert_max_num_queries
    ):
        make.articles_of(answered, 12)
        client = api(lead)

        with django_assert_max_num_queries(12):
            told = client.get(url(answered, name)).getvalue()

        assert told.count(b"ferry") >= 12

    def test_refuse_a_filter_that_there_is_not(self, api, lead, project, name):
        told = api(lead).get(url(project, f"{name}?updated_since=start"))

        assert told.status_code == 400
