"""The streams of an export: forms, filters, compression and what is refused."""

import csv
import gzip
import io
import json

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import zstandard

from annotator.formats.safe_csv import original
from annotator.models import Role
from annotator.services import projects
from api.export_formats import JSONL, Table, best_of, streamed
from tests import make

pytestmark = pytest.mark.django_db
TABLES = ["annotations", "claims"]
FORMS = ["jsonl", "csv", "parquet"]


@pytest.fixture
def get(reader, measured):
    """Give what asks for a file of the measured project's export, as its lead."""

    def ask(file, headers=None, **query):
        path = f"/api/v1/projects/{measured.slug}/export/{file}"
        return reader.get(path, query, headers=headers)

    return ask


def body(answer):
    assert answer.status_code == 200, answer.content
    return b"".join(answer.streaming_content)


def lines(answer):
    return [json.loads(line) for line in body(answer).splitlines()]


def cells(answer):
    text = body(answer).decode()
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


class TestEveryForm:
    @pytest.mark.parametrize("table", TABLES)
    def test_holds_the_same_rows(self, get, table):
        rows = lines(get(f"{table}.jsonl"))

        written = pq.read_table(io.BytesIO(body(get(f"{table}.parquet")))).to_pylist()
        assert len(rows) > 20
        assert json.loads(json.dumps(written, default=as_json)) == rows
        told = cells(get(f"{table}.csv"))
        assert [original(cell["quote"]) for cell in told] == [
            row["quote"] for row in rows
        ]

    def test_has_csv_with_a_column_for_each_share(self, get):
        rows = lines(get("claims.jsonl"))

        for cell, row in zip(cells(get("claims.csv")), rows, strict=True):
            assert json.loads(cell["votes"]) == row["votes"]
            assert float(cell["shares_named"]) == row["shares"]["named"]
            decision = row["decision"] or {"source_type": ""}
            assert cell["decision_source_type"] == decision["source_type"]

    @pytest.mark.parametrize("form", FORMS)
    @pytest.mark.parametrize("table", TABLES)
    def test_is_a_file_with_a_name_and_a_type(self, get, measured, table, form):
        answer = get(f"{table}.{form}", headers={"Accept": "image/png"})

        assert answer["Content-Disposition"] == (
            f'attachment; filename="{measured.slug}-{table}.{form}"'
        )
        assert (
            answer["Content-Type"]
            == {
                "jsonl": "application/x-ndjson",
                "csv": "text/csv; charset=utf-8",
                "parquet": "application/vnd.apache.parquet",
            }[form]
        )
        assert body(answer)

    @pytest.mark.parametrize("form", FORMS)
    def test_has_names_and_texts_for_who_asks_for_them(self, get, measured, form):
        named = body(get(f"annotations.{form}", names="true"))
        text = body(get(f"claims.{form}", text="true"))

        if form == "parquet":
            assert (
                pq.read_table(io.BytesIO(named))["annotator_name"][0].as_py() == "Ana"
            )
            found = pq.read_table(io.BytesIO(text))["text"][0].as_py()
            assert found == measured.articles.get().text
        else:
            assert b"Ana" in named
            assert measured.articles.get().text.encode() in text

    @pytest.mark.parametrize("form", FORMS)
    def test_has_no_names_for_viewers(self, api, measured, form):
        vera = make.user("Vera")
        projects.add_member(project=measured, user=vera, role=Role.VIEWER)
        path = f"/api/v1/projects/{measured.slug}/export/annotations.{form}"

        assert api(vera).get(path, {"names": "true"}).status_code == 403
        assert api(vera).get(path).status_code == 200


def as_json(value):
    return value.isoformat().replace("+00:00", "Z")


class TestFilters:
    def test_are_taken_together_and_repeated(self, get, measured):
        codes = sorted(measured.participants.values_list("code", flat=True))[:2]

        rows = lines(get("annotations.jsonl", annotators=codes, revisions=[1, 2]))

        assert {row["annotator"] for row in rows} <= set(codes)
        assert lines(get("annotations.jsonl", revisions=[2])) == []
        assert lines(get("annotations.jsonl", outlets=["Elsewhere"])) == []
        assert len(lines(get("annotations.jsonl", outlets=[""]))) > 20
        assert lines(get("annotations.jsonl", until="2026-05-03")) == []
        assert len(lines(get("annotations.jsonl", since="2026-05-04"))) > 20

    def test_choose_claims_by_votes_and_decisions(self, get):
        rows = lines(get("claims.jsonl"))

        enough = lines(get("claims.jsonl", min_votes=3))
        decided = lines(get("claims.jsonl", decided="true"))

        assert enough == [row for row in rows if len(row["votes"]) >= 3]
        assert decided == [row for row in rows if row["decision"]]
        assert 0 < len(decided) < len(rows)
        assert lines(get("claims.jsonl", decided="false")) == rows

    @pytest.mark.parametrize(
        ("file", "query", "field"),
        [
            ("annotations.jsonl", {"annotators": "nobody"}, "annotators"),
            ("claims.jsonl", {"since": "tomorrow"}, "since"),
            ("claims.csv", {"since": "2026-05-02", "until": "2026-05-01"}, "until"),
            ("claims.jsonl", {"min_votes": "-1"}, "min_votes"),
            ("claims.jsonl", {"revisions": "first"}, "revisions"),
            ("claims.jsonl", {"decided": "perhaps"}, "decided"),
            ("claims.jsonl", {"revision": "1"}, "revision"),
            ("claims.jsonl", {"names": "true"}, "names"),
            ("annotations.jsonl", {"text": "true"}, "text"),
            ("annotations.jsonl", {"compress": "zip"}, "compress"),
            ("annotations.parquet", {"compress": "gzip"}, "compress"),
        ],
    )
    def test_that_are_none_are_refused_by_name(self, get, file, query, field):
        answer = get(file, **query)

        assert answer.status_code == 400
        assert list(answer.json()["errors"]) == [field]

    def test_are_noted(self, get, measured):
        body(get("claims.csv", min_votes=2, since="2026-05-04"))

        act = measured.acts.filter(kind="labels_exported").latest("pk")
        assert act.details == {
            "names": False,
            "file": "claims.csv",
            "filters": {"min_votes": 2, "since": "2026-05-04"},
        }


