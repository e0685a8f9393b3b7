"""The figures of `manage.py agreement --file`, which needs no database."""

import gzip
import json
import sys
from io import BytesIO, StringIO, TextIOWrapper
from pathlib import Path

import pytest
from django.core.management import call_command

from annotator.services.rating_files import measure_ratings
from tests.annotator.commands.rated import HEADER, rows_of

DATA = Path(__file__).resolve().parents[1] / "metrics/data"
# Weights that no name stands for cannot be asked for.
CASES = [
    case
    for case in json.loads((DATA / "reference.json").read_text())["agreement"]
    if isinstance(case["weights"], str)
]


@pytest.fixture
def figures_of_set(monkeypatch):
    """Give a way to read the figures of a set of ratings, through standard input."""

    def run(name: str, *options: str, renamed: dict[str, str] | None = None):
        raw = gzip.decompress((DATA / f"{name}.csv.gz").read_bytes())
        for old, new in (renamed or {}).items():
            raw = raw.replace(old.encode(), new.encode())
        monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(raw)))
        out = StringIO()
        call_command("agreement", "--file", "-", "--json", *options, stdout=out)
        return json.loads(out.getvalue())

    return run


class TestReferenceValues:
    @pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
    def test_hold(self, case, figures):
        rows = [
            f"{item},rater {rater},{label}"
            for item, row in enumerate(case["data"])
            for rater, label in enumerate(row)
            if label is not None
        ]
        options = [f"--{name}={case[name]}" for name in ("level", "weights")]

        found = figures(rows, f"--labels={','.join(case['labels'])}", *options)

        for name, expected in case["expected"].items():
            status = None
            if isinstance(expected, dict):
                expected, status = expected["value"], expected["status"]  # noqa: PLW2901
            if expected is None:
                assert (name, found[name]) == (name, None)
                assert (name, found[f"{name}_status"]) == (name, status)
            else:
                assert found[name] == pytest.approx(expected, abs=1e-9, rel=0), name
                assert f"{name}_status" not in found

    def test_cover_every_name(self, figures):
        names = {name for case in CASES for name in case["expected"]}

        found = figures(rows_of("12 11 22 1."))

        labels = {name for name in names if name.startswith("fleiss_label:")}
        assert names - labels <= found.keys()


class TestRealRatings:
    @pytest.mark.parametrize(
        ("name", "alpha", "percent", "fleiss", "ties", "majority", "dawid_skene"),
        [
            ("snow_rte", 0.241479, 0.628694, 0.241384, 65, 0.875, 0.9275),
            ("dog", 0.519418, 0.64114, 0.519358, 50, 0.811648, 0.842627),
        ],
    )
    def test_of_crowds_are_as_known(
        self, figures_of_set, name, alpha, percent, fleiss, ties, majority, dawid_skene
    ):
        found = figures_of_set(name)

        assert found["krippendorff_alpha"] == pytest.approx(alpha, abs=1e-6)
        assert found["percent_agreement"] == pytest.approx(percent, abs=1e-6)
        assert found["fleiss_kappa"] == pytest.approx(fleiss, abs=1e-6)
        assert found["tied_items"] == ties
        assert found["accuracy_majority"] == pytest.approx(majority, abs=1e-6)
        assert found["accuracy_dawid_skene"] == pytest.approx(dawid_skene, abs=2e-3)

    @pytest.mark.parametrize(
        ("name", "alpha", "percent", "ties"),
        [
            ("babe_sg2_opinion", 0.415876, 0.622234, 223),
            ("babe_sg2_bias", 0.398801, 0.698797, 9),
        ],
    )
    def test_of_experts_are_as_known(self, figures_of_set, name, alpha, percent, ties):
        found = figures_of_set(name)

        assert (found["units"], found["annotators"]) == (3699, 8)
        assert found["ratings"] == 18361
        assert found["krippendorff_alpha"] == pytest.approx(alpha, abs=1e-6)
        assert found["percent_agreement"] == pytest.approx(percent, abs=1e-6)
        assert found["tied_items"] == ties
        assert "accuracy_majority" not in found

    @pytest.mark.parametrize(
        ("name", "mean"), [("babe_sg2_opinion", 0.442162), ("babe_sg2_bias", 0.388388)]
    )
    def test_of_pairs_with_enough_items_are_as_known(self, name, mean):
        with gzip.open(DATA / f"{name}.csv.gz") as file:
            pairs = measure_ratings(file=file)["pairs"]

        kappas = [pair["value"] for pair in pairs if pair["enough"]]
        assert len(kappas) == 21
        assert sum(kappas) / 21 == pytest.approx(mean, abs=1e-6)

    def test_may_be_ordered(self, figures_of_set):
        scale = [
            "Entirely factual",
            "Somewhat factual but also opinionated",
            "Expresses writer\u2019s opinion",
        ]

        ordinal = figures_of_set(
            "babe_sg2_opinion", "--level=ordinal", f"--labels={','.join(scale)}"
        )
        interval = figures_of_set(
            "babe_sg2_opinion",
            "--level=interval",
            renamed={label: str(place) for place, label in enumerate(scale)},
        )

        assert ordinal["krippendorff_alpha"] == pytest.approx(0.605435, abs=1e-6)
        assert interval["krippendorff_alpha"] == pytest.approx(0.601625, abs=1e-6)


