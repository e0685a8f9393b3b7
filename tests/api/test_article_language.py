"""The language of an article: where it comes from, and what follows from it."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from annotator.models import Article, Assignment, Claim, Role
from annotator.queries.decisions import count_decided
from annotator.services import claim_changes, projects
from tests import importing, make
from tests.learning import decided_project
from tests.pulling import Mirror, pull_annotations, pull_claims

pytestmark = pytest.mark.django_db

GERMAN = "Die Fähre fährt nicht mehr, sagte Ana Roe. Zwei Kapitäne wussten es. Und nun?"
ARABIC = "قال المسؤول إن الطريق مغلق. ولم يذكر السبب."


def url(project, rest=""):
    return f"/api/v1/projects/{project.slug}/articles/{rest}"


@pytest.fixture
def project(lead, ana):
    return make.project(lead=lead, annotators=(ana,))


@pytest.fixture
def send(api, lead, project):
    return lambda rest="", **given: api(lead).post(url(project, rest), given)


class TestTheLanguage:
    def test_is_what_the_lead_says(self, api, lead, project, send):
        stored = send(text=GERMAN, language="de_ch")

        assert stored.status_code == 201, stored.json()
        [listed] = api(lead).get(url(project)).json()["results"]
        for shown in (stored.json(), listed):
            assert shown["language"] == "de-CH"

    def test_is_what_the_file_says_unless_the_lead_says_another(
        self, api, lead, project
    ):
        page = f'<html lang="de"><body><p>{GERMAN}</p></body></html>'

        def post(rest, **given):
            file = SimpleUploadedFile("page.html", page.encode())
            sent = {"file": file, **given}
            return api(lead).post(url(project, rest), sent, format="multipart").json()

        assert post("preview/")["language"] == "de"
        assert post("preview/", language="nl")["language"] == "nl"
        assert post("")["language"] == "de"

    def test_is_empty_where_nobody_says_one(self, send):
        assert send(text=GERMAN).json()["language"] == ""

    @pytest.mark.parametrize(
        "language", ["German", "d", "de de", "x-klingon", "a" * 36]
    )
    def test_is_refused_where_it_is_no_tag(self, send, language):
        refused = send(text=GERMAN, language=language)

        assert refused.status_code == 400
        assert set(refused.json()["errors"]) == {"language"}
        assert not Article.objects.exists()

    def test_is_kept_in_shape_by_the_database(self, project):
        article = make.article(project)

        with (
            pytest.raises(IntegrityError, match="language_is_a_tag"),
            transaction.atomic(),
        ):
            Article.objects.filter(pk=article.pk).update(language="German it is")


class TestAnImport:
    def test_keeps_the_language_of_each_row(self, project):
        rows = [{"text": GERMAN, "lang": "de"}, {"text": make.TEXT}]

        importing.work(importing.start(project, make.jsonl(*rows)))

        found = Article.objects.order_by("language")
        assert [one.language for one in found] == ["", "de"]
        unsuggested = Claim.objects.filter(suggestion__isnull=True)
        assert {claim.article.language for claim in unsuggested} == {"de"}

    def test_shows_whether_something_is_suggested(self, api, lead, project):
        table = SimpleUploadedFile("a.csv", f'text,lang\n"{GERMAN}",de\n'.encode())
        preview = f"/api/v1/projects/{project.slug}/imports/preview/"

        shown = api(lead).post(preview, {"file": table}, format="multipart").json()

        assert [one["field"] for one in shown["columns"]] == ["text", "language"]
        assert shown["first"]["language"] == "de"
        assert shown["first"]["suggests"] is False


class TestAStoredArticle:
    @pytest.fixture
    def article(self, project, ana):
        made = make.article(project)
        make.lease(project, ana)
        return made

    @pytest.fixture
    def correct(self, api, lead, article):
        def correct(by=lead, **given):
            return api(by).patch(f"/api/v1/articles/{article.pk}/", given)

        return correct

    def test_gets_the_language_that_its_lead_says(
        self, api, lead, ana, project, article, correct
    ):
        said = correct(language="de_ch")

        assert said.status_code == 200
        assert said.json() == api(lead).get(f"/api/v1/articles/{article.pk}/").json()
        [listed] = api(lead).get(url(project)).json()["results"]
        queue = f"/api/v1/projects/{project.slug}/queue/"
        [queued] = api(ana).post(queue).json()["articles"]
        assert {one["language"] for one in (said.json(), listed, queued)} == {"de-CH"}

    def test_is_found_without_asking_for_its_project_again(self, correct):
        correct(language="de")

        with CaptureQueriesContext(connection) as asked:
            correct(language="nl")

        found = [
            one["sql"] for one in asked if 'FROM "annotator_project"' in one["sql"]
        ]
        assert found == []

    def test_is_of_no_known_language_again(self, article, correct):
        correct(language="de")

        assert correct(language="").json()["language"] == ""

    def test_keeps_its_claims_suggestions_and_answers(self, article, ana, correct):
        make.annotate(article.claims.get(number=1), ana)
        claims = list(article.claims.values())
        before = correct(language="").json()

        after = correct(language="de").json()

        assert after == {**before, "language": "de"}
        assert list(article.claims.values()) == claims

    def test_is_not_given_to_readers_of_exports_again(
        self, project, article, ana, correct
    ):
        make.annotate(article.claims.get(number=1), ana)
        mirrors = [Mirror(project, one) for one in (pull_annotations, pull_claims)]
        for mirror in mirrors:
            mirror.catch_up()
        given = [mirror.given for mirror in mirrors]

        correct(language="de")

        for mirror in mirrors:
            mirror.catch_up()
        assert [mirror.given for mirror in mirrors] == given

    @pytest.mark.parametrize("given", [{"language": "German"}, {"language": None}])
    def test_stays_as_it_is_where_no_tag_is_given(self, article, correct, given):
        refused = correct(**given)

        assert refused.status_code == 400
        assert set(refused.json()["errors"]) == {"language"}
        article.refresh_from_db()
        assert article.language == ""

    def test_stays_as_it_is_where_nothing_is_given(
        self, api, lead, project, article, correct
    ):
        before = correct(language="de").json()
        log = f"/api/v1/projects/{project.slug}/activity/"
        told = api(lead).get(log).json()

        for given in ({}, {"title": "Ferry"}):
            unchanged = correct(**given)
            assert (unchanged.status_code, unchanged.json()) == (200, before)

        assert api(lead).get(log).json() == told

    def test_is_corrected_by_its_leads_alone(self, project, article, ana, ben, correct):
        vera = make.user("Vera")
        projects.add_member(project=project, user=vera, role=Role.VIEWER)

        statuses = [correct(who, language="de").status_code for who in (vera, ana, ben)]

        assert statuses == [403, 403, 404]
        refused = correct(vera, language="de").json()
        assert refused["detail"] == f"As viewer you cannot do this in {project}."
        article.refresh_from_db()
        assert article.language == ""


class TestAnArticleThatTheRulesCannotRead:
    @pytest.mark.parametrize(
        "given",
        [{"text": GERMAN, "language": "de"}, {"text": ARABIC}],
        ids=["de", "rtl"],
    )
    def test_is_shown_and_stored_without_suggestions(self, send, given):
        shown = send("preview/", **given).json()
        stored = send(**given).json()

        assert shown["suggests"] is False
        assert {claim["score"] for claim in shown["claims"]} == {0}
        assert len(stored["claims"]) == 2
        assert [claim["suggestion"] for claim in stored["claims"]] == [None, None]

    def test_has_its_questions_set_aside(self, send):
        stored = send(text=GERMAN, language="de").json()

        assert [one["rule"] for one in stored["excluded"]] == ["a question"]

    def test_has_no_suggestion_for_a_question_that_a_lead_takes_for_a_claim(self, send):
        asked = {"start": GERMAN.index("Und"), "end": len(GERMAN), "excluded": False}

        stored = send(text=GERMAN, language="de", claims=[asked]).json()

        assert [claim["suggestion"] for claim in stored["claims"]] == [None]

    def test_is_annotated_like_any_other(self, api, ana, project, send):
        send(text=GERMAN, language="de")
        make.lease(project, ana)
        article = Assignment.objects.get(annotator=ana).article_id

        shown = api(ana).get(f"/api/v1/articles/{article}/").json()

        assert (shown["language"], shown["direction"]) == ("de", "ltr")
        assert len(shown["claims"]) == 2

    def test_gets_no_suggestions_by_being_split(self, send):
        send(text=GERMAN, language="de")
        article = Article.objects.get()
        claims = claim_changes.current_claims(article)
        change = claim_changes.plan_change(
            article, claims, of=claims[0], kind="split", at=GERMAN.index(",") + 1
        )

        drafted = claim_changes.draft_change(article, claims, change)
        claim_changes.apply_change(article=article, drafted=drafted, now=make.NOW)

        now = claim_changes.current_claims(article)
        assert [claim.suggestion for claim in now] == [None] * 3

    def test_teaches_nothing_about_the_rules(self, lead, ana):
        project = decided_project(lead=lead, annotator=ana, articles=3)
        german, english, _ = project.articles.all()
        Article.objects.filter(pk=german.pk).update(language="de")
        Article.objects.filter(pk=english.pk).update(language="en-GB")

        assert count_decided(project, most=9) == 2


class TestAnEnglishArticle:
    def test_is_read_as_one_of_unknown_language(self, send):
        known = send("preview/", text=make.TEXT, language="en-GB").json()
        unknown = send("preview/", text=make.TEXT).json()

        assert known == {**unknown, "language": "en-GB"}
        assert known["suggests"] is True
