"""What is in a snapshot."""

import csv
import gzip
import hashlib
import io
import json

import pyarrow.parquet as pq
import pytest

from annotator.formats.jsonl import to_jsonl
from annotator.models import EVERYTHING, AgreementReport
from annotator.queries.exports import annotation_rows, claim_rows
from annotator.services import agreement, consensus, guidelines
from annotator.services.snapshot_agreement import rounded
from tests import make, snapshotting
from tests.snapshotting import SPLITS, clock, folder, manifest, read, take

pytestmark = pytest.mark.django_db
WORDS = ["nnn", "nna", "oo.", "a..", "..."]


@pytest.fixture
def people(ana, ben):
    return [ana, ben, make.user("Cleo")]


@pytest.fixture
def project(lead, people):
    return make.annotated_project(people, WORDS, lead=lead)


@pytest.fixture
def many(lead, ana):
    """Give a project of thirty articles, of which three are nearly the same."""
    made = make.project(lead=lead, annotators=(ana,), overlap=1)
    for text in snapshotting.texts(27) + snapshotting.near_duplicates():
        make.article(made, text)
    for article in make.lease(made, ana):
        for claim in article.claims.all():
            make.annotate(claim, ana, ["named", "anonymous"][claim.pk % 2])
    return made


def as_lines(rows):
    """Give rows as the stream has them, so that equal lines are equal rows."""
    return [json.loads(line) for line in b"".join(to_jsonl(rows)).splitlines()]


def table(snapshot, name):
    return as_lines(pq.read_table(folder(snapshot) / name).to_pylist())


class TestTheRows:
    def test_are_those_of_the_streams(self, project):
        run = consensus.ask_for_consensus(project=project, now=make.NOW)
        agreement.report_agreement(project=project, now=make.NOW)
        consensus.find_consensus(consensus_id=run.pk, clock=clock)
        taken = take(project, text=True, formats=["jsonl", "csv"])

        claims = as_lines(claim_rows(project, text=True))
        annotations = as_lines(annotation_rows(project))

        assert claims[0]["posterior"]
        for name, rows in (("claims", claims), ("annotations", annotations)):
            assert table(taken, f"data/{name}/all.parquet") == rows
            packed = gzip.decompress(read(taken, f"data/{name}/all.jsonl.gz"))
            assert [json.loads(line) for line in packed.splitlines()] == rows
            text = read(taken, f"data/{name}/all.csv").decode()
            cells = list(csv.DictReader(io.StringIO(text)))
            assert [cell["quote"] for cell in cells] == [row["quote"] for row in rows]

    def test_are_those_that_are_asked_for(self, project, people):
        code = project.participants.get(user=people[1]).code

        taken = take(project, filters={"annotators": [code], "min_votes": 1})

        counts = manifest(taken)["counts"]
        assert (counts["claims"], counts["annotations"]) == (3, 3)
        assert counts["annotators"] == 1
        assert {
            vote["annotator"]
            for row in table(taken, "data/claims/all.parquet")
            for vote in row["votes"]
        } == {code}
        assert "of 1 chosen annotator" in manifest(taken)["methods"]


