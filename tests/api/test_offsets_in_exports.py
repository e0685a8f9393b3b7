"""Offsets select the quote in Python and JavaScript, whatever the text is made of."""
# ruff: noqa: RUF001

import json
import random
import subprocess
import sysconfig
from pathlib import Path

import pytest

from annotator.models import Claim
from tests import make
from tests.w3c import check_page, find_quote

pytestmark = pytest.mark.django_db

NODE = Path(sysconfig.get_path("scripts")) / "node"
TEXTS = {
    "emoji": "The crew 👩‍👩‍👧 left 🚢. “We wave 👋🏽,” said 🧑🏿‍🚀 Ann. 🇩🇪🇫🇷 1️⃣ agreed.",
    "marks": "The cafe\u0301 is nai\u0308ve, Jose\u0301 said. A\u0328\u0301 opened.",
    "arabic": "قال الوزير إنّ العبّارة ستتوقف في مارس 🚢. وقال مسؤول إنّها قديمة.",
    "hebrew": 'השר אמר כי הַסְּפִינָה תפסיק 🚢. דובר צה"ל אמר שהיא ישנה.',
    "line ends": "Windows\r\n\r\nThe ferry will stop 🚢, she said.\r\nIt is old.\r\n",
    "blanks": "It\u00a0costs 5\u202f000 € 🚢.\u2028It is\u200bold, he\u00a0said\ufeff.",
    "astral letters": "𝒜𝓃𝓃 said that 𐐷 is a letter. 𠮷野家 is a name, 𝒜𝓃𝓃 said.",
    "plain": "The ferry will stop in March, she said. It is old.",
}
CHECK = """
import { readFileSync } from "node:fs";
const rows = readFileSync(0, "utf8").split("\\n").filter(Boolean).map(JSON.parse);
const wrong = rows.filter(({ text, start, end, start_utf16, end_utf16, quote }) =>
  text.slice(start_utf16, end_utf16) !== quote ||
  Array.from(text).slice(start, end).join("") !== quote);
console.log(JSON.stringify({ rows: rows.length, wrong }));
"""
SPANS = 40
"""Of each text so many more are claims, wherever they begin and end."""


@pytest.fixture
def exported(lead):
    """Give a project with an article of each kind of text."""
    project = make.project(lead=lead)
    chance = random.Random(7)
    for text in TEXTS.values():
        article = make.article(project, text)
        spans = {
            tuple(sorted(chance.sample(range(len(text) + 1), 2))) for _ in range(SPANS)
        }
        spans -= set(article.claims.values_list("start", "end"))
        Claim.objects.bulk_create(
            Claim(
                article=article,
                number=number,
                start=start,
                end=end,
                quote=text[start:end],
                prefix=text[max(0, start - Claim.CONTEXT) : start],
                suffix=text[end : end + Claim.CONTEXT],
            )
            for number, (start, end) in enumerate(sorted(spans), start=100)
        )
    return project


@pytest.fixture
def export(api, lead, exported):
    """Give what reads one of the project's exports."""

    def read(name):
        url = f"/api/v1/projects/{exported.slug}/export/{name}"
        return api(lead).get(url).getvalue()

    return read


class TestOffsetsOfClaims:
    def test_select_the_quote_in_python(self, export):
        rows = [
            json.loads(line) for line in export("claims.jsonl?text=true").splitlines()
        ]

        assert {row["text"] for row in rows} == set(TEXTS.values())
        for row in rows:
            text = row["text"]
            assert text[row["start"] : row["end"]] == row["quote"]
            assert text[: row["start"]].endswith(row["prefix"])
            assert text[row["end"] :].startswith(row["suffix"])

    def test_select_the_quote_in_javascript(self, export):
        told = export("claims.jsonl?text=true")

        ran = subprocess.run(
            [NODE, "--input-type=module", "--eval", CHECK],
            input=told,
            capture_output=True,
            check=True,
        )

        found = json.loads(ran.stdout)
        assert found == {"rows": Claim.objects.count(), "wrong": []}
        assert found["rows"] > SPANS * 3

    def test_select_the_quote_of_a_web_annotation(self, export, exported):
        items = check_page(json.loads(export("claims.jsonld")))

        texts = {
            f"urn:sha256:{article.sha256}": article.text
            for article in exported.articles.all()
        }
        assert len(items) == Claim.objects.count()
        for item in items:
            text = texts[item["target"]["source"]]
            position, quote = item["target"]["selector"]
            start, end = position["start"], position["end"]
            assert text[start:end] == quote["exact"]
            assert start in find_quote(text, item["target"])

    def test_are_those_of_tokens(self, export, exported):
        texts = dict(exported.articles.values_list("pk", "text"))
        told = export("tokens.conll").decode().splitlines()

        tokens = 0
        for line in told:
            if line.startswith("# newdoc id = "):
                text = texts[int(line.rpartition(" ")[2])]
            elif line and not line.startswith("#"):
                _, form, start, end, *_ = line.split("\t")
                assert text[int(start) : int(end)] == form
                tokens += 1
        assert tokens > len(TEXTS) * 5
