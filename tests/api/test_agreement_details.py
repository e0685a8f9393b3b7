"""Agreement in detail over REST: what a lead reads is what the engine gives."""

import pytest

from annotator import metrics
from annotator.services import agreement, consensus
from api.agreement_details import (
    AnnotatorsOutput,
    CalibrationOutput,
    LabelsOutput,
    PairOutput,
    PairsOutput,
)
from tests import make
from tests.counting import sums_from_scratch

pytestmark = pytest.mark.django_db


def url(project, rest=""):
    return f"/api/v1/projects/{project.slug}/agreement/{rest}"


def lead_of(project):
    return project.memberships.get(role="lead").user


class TestPairs:
    def test_have_the_kappas_that_the_engine_gives(
        self, reader, measured, ana, ben, cleo, django_assert_num_queries
    ):
        with django_assert_num_queries(7):
            told = reader.get(url(measured, "pairs/")).json()

        tally = sums_from_scratch(measured)["all", "source_type"]
        pairs = metrics.cohen_kappas(tally)
        assert told["annotators"] == [
            {"id": who.pk, "name": who.name} for who in (ana, ben, cleo)
        ]
        cells = {(cell["one"], cell["other"]): cell for cell in told["cells"]}
        assert len(cells) == 3
        cell = cells[ana.pk, ben.pk]
        place = pairs.between(0, 1)
        kappa = metrics.pair_coefficient(pairs, place)
        bias = metrics.marginal_bias(pairs.tables[place])
        assert cell["units"] == 24
        assert cell["value"] == pytest.approx(kappa.value)
        assert cell["interval"]["low"] == pytest.approx(kappa.interval.low)
        assert cell["interval"]["method"] == "units"
        assert cell["bias"]["bhapkar"] == pytest.approx(bias.bhapkar)
        assert cell["bias"]["p_value"] == pytest.approx(bias.p_value)
        assert cells[ana.pk, cleo.pk]["units"] == told["enough_shared"] - 17

    def test_are_as_they_are_described(self, reader, measured):
        told = reader.get(url(measured, "pairs/")).json()

        assert PairsOutput(told).data == told

    def test_are_weighted_for_confidence(self, reader, measured):
        told = reader.get(url(measured, "pairs/"), {"variable": "confidence"}).json()

        assert (told["level"], told["weights"]) == ("ordinal", "ordinal")
        assert told["labels"] == ["1", "2", "3"]

    def test_are_the_same_collapsed_where_nothing_maps(self, reader, measured):
        full = reader.get(url(measured, "pairs/")).json()
        collapsed = reader.get(url(measured, "pairs/"), {"labels": "collapsed"}).json()

        assert collapsed == full

    def test_have_a_reason_where_kappa_is_undefined(self, api, ana, ben):
        project = make.annotated_project([ana, ben], ["nn", "nn"])
        agreement.report_agreement(project=project, now=make.NOW)

        told = api(lead_of(project)).get(url(project, "pairs/")).json()

        (cell,) = told["cells"]
        assert (cell["value"], cell["status"]) == (None, "no_variation")
        assert cell["percent_agreement"] == 1
        assert cell["bias"]["status"] == "no_variation"

    def test_are_none_without_answers(self, api):
        empty = make.project()

        told = api(lead_of(empty)).get(url(empty, "pairs/")).json()

        assert (told["annotators"], told["cells"]) == ([], [])

    def test_have_their_confusion_the_first_in_the_rows(
        self, reader, measured, ana, ben
    ):
        one = reader.get(url(measured, f"pairs/{ana.pk}/{ben.pk}/")).json()
        other = reader.get(url(measured, f"pairs/{ben.pk}/{ana.pk}/")).json()

        named, anonymous = (one["labels"].index(k) for k in ("named", "anonymous"))
        assert one["confusion"][named][anonymous] == 2  # Ana named, Ben anonymous
        assert one["confusion"][anonymous][named] == 0
        assert other["confusion"][anonymous][named] == 2
        assert (other["one"], other["value"]) == (ben.pk, one["value"])
        assert one["enough_shared"] == 20
        more = sum(one["confusion"][named]) - sum(other["confusion"][named])
        assert one["bias"]["differences"][named] == pytest.approx(more / 24)
        assert other["bias"]["differences"][named] == pytest.approx(-more / 24)
        assert PairOutput(one).data == one

    def test_of_strangers_are_not_found(self, reader, measured, ana, api):
        stranger = make.user("Out")

        for who in (stranger.pk, ana.pk, 10**20):
            path = f"{ana.pk}/{who}/"
            assert reader.get(url(measured, f"pairs/{path}")).status_code == 404