class TestFigures:
    def test_name_what_was_counted(self, figures):
        found = figures(
            ["A,1,Ana,b", "A,1,Ben,a", "B,1,Ana,a", "B,1,Ben,a", "B,2,Ana,"],
            header="article,item,annotator,label",
        )

        names = ["units", "pairable_units", "annotators", "ratings", "articles"]
        assert [found[name] for name in names] == [2, 2, 2, 4, 2]
        assert found["rows_without_label"] == 1
        assert found["labels"] == ["a", "b"]
        assert (found["level"], found["weights"]) == ("nominal", "identity")
        assert found["engine"]
        assert found["cautions"] == ["few_articles", "few_units"]
        assert "2 annotators answered 2 items in 2 articles" in found["methods"]

    def test_are_clustered_where_articles_are_known(self, figures):
        rows = rows_of("11 12 22 22 21 11")
        once = [f"article {place // 4},{row}" for place, row in enumerate(rows)]

        found = figures(once, header=f"article,{HEADER}")

        assert found["articles"] == 3
        for name in ("krippendorff_alpha", "percent_agreement", "fleiss_kappa"):
            assert found[f"{name}_clustered_ci95.0"] < found[name]
            assert found[f"{name}_clustered_se"] != found[f"{name}_se"]
        assert found["krippendorff_alpha_se"] == pytest.approx(
            figures(rows)["krippendorff_alpha_se"]
        )

    def test_are_not_clustered_in_one_article(self, figures):
        rows = [f"A,{row}" for row in rows_of("11 12 22")]

        found = figures(rows, header=f"article,{HEADER}")

        assert found["krippendorff_alpha_clustered_se"] is None
        assert found["krippendorff_alpha_clustered_se_status"] == "single_article"
        assert found["krippendorff_alpha_se"] > 0
        assert found["cautions"] == ["one_article", "few_units"]

    def test_give_bands_and_probabilities(self, figures):
        found = figures(rows_of("11 11 22 22 12 11 22 21"))

        assert found["level_at_95"] == "Poor"
        assert len(found["cumulative_membership"]) == 6
        assert found["cumulative_membership"][-1] == 1
        assert 0 < found["p_alpha_at_least_800"] < found["p_alpha_at_least_667"] < 1

    def test_give_bands_without_any_spread(self, figures):
        found = figures(rows_of("11 22 11"))

        assert found["krippendorff_alpha_se"] == 0
        assert found["level_at_95"] == "Almost Perfect"
        assert found["cumulative_membership"] == [1] * 6

    def test_tell_the_bias_of_two(self, figures):
        table = [[40, 4, 4, 17], [6, 25, 2, 13], [4, 1, 21, 12], [15, 5, 9, 45]]
        pairs = [
            f"{one}{other}"
            for one, row in enumerate(table)
            for other, units in enumerate(row)
            for _ in range(units)
        ]

        found = figures(rows_of(" ".join(pairs)))

        assert found["stuart_maxwell"] == pytest.approx(4.640022076070459)
        assert found["bhapkar"] == pytest.approx(4.738619836846567)
        assert found["df"] == 3

    def test_have_no_bhapkar_where_all_differ_alike(self, figures):
        found = figures(rows_of("12 12 12"))

        assert found["stuart_maxwell"] == pytest.approx(3)
        assert found["bhapkar"] is None
        assert found["bhapkar_status"] == "no_variation"

    def test_give_error_rates_by_name(self, figures):
        found = figures(rows_of("112 111 222 221 112 222"))

        assert list(found["error_rates"]) == ["A", "B", "C"]
        assert found["class_marginals"] == pytest.approx([0.5, 0.5], abs=0.1)
        assert found["error_rates"]["A"] == [
            pytest.approx([1, 0]),
            pytest.approx([0, 1]),
        ]
        assert found["log_likelihood"] < 0
        assert found["iterations"] > 1
        assert found["converged"]

    def test_count_gold_labels_that_nobody_gave_as_missed(self, figures):
        rows = ["x,A,a,a", "x,B,a,a", "y,A,b,c", "y,B,b,", "z,A,b,", "z,B,b,"]

        found = figures(rows, header=f"{HEADER},gold")

        assert found["accuracy_majority"] == found["accuracy_dawid_skene"] == 0.5

    @pytest.mark.parametrize("labels", [[], ["--labels=a,b"]])
    @pytest.mark.parametrize("weights", ["identity", "ordinal", "ratio"])
    @pytest.mark.parametrize("header", [HEADER, f"{HEADER},article,gold"])
    def test_are_null_without_ratings(self, figures, labels, weights, header):
        found = figures([], f"--weights={weights}", *labels, header=header)

        null = {name for name, value in found.items() if value is None} - {"articles"}
        assert {
            "krippendorff_alpha",
            "krippendorff_alpha_se",
            "krippendorff_alpha_ci95.0",
            "percent_agreement",
            "gwet_ac_se_table",
            "light_kappa",
            "level_at_95",
            "p_alpha_at_least_667",
            "class_marginals",
            "log_likelihood",
        } <= null
        assert {found[f"{name}_status"] for name in null} == {"no_data"}
        assert found["articles"] == (None if header == HEADER else 0)

    @pytest.mark.parametrize(
        ("units", "status"),
        [
            ("1 2", "insufficient_raters"),
            ("1. .1", "no_pairable_units"),
            ("11 11", "no_variation"),
        ],
    )
    def test_say_why_there_is_no_value(self, figures, units, status):
        found = figures(rows_of(units))

        for name in ("krippendorff_alpha", "light_kappa", "cumulative_membership"):
            assert found[name] is None
            assert found[f"{name}_status"] == status

    def test_say_why_there_is_no_interval(self, figures):
        found = figures(rows_of("12"))

        for name in (
            "krippendorff_alpha_se",
            "krippendorff_alpha_ci95.1",
            "cohen_kappa_se",
            "cohen_kappa_se0",
            "cohen_kappa_ci95_normal.0",
            "gwet_ac_se_table",
            "level_at_95",
            "p_alpha_at_least_800",
        ):
            assert found[name] is None
            assert found[f"{name}_status"] == "single_unit"
