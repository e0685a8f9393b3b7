"""People at once: the last place goes to one of them, and one lead stays."""

import threading
from concurrent.futures import ThreadPoolExecutor
from functools import partial

import pytest
from django.db import connection

from annotator.errors import DomainError
from annotator.models import Invitation, Role, User
from annotator.services import assignment, joining, people
from annotator.services.joining import NewAccount
from tests import inviting, make, queues

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(*calls):
    """Make calls at the same time; give what each gave, or the code of its refusal."""
    start = threading.Barrier(len(calls))

    def call(one):
        start.wait()
        try:
            return one()
        except DomainError as refusal:
            return refusal.code
        finally:
            connection.close()

    with ThreadPoolExecutor(len(calls)) as pool:
        return [future.result() for future in [pool.submit(call, c) for c in calls]]


@pytest.fixture
def project():
    return make.project(lead=make.user("Lena"))


def change(project, who, **changes):
    people.change_member(
        participant=project.participants.select_related("project", "user").get(
            user=who
        ),
        lead=who,
        changes=changes,
        now=make.NOW,
    )


class TestTheLastPlace:
    def test_goes_to_one_of_those_who_take_it(self, project):
        made = inviting.invite(project)
        comers = [make.user(f"Person {n}") for n in range(6)]

        def accept(user):
            joining.accept(secret=secret, user=user, now=make.NOW)
            return "in"

        secret = inviting.secret(made)
        given = at_once(*[partial(accept, who) for who in comers])

        assert sorted(given) == ["in"] + ["invitation_used"] * 5
        assert project.memberships.count() == project.participants.count() == 2
        assert Invitation.objects.get().taken == 1
        assert project.acts.filter(kind="member_joined").count() == 1

    def test_leaves_no_account_to_who_did_not_get_it(self, project):
        made = inviting.invite(project, places=2)
        secret = inviting.secret(made)

        def accept(n):
            account = NewAccount(f"Person {n}", f"person{n}@example.org", make.PASSWORD)
            joining.accept_as_new(secret=secret, account=account, now=make.NOW)
            return "in"

        given = at_once(*[partial(accept, n) for n in range(5)])

        assert sorted(given) == ["in"] * 2 + ["invitation_used"] * 3
        assert User.objects.count() == 3
        assert project.memberships.count() == 3

    def test_is_taken_once_by_one_persons_tabs(self, project):
        made = inviting.invite(project, places=3)
        eve = make.user("Eve")
        secret = inviting.secret(made)

        def accept():
            return joining.accept(secret=secret, user=eve, now=make.NOW).role

        given = at_once(*[accept] * 4)

        assert given == ["annotator"] * 4
        assert project.memberships.filter(user=eve).count() == 1
        assert Invitation.objects.get().taken == 1

    def test_makes_one_account_of_one_persons_tabs(self, project):
        made = inviting.invite(project, places=3)
        secret = inviting.secret(made)
        account = NewAccount("Eve", "eve@example.org", make.PASSWORD)

        def accept():
            joining.accept_as_new(secret=secret, account=account, now=make.NOW)
            return "in"

        given = at_once(*[accept] * 4)

        assert sorted(given) == ["account_exists"] * 3 + ["in"]
        assert Invitation.objects.get().taken == 1


class TestTwoLeads:
    def test_who_end_each_others_part_leave_one(self, project):
        lena = project.memberships.get().user
        for n in range(5):
            ida = make.user(f"Ida {n}")
            people.let_in(project=project, user=ida, role=Role.LEAD)

            given = at_once(
                partial(change, project, lena, active=False),
                partial(change, project, ida, role=Role.VIEWER),
            )

            assert sorted(given, key=str) == [None, "last_lead"]
            left = project.memberships.filter(role=Role.LEAD).get().user
            assert left in {lena, ida}
            lena = left


class TestWhoIsDeactivated:
    def test_while_they_take_articles_and_join_holds_none(self, project):
        ana = make.user("Ana")
        people.let_in(project=project, user=ana, role=Role.ANNOTATOR)
        make.articles_of(project, 6)
        secret = inviting.secret(inviting.invite(project, Role.LEAD, places=9))

        def lease():
            for _ in range(3):
                assignment.lease_articles(
                    project=project, annotator=ana, limit=2, now=make.NOW
                )

        at_once(
            lease,
            lease,
            partial(change, project, ana, active=False),
            partial(joining.accept, secret=secret, user=ana, now=make.NOW),
        )

        # Whichever came first: who joined as a lead before is out all the same.
        assert not project.memberships.filter(user=ana).exists()
        assert not ana.assignments.filter(state="open").exists()
        queues.check_places(project)
