"""Snapshots, read by the libraries that they are made for."""

import json
import subprocess
import sys

import duckdb
import pandas as pd
import polars as pl
import pyarrow.parquet as pq
import pytest

from tests import make, snapshotting
from tests.servers import environment
from tests.snapshotting import SPLITS, folder, take

LOAD = """
import json, sys
import datasets
found = {}
for name, config in (("claims", None), ("annotations", "annotations")):
    loaded = datasets.load_dataset(sys.argv[1], config)
    found[name] = {
        split: [dict(row) for row in rows.select_columns(sys.argv[2].split(","))]
        for split, rows in loaded.items()
    }
print(json.dumps(found))
"""
COLUMNS = ["claim_id", "article_id", "quote"]


@pytest.fixture
def project(lead, ana, ben):
    made = make.project(lead=lead, annotators=(ana, ben), overlap=2)
    for text in snapshotting.texts(12):
        make.article(made, text)
    for who, label in ((ana, "named"), (ben, "anonymous")):
        for article in make.lease(made, who):
            for claim in article.claims.all():
                make.annotate(claim, who, label)
    return made


def told(snapshot, table):
    """Give the rows of each split as Arrow reads them."""
    return {
        path.stem: pq.read_table(path).select(COLUMNS).to_pylist()
        for path in sorted((folder(snapshot) / "data" / table).glob("*.parquet"))
    }


def loaded(snapshot, home):
    """Give the rows of each split of both tables as `datasets` loads them."""
    run = subprocess.run(
        [sys.executable, "-c", LOAD, str(folder(snapshot)), ",".join(COLUMNS)],
        env=environment(HF_HUB_OFFLINE="1", HF_HOME=str(home)),
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    return json.loads(run.stdout)


@pytest.mark.django_db
def test_the_first_split_may_be_empty(lead, ana, tmp_path):
    project = make.project(lead=lead, annotators=(ana,), overlap=1)
    for text in snapshotting.texts(2):
        make.article(project, text)
    taken = take(project, splits={**SPLITS, "shares": {"train": 0.5, "test": 0.5}})
    tested = taken.project.articles.get(
        pk=told(taken, "claims")["test"][0]["article_id"]
    )
    make.lease(project, ana)
    make.annotate(tested.claims.first(), ana)

    found = loaded(take(project, splits=taken.options["splits"]), tmp_path)

    assert [len(found["claims"][split]) for split in ("train", "test")] == [9, 9]
    assert list(found["annotations"]) == ["test"]


@pytest.mark.django_db
@pytest.mark.parametrize("splits", [None, SPLITS], ids=["whole", "split"])
class TestASnapshot:
    def test_is_loaded_by_datasets_with_one_line(self, project, splits, tmp_path):
        taken = take(project, splits=splits, formats=["jsonl", "csv"])

        found = loaded(taken, tmp_path)

        for table in ("claims", "annotations"):
            rows = told(taken, table)
            assert found[table] == ({"train": rows["all"]} if "all" in rows else rows)

    def test_is_read_by_pandas_polars_and_duckdb(self, project, splits):
        taken = take(project, splits=splits)

        for table in ("claims", "annotations"):
            for split, rows in told(taken, table).items():
                path = folder(taken) / "data" / table / f"{split}.parquet"
                assert pd.read_parquet(path)[COLUMNS].to_dict("records") == rows
                assert pl.read_parquet(path).select(COLUMNS).to_dicts() == rows
                by_duckdb = duckdb.sql(f"SELECT {', '.join(COLUMNS)} FROM '{path}'")  # noqa: S608
                assert by_duckdb.fetchall() == [tuple(row.values()) for row in rows]

    def test_has_types_and_what_is_nested(self, project, splits):
        taken = take(project, splits=splits)
        path = next((folder(taken) / "data" / "claims").glob("*.parquet"))

        frame = pl.read_parquet(path)

        assert frame.schema["start"] == pl.Int32
        assert frame["votes"].list.len().to_list() == [2] * len(frame)
        assert frame["shares"].struct.field("named").to_list() == [0.5] * len(frame)