class TestCompression:
    @pytest.mark.parametrize("form", ["jsonl", "csv"])
    def test_is_what_the_client_understands(self, get, form):
        plain = get(f"claims.{form}")
        packed = get(f"claims.{form}", headers={"Accept-Encoding": "gzip"})
        best = get(f"claims.{form}", headers={"Accept-Encoding": "gzip, br, zstd"})

        assert "Content-Encoding" not in plain
        assert packed["Content-Encoding"] == "gzip"
        assert best["Content-Encoding"] == "zstd"
        for answer in (plain, packed, best):
            assert "Accept-Encoding" in answer["Vary"]
            assert answer["Content-Type"] == plain["Content-Type"]
        text = body(plain)
        assert gzip.decompress(body(packed)) == text
        assert unzstd(body(best)) == text

    def test_makes_a_file_of_its_own_if_asked_for(self, get, measured):
        headers = {"Accept-Encoding": "gzip"}
        text = body(get("annotations.jsonl"))

        packed = get("annotations.jsonl", headers=headers, compress="gzip")
        best = get("annotations.jsonl", headers=headers, compress="zstd")

        for answer, ending, kind in ((packed, "gz", "gzip"), (best, "zst", "zstd")):
            assert "Content-Encoding" not in answer
            assert answer["Content-Type"] == f"application/{kind}"
            name = f"{measured.slug}-annotations.jsonl.{ending}"
            assert answer["Content-Disposition"] == f'attachment; filename="{name}"'
        assert gzip.decompress(body(packed)) == text
        assert unzstd(body(best)) == text

    def test_is_within_parquet(self, get):
        answer = get("claims.parquet", headers={"Accept-Encoding": "gzip"})

        assert "Content-Encoding" not in answer
        assert body(answer).startswith(b"PAR1")

    @pytest.mark.parametrize(
        ("accepted", "best"),
        [
            ("", None),
            ("identity", None),
            ("gzip;q=0, zstd;q=0.0", None),
            ("GZIP; q=0.5, zstd;q=0.1", "gzip"),
            ("gzip;q=nonsense, deflate", None),
            ("deflate, gzip, br, zstd", "zstd"),
        ],
    )
    def test_is_negotiated_by_weight(self, accepted, best):
        assert best_of(accepted) == best


def unzstd(packed):
    return zstandard.ZstdDecompressor().decompressobj().decompress(packed)


READ = {
    "jsonl": lambda part: [json.loads(line) for line in part.splitlines()],
    "csv": lambda part: list(csv.reader(io.StringIO(part.decode()), strict=True)),
    "parquet": lambda part: pq.read_table(io.BytesIO(part)),
}


class TestARowThatCannotBeBuilt:
    @pytest.mark.parametrize("form", FORMS)
    def test_breaks_off_the_answer(self, get, measured, form):
        answer = get(f"claims.{form}")
        # A label that came after the columns were named: no row can hold it.
        late = measured.source_types.create(
            key="late", name="Late", definition="-", hotkey="0", order=30
        )
        claim = measured.articles.get().claims.first()
        claim.annotations.update(source_type=late)

        some = []
        with pytest.raises(KeyError):
            some.extend(answer.streaming_content)

        # Nor is what came a file that is whole: not even to who missed the end.
        with pytest.raises((json.JSONDecodeError, csv.Error, pa.ArrowInvalid)):
            READ[form](b"".join(some))


def test_no_row_is_read_to_answer_a_head(rf):
    def rows():
        pytest.fail("A row was read.")
        yield

    answer = streamed(rf.head("/"), Table((), rows()), JSONL, name="claims")

    assert b"".join(answer) == b""
    assert answer["Content-Disposition"] == 'attachment; filename="claims.jsonl"'


class TestTheCost:
    @pytest.mark.parametrize(("table", "cost"), [("annotations", 4), ("claims", 6)])
    @pytest.mark.parametrize("form", FORMS)
    def test_is_so_many_queries_in_every_form(
        self, get, table, form, cost, django_assert_num_queries
    ):
        # Session, user, project, role; and what was exported is noted.
        with django_assert_num_queries(5 + cost):
            body(get(f"{table}.{form}"))