class TestTheManifest:
    def test_names_every_file_with_its_checksum(self, many):
        taken = take(many, formats=["jsonl", "csv"], splits=SPLITS)

        files = manifest(taken)["files"]

        assert {one["name"] for one in files} | {"manifest.json"} == {
            str(path.relative_to(folder(taken))) for path in folder(taken).rglob("*.*")
        }
        for one in files:
            content = read(taken, one["name"])
            assert one["bytes"] == len(content)
            assert one["sha256"] == hashlib.sha256(content).hexdigest()
            if one["name"].endswith(".parquet"):
                assert (
                    one["rows"]
                    == pq.read_metadata(folder(taken) / one["name"]).num_rows
                )
        assert taken.digest == hashlib.sha256(read(taken, "manifest.json")).hexdigest()
        assert taken.manifest == manifest(taken)

    def test_counts(self, project):
        found = manifest(take(project))

        assert found["counts"] == {
            "articles": 1, "claims": 5, "annotations": 9, "answers": 9, "skips": 0,
            "decided": 2, "annotators": 3,
        }  # fmt: skip
        (whole,) = found["distribution"]
        assert whole["labels"] == {
            "named": 2, "anonymous": 1, "official_statement": 1, "unattributed": 0,
            "unclear": 0,
        }  # fmt: skip
        assert whole["no_majority"] == 1
        assert found["confidence"] == ["Low", "Medium", "High"]
        assert {one["key"] for one in found["labels"]} == whole["labels"].keys()

    def test_has_the_agreement_that_is_reported(self, project):
        """It is counted from the snapshot's own votes, and comes to the same."""
        agreement.report_agreement(project=project, now=make.NOW)
        report = AgreementReport.objects.filter(scope=EVERYTHING).latest("pk")

        found = manifest(take(project))["agreement"]

        assert found["claims"] == report.claims
        assert found["variables"] == rounded(report.variables)
        assert found["variables"]["source_type"]["value"] is not None

    def test_has_the_revisions_of_the_guidelines(self, project, lead):
        body = "Be kind."
        guidelines.publish_guidelines(
            project=project, author=lead, body=body, change_note="Short", base=1,
            now=make.NOW,
        )  # fmt: skip

        one, two = manifest(take(project))["guidelines"]

        assert (one["number"], one["annotations"]) == (1, 9)
        assert two["sha256"] == hashlib.sha256(body.encode()).hexdigest()
        assert two["annotations"] == 0

    def test_says_nothing_of_when_and_who_and_where(self, project, lead, people):
        taken = take(project)

        text = (read(taken, "manifest.json") + read(taken, "README.md")).decode()

        for word in ("2026", lead.name, people[0].name, project.slug, str(make.NOW)):
            assert word not in text


class TestTheDigest:
    def test_is_that_of_the_state_and_the_options(self, project, ana):
        first = take(project, formats=["csv"], filters={"min_votes": 0, "outlets": []})
        assert take(project, formats=["parquet", "csv"]).digest == first.digest
        assert take(project, text=True, formats=["csv"]).digest != first.digest

        claim = project.articles.get().claims.first()
        make.annotate(claim, ana, "unclear")

        assert take(project, formats=["csv"]).digest != first.digest


class TestSplits:
    def test_hold_each_row_once(self, many):
        taken = take(many, splits=SPLITS)

        of = {}
        for one in csv.DictReader(io.StringIO(read(taken, "splits.csv").decode())):
            of[int(one["article_id"])] = one["split"]
        assert len(of) == many.articles.count()
        for name in ("claims", "annotations"):
            rows = []
            for split in ("train", "validation", "test"):
                some = table(taken, f"data/{name}/{split}.parquet")
                assert {of[row["article_id"]] for row in some} == {split}
                rows += some
            assert len(rows) == taken.manifest["counts"][name]

    def test_keep_near_duplicates_together(self, many):
        taken = take(many, splits=SPLITS)

        rows = csv.DictReader(io.StringIO(read(taken, "splits.csv").decode()))
        near = many.articles.order_by("-pk")[:3].values_list("pk", flat=True)
        found = [row for row in rows if int(row["article_id"]) in near]
        assert len({(row["split"], row["group"]) for row in found}) == 1
        assert len(found) == 3
        assert taken.manifest["splits"]["grouped"] == 3

    def test_that_are_empty_have_no_files(self, project):
        taken = take(project, splits=SPLITS)

        names = {one["name"] for one in taken.files}

        assert len([name for name in names if name.startswith("data/claims/")]) == 1
        assert [one["claims"] for one in taken.manifest["distribution"]].count(0) == 2


class TestTheCard:
    def test_tells_what_a_reader_needs(self, many):
        taken = take(many, splits=SPLITS)
        text = read(taken, "README.md").decode()

        assert "  - split: test\n    path: data/claims/test.parquet\n" in text
        assert taken.manifest["methods"] in text
        assert "| `anonymous` |" in text
        assert "| validation | 0.200 |" in text
        assert "datasets.load_dataset(" in text
        assert "size_categories:\n- n<1K\n" in text

    def test_bears_whatever_a_project_is_called(self, project):
        project.name = 'A | "pipe": #1\n'
        project.save()

        text = read(take(project), "README.md").decode()

        assert text.splitlines()[1] == r'pretty_name: "A | \"pipe\": #1\n"'
        assert '\n# A | "pipe": #1\n' in text
