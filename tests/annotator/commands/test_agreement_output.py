"""The labels that `manage.py agreement --file` takes, its refusals, its tables."""

import csv
import json
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from tests.annotator.commands.rated import HEADER, rows_of

ROOT = Path(__file__).resolve().parents[3]


class TestLabels:
    @pytest.mark.parametrize(
        ("given", "order"),
        [
            (["10", "9", "-1"], ["-1", "9", "10"]),
            (["1.0", "2", "1"], ["1", "1.0", "2"]),
            (["10", "9", "low"], ["10", "9", "low"]),
            (["10", "9", "nan"], ["10", "9", "nan"]),
        ],
    )
    def test_are_sorted_as_numbers_where_all_are(self, figures, given, order):
        rows = [f"x,{place},{label}" for place, label in enumerate(given)]

        assert figures(rows)["labels"] == order

    def test_may_hold_a_comma(self, figures):
        row = StringIO()
        csv.writer(row).writerow(["x", "Ana", "Biased, unfair"])

        found = figures([row.getvalue().strip()], '--labels=Biased, "Biased, unfair"')

        assert found["labels"] == ["Biased", "Biased, unfair"]

    def test_that_nobody_gave_count(self, figures):
        rows = rows_of("11 12 22")

        declared = figures(rows, "--labels=1,2,3")

        assert declared["brennan_prediger"] > figures(rows)["brennan_prediger"]
        assert declared["alpha_label:3"] is None


class TestRefusals:
    @pytest.mark.parametrize(
        ("options", "reason"),
        [
            (["--level=interval"], "needs numbers as labels.*'no'"),
            (
                ["--labels=no,maybe"],
                "Line 2 has the label 'yes', which is not declared",
            ),
            (["--labels=no,yes,no"], "must differ"),
            (["--labels="], "parted by commas"),
            (["--labels=a,,b"], "parted by commas"),
            (["--level=cardinal"], "invalid choice: 'cardinal'"),
            (["--weights=heavy"], "invalid choice: 'heavy'"),
        ],
    )
    def test_say_what_is_wrong(self, measure, options, reason):
        with pytest.raises(CommandError, match=reason):
            measure(["x,Ana,yes", "x,Ben,no"], *options)

    @pytest.mark.parametrize("option", ["--level=ratio", "--weights=ratio"])
    def test_take_no_ratio_of_two_signs(self, measure, option):
        with pytest.raises(CommandError, match="all of one sign"):
            measure(["x,Ana,-1", "x,Ben,1"], option)

    @pytest.mark.parametrize(
        ("rows", "header", "reason"),
        [
            (["x,Ana,a"], "item,who,label", "lacks annotator; found: item, who, label"),
            (["x,Ana,a", "x,Ana,b"], HEADER, "Line 3 rates item 'x' by 'Ana' again"),
        ],
    )
    def test_come_from_the_file(self, measure, rows, header, reason):
        with pytest.raises(CommandError, match=reason):
            measure(rows, header=header)

    def test_end_before_too_many_labels(self, measure):
        with pytest.raises(CommandError, match="129 different labels"):
            measure([f"x,{place},{place}" for place in range(129)])

    def test_end_before_too_many_pairs(self, measure):
        rows = [f"x,{rater},{rater % 100}" for rater in range(128)]

        with pytest.raises(CommandError, match="8,128 pairs of annotators with 100"):
            measure(rows)

    def test_end_before_too_many_labels_by_article(self, measure):
        labels = ",".join(map(str, range(128)))
        rows = [f"A,{item},{who},{who}" for item in range(33_000) for who in range(3)]

        with pytest.raises(CommandError, match=r"128 labels are too many.* by article"):
            measure(rows, f"--labels={labels}", header=f"article,{HEADER}")

    def test_need_a_file_that_is_there(self, tmp_path):
        for name in (tmp_path / "none.csv", tmp_path):
            with pytest.raises(CommandError, match=rf"{name.name}: .*directory"):
                call_command("agreement", "--file", str(name))

    @pytest.mark.parametrize(
        ("arguments", "reason"),
        [
            ([], "one of the arguments project --file is required"),
            (["river", "--file", "x.csv"], "not allowed with argument"),
        ],
    )
    def test_need_a_project_or_a_file(self, arguments, reason):
        with pytest.raises(CommandError, match=reason):
            call_command("agreement", *arguments)


class TestTable:
    def test_shows_every_part(self, measure):
        units = "111 112 222 221 11. 121 222 333"
        rows = [f"{int(row[0]) // 2},{row}" for row in rows_of(units)]

        shown = measure([*rows, "9,9,A,"], header=f"article,{HEADER}")

        lines = shown.splitlines()
        assert lines[0].startswith(
            "23 ratings of 8 items in 4 articles by 3 annotators;"
        )
        assert lines[1] == "1 row without a label left out."
        alpha = next(place for place, line in enumerate(lines) if "Krip" in line)
        assert "4 articles  ok" in lines[alpha]
        assert "8 items  ok" in lines[alpha + 1]
        for title in ("Each label", "Pairs of", "Annotators beside", "Methods"):
            assert any(line.startswith(title) for line in lines)
        assert "fewer than 30 articles" in shown
        assert "few shared items" in shown
        methods = lines[lines.index("Methods") + 1 :]
        assert max(map(len, methods)) <= 80
        assert "agreement engine" in methods[-1]

    def test_says_in_words_why_there_is_no_value(self, measure):
        shown = measure(rows_of("11 11"))

        assert "Krippendorff's alpha      -" in shown
        assert "one label only" in shown
        assert " nan" not in shown

    def test_names_the_kappa_paradox(self, measure):
        shown = measure(rows_of("12 21 " + "11 " * 30))

        assert "Percent agreement is much higher than alpha" in shown
        assert "Four fifths of the ratings are of one label" in shown

    def test_lists_no_pairs_of_a_crowd(self, measure):
        rows = [f"{item},{who},{item % 2}" for item in range(3) for who in range(21)]

        assert "Pairs are listed for up to 20 annotators." in measure(rows)

    def test_tells_how_much_is_right(self, measure):
        shown = measure(["x,A,a,a", "x,B,a,a"], header=f"{HEADER},gold")

        assert "Right by the gold labels: 1.000, the majority 1.000." in shown

    def test_of_no_ratings_is_short(self, measure):
        assert "no ratings" in measure([])


class TestWithoutADatabase:
    @pytest.mark.parametrize("address", [None, "postgresql://nobody@127.0.0.1:1/none"])
    def test_measures_all_the_same(self, tmp_path, address):
        environ = {"PATH": "", "DATA_DIR": str(tmp_path), "SECRET_KEY": "s" * 50}
        if address:
            environ["DATABASE_URL"] = address
        command = [sys.executable, str(ROOT / "manage.py"), "agreement", "--json"]

        ran = subprocess.run(
            [*command, "--file", "-"],
            env=environ,
            input=b"item,annotator,label\nx,Ana,1\nx,Ben,2\ny,Ana,1\ny,Ben,1\n",
            capture_output=True,
            check=True,
        )

        assert json.loads(ran.stdout)["krippendorff_alpha"] == 0
        assert ran.stderr == b""