class TestAnnotators:
    def test_stand_as_the_engine_has_it(
        self, reader, measured, django_assert_num_queries
    ):
        with django_assert_num_queries(8):
            told = reader.get(url(measured, "annotators/")).json()

        tally = sums_from_scratch(measured)["all", "source_type"]
        ana = metrics.standings(tally, metrics.cohen_kappas(tally), enough_shared=20)[0]
        row = told["annotators"][0]
        assert (row["name"], row["units"], row["shared_units"]) == ("Ana", 24, 24)
        assert row["alpha_without"]["value"] == pytest.approx(ana.alpha_without.value)
        assert row["peer_kappa"]["interval"]["high"] == pytest.approx(
            ana.peer_kappa.interval.high
        )
        assert (row["pairs"], row["bias"]["df"]) == (1, ana.bias.df)
        assert row["mean_kappa"]["value"] == pytest.approx(ana.mean_kappa.value)
        assert AnnotatorsOutput(told).data == told

    def test_are_without_figures_where_they_share_too_little(self, reader, measured):
        told = reader.get(url(measured, "annotators/")).json()

        cleo = told["annotators"][2]
        assert (cleo["name"], cleo["shared_units"], cleo["enough"]) == (
            "Cleo",
            3,
            False,
        )
        hidden = cleo.keys() - {"id", "name", "units", "shared_units", "enough"}
        assert {cleo[name] for name in hidden} == {None}

    def test_have_error_rates_once_there_is_a_consensus(self, reader, measured):
        run = consensus.ask_for_consensus(project=measured, now=make.NOW)
        consensus.find_consensus(consensus_id=run.pk, clock=lambda: make.NOW)

        told = reader.get(url(measured, "annotators/")).json()
        of_week = reader.get(
            url(measured, "annotators/"), {"scope": "week:2026-05-04"}
        ).json()

        ana, _, cleo = told["annotators"]
        assert told["error_rate_labels"] == told["labels"]
        assert sum(ana["error_rates"][0]) == pytest.approx(1)
        assert cleo["error_rates"] is None
        assert of_week["annotators"][0]["error_rates"] is None


class TestLabels:
    def test_have_their_alphas_and_confusion(
        self, reader, measured, django_assert_num_queries
    ):
        with django_assert_num_queries(6):
            told = reader.get(url(measured, "labels/")).json()

        tally = sums_from_scratch(measured)["all", "source_type"]
        alphas = metrics.alpha_by_label(tally)
        assert LabelsOutput(told).data == told
        assert [row["label"] for row in told["labels"]] == list(tally.labels)
        for row in told["labels"]:
            alpha = alphas[row["label"]]
            assert row["status"] == alpha.status
            assert row["value"] == pytest.approx(alpha.value)
        met = [row["coincidences"] for row in told["confusion"]]
        assert met == [pytest.approx(row) for row in metrics.label_confusion(tally)]
        assert sum(told["confusion"][0]["shares"]) == pytest.approx(1)
        unused = list(tally.labels).index("unattributed")
        assert told["confusion"][unused]["shares"] is None

    def test_are_the_levels_of_confidence_if_asked(self, reader, measured):
        told = reader.get(url(measured, "labels/"), {"variable": "confidence"}).json()

        assert [row["label"] for row in told["labels"]] == ["1", "2", "3"]


