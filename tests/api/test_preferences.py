"""How somebody likes the interface."""

import pytest

from annotator.models import User

pytestmark = pytest.mark.django_db
URL = "/api/v1/me/preferences/"
DEFAULTS = {"keys": {}, "single_keys": True, "auto_advance": True, "language": ""}


class TestPreferences:
    def test_are_the_defaults_in_a_new_session(self, api, ana):
        session = api(ana).get("/api/v1/session/").json()

        assert session["user"]["preferences"] == DEFAULTS

    def test_change_one_at_a_time(self, api, ana):
        client = api(ana)
        client.patch(URL, {"language": "de"})
        keys = {"next": ["j", "ArrowDown"], "redo": ["Shift+Z", "Space"]}

        answer = client.patch(URL, {"keys": keys, "single_keys": False})

        wanted = DEFAULTS | {"language": "de", "keys": keys, "single_keys": False}
        assert answer.status_code == 200
        assert answer.json() == wanted
        session = client.get("/api/v1/session/").json()
        assert session["user"]["preferences"] == wanted

    def test_replace_the_keys_as_a_whole(self, api, ana):
        client = api(ana)
        client.patch(URL, {"keys": {"next": ["n"]}})

        answer = client.patch(URL, {"keys": {"skip": []}})

        assert answer.json()["keys"] == {"skip": []}

    def test_are_everybodys_own(self, api, ana, ben):
        api(ana).patch(URL, {"language": "de"})

        session = api(ben).get("/api/v1/session/").json()

        assert session["user"]["preferences"] == DEFAULTS

    def test_survive_what_else_is_stored(self, api, ana):
        User.objects.filter(pk=ana.pk).update(preferences={"theme": "dark"})

        api(ana).patch(URL, {"auto_advance": False})

        stored = User.objects.get(pk=ana.pk).preferences
        assert stored == {"theme": "dark", "auto_advance": False}

    @pytest.mark.parametrize(
        "wrong",
        [
            {"keys": {"digit": ["0"]}},
            {"keys": {"palette": ["0"]}},
            {"keys": {"next": ["1"]}},
            {"keys": {"next": ["Shift+9"]}},
            {"keys": {"next": [""]}},
            {"keys": {"next": ["Shift+"]}},
            {"keys": {"next": ["a" * 21]}},
            {"keys": {"next": ["a", "b", "c", "d"]}},
            {"keys": {"next": "j"}},
            {"keys": ["next"]},
            {"single_keys": "sometimes"},
            {"language": "fr"},
            {"theme": "dark"},
            {"language": "de", "is_staff": True},
        ],
    )
    def test_that_cannot_be_are_refused(self, api, ana, wrong):
        answer = api(ana).patch(URL, wrong)

        assert answer.status_code == 400
        assert answer.json()["code"] == "invalid"
        assert User.objects.get(pk=ana.pk).preferences == {}

    def test_need_a_signed_in_user(self, api):
        assert api().patch(URL, {"language": "de"}).status_code == 401

    def test_take_few_queries(self, api, ana, django_assert_num_queries):
        client = api(ana)
        client.get(URL)

        with django_assert_num_queries(6):
            client.patch(URL, {"language": "de"})
