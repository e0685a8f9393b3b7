"""The rows of claims: what the votes on each say together."""

from collections import Counter
from datetime import timedelta
from math import log

import pytest
from django.db import transaction

from annotator.models import ArticlePosterior, Consensus
from annotator.queries.exports import (
    ExportChoice,
    annotation_rows,
    claim_rows,
    claim_rows_of,
    export_labels,
)
from annotator.services import consensus
from annotator.services.annotation_import import ImportedAnnotation, import_annotations
from annotator.services.answers import Answer
from tests import make
from tests.newsroom import Newsroom

pytestmark = pytest.mark.django_db
TYPES = {"n": "named", "a": "anonymous", "o": "official_statement"}


@pytest.fixture(scope="module")
def project(django_db_setup, django_db_blocker):
    """Annotate a project once for all tests of this module; they only read of it."""
    with django_db_blocker.unblock(), transaction.atomic():
        room = Newsroom()
        run = consensus.ask_for_consensus(project=room.project, now=room.now)
        assert consensus.find_consensus(consensus_id=run.pk, clock=lambda: room.now)
        yield room.project
        transaction.set_rollback(True)


@pytest.fixture
def lead():
    return make.user("Another lead")


@pytest.fixture
def rows(project):
    return list(claim_rows(project))


@pytest.fixture
def people(ana, ben):
    return [ana, ben, make.user("Cleo")]


@pytest.fixture
def said(lead, people):
    """Give what makes a project of votes, a word a claim as `n2a3-`, and its rows."""

    def say(*words):
        made = make.project(lead=lead, annotators=tuple(people))
        claims = make.article(made).claims.all()
        given = [
            ImportedAnnotation(claim.pk, who.email, answer)
            for claim, word in zip(claims, words, strict=True)
            for who, answer in zip(people, _answers(word), strict=False)
        ]
        import_annotations(project=made, lead=lead, rows=given, now=make.NOW)
        return list(claim_rows(made))

    return say


def _answers(word):
    for letter in word:
        if letter == "-":
            yield Answer(skipped=True, skip_reason="no claim")
        elif letter in TYPES:
            yield Answer(source_type=TYPES[letter], confidence=1)
        else:
            yield Answer(source_type="named", confidence=int(letter))


class TestTheRows:
    def test_are_all_current_claims_in_order(self, project, rows):
        claims = [
            claim
            for article in project.articles.order_by("pk")
            for claim in article.claims.current().order_by("number")
        ]

        assert [row["claim_id"] for row in rows] == [claim.pk for claim in claims]
        for row, claim in zip(rows, claims, strict=True):
            text = claim.article.text
            assert row["quote"] == text[row["start"] : row["end"]]
            assert text[: row["start"]].endswith(row["prefix"])
            assert text[row["end"] :].startswith(row["suffix"])
            assert row["article_sha256"] == claim.article.sha256
            assert row["article_published_on"] == claim.article.published_on
            assert "text" not in row

    def test_hold_every_vote_by_the_codes_of_who_gave_it(self, project, rows):
        stored = {
            row["annotation_id"]: row
            for row in annotation_rows(project)
            if not row["claim_replaced"]
        }

        votes = [(row["claim_id"], vote) for row in rows for vote in row["votes"]]
        assert {vote["annotation_id"] for _, vote in votes} == stored.keys()
        for claim, vote in votes:
            assert stored[vote["annotation_id"]]["claim_id"] == claim
            assert vote.items() <= stored[vote["annotation_id"]].items()
        for row in rows:
            codes = [vote["annotator"] for vote in row["votes"]]
            assert codes == sorted(codes)

    def test_say_what_the_votes_say_together(self, project, rows):
        keys = export_labels(project).keys
        assert "tipster" in keys
        for row in rows:
            answers = [vote for vote in row["votes"] if not vote["skipped"]]
            counts = Counter(vote["source_type"] for vote in answers)
            assert row["answers"] == len(answers)
            assert row["skips"] == len(row["votes"]) - len(answers)
            top = [key for key in sorted(counts) if counts[key] == max(counts.values())]
            assert [row["majority"]] == (top if len(top) == 1 else [None])
            assert row["tied"] == (top if len(top) > 1 else [])
            if not answers:
                assert (row["shares"], row["soft_label"]) == (None, None)
                continue
            weight = sum(vote["confidence"] for vote in answers)
            assert tuple(row["shares"]) == tuple(row["soft_label"]) == keys
            for key in keys:
                share = counts[key] / len(answers)
                sure = sum(a["confidence"] for a in answers if a["source_type"] == key)
                assert row["shares"][key] == round(share, 6)
                assert row["soft_label"][key] == pytest.approx(sure / weight, abs=1e-6)

    def test_of_some_ids_are_the_same(self, project, rows):
        some = rows[1::9]

        assert claim_rows_of(project, [row["claim_id"] for row in some]) == {
            row["claim_id"]: row for row in some
        }
        replaced = project.articles.filter(claims__replaced_at__isnull=False)
        ids = list(replaced.values_list("claims", flat=True))
        assert len(claim_rows_of(project, ids)) == len(ids) - 1
        assert claim_rows_of(make.project(), ids) == {}


