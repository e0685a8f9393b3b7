"""Agreement over REST: the report, the work on it, and who may read it."""

from datetime import timedelta

import pytest

from annotator import metrics
from annotator.models import (
    AgreementAlarm,
    AgreementMark,
    Membership,
    Recomputation,
    Role,
    WorkerHeartbeat,
)
from annotator.queries import agreement as queries
from annotator.services import agreement, consensus, recomputation
from tests import make
from tests.counting import sums_from_scratch

pytestmark = pytest.mark.django_db

READS = [
    "history/", "scopes/", "pairs/", "pairs/1/2/", "pairs/1/2/claims/", "annotators/",
    "labels/", "calibration/", "disputed/", "methods/", "consensus/",
]  # fmt: skip
WRITES = ["recompute/", "consensus/"]
LATER = make.NOW + timedelta(minutes=5)


def url(project, rest=""):
    return f"/api/v1/projects/{project.slug}/agreement/{rest}"


def report(project):
    return agreement.report_agreement(project=project, now=make.NOW)


def numbers(value):
    """Compare all floats as near enough."""
    if isinstance(value, dict):
        return {key: numbers(each) for key, each in value.items()}
    if isinstance(value, list):
        return [numbers(each) for each in value]
    return pytest.approx(value) if isinstance(value, float) else value


class TestWhoMayRead:
    @pytest.fixture
    def viewer(self, measured):
        viewer = make.user("Vi")
        Membership.objects.create(project=measured, user=viewer, role=Role.VIEWER)
        return viewer

    @pytest.fixture
    def others(self, api, ana, viewer):
        return [api(who) for who in (ana, viewer, make.user("Out"), None)]

    def test_is_the_lead_alone(self, measured, reader, ana, ben, others):
        for path in READS:
            here = url(measured, path.replace("1/2", f"{ana.pk}/{ben.pk}"))

            seen = [one.get(here).status_code for one in [reader, *others]]

            assert (path, seen) == (path, [200, 403, 403, 404, 401])

    def test_is_the_lead_alone_who_asks_for_work(self, measured, others):
        for path in WRITES:
            seen = [one.post(url(measured, path)).status_code for one in others]

            assert (path, seen) == (path, [403, 403, 404, 401])
        assert not Recomputation.objects.exists()

    def test_is_the_viewer_too_for_the_report(self, measured, others):
        seen = [one.get(url(measured)).status_code for one in others]

        assert seen == [403, 200, 404, 401]


class TestTheReport:
    def test_is_what_the_engine_gives(self, reader, measured):
        told = reader.get(url(measured)).json()

        figures = told["report"]["variables"]["source_type"]
        tally = sums_from_scratch(measured)["all", "source_type"]
        alpha = metrics.krippendorff_alpha(tally)
        assert figures["value"] == pytest.approx(alpha.value)
        assert figures["interval"]["se"] == pytest.approx(alpha.interval.se)
        assert figures["others"]["gwet_ac"]["value"] == pytest.approx(
            metrics.gwet_ac(tally).value
        )
        assert figures["cautions"] == ["one_article", "few_units"]
        assert [one["label"] for one in figures["by_label"]] == figures["labels"]
        assert told["report"]["variables"]["source_type_collapsed"] is None
        assert told["report"]["scope"] == "all"

    def test_holds_all_that_is_stored(self, reader, measured):
        stored = measured.reports.filter(scope="all").first()

        told = reader.get(url(measured)).json()["report"]["variables"]

        assert numbers(told) == {**stored.variables, "source_type_collapsed": None}

    def test_is_of_the_scope_asked_for(self, reader, measured):
        told = reader.get(url(measured), {"scope": "week:2026-05-04"}).json()
        nothing = reader.get(url(measured), {"scope": "revision:9"}).json()

        assert told["report"]["scope"] == "week:2026-05-04"
        assert nothing["report"] is None

    def test_comes_with_the_collapsed_labels(self, reader, measured):
        unclear, named = (
            measured.source_types.get(key=key) for key in ("unclear", "named")
        )
        unclear.maps_to = named
        unclear.save()
        recomputation.run_recomputation(
            project=measured, reason="labels_changed", clock=lambda: make.NOW
        )

        told = reader.get(url(measured)).json()["report"]["variables"]

        assert "unclear" not in told["source_type_collapsed"]["labels"]

    def test_of_an_unknown_scope_is_a_bad_request(self, reader, measured):
        scopes = [
            *("everything", "all:", "revision:x", "revision:²", "revision:01"),
            *(
                "revision:-1",
                "week:2026-05-05",
                "week:20260504",
                "week:soon",
                "week:9999-12-27",
            ),
        ]
        for scope in scopes:
            for path in ("", "history/", "pairs/", "calibration/"):
                answer = reader.get(url(measured, path), {"scope": scope})

                assert (path, scope, answer.status_code) == (path, scope, 400)
                assert answer.json()["code"] == "invalid"
                assert "scope" in answer.json()["errors"]

    def test_of_an_unknown_variable_is_a_bad_request(self, reader, measured):
        for query in ({"variable": "note"}, {"labels": "some"}):
            assert reader.get(url(measured, "pairs/"), query).status_code == 400


