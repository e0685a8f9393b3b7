"""Every figure a lead is shown, computed again from the rows of the export."""

import json
from datetime import date, timedelta

import pytest
from django.db import transaction

from annotator.models import Selection
from tests import overviewing, recomputing
from tests.newsroom import Newsroom, count_overviews, count_selection
from tests.recomputing import Recomputed, same

pytestmark = pytest.mark.django_db
LABELS = [
    ("source_type", "full", "source_type"),
    ("source_type", "collapsed", "source_type_collapsed"),
    ("confidence", "full", "confidence"),
]


class Reader:
    """What a lead reads of a newsroom: the figures, and the rows of the export."""

    def __init__(self, client, newsroom):
        self.client = client
        self.room = newsroom
        self.url = f"/api/v1/projects/{newsroom.project.slug}/"
        self.rows = self._export()
        self.detail = self.get("")
        self.types = self.detail["source_types"]
        self.keys = [one["key"] for one in self.types]
        self.points = len(self.detail["confidence_scale"])

    def get(self, rest, **query):
        answer = self.client.get(f"{self.url}{rest}", query)
        assert answer.status_code == 200, answer.content
        return answer.json()

    def _export(self):
        told = self.client.get(f"{self.url}export/annotations.jsonl?names=true")
        lines = b"".join(told.streaming_content).decode().splitlines()
        return [json.loads(line) for line in lines]

    def select(self, **filters):
        """Choose answers, and let a worker count them; give the scope."""
        url = f"{self.url}agreement/selections/"
        told = self.client.post(url, filters).json()
        selection = Selection.objects.get(digest=told["scope"].split(":")[1])
        assert count_selection(selection, self.room.now)
        assert self.client.post(url, filters).json()["is_current"]
        return told["scope"]

    def check(self, scope, **filters):
        """Compare all figures of a scope with those of the rows that are in it."""
        rows = recomputing.within(self.rows, **filters)
        engine = Recomputed(rows, self.types, self.points)
        self._check_report(scope, engine)
        for variable, labels, counted in LABELS:
            query = {"scope": scope, "variable": variable, "labels": labels}
            self._check_details(query, counted, engine)
        told = self.get("agreement/calibration/", scope=scope)
        same(
            [{k: v for k, v in row.items() if k != "word"} for row in told["levels"]],
            engine.calibration(),
        )
        self._check_overview(scope, rows, filters)
        return rows

    def _check_report(self, scope, engine):
        report = self.get("agreement/", scope=scope)["report"]
        variables = {name: engine.report(name) for _, _, name in LABELS}
        same(report["variables"], variables, scope)
        assert report["scope"] == scope
        assert report["claims"] == len({row["claim_id"] for row in engine.rows})
        assert report["articles"] == len({row["article_id"] for row in engine.rows})

    def _check_details(self, query, counted, engine):
        pairs = self.get("agreement/pairs/", **query)
        assert pairs["variable"] == counted
        same(pairs["cells"], engine.cells(counted))
        people = self.get("agreement/annotators/", **query)
        names = {row["annotator_id"]: row["annotator_name"] for row in self.rows}
        same(people["annotators"], engine.standings(counted, names))
        labels = self.get("agreement/labels/", **query)
        same([labels["labels"], labels["confusion"]], [*engine.labels(counted)])

    def _check_overview(self, scope, rows, filters):
        told = self.get("overview/", scope=scope)
        assert told["is_current"]
        figures = told["figures"]
        expected = overviewing.overview(rows, self.keys)
        same({name: figures[name] for name in expected}, expected, scope)
        answered = {row["annotator_id"] for row in rows}
        assert answered <= {one["id"] for one in figures["people"]}
        for one in figures["people"]:
            mine = [row for row in rows if row["annotator_id"] == one["id"]]
            found = overviewing.person(mine)
            same({name: one[name] for name in found}, found, f"{scope}/{one['name']}")
        if set(filters) - {"outlets"}:
            assert figures["forecast"] is None
        else:
            left = figures["answers_needed"] - figures["answers"]
            today = self.room.now.date()
            days = expected["days"]
            same(figures["forecast"], overviewing.forecast(days, left, today))


@pytest.fixture(scope="module")
def newsroom(django_db_setup, django_db_blocker):
    """Annotate a project once for all tests of this module; they only read of it."""
    with django_db_blocker.unblock(), transaction.atomic():
        made = Newsroom()
        assert count_overviews(made.project, made.now)
        yield made
        transaction.set_rollback(True)


@pytest.fixture
def read(api, newsroom):
    return Reader(api(newsroom.lead), newsroom)


class TestTheProject:
    def test_has_of_everything_that_counts_in_its_own_way(self, read):
        rows = read.rows
        assert any(row["skipped"] for row in rows)
        assert any(row["claim_replaced"] for row in rows)
        assert any(row["version"] > 1 for row in rows)
        assert any(row["seconds"] is None for row in rows)
        assert any(row["article_published_on"] is None for row in rows)
        assert {row["source_type"] for row in rows} >= {"tipster", "anonymous"}
        assert {row["guideline_revision"] for row in rows} == {1, 2}
        assert len({row["article_outlet"] for row in rows}) == 4
        assert len(rows) > 250
        people = read.get("agreement/annotators/")["annotators"]
        assert any(one["enough"] for one in people)


