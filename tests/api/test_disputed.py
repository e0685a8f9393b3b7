"""The claims that annotators differ on, over REST."""

from datetime import timedelta

import pytest

from annotator.models import ArticlePosterior, DisputedClaim, User
from annotator.services import agreement, consensus
from annotator.services.guidelines import publish_guidelines
from annotator.services.projects import add_member
from tests import make

pytestmark = pytest.mark.django_db


def url(project, rest):
    return f"/api/v1/projects/{project.slug}/agreement/{rest}"


def find_consensus(project):
    run = consensus.ask_for_consensus(project=project, now=make.NOW)
    consensus.find_consensus(consensus_id=run.pk, clock=lambda: make.NOW)


def pages(client, address, query):
    """Give the results of all pages, there and back again."""
    page = client.get(address, query).json()
    there = [page["results"]]
    while page["next"]:
        page = client.get(page["next"]).json()
        there.append(page["results"])
    back = [page["results"]]
    while page["previous"]:
        page = client.get(page["previous"]).json()
        back.append(page["results"])
    assert back[::-1] == there
    return there


class TestDisputedClaims:
    def test_come_with_what_everybody_said(self, reader, measured, ana, ben, cleo):
        claim = measured.articles.get().claims.get(number=2)  # nan

        told = reader.get(url(measured, "disputed/")).json()["results"]

        (row,) = (row for row in told if row["claim"] == claim.pk)
        dispute = DisputedClaim.objects.get(claim=claim)
        assert (row["number"], row["quote"]) == (2, claim.quote)
        assert (row["article"], row["title"]) == (claim.article_id, claim.article.title)
        assert row["dispute"] == pytest.approx(dispute.dispute)
        assert row["answers"] == [
            {"id": who.pk, "name": who.name, "source_type": key, "confidence": 1}
            for who, key in ((ana, "named"), (ben, "anonymous"), (cleo, "named"))
        ]
        assert (row["entropy"], row["posterior"]) == (None, None)

    def test_are_those_on_which_people_differ_the_most_disputed_first(
        self, reader, measured, ana, ben
    ):
        sure = measured.articles.get().claims.get(number=23)
        for who, key in ((ana, "unclear"), (ben, "anonymous")):
            make.lease(measured, who)
            make.annotate(sure, who, key, 3)
        agreement.report_agreement(project=measured, now=make.NOW)

        told = reader.get(url(measured, "disputed/")).json()["results"]

        assert [row["number"] for row in told] == [23, 22, 24, 2, 3]
        assert told[0]["dispute"] == pytest.approx(1)

    def test_are_paged_however_many_are_disputed_alike(self, reader, measured):
        for size in (1, 2, 3, 5):
            cut = pages(reader, url(measured, "disputed/"), {"page_size": size})

            numbers = [row["number"] for page in cut for row in page]
            assert numbers == [22, 23, 24, 2, 3]
            assert {len(page) for page in cut[:-1]} <= {size}

    def test_go_on_where_a_page_ended_whatever_came_since(self, reader, measured):
        page = reader.get(url(measured, "disputed/"), {"page_size": 2}).json()
        DisputedClaim.objects.filter(claim__number=22).delete()
        DisputedClaim.objects.filter(claim__number=3).update(dispute=1)

        rest = reader.get(page["next"]).json()["results"]

        assert [row["number"] for row in rest] == [24, 2]

    def test_come_by_what_the_consensus_is_uncertain_of(self, reader, measured):
        before = reader.get(url(measured, "disputed/"), {"order": "uncertainty"})
        find_consensus(measured)

        cut = pages(
            reader,
            url(measured, "disputed/"),
            {"order": "uncertainty", "page_size": 2},
        )

        told = [row for page in cut for row in page]
        entropies = [row["entropy"] for row in told]
        assert before.json()["results"] == []
        assert len(told) == 5
        assert entropies == sorted(entropies, reverse=True)
        shares = {one["label"]: one["probability"] for one in told[0]["posterior"]}
        assert sum(shares.values()) == pytest.approx(1, abs=1e-6)
        assert "unattributed" in shares

    def test_have_no_posterior_while_it_is_being_written(self, reader, measured):
        find_consensus(measured)
        running = consensus.ask_for_consensus(project=measured, now=make.NOW)
        ArticlePosterior.objects.update(consensus=running)

        told = reader.get(url(measured, "disputed/")).json()["results"]

        assert {str(row["posterior"]) for row in told} == {"None"}

    def test_of_other_projects_are_left_out(self, reader, measured, ana, ben):
        other = make.annotated_project([ana, ben], ["na"])
        agreement.report_agreement(project=other, now=make.NOW)

        told = reader.get(url(measured, "disputed/")).json()["results"]

        assert {row["article"] for row in told} == {measured.articles.get().pk}

    def test_take_as_many_queries_however_many(
        self, reader, measured, django_assert_num_queries
    ):
        for size in (1, 200):
            with django_assert_num_queries(7):
                reader.get(url(measured, "disputed/"), {"page_size": size})
        after = reader.get(url(measured, "disputed/"), {"page_size": 1}).json()["next"]
        with django_assert_num_queries(7):
            reader.get(after)
        last = reader.get(url(measured, "disputed/"), {"page_size": 4}).json()["next"]
        with django_assert_num_queries(8):
            reader.get(last)

    @pytest.mark.parametrize(
        "query", [{"order": "title"}, {"cursor": "cD1hLGI="}, {"cursor": "cD0x"}]
    )
    def test_of_an_unknown_order_or_page_are_refused(self, reader, measured, query):
        answer = reader.get(url(measured, "disputed/"), query)

        assert answer.status_code == (400 if "order" in query else 404)


