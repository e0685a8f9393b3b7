"""Publishing revisions of the guidelines."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from annotator.models import Act, Guidelines, Role
from annotator.services import projects
from annotator.services.guidelines import GuidelinesMovedOn, publish_guidelines
from tests import make

pytestmark = pytest.mark.django_db
BODY = "# Rules\n\nA spokesperson who is not named speaks for the body.\n"


@pytest.fixture
def publish(api, lead, project):
    client = api(lead)
    url = f"/api/v1/projects/{project.slug}/guidelines/"
    return lambda **changed: client.post(
        url, {"body": BODY, "change_note": "Spokespeople", "base": 1} | changed
    )


class TestPublishing:
    def test_puts_the_next_revision_in_force(self, publish, api, ana, project):
        answer = publish()

        assert answer.status_code == 201, answer.json()
        assert answer.json()["number"] == 2
        assert answer.json()["body"] == BODY
        in_force = api(ana).get(f"/api/v1/projects/{project.slug}/guidelines/").json()
        assert in_force == answer.json()
        detail = api(ana).get(f"/api/v1/projects/{project.slug}/").json()
        assert (detail["guideline_revision"], detail["guidelines_read"]) == (2, 0)

    def test_counts_answers_to_it_from_then_on(self, publish, ana, project, claims):
        make.lease(project, ana)
        before = make.annotate(claims[0], ana)
        publish()
        after = make.annotate(claims[1], ana)

        assert (before.guidelines.number, after.guidelines.number) == (1, 2)

    def test_says_who_published_what(self, publish, api, ana, lead, project):
        publish()

        url = f"/api/v1/projects/{project.slug}/guidelines/revisions/"
        listed = api(ana).get(url).json()

        assert [(one["number"], one["author"]) for one in listed] == [
            (2, "Lena"), (1, "Lena")
        ]  # fmt: skip
        act = Act.objects.get(kind="guidelines_published")
        assert act.actor == lead
        assert act.details == {"number": 2, "change_note": "Spokespeople"}

    def test_names_nobody_where_nobody_did(self, api, ana, project):
        Guidelines.objects.update(author=None)

        url = f"/api/v1/projects/{project.slug}/guidelines/revisions/"

        assert api(ana).get(url).json()[0]["author"] is None

    def test_is_refused_on_an_old_base(self, publish, project):
        publish()

        answer = publish(change_note="Mine")

        assert (answer.status_code, answer.json()["code"]) == (
            409, "guidelines_moved_on"
        )  # fmt: skip
        assert project.guidelines.count() == 2
        assert Act.objects.filter(kind="guidelines_published").count() == 1
        assert publish(base=2).json()["number"] == 3

    def test_is_refused_on_a_base_that_is_not_there_yet(self, publish):
        assert publish(base=2).json()["code"] == "guidelines_moved_on"

    def test_keeps_a_text_as_it_is(self, publish):
        body = "  An indented line\r\n\tand a tab 🥪 \n\n"

        assert publish(body=body).json()["body"] == body

    def test_takes_long_texts(self, publish):
        assert publish(body="é" * 200_000).status_code == 201

    @pytest.mark.parametrize(
        "changed",
        [
            {"body": " \n"},
            {"body": "x" * 200_001},
            {"body": "a\x00b"},
            {"change_note": ""},
            {"change_note": "x" * 201},
            {"base": 0},
            {"base": "new"},
            {"base": 10**30},
        ],
    )
    def test_needs_a_text_a_note_and_a_base(self, publish, project, changed):
        answer = publish(**changed)

        assert (answer.status_code, answer.json()["code"]) == (400, "invalid")
        assert project.guidelines.count() == 1

    def test_is_for_leads(self, api, ana, project):
        vera = make.user("Vera")
        projects.add_member(project=project, user=vera, role=Role.VIEWER)
        url = f"/api/v1/projects/{project.slug}/guidelines/"
        body = {"body": BODY, "change_note": "Mine", "base": 1}

        statuses = [
            api(who).post(url, body).status_code
            for who in (None, make.user("Out"), ana, vera)
        ]

        assert statuses == [401, 404, 403, 403]


@pytest.mark.django_db(transaction=True)
class TestTwoLeadsWhoPublishAtOnce:
    @pytest.mark.parametrize("round_", range(3))
    def test_are_one_who_did_and_one_who_is_told(self, lead, project, round_):
        together = Barrier(2)

        def publish(note):
            try:
                together.wait(10)
                return publish_guidelines(
                    project=project, author=lead, body=BODY, base=1, change_note=note,
                    now=make.NOW,
                )  # fmt: skip
            except GuidelinesMovedOn as refusal:
                return refusal
            finally:
                connection.close()

        with ThreadPoolExecutor(2) as pool:
            came = list(pool.map(publish, ["One", "Other"]))

        (published,) = [one for one in came if isinstance(one, Guidelines)]
        (told,) = [one for one in came if isinstance(one, GuidelinesMovedOn)]
        assert "Revision 2" in str(told)
        assert project.guidelines.first().change_note == published.change_note
        assert project.guidelines.count() == 2
