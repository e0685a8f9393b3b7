"""What annotators see of others' answers, and of what the extraction proposes."""

from uuid import uuid4

import pytest

from annotator.models import Article, Claim, Role, SuggestionMode
from annotator.services import projects
from tests import make

pytestmark = pytest.mark.django_db
CANARY = "canary-in-a-suggestion"
NOTE = "canary-in-a-note"


@pytest.fixture
def project(lead, ana, ben):
    made = make.project(lead=lead, annotators=(ana, ben))
    article = make.article(made)
    for claim in article.claims.all():
        claim.suggestion["rule"] = CANARY
        claim.save()
    make.lease(made, ana)
    make.lease(made, ben)
    return made


@pytest.fixture
def claim(project):
    return Claim.objects.order_by("number")[0]


def set_mode(project, mode, share=50):
    project.suggestion_mode = mode
    project.suggestion_hidden_share = share
    project.save()


def ways(project):
    """Give every path on which an annotator reads of articles and answers."""
    base = f"/api/v1/projects/{project.slug}"
    article = project.articles.get()
    claims = article.claims.all()
    return [
        "/api/v1/projects/",
        f"{base}/",
        f"{base}/queue/",
        f"{base}/progress/",
        f"{base}/history/",
        f"{base}/guidelines/",
        f"/api/v1/articles/{article.pk}/",
        *[f"/api/v1/claims/{claim.pk}/events/" for claim in claims],
    ]


def queue(client, project):
    return client.post(f"/api/v1/projects/{project.slug}/queue/", {})


class TestBlindness:
    def test_holds_on_every_way(self, api, ana, ben, project, claim):
        answer = {
            "client_id": str(uuid4()),
            "source_type": "unclear",
            "confidence": 1,
            "note": NOTE,
        }
        client = api(ana)
        url = f"/api/v1/claims/{claim.pk}"
        assert client.put(f"{url}/annotation/", answer).status_code == 200
        split = {"client_id": str(uuid4()), "kind": "exclude", "note": NOTE}
        assert client.post(f"{url}/proposals/", split).status_code == 201

        for client, sees in ((api(ana), True), (api(ben), False)):
            said = queue(client, project).content.decode()
            for path in ways(project):
                read = client.get(path)
                assert read.status_code == 200, path
                said += read.content.decode()
            assert (NOTE in said) == sees
            assert CANARY not in said

    @pytest.mark.parametrize(
        "rest",
        [
            "proposals/",
            "articles/",
            "queue/settings/",
            "suggestions/",
            "agreement/disputed/",
            "export/annotations.jsonl",
        ],
    )
    def test_keeps_annotators_from_what_leads_read(self, api, ben, project, rest):
        read = api(ben).get(f"/api/v1/projects/{project.slug}/{rest}")

        assert read.status_code == 403


class TestSuggestions:
    @pytest.mark.parametrize(
        ("mode", "share", "shown"),
        [
            (SuggestionMode.HIDDEN, 0, False),
            (SuggestionMode.SHOWN, 100, True),
            (SuggestionMode.SHARE, 0, True),
            (SuggestionMode.SHARE, 100, False),
        ],
    )
    def test_are_shown_as_the_project_says(
        self, api, ana, lead, project, mode, share, shown
    ):
        set_mode(project, mode, share)
        path = f"/api/v1/articles/{project.articles.get().pk}/"

        queued = queue(api(ana), project).json()["articles"][0]
        read = api(ana).get(path).json()
        overseen = api(lead).get(path).json()
        annotated = queue(api(lead), project).json()["articles"][0]

        for one in (queued, read, annotated):
            assert one["shows_suggestions"] == shown
            for claim in one["claims"]:
                assert (claim["suggestion"] is not None) == shown
        assert overseen["shows_suggestions"] == shown
        assert all(claim["suggestion"] for claim in overseen["claims"])

    def test_are_read_by_viewers_in_any_mode(self, api, project):
        vera = make.user("Vera")
        projects.add_member(project=project, user=vera, role=Role.VIEWER)

        read = api(vera).get(f"/api/v1/articles/{project.articles.get().pk}/").json()

        assert all(claim["suggestion"]["rule"] == CANARY for claim in read["claims"])

    def test_are_hidden_for_a_share_of_the_articles_for_everybody_alike(self, project):
        set_mode(project, SuggestionMode.SHARE, 30)
        digests = [f"{number:08x}{'0' * 56}" for number in range(0, 20_000, 7)]

        shown = [
            Article(project=project, sha256=digest).shows_suggestions
            for digest in digests
        ]

        assert 1 - sum(shown) / len(shown) == pytest.approx(0.3, abs=0.02)
        assert shown == [int(digest[:8], 16) % 100 >= 30 for digest in digests]