class TestTheWork:
    def test_is_said_to_be_none(self, reader, measured):
        told = reader.get(url(measured)).json()

        del told["report"]
        assert told == {
            "pending": 0,
            "worker_seen_at": None,
            "last_checked_at": None,
            "recomputation": None,
            "alarms": [],
            "consensus": None,
        }

    def test_is_shown_while_it_goes_on(self, reader, measured):
        WorkerHeartbeat.objects.create(name="sweep", seen_at=make.NOW)
        recomputation.run_recomputation(
            project=measured, reason="nightly", clock=lambda: make.NOW
        )
        begun = recomputation.start_recomputation(
            project=measured, reason="repair", now=LATER
        )
        consensus.ask_for_consensus(project=measured, now=LATER)
        AgreementMark.objects.create(project=measured, at=LATER)
        AgreementAlarm.objects.create(
            project=measured, kind="failed", detail="No.", raised_at=LATER
        )
        AgreementAlarm.objects.create(
            project=measured,
            kind="difference",
            detail="Over.",
            raised_at=make.NOW,
            cleared_at=LATER,
        )

        told = reader.get(url(measured)).json()

        del told["report"]
        now, later = "2026-05-04T12:00:00Z", "2026-05-04T12:05:00Z"
        assert begun.blocks.count() == 1
        assert told == {
            "pending": 1,
            "worker_seen_at": now,
            "last_checked_at": now,
            "recomputation": {
                "reason": "repair",
                "started_at": later,
                "blocks": 1,
                "blocks_done": 0,
            },
            "alarms": [{"kind": "failed", "detail": "No.", "raised_at": later}],
            "consensus": {
                "asked_at": later,
                "finished_at": None,
                "claims": 0,
                "status": None,
            },
        }

    def test_counts_what_is_due_up_to_a_bound(self, reader, ana, measured, monkeypatch):
        monkeypatch.setattr(queries, "MOST_PENDING", 5)
        for claim in measured.articles.get().claims.all()[:8]:
            make.annotate(claim, ana, "unclear")

        assert reader.get(url(measured)).json()["pending"] == 5

    def test_is_the_same_unless_something_changed(self, reader, ana, measured):
        tag = reader.get(url(measured))["ETag"]
        headers = {"If-None-Match": tag}

        same = reader.get(url(measured), headers=headers)
        recomputation.start_recomputation(project=measured, reason="repair", now=LATER)
        changed = reader.get(url(measured), headers=headers)

        assert (same.status_code, changed.status_code) == (304, 200)
        assert changed["ETag"] != tag

    def test_takes_as_many_queries_however_much(
        self, reader, ana, ben, measured, django_assert_num_queries
    ):
        recomputation.start_recomputation(project=measured, reason="repair", now=LATER)
        for article in make.articles_of(measured, 3):
            for who in (ana, ben):
                make.lease(measured, who)
                make.annotate(article.claims.first(), who)

        with django_assert_num_queries(4 + 8):
            reader.get(url(measured))


class TestAskingForWork:
    def test_begins_a_recomputation_or_gives_the_one_at_work(self, reader, measured):
        first = reader.post(url(measured, "recompute/"))
        second = reader.post(url(measured, "recompute/"))

        assert (first.status_code, second.status_code) == (202, 202)
        assert first.json() == second.json()
        assert first.json()["reason"] == "repair"
        assert (first.json()["blocks"], first.json()["blocks_done"]) == (1, 0)
        assert Recomputation.objects.count() == 1
