"""What a lead's screens cost: the same for a small project and for a larger one."""

import re

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from annotator.queries.selections import Filters
from annotator.services import agreement, consensus, overviews, selections
from tests import make
from tests.api.access_table import TABLE
from tests.api.access_world import path_of

pytestmark = pytest.mark.django_db
OF_A_PROJECT = [
    one.route
    for one in TABLE
    if one.method == "GET"
    and ("<slug:slug>" in one.route or one.route == "projects/")
    and not {"import_id", "snapshot_id"} & set(re.findall(r"<id:(\w+)>", one.route))
]
SCOPED = [
    route
    for route in OF_A_PROJECT
    if ("agreement/" in route or "overview/" in route) and "disputed/" not in route
] + ["projects/<slug:slug>/annotators/<id:user_id>/"]


def clock():
    return make.NOW


def counted(people, rows):
    """Make a project in which everything is counted; give what its addresses name."""
    project = make.annotated_project(people, rows)
    run = consensus.ask_for_consensus(project=project, now=make.NOW)
    consensus.find_consensus(consensus_id=run.pk, clock=clock)
    agreement.report_agreement(project=project, now=make.NOW)
    overviews.count_overviews(project=project, clock=clock)
    chosen = selections.ask_for_selection(
        project=project, filters=Filters(revisions=(1,)), now=make.NOW
    )
    assert selections.count_selection(selection_id=chosen.pk, clock=clock)
    return {
        "slug": project.slug,
        "lead": project.memberships.get(role="lead").user,
        "user_id": people[0].pk,
        "one": people[0].pk,
        "other": people[1].pk,
        "scope": chosen.scope,
    }


@pytest.fixture(scope="module")
def sizes(django_db_setup, django_db_blocker):
    """Give a project of two people, and one of eight with many more answers."""
    with django_db_blocker.unblock(), transaction.atomic():
        people = [make.user(f"Annotator {n}") for n in range(8)]
        small = counted(people[:2], ["nn", "na", "nn", "ao"])
        large = counted(people, ["nnnnnnna", "aaannnnn", "oooonnna"] * 8)
        yield small, large
        transaction.set_rollback(True)


def queries(api, names, route, **query):
    """Count the queries of a request, once whatever is kept is there."""
    client, path = api(names["lead"]), path_of(route, names)
    for _ in range(2):
        with CaptureQueriesContext(connection) as made:
            answer = client.get(path, query)
            answer.getvalue()
    assert answer.status_code == 200, answer.content
    return len(made)


@pytest.mark.parametrize("route", OF_A_PROJECT)
def test_a_request_takes_as_many_queries_in_a_larger_project(api, sizes, route):
    small, large = (queries(api, one, route) for one in sizes)

    assert small == large


@pytest.mark.parametrize("route", SCOPED)
def test_a_selection_takes_as_many_queries_in_a_larger_project(api, sizes, route):
    small, large = (queries(api, one, route, scope=one["scope"]) for one in sizes)

    assert small == large