class TestAClaim:
    def test_tells_ties_shares_and_agreement(self, said):
        tie, sure, none = said("na", "33a", "---")

        assert (tie["majority"], tie["tied"]) == (None, ["anonymous", "named"])
        assert (tie["agreement"], tie["decision"], tie["collapsed"]) == (0, None, None)
        assert sure["shares"]["named"] == 0.666667
        assert sure["soft_label"]["anonymous"] == 0.142857
        assert sure["agreement"] == 0.333333
        assert sure["decision"] == {
            "source_type": "named",
            "by": "majority",
            "answers": 2,
            "votes": 3,
        }
        assert (none["answers"], none["skips"], none["majority"]) == (0, 3, None)
        assert (none["shares"], none["soft_label"], none["agreement"]) == (None,) * 3
        assert none["decision"]["source_type"] is None
        assert (none["decision"]["by"], none["collapsed"]) == ("unanimity", None)

    def test_collapses_what_is_decided_to_the_end(self, lead, ana):
        made = make.project(lead=lead, annotators=(ana,), overlap=1)
        named, anonymous = (
            made.source_types.get(key=key) for key in ("named", "anonymous")
        )
        anonymous.maps_to = named
        anonymous.save()
        make.article(made)
        make.lease(made, ana)
        claim = made.articles.get().claims.first()
        make.annotate(claim, ana, "anonymous")

        row, *_ = claim_rows(made)

        assert row["decision"]["source_type"] == "anonymous"
        assert row["collapsed"] == "named"

    def test_has_its_place_in_both_units(self, lead):
        made = make.project(lead=lead)
        make.article(made, f"🚢 and 👩🏽‍🚀 said so.\n{make.TEXT}")

        for row in claim_rows(made, text=True):
            units = row["text"].encode("utf-16-le")
            chosen = units[2 * row["start_utf16"] : 2 * row["end_utf16"]]
            assert chosen.decode("utf-16-le") == row["quote"]
        assert row["start_utf16"] > row["start"]


class TestAChoice:
    def test_leaves_claims_without_votes_but_where_votes_are_asked_for(
        self, project, rows
    ):
        later = ExportChoice(since=make.NOW.date() + timedelta(days=5))

        found = list(claim_rows(project, later))

        assert [row["claim_id"] for row in found] == [row["claim_id"] for row in rows]
        assert any(
            row["votes"] and not told["votes"]
            for row, told in zip(rows, found, strict=True)
        )
        few = list(claim_rows(project, ExportChoice(since=later.since, min_votes=2)))
        assert few == [row for row in found if len(row["votes"]) >= 2]
        decided = list(claim_rows(project, ExportChoice(decided=True)))
        assert decided == [row for row in rows if row["decision"]]
        assert 0 < len(decided) < len(rows)


class TestPosteriors:
    def test_are_those_of_the_finished_run(self, project, rows):
        run = project.consensuses.get()
        told = [row for row in rows if row["posterior"]]

        assert len(told) > 50
        for row in told:
            chances = row["posterior"].values()
            assert row["consensus"] == run.pk
            assert sum(chances) == pytest.approx(1, abs=1e-5)
            entropy = -sum(p * log(p) for p in chances if p)
            assert row["posterior_entropy"] == pytest.approx(entropy, abs=1e-4)
        assert all(row["answers"] for row in told)

    def test_are_null_while_a_run_is_at_work_or_has_other_labels(self, project):
        some = project.articles.first().posterior
        at_work = Consensus.objects.create(
            project=project, labels=some.consensus.labels, asked_at=make.NOW
        )

        def found():
            first, *_ = claim_rows(project)
            return first["posterior"], first["posterior_entropy"], first["consensus"]

        assert None not in found()
        ArticlePosterior.objects.filter(pk=some.pk).update(consensus=at_work)
        assert found() == (None, None, None)
        ArticlePosterior.objects.filter(pk=some.pk).update(consensus=some.consensus)
        Consensus.objects.filter(pk=some.consensus_id).update(labels=["gone", "too"])
        assert found() == (None, None, None)


def test_the_cost_is_six_queries_for_what_is_read_at_once(
    project, django_assert_num_queries
):
    with django_assert_num_queries(6):
        assert len(list(claim_rows(project, text=True))) > 50
