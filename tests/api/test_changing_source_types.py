"""Source types, changed by a lead."""

import pytest

from annotator.models import Act, AgreementMark, Annotation
from tests import make
from tests.setting_up import KEYS, chosen, document, kept, save, source_types_url

pytestmark = pytest.mark.django_db


class TestAddingOne:
    def test_makes_its_key_of_its_name(self, put_types, project):
        answer = put_types(*kept(project), document(name="Court document"))

        assert answer.status_code == 200, answer.json()
        assert chosen(answer) == [*KEYS, "court_document"]
        assert answer.json()["source_types"][-1] == {
            "key": "court_document",
            "name": "Court document",
            "definition": "A file, a record or a leak speaks",
            "hotkey": "6",
            "color": "free_1",
            "maps_to": "official_statement",
            "built_in": False,
        }

    def test_lets_annotators_choose_it(self, api, ana, with_document, claims):
        make.lease(with_document, ana)

        assert save(api, ana, claims[0], "document").status_code == 200
        assert Annotation.objects.get().source_type.name == "Document"

    @pytest.mark.parametrize(
        ("name", "key"),
        [("Документ", "type"), ("Named", "named_2"), ("x" * 60, "x" * 40)],
    )
    def test_finds_a_free_key_whatever_its_name(self, put_types, project, name, key):
        assert chosen(put_types(*kept(project), document(name=name)))[-1] == key

    def test_finds_a_key_for_each_of_two_names_that_make_the_same(
        self, put_types, project
    ):
        rows = [document(name="Leak"), document(name="Leak!", hotkey="7")]

        assert chosen(put_types(*kept(project), *rows))[-2:] == ["leak", "leak_2"]

    def test_is_possible_nine_times_at_most(self, put_types, project):
        more = [document(name=f"Type {n}", hotkey=str(n)) for n in range(6, 10)]
        tenth = document(name="Type 10", hotkey="9")

        assert put_types(*kept(project), *more).status_code == 200
        assert put_types(*kept(project), tenth).json()["code"] == "invalid"


class TestChangingThem:
    def test_swaps_hotkeys_and_order(self, put_types, project):
        first, second, *rest = kept(
            project, named={"hotkey": "2"}, anonymous={"hotkey": "1"}
        )

        answer = put_types(second, first, *rest)

        rows = [(one["key"], one["hotkey"]) for one in answer.json()["source_types"]]
        assert rows[:3] == [
            ("anonymous", "1"), ("named", "2"), ("official_statement", "3")
        ]  # fmt: skip

    def test_turns_all_hotkeys_around(self, put_types, project):
        around = {key: {"hotkey": str(5 - n)} for n, key in enumerate(KEYS)}

        answer = put_types(*kept(project, **around))

        assert [one["hotkey"] for one in answer.json()["source_types"]] == [*"54321"]

    def test_gives_a_new_one_the_hotkey_of_one_that_goes(
        self, put_types, with_document, project
    ):
        *stay, _ = kept(project)

        answer = put_types(*stay, document(name="Leak"))

        assert chosen(answer) == [*KEYS, "leak"]

    def test_renames_built_in_ones_under_their_key(self, put_types, project):
        answer = put_types(*kept(project, unclear={"name": "Cannot tell"}))

        last = answer.json()["source_types"][-1]
        assert (last["key"], last["name"], last["built_in"]) == (
            "unclear", "Cannot tell", True
        )  # fmt: skip

    def test_marks_agreement_where_labels_change_and_nowhere_else(
        self, put_types, project
    ):
        put_types(*kept(project, unclear={"name": "Cannot tell", "hotkey": "9"}))
        assert not AgreementMark.objects.exists()

        put_types(*kept(project, unclear={"maps_to": "unattributed"}))
        assert AgreementMark.objects.get().project == project

    def test_is_logged_in_words(self, put_types, lead, project):
        Act.objects.all().delete()
        put_types(*kept(project, unclear={"name": "Cannot tell"}), document())

        act = Act.objects.get()
        assert (act.kind, act.actor) == ("source_types_changed", lead)
        assert act.details == {"added": ["Document"], "changed": ["Cannot tell"]}

    def test_says_nothing_where_nothing_changes(self, put_types, project):
        Act.objects.all().delete()

        assert put_types(*kept(project)).status_code == 200
        assert not Act.objects.exists()


class TestAWrongList:
    @pytest.mark.parametrize(
        ("changed", "code"),
        [
            ({"hotkey": "1"}, "source_types_clash"),
            ({"name": "named SOURCE"}, "source_types_clash"),
            ({"key": "named"}, "source_types_clash"),
            ({"key": "leak"}, "unknown_source_type"),
            ({"maps_to": "leak"}, "maps_to_nothing"),
            ({"hotkey": "0"}, "invalid"),
            ({"hotkey": "s"}, "invalid"),
            ({"color": "red"}, "invalid"),
            ({"name": " "}, "invalid"),
            ({"name": "x" * 61}, "invalid"),
            ({"definition": ""}, "invalid"),
            ({"definition": "x" * 301}, "invalid"),
            ({"maps_to": 5}, "maps_to_nothing"),
        ],
    )
    def test_is_refused_as_a_whole(self, put_types, project, changed, code):
        before = kept(project)

        answer = put_types(*before, document(**changed))

        assert (answer.status_code, answer.json()["code"]) == (400, code)
        assert kept(project) == before

    @pytest.mark.parametrize(
        "mapping",
        [
            {"named": {"maps_to": "named"}},
            {
                "named": {"maps_to": "unclear"},
                "unclear": {"maps_to": "anonymous"},
                "anonymous": {"maps_to": "named"},
            },
        ],
    )
    def test_maps_in_a_circle(self, put_types, project, mapping):
        answer = put_types(*kept(project, **mapping))

        assert answer.json()["code"] == "maps_in_a_circle"

    def test_may_map_in_steps(self, put_types, project):
        steps = {
            "named": {"maps_to": "unclear"},
            "unclear": {"maps_to": "anonymous"},
        }

        assert put_types(*kept(project, **steps)).status_code == 200

    @pytest.mark.parametrize("body", [{}, {"source_types": []}, {"source_types": [1]}])
    def test_is_no_list(self, api, lead, project, body):
        answer = api(lead).put(source_types_url(project), body)

        assert answer.json()["code"] == "invalid"


class TestAccess:
    def test_is_for_leads(self, api, ana, project):
        body = {"source_types": kept(project)}
        url = source_types_url(project)

        statuses = [
            api(who).put(url, body).status_code for who in (None, make.user("Out"), ana)
        ]

        assert statuses == [401, 404, 403]

    def test_takes_as_many_queries_however_many_answers(
        self, put_types, with_document, ana, claims, django_assert_num_queries
    ):
        make.lease(with_document, ana)
        make.annotate(claims[0], ana, "document")
        with django_assert_num_queries(22):
            put_types(*kept(with_document)[:-1])
        for claim in claims[1:]:
            make.annotate(claim, ana, "named")
        put_types(*kept(with_document), document(key="document"))

        with django_assert_num_queries(22):
            put_types(*kept(with_document)[:-1])