class TestCalibration:
    def test_has_each_levels_share_of_agreeing_peers(
        self, reader, measured, django_assert_num_queries
    ):
        with django_assert_num_queries(5):
            told = reader.get(url(measured, "calibration/")).json()

        expected = sums_from_scratch(measured)["all", "calibration"].agreement()
        assert CalibrationOutput(told).data == told
        assert [row["word"] for row in told["levels"]] == ["Low", "Medium", "High"]
        for row, (_, ratings, share) in zip(told["levels"], expected, strict=True):
            assert row["ratings"] == ratings
            assert row["value"] == pytest.approx(share.value)
        assert told["levels"][1]["status"] == "no_pairable_units"

    def test_is_undefined_without_answers(self, api):
        empty = make.project()

        told = api(lead_of(empty)).get(url(empty, "calibration/")).json()

        assert [row["value"] for row in told["levels"]] == [None, None, None]


class TestMethods:
    def test_says_what_was_measured(self, reader, measured):
        said = reader.get(url(measured, "methods/")).json()["text"]

        assert "Krippendorff's alpha (nominal level)" in said
        assert "Over the whole project, 3 annotators answered 24 claims" in said
        assert f"agreement engine {metrics.ENGINE}" in said

    def test_says_under_which_guidelines_or_when(self, reader, measured):
        revision = {"scope": "revision:1", "variable": "confidence"}
        week = {"scope": "week:2026-05-04"}

        said = [
            reader.get(url(measured, "methods/"), query).json()["text"]
            for query in (revision, week)
        ]

        assert "Under revision 1 of the guidelines, 3 annotators" in said[0]
        assert "(ordinal level)" in said[0]
        assert "In the week from 4 May 2026 (UTC), 3 annotators" in said[1]

    def test_says_why_there_is_no_value(self, api):
        empty = make.project()

        said = api(lead_of(empty)).get(url(empty, "methods/")).json()["text"]

        assert "The coefficient is undefined: there were no ratings." in said


class TestConsensus:
    def test_is_asked_for_and_gives_what_it_found(self, reader, measured):
        before = reader.get(url(measured, "consensus/")).json()
        asked = reader.post(url(measured, "consensus/"))
        running = reader.get(url(measured, "consensus/")).json()
        run = measured.consensuses.get()
        consensus.find_consensus(consensus_id=run.pk, clock=lambda: make.NOW)
        after = reader.get(url(measured, "consensus/")).json()

        assert before == {"newest": None, "running": None}
        assert asked.status_code == 202
        assert running == {"newest": None, "running": asked.json()}
        assert after["running"] is None
        assert (after["newest"]["claims"], after["newest"]["status"]) == (24, "ok")
        shares = [row["share"] for row in after["newest"]["labels"]]
        assert sum(shares) == pytest.approx(1)
        assert "annotators" not in after["newest"]

    def test_of_nothing_has_no_data(self, api):
        empty = make.project()
        run = consensus.ask_for_consensus(project=empty, now=make.NOW)
        consensus.find_consensus(consensus_id=run.pk, clock=lambda: make.NOW)

        told = api(lead_of(empty)).get(url(empty, "consensus/")).json()["newest"]

        assert (told["status"], told["log_likelihood"]) == ("no_data", None)


class TestOtherProjects:
    def test_leave_nothing_here(self, reader, api, ana, ben, measured):
        other = make.annotated_project([ana, ben], ["nn", "aa", "na"])
        agreement.report_agreement(project=other, now=make.NOW)

        told = api(lead_of(other)).get(url(other, "annotators/")).json()
        here = reader.get(url(measured, "annotators/")).json()

        assert [row["units"] for row in told["annotators"]] == [3, 3]
        assert [row["units"] for row in here["annotators"]] == [24, 24, 3]
