"""Who may do what: every path there is, and nobody learns of what is not theirs."""

import re
from uuid import uuid4

import pytest
from django.urls import URLResolver

from api.urls import urlpatterns
from tests.api.access_table import HIDDEN, TABLE, WHO, Entry, routes, users
from tests.api.access_world import ELSEWHERE, LISTS, MARK, NOWHERE

pytestmark = pytest.mark.django_db
OF_A_PROJECT = [one for one in TABLE if "<slug:slug>" in one.route]
PARTS = [one for one in OF_A_PROJECT if "<id:" in one.route]
HIDEABLE = [one for one in TABLE if "<" in one.route and "(?" not in one.route]
UNSAFE = [one for one in TABLE if one.method != "GET"]
CLIENT = str(uuid4())
ANSWER = {"source_type": "named", "confidence": 1}


def each(entries: list[Entry]):
    return pytest.mark.parametrize("entry", entries, ids=[one.name for one in entries])


class TestTheTable:
    def test_has_every_method_of_every_path(self):
        known = [(one.method, one.route) for one in TABLE]

        missing = set(routes()) - set(known)
        gone = set(known) - set(routes())

        assert not missing, "Say in tests/api/access_table.py who may do these."
        assert not gone, "These are in tests/api/access_table.py and nowhere else."
        assert len(known) == len(set(known))


class TestTheMark:
    def test_stands_in_what_leads_read(self, world):
        """Otherwise its absence elsewhere would say nothing."""
        read = [one for one in OF_A_PROJECT if one.method == "GET"]

        bare = [one.name for one in read if not world.leaked(world.ask("lead", one))]

        assert len(bare) < len(read) / 2, bare


@each(TABLE)
class TestAPath:
    def test_is_for_those_it_is_for(self, world, entry):
        answered = {who: world.ask(who, entry).status for who in WHO}

        assert answered == entry.statuses

    def test_tells_nothing_to_those_it_is_hidden_from(self, world, entry):
        for who in HIDDEN:
            answered = world.ask(who, entry)

            assert world.leaked(answered) == [], f"{who}: {answered.whole}"


@each(HIDEABLE)
class TestWhatIsHidden:
    @pytest.mark.parametrize("who", HIDDEN)
    def test_is_as_if_it_were_not_there(self, world, entry, who):
        assert world.ask(who, entry) == world.ask(who, entry, NOWHERE)


@each(PARTS)
class TestAPartOfAnotherProject:
    def test_is_as_if_it_were_not_there(self, world, entry):
        answered = world.ask("lead_elsewhere", entry, world.own)

        assert answered.status == 404
        assert answered == world.ask("lead_elsewhere", entry, NOWHERE | world.own)


@each(LISTS)
class TestAListElsewhere:
    @pytest.mark.parametrize("who", ELSEWHERE)
    def test_is_the_same_whatever_others_have(self, world, entry, who):
        """Its counts and totals too."""
        answered = world.ask(who, entry, NOWHERE | world.own)

        assert answered.status == world.before[who, entry.name].status
        assert answered.body == world.before[who, entry.name].body


@each([one for one in LISTS if "<slug:slug>" in one.route])
class TestASelection:
    def test_of_another_project_is_unknown(self, world, entry):
        asked = (
            world.ask("lead_elsewhere", entry, world.own, f"scope=selection:{digest}")
            for digest in (world.names["selection"], "0" * 16)
        )

        foreign, none = asked

        assert (foreign.status, foreign.body) == (none.status, none.body)


REFERENCES = {
    "a project to copy": Entry(
        "POST", "projects/", users(), lambda it: {"name": "X", "copy_from": it["slug"]}
    ),
    "an article to assign": Entry(
        "POST",
        "projects/<slug:own>/assignments/",
        users(),
        lambda it: {"annotator": it["own_user"], "articles": [it["article_id"]]},
    ),
    "somebody to assign to": Entry(
        "POST",
        "projects/<slug:own>/assignments/",
        users(),
        lambda it: {"annotator": it["user_id"], "articles": [it["own_article"]]},
    ),
    "an article to keep": Entry(
        "POST",
        "projects/<slug:own>/heartbeat/",
        users(),
        lambda it: {"articles": [it["article_id"]]},
    ),
    "somebody to select": Entry(
        "POST",
        "projects/<slug:own>/agreement/selections/",
        users(),
        lambda it: {"annotators": [it["user_id"]]},
    ),
    "a claim to import to": Entry(
        "POST",
        "projects/<slug:own>/annotations/import/",
        users(),
        lambda it: {
            "annotations": [
                {"claim": it["claim_id"], "annotator": "lead_elsewhere@example.org"}
                | ANSWER
            ]
        },
    ),
    "a claim to answer": Entry(
        "POST",
        "annotations/batch/",
        users(),
        lambda it: {
            "saves": [{"client_id": CLIENT, "claim": it["claim_id"], "answer": ANSWER}]
        },
    ),
}


@pytest.mark.parametrize("entry", REFERENCES.values(), ids=REFERENCES)
class TestAReferenceToAnotherProject:
    def test_is_to_nothing(self, world, entry):
        """What is answered differs by nothing but what was asked for."""
        foreign = world.ask("lead_elsewhere", entry)
        none = world.ask("lead_elsewhere", entry, NOWHERE)

        assert world.leaked(foreign) == []
        assert foreign.status == none.status
        assert told(foreign, world.names) == told(none, NOWHERE)


def told(answered, names):
    """Give an answer without what was asked for, and the names made of it."""
    text = re.sub("selection:[0-9a-f]{16}", "(a selection)", answered.body.decode())
    for name in ("claim_id", "article_id", "user_id"):
        text = re.sub(rf"\b{names[name]}\b", "(asked for)", text)
    return text


@each(UNSAFE)
class TestAChange:
    def test_needs_the_token_of_its_page(self, world, entry):
        answered = world.ask("lead", entry, enforce_csrf_checks=True)

        assert answered.status == 403
        assert b"csrf_failed" in answered.body or b"permission_denied" in answered.body


class TestABatch:
    @pytest.mark.parametrize("who", WHO[1:])
    def test_saves_only_for_who_has_the_article(self, world, who):
        (entry,) = (one for one in TABLE if one.route == "annotations/batch/")

        answered = world.ask(who, entry)

        assert (b"not_assigned" in answered.body) == (who != "holder")


def admin_paths(patterns, before=""):
    for one in patterns:
        route = before + str(one.pattern)
        if isinstance(one, URLResolver):
            yield from admin_paths(one.url_patterns, route)
        elif "(?" not in route:
            yield route


class TestTheAdmin:
    @pytest.mark.parametrize("who", WHO)
    def test_is_for_operators(self, world, who):
        (admin,) = (one for one in urlpatterns if str(one.pattern) == "admin/")
        paths = list(admin_paths(admin.url_patterns, "/admin/"))
        assert len(paths) > len(TABLE)
        client = world.client(who)

        for path in paths:
            answer = client.get(re.sub("<.*?>", str(world.names["user_id"]), path))

            is_form = path == "/admin/login/"
            assert answer.status_code in ([200] if is_form else [302, 404, 405]), path
            if who in HIDDEN:
                assert MARK.lower() not in answer.content.decode().lower()