class TestEveryFigure:
    def test_of_all_answers_is_that_of_the_exported_rows(self, read):
        assert len(read.check("all")) > 250

    def test_of_what_is_to_do_is_that_of_the_progress(self, read):
        figures = read.get("overview/")["figures"]
        progress = read.get("progress/")

        for name in ("articles", "claims", "answers", "answers_needed"):
            assert figures[name] == progress[name]
        people = {one["id"]: one for one in figures["people"]}
        # Who left is still there with what they answered.
        assert people.keys() == {one.pk for one in read.room.people}
        assert len(progress["annotators"]) == len(people) - 1
        for one in progress["annotators"]:
            shared = one.keys() & people[one["id"]].keys()
            assert {"assigned", "articles_done", "last_saved_at"} < shared
            for name in shared:
                assert people[one["id"]][name] == one[name]

    @pytest.mark.parametrize("number", [1, 2])
    def test_of_a_revision_is_that_of_its_rows(self, read, number):
        assert read.check(f"revision:{number}", revisions=[number])

    def test_of_each_week_is_that_of_its_rows(self, read):
        weeks = [row["week"] for row in read.get("agreement/scopes/")["weeks"]]
        assert len(weeks) > 2

        for week in weeks:
            monday = date.fromisoformat(week)
            sunday = monday + timedelta(days=6)
            assert read.check(f"week:{week}", since=monday, until=sunday)

    def test_over_time_and_by_revision_is_that_of_the_rows(self, read):
        told = read.get("agreement/scopes/")

        assert [row["revision"] for row in told["revisions"]] == [1, 2]
        for row in told["revisions"] + told["weeks"]:
            report = read.get("agreement/", scope=row["scope"])["report"]
            for name, figure in row["variables"].items():
                same(figure, {key: report["variables"][name][key] for key in figure})

    def test_of_everybodys_pair_alone_is_that_of_the_matrix(self, read):
        told = read.get("agreement/pairs/")

        for cell in told["cells"]:
            one, other = cell["one"], cell["other"]
            alone = read.get(f"agreement/pairs/{one}/{other}/")
            same({key: alone[key] for key in cell}, cell)
            said = {
                who: {
                    row["claim_id"]: row["source_type"]
                    for row in recomputing.within(read.rows)
                    if row["annotator_id"] == who and not row["skipped"]
                }
                for who in (one, other)
            }
            shared = said[one].keys() & said[other].keys()
            assert alone["confusion"] == [
                [
                    sum(
                        said[one][c] == mine and said[other][c] == theirs
                        for c in shared
                    )
                    for theirs in alone["labels"]
                ]
                for mine in alone["labels"]
            ]


class TestASelection:
    @pytest.mark.parametrize(
        "chosen",
        [
            {"revisions": [2], "outlets": ["The Harbor Post", ""]},
            {"since": "2026-05-09", "until": "2026-05-20"},
            {"outlets": ["Coast Wire"]},
            {"since": "2026-05-12", "revisions": [1, 2], "people": 4},
            {"people": 1},
            {"until": "2026-01-01"},
        ],
        ids=["revision and outlets", "days", "an outlet", "four people", "one", "none"],
    )
    def test_has_the_figures_of_its_rows(self, read, chosen):
        people = chosen.get("people")
        filters = {name: chosen[name] for name in chosen.keys() - {"people"}}
        if people:
            filters["annotators"] = [one.pk for one in read.room.people[:people]]
        scope = read.select(**filters)

        days = {
            name: date.fromisoformat(filters[name])
            for name in ("since", "until")
            if name in filters
        }
        rows = read.check(scope, **{**filters, **days})
        assert bool(rows) == ("until" not in chosen or "since" in chosen)

    def test_without_filters_is_all_answers(self, read):
        scope = read.select()

        read.check(scope)
        self.check_equal(read, scope, "all")

    def test_of_one_revision_is_the_scope_of_the_revision(self, read):
        scope = read.select(revisions=[2])

        self.check_equal(read, scope, "revision:2")

    def check_equal(self, read, scope, other):
        """Compare every endpoint's figures exactly."""
        for rest in (
            "agreement/pairs/", "agreement/annotators/", "agreement/labels/",
            "agreement/calibration/", "overview/",
        ):  # fmt: skip
            one, two = read.get(rest, scope=scope), read.get(rest, scope=other)
            assert {**one, "scope": 0, "computed_at": 0} == {
                **two,
                "scope": 0,
                "computed_at": 0,
            }
        one, two = (
            read.get("agreement/", scope=name)["report"] for name in (scope, other)
        )
        for name in ("variables", "articles", "claims", "engine", "last_event"):
            assert one[name] == two[name]
