"""Web Annotations: the standard's rules, and what each body says."""

import json
from datetime import UTC, datetime

from annotator.formats.web_annotations import to_web_annotations
from tests.w3c import check_page

ADDRESS = "https://onrecord.example.org/export/claims.jsonld?decided=true"
AT = datetime(2026, 5, 4, 12, tzinfo=UTC)


def vote(annotator, source_type="named", skip_reason="", note=""):
    return {
        "annotator": annotator,
        "source_type": source_type,
        "skipped": source_type is None,
        "skip_reason": skip_reason,
        "note": note,
        "updated_at": AT,
    }


def row(claim_id=5, *votes, **more):
    return {
        "claim_id": claim_id,
        "article_url": "",
        "article_sha256": "ab" * 32,
        "start": 3,
        "end": 8,
        "quote": 'a "b"',
        "prefix": "",
        "suffix": "\r\n",
        "votes": votes,
        "majority": None,
        "decision": None,
        **more,
    }


def written(*rows, address=ADDRESS):
    return b"".join(to_web_annotations(rows, address=address))


def bodies(item):
    return [
        (body["purpose"], body["value"], body.get("creator", {}).get("nickname"))
        for body in item.get("body", [])
    ]


class TestWebAnnotations:
    def test_point_at_the_claim_by_place_and_by_quote(self):
        url = "https://gazette.example.org/1"
        own, shown = check_page(json.loads(written(row(), row(6, article_url=url))))

        assert own["target"] == {
            "type": "SpecificResource",
            "source": f"urn:sha256:{'ab' * 32}",
            "selector": [
                {"type": "TextPositionSelector", "start": 3, "end": 8},
                {
                    "type": "TextQuoteSelector",
                    "exact": 'a "b"',
                    "prefix": "",
                    "suffix": "\r\n",
                },
            ],
        }
        assert shown["target"]["source"] == url

    def test_say_what_was_decided_and_each_vote(self):
        votes = [vote("aaa"), vote("bbb", "unclear", note="Hm."), vote("ccc")]
        decision = {"source_type": "named", "by": "majority", "answers": 2, "votes": 3}

        told = written(row(5, *votes, majority="named", decision=decision))

        (item,) = check_page(json.loads(told))
        assert bodies(item) == [
            ("classifying", "named", None),
            ("tagging", "named", "aaa"),
            ("tagging", "unclear", "bbb"),
            ("commenting", "Hm.", "bbb"),
            ("tagging", "named", "ccc"),
        ]
        assert item["body"][1]["modified"] == "2026-05-04T12:00:00Z"

    def test_tell_a_majority_from_a_decision(self):
        told = written(row(5, vote("aaa"), majority="named"))

        (item,) = check_page(json.loads(told))
        assert bodies(item) == [("tagging", "named", None), ("tagging", "named", "aaa")]

    def test_say_that_there_is_no_claim(self):
        skips = [vote("aaa", None, "no claim"), vote("bbb", None)]
        decision = {"source_type": None, "by": "majority", "answers": 2, "votes": 3}

        (item,) = check_page(json.loads(written(row(5, *skips, decision=decision))))

        assert bodies(item) == [
            ("classifying", "no claim", None),
            ("commenting", "no claim", "aaa"),
        ]

    def test_have_addresses_that_stay_whatever_is_chosen(self):
        here, there = (
            json.loads(written(row(5, vote("aaa")), address=address))
            for address in (ADDRESS, ADDRESS.partition("?")[0])
        )

        assert here["items"] == there["items"]
        assert here["id"] != there["id"]
        assert here["items"][0]["id"].endswith("/claims.jsonld#claim-5")

    def test_are_a_page_also_where_there_is_none(self):
        page = json.loads(written())

        assert check_page(page) == []
        assert page["partOf"]["total"] == 0

    def test_come_as_they_are_read(self):
        read = []

        def rows():
            for number in range(2000):
                read.append(number)
                yield row(number)

        chunks = to_web_annotations(rows(), address=ADDRESS)
        next(chunks)

        assert len(read) < 2000
        assert len(json.loads(written(*rows()))["items"]) == 2000