class TestClaimsOfAPair:
    def read(self, client, project, one, other, **query):
        path = url(project, f"pairs/{one.pk}/{other.pk}/claims/")
        return client.get(path, query)

    def numbers(self, *given, **query):
        told = self.read(*given, **query).json()["results"]
        return [row["number"] for row in told]

    def test_are_those_on_which_the_two_differ(self, reader, measured, ana, ben):
        told = self.read(reader, measured, ana, ben).json()["results"]

        assert [row["number"] for row in told] == [2, 22, 23, 24]
        claim = measured.articles.get().claims.get(number=23)
        assert told[2] == {
            "claim": claim.pk,
            "number": 23,
            "article": claim.article_id,
            "title": claim.article.title,
            "language": "",
            "quote": claim.quote,
            "one": {"source_type": "unclear", "confidence": 1},
            "other": {"source_type": "anonymous", "confidence": 1},
        }

    def test_are_the_others_way_round_if_asked(self, reader, measured, ana, ben):
        row = self.read(reader, measured, ben, ana).json()["results"][2]

        assert row["one"]["source_type"] == "anonymous"
        assert row["other"]["source_type"] == "unclear"

    def test_can_be_those_of_one_cell(self, reader, measured, ana, ben, cleo):
        given = (reader, measured, ana, ben)

        assert self.numbers(*given, of="named,anonymous") == [2, 22]
        assert self.numbers(*given, of="anonymous,named") == []
        assert self.numbers(reader, measured, ana, cleo, of="named,named") == [1, 2]
        assert self.read(*given, of="named").status_code == 400

    def test_are_as_many_as_the_confusion_says(self, reader, measured, ana, ben):
        pair = reader.get(url(measured, f"pairs/{ana.pk}/{ben.pk}/")).json()

        for a, row in zip(pair["labels"], pair["confusion"], strict=True):
            for b, count in zip(pair["labels"], row, strict=True):
                found = self.numbers(reader, measured, ana, ben, of=f"{a},{b}")
                assert (a, b, len(found)) == (a, b, count)

    def test_leave_out_what_was_skipped_or_replaced(self, reader, measured, ana, ben):
        claims = measured.articles.get().claims
        claims.filter(number=22).update(replaced_at=make.NOW)
        answers = ana.annotations.filter(claim__number=23)
        answers.update(skipped=True, source_type=None, confidence=None)

        assert self.numbers(reader, measured, ana, ben) == [2, 24]

    def test_are_of_the_scope_asked_for(self, reader, measured, lead, ana, ben):
        publish_guidelines(project=measured, author=lead, body="Anew", now=make.NOW)
        claim = measured.articles.get().claims.get(number=24)
        for who, key in ((ana, "named"), (ben, "unclear")):
            make.lease(measured, who)
            make.annotate(claim, who, key, minutes=60 * 24 * 7)
        week = (make.NOW + timedelta(weeks=1)).date()
        given = (reader, measured, ana, ben)

        assert self.numbers(*given, scope="revision:1") == [2, 22, 23]
        assert self.numbers(*given, scope="revision:2") == [24]
        assert self.numbers(*given, scope=f"week:{week}") == [24]
        assert self.numbers(*given, scope="week:2026-05-04") == [2, 22, 23]

    def test_are_paged(self, reader, measured, ana, ben):
        address = url(measured, f"pairs/{ana.pk}/{ben.pk}/claims/")

        cut = pages(reader, address, {"page_size": 3})

        assert [[row["number"] for row in page] for page in cut] == [[2, 22, 23], [24]]

    def test_of_people_who_are_not_here_are_not_found(self, reader, measured, ana, ben):
        outsider = make.user("Out")
        measured.memberships.filter(user=ben).delete()
        newcomer = make.user("New")
        add_member(project=measured, user=newcomer, role="annotator")

        nobody = User(pk=10**20)

        seen = [
            self.read(reader, measured, ana, who).status_code
            for who in (outsider, nobody, ana, ben, newcomer)
        ]

        # Ben left, but what he said is there still.
        assert seen == [404, 404, 404, 200, 200]

    def test_take_as_many_queries_however_many(
        self, reader, measured, ana, ben, django_assert_num_queries
    ):
        for size in (1, 200):
            with django_assert_num_queries(6):
                self.read(reader, measured, ana, ben, page_size=size)
