"""ETags: what is read again only if it changed, and edits of what was read."""

from uuid import uuid4

import pytest

from annotator.services.guidelines import publish_guidelines
from tests import make
from tests.at_once import at_once
from tests.setting_up import document, kept, source_types_url

pytestmark = pytest.mark.django_db


@pytest.fixture
def client(api, lead, project):
    return api(lead)


@pytest.fixture
def url(project):
    return f"/api/v1/projects/{project.slug}/"


def etag_of(client, path):
    return client.get(path)["ETag"]


def patch(client, path, body, etag):
    return client.patch(path, body, headers={"If-Match": etag})


class TestReadingAgain:
    @pytest.mark.parametrize(
        "part", ["", "source-types/", "queue/settings/", "guidelines/"]
    )
    def test_gives_nothing_that_is_known(self, client, url, part):
        etag = etag_of(client, url + part)

        for known in (etag, f"W/{etag}", f'"x", {etag}', "*"):
            answer = client.get(url + part, headers={"If-None-Match": known})
            assert (answer.status_code, answer.content) == (304, b"")
            assert answer["ETag"] == etag
        assert (
            client.get(url + part, headers={"If-None-Match": '"x"'}).status_code == 200
        )

    def test_gives_a_project_in_which_somebody_has_answered(
        self, client, url, project, ana, claims
    ):
        etag = etag_of(client, url)
        make.lease(project, ana)
        make.annotate(claims[0], ana)

        assert client.get(url, headers={"If-None-Match": etag}).status_code == 200

    def test_gives_guidelines_that_are_newer(self, client, url, project, lead):
        etag = etag_of(client, url + "guidelines/")
        publish_guidelines(project=project, author=lead, body="New", now=make.NOW)

        answer = client.get(url + "guidelines/", headers={"If-None-Match": etag})

        assert answer.json()["body"] == "New"


class TestAnEdit:
    @pytest.mark.parametrize(
        ("part", "first", "second"),
        [
            ("", {"name": "Bridges"}, {"overlap": 5}),
            ("queue/settings/", {"seed": 5}, {"suggestion_threshold": 0.25}),
        ],
    )
    def test_is_refused_once_somebody_else_made_one(
        self, client, url, part, first, second
    ):
        etag = etag_of(client, url + part)
        done = patch(client, url + part, first, etag)

        refused = patch(client, url + part, second, etag)

        assert done.status_code == 200
        assert (refused.status_code, refused.json()["code"]) == (
            412,
            "precondition_failed",
        )
        assert client.get(url + part).json().items() >= first.items()
        assert patch(client, url + part, second, refused["ETag"]).status_code == 200
        assert patch(client, url + part, first, done["ETag"]).status_code == 412

    def test_of_source_types_is_refused_too(self, client, project):
        path = source_types_url(project)
        etag = etag_of(client, path)
        body = {"source_types": [*kept(project), document()]}

        done = client.put(path, body, headers={"If-Match": etag})
        refused = client.put(path, body, headers={"If-Match": etag})

        assert done.status_code == 200
        assert done["ETag"] == etag_of(client, path) == refused["ETag"]
        assert done["ETag"] == f'"{done.json()["versions"]["source_types"]}"'
        assert refused.status_code == 412

    def test_is_not_refused_because_somebody_answered(
        self, client, url, project, ana, claims
    ):
        etag = etag_of(client, url)
        make.lease(project, ana)
        make.annotate(claims[0], ana)

        assert patch(client, url, {"name": "Bridges"}, etag).status_code == 200

    @pytest.mark.parametrize(
        ("form", "status"),
        [
            ("{}", 200),
            ("W/{}", 200),
            ('"x", {}', 200),
            ("*", 200),
            ('"x"', 412),
            ("x", 412),
        ],
    )
    def test_heeds_each_form_of_the_header(self, client, url, form, status):
        etag = form.format(etag_of(client, url))

        assert patch(client, url, {"overlap": 4}, etag).status_code == status

    def test_needs_no_header(self, client, url):
        assert client.patch(url, {"overlap": 4}).status_code == 200


class TestAnAnnotation:
    @pytest.fixture
    def path(self, project, ana, claims):
        make.lease(project, ana)
        return f"/api/v1/claims/{claims[0].pk}/annotation/"

    def save(self, client, path, etag=None, **more):
        body = {"client_id": str(uuid4()), "source_type": "named", "confidence": 2}
        headers = {"If-Match": etag} if etag else {}
        return client.put(path, body | more, headers=headers)

    def test_is_read_by_who_gave_it(self, api, ana, ben, path):
        assert api(ana).get(path).status_code == 404
        saved = self.save(api(ana), path)

        answer = api(ana).get(path)

        assert answer.json() == saved.json()
        assert answer["ETag"] == saved["ETag"] == f'"{saved.json()["client_id"]}"'
        assert api(ben).get(path).status_code == 404

    def test_replaces_the_one_that_is_named(self, api, ana, path):
        first = self.save(api(ana), path)
        second = self.save(api(ana), path, first["ETag"], confidence=1)

        refused = self.save(api(ana), path, first["ETag"], confidence=3)

        assert second.status_code == 200
        assert (refused.status_code, refused.json()["code"]) == (
            412,
            "precondition_failed",
        )
        assert refused["ETag"] == second["ETag"]
        assert api(ana).get(path).json()["confidence"] == 1

    def test_is_withdrawn_if_it_is_the_one_that_is_named(self, api, ana, path):
        first = self.save(api(ana), path)
        second = self.save(api(ana), path)
        query = f"{path}?client_id={uuid4()}"

        refused = api(ana).delete(query, headers={"If-Match": first["ETag"]})
        done = api(ana).delete(query, headers={"If-Match": second["ETag"]})

        assert (refused.status_code, done.status_code) == (412, 204)

    @pytest.mark.parametrize("etag", ["*", '"x"', f'"{uuid4()}", "{uuid4()}"'])
    def test_is_named_by_its_etag_alone(self, api, ana, path, etag):
        assert self.save(api(ana), path, etag).json()["code"] == "invalid"

    def test_is_named_in_one_way(self, api, ana, path):
        etag = self.save(api(ana), path)["ETag"]

        assert self.save(api(ana), path, etag, replaces=None).json()["errors"] == {
            "replaces": ["Send this or If-Match."]
        }


@pytest.mark.django_db(transaction=True)
class TestEditsAtTheSameTime:
    def test_of_a_project_are_one(self, api, lead, project, url):
        clients = [api(lead) for _ in range(16)]
        etag = etag_of(clients[0], url)

        answers = at_once(
            16, lambda n: patch(clients[n], url, {"name": f"Bridge {n}"}, etag)
        )

        assert sorted(one.status_code for one in answers) == [200] + [412] * 15
        (done,) = [one for one in answers if one.status_code == 200]
        project.refresh_from_db()
        assert project.name == done.json()["name"]

    def test_of_source_types_are_one(self, api, lead, project):
        path = source_types_url(project)
        clients = [api(lead) for _ in range(16)]
        etag = etag_of(clients[0], path)
        types = kept(project)

        def put(number):
            body = {"source_types": [*types, document(name=f"Document {number}")]}
            return clients[number].put(path, body, headers={"If-Match": etag})

        answers = at_once(16, put)

        assert sorted(one.status_code for one in answers) == [200] + [412] * 15
        assert project.source_types.count() == len(types) + 1
