"""The claims on which two source types meet, over REST."""

from importlib import import_module

import pytest
from django.apps import apps

from annotator.models import DisputedClaim
from tests import make, recounting

pytestmark = pytest.mark.django_db


def url(project, rest):
    return f"/api/v1/projects/{project.slug}/{rest}"


class TestDisputedBetween:
    def test_two_source_types_are_the_claims_on_which_these_meet(
        self, reader, measured
    ):
        path = url(measured, "agreement/disputed/")

        numbers = {
            between: [
                row["number"]
                for row in reader.get(path, {"between": between}).json()["results"]
            ]
            for between in (
                "named,anonymous", "anonymous, named", "unclear,anonymous",
                "named,unclear", "named,nothing",
            )
        }  # fmt: skip

        assert sorted(numbers["named,anonymous"]) == [2, 22]
        assert numbers["anonymous, named"] == numbers["named,anonymous"]
        assert numbers["unclear,anonymous"] == [23]
        assert numbers["named,unclear"] == numbers["named,nothing"] == []

    @pytest.mark.parametrize("number", [61, 62, 1000])
    def test_are_found_whatever_their_number(self, api, lead, ana, ben, number):
        made = make.project(lead=lead, annotators=(ana, ben))
        made.source_types.create(
            pk=10_000 * 62 + number, key="leak", name="Leak", order=30, hotkey="8"
        )
        claim = make.article(made).claims.first()
        for who, said in ((ana, "leak"), (ben, "named")):
            make.lease(made, who)
            make.annotate(claim, who, said)
        recounting.run(made)

        path = url(made, "agreement/disputed/")
        told = api(lead).get(path, {"between": "named,leak"}).json()["results"]

        assert [row["claim"] for row in told] == [claim.pk]

    def test_are_told_apart_where_the_answers_alone_can(
        self, reader, measured, ana, ben
    ):
        # So much later, a source type has the bit of an older one.
        named = measured.source_types.get(key="named")
        measured.source_types.create(
            pk=named.pk + 62, key="leak", name="Leak", order=30, hotkey="8"
        )
        claim = measured.articles.get().claims.get(number=23)  # ua.
        make.lease(measured, ana)
        make.annotate(claim, ana, "leak")
        recounting.run(measured)
        path = url(measured, "agreement/disputed/")

        numbers = {
            one: [
                row["number"]
                for row in reader.get(path, {"between": one}).json()["results"]
            ]
            for one in ("leak,anonymous", "named,anonymous", "leak,named")
        }

        assert numbers["leak,anonymous"] == [23]
        assert sorted(numbers["named,anonymous"]) == [2, 22]
        assert numbers["leak,named"] == []

    @pytest.mark.parametrize("between", ["named", "named,named", "a" * 101])
    def test_needs_two_of_them(self, reader, measured, between):
        path = url(measured, "agreement/disputed/")

        assert reader.get(path, {"between": between}).status_code == 400


class TestWhatWasCountedBefore:
    def test_is_told_its_source_types_by_the_migration(self, measured):
        types = dict(DisputedClaim.objects.values_list("pk", "types"))
        DisputedClaim.objects.update(types=0)

        migration = import_module("annotator.migrations.0008_name_participants")
        migration.note_types_of_disputes(apps, None)

        assert dict(DisputedClaim.objects.values_list("pk", "types")) == types
        assert all(types.values())
