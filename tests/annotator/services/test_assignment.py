"""Handing out articles: k people each, nobody the same one twice."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from annotator.models import (
    Assignment,
    AssignmentState,
    ProjectState,
    Queue,
    Role,
    User,
)
from annotator.services import assigning, assignment, leases, queueing
from tests import make, queues

LATER = make.NOW + timedelta(hours=25)


def lease(project, annotator, limit, now=make.NOW):
    return assignment.lease_articles(
        project=project, annotator=annotator, limit=limit, now=now
    )


@pytest.mark.django_db
class TestLeasing:
    def test_gives_the_oldest_articles_first(self):
        ana = make.user("Ana")
        project = make.project(annotators=(ana,))
        articles = make.articles_of(project, 3)

        assert make.lease(project, ana, limit=2) == articles[:2]

    def test_gives_what_was_begun_before_anything_new(self):
        ana = make.user("Ana")
        project = make.project(annotators=(ana,))
        make.articles_of(project, 3)
        begun = make.lease(project, ana, limit=1)

        assert make.lease(project, ana, limit=1) == begun

    def test_gives_nobody_an_article_twice(self):
        ana = make.user("Ana")
        project = make.project(annotators=(ana,))
        article = make.article(project)
        make.lease(project, ana)
        for claim in article.claims.all():
            make.annotate(claim, ana)

        assert make.lease(project, ana) == []

    def test_gives_an_article_to_no_more_people_than_the_overlap(self):
        people = [make.user(name) for name in ("Ana", "Ben", "Cleo")]
        project = make.project(annotators=tuple(people), overlap=2)
        make.article(project)

        given = [len(make.lease(project, person)) for person in people]

        assert given == [1, 1, 0]

    def test_gives_nothing_in_a_closed_project(self):
        ana = make.user("Ana")
        project = make.project(annotators=(ana,))
        make.article(project)
        project.state = ProjectState.CLOSED
        project.save()

        assert make.lease(project, ana) == []

    def test_gives_nothing_to_who_annotates_no_more(self):
        ana = make.user("Ana")
        project = make.project(annotators=(ana,))
        make.article(project)
        project.memberships.filter(user=ana).update(role=Role.VIEWER)

        assert make.lease(project, ana) == []

    def test_cannot_put_two_people_in_one_place(self):
        ana, ben = make.user("Ana"), make.user("Ben")
        project = make.project(annotators=(ana, ben))
        make.article(project)
        make.lease(project, ana)
        taken = Assignment.objects.get()

        taken.pk, taken.annotator = None, ben
        with pytest.raises(IntegrityError), transaction.atomic():
            taken.save()


@pytest.mark.django_db
class TestALease:
    def test_that_has_run_out_leaves_the_place_to_somebody_else(self):
        ana, ben = make.user("Ana"), make.user("Ben")
        project = make.project(annotators=(ana, ben), overlap=1)
        article = make.article(project)
        make.lease(project, ana)
        make.annotate(article.claims.first(), ana)
        later = make.NOW + timedelta(hours=25)

        early = lease(project, ben, 1)
        late = lease(project, ben, 1, now=later)

        assert early == []
        assert [one.article for one in late] == [article]
        assert ana.assignments.get().state == AssignmentState.RELEASED
        assert ana.annotations.count() == 1

    def test_of_an_article_only_looked_at_is_short(self):
        lena, ben = make.user("Lena"), make.user("Ben")
        project = make.project(lead=lena, annotators=(ben,), overlap=1)
        article = make.article(project)
        make.lease(project, lena)

        early = lease(project, ben, 1, now=make.NOW + timedelta(minutes=59))
        late = lease(project, ben, 1, now=make.NOW + timedelta(minutes=61))

        assert early == []
        assert [one.article for one in late] == [article]

    def test_begins_anew_with_each_answer(self):
        ana, ben = make.user("Ana"), make.user("Ben")
        project = make.project(annotators=(ana, ben), overlap=1)
        article = make.article(project)
        make.lease(project, ana)
        make.annotate(article.claims.first(), ana, minutes=20 * 60)

        assert lease(project, ben, 1, now=make.NOW + timedelta(hours=25)) == []


@pytest.mark.django_db
class TestWhatLapsed:
    @pytest.fixture
    def left(self):
        """Give an article that Ana began and left, in a project with one place each."""
        ana, ben = make.user("Ana"), make.user("Ben")
        project = make.project(annotators=(ana, ben), overlap=1)
        article, _ = make.articles_of(project, 2)
        make.lease(project, ana, limit=1)
        make.annotate(article.claims.first(), ana)
        return article

    def test_is_taken_up_again_before_anything_new(self, left):
        project, ana = left.project, User.objects.get(name="Ana")
        leases.lapse_leases(now=LATER)

        given = lease(project, ana, 1, now=LATER)

        assert [one.article for one in given] == [left]
        assert given[0].lease_until == LATER + leases.UNTOUCHED
        assert given[0].answered == 1
        queues.check_places(project)

    def test_is_gone_once_somebody_else_has_the_place(self, left):
        project, ana = left.project, User.objects.get(name="Ana")
        lease(project, User.objects.get(name="Ben"), 1, now=LATER)

        given = lease(project, ana, 5, now=LATER)

        assert left not in [one.article for one in given]
        assert ana.assignments.get(article=left).state == AssignmentState.RELEASED
        queues.check_places(project)

    def test_is_open_again_with_the_next_answer(self, left):
        ana = User.objects.get(name="Ana")
        leases.lapse_leases(now=LATER)

        make.annotate(left.claims.last(), ana, minutes=26 * 60)

        taken = ana.assignments.get()
        assert (taken.state, taken.answered, taken.position) == ("open", 2, 1)
        queues.check_places(left.project)

    def test_takes_an_answer_where_the_place_is_gone_but_stays_released(self, left):
        ana = User.objects.get(name="Ana")
        lease(left.project, User.objects.get(name="Ben"), 1, now=LATER)

        make.annotate(left.claims.last(), ana, minutes=26 * 60)

        kept = ana.assignments.get()
        assert (kept.state, kept.answered) == ("released", 2)
        queues.check_places(left.project)

    def test_is_found_by_who_has_passed_it(self, left):
        project, ben = left.project, User.objects.get(name="Ben")
        assert len(lease(project, ben, 5)) == 1

        given = lease(project, ben, 5, now=LATER)

        assert left in [one.article for one in given]


@pytest.mark.django_db
class TestQuotas:
    def test_end_what_the_queue_gives(self):
        ana = make.user("Ana")
        project = make.project(annotators=(ana,))
        make.articles_of(project, 5)
        assigning.set_quota(member=project.memberships.get(user=ana), quota=3)

        given = [len(make.lease(project, ana, limit=2))]
        Assignment.objects.update(state=AssignmentState.DONE)
        given.append(len(make.lease(project, ana, limit=2)))

        assert given == [2, 1]

    def test_of_nothing_still_let_finish_what_was_begun(self):
        ana = make.user("Ana")
        project = make.project(annotators=(ana,))
        begun, _ = make.articles_of(project, 2)
        make.lease(project, ana, limit=1)
        assigning.set_quota(member=project.memberships.get(user=ana), quota=0)

        assert make.lease(project, ana) == [begun]


@pytest.mark.django_db
class TestTheMark:
    def test_is_where_the_search_begins_the_next_time(self):
        ana = make.user("Ana")
        project = make.project(annotators=(ana,))
        articles = make.articles_of(project, 4)

        make.lease(project, ana, limit=3)

        member = project.memberships.get(user=ana)
        assert member.passed_article == articles[2].pk
        assert member.passed_epoch == Queue.objects.get().epoch

    def test_is_at_the_end_once_nothing_is_left(self):
        ana = make.user("Ana")
        project = make.project(annotators=(ana,))
        articles = make.articles_of(project, 3)
        make.lease(project, ana)
        Assignment.objects.update(state=AssignmentState.DONE)
        project.memberships.update(passed_epoch=None)

        assert make.lease(project, ana) == []

        assert project.memberships.get(user=ana).passed_article == articles[-1].pk

    def test_means_nothing_while_the_queue_is_put_in_order(self):
        ana = make.user("Ana")
        project = make.project(annotators=(ana,))
        make.articles_of(project, 3)
        make.lease(project, ana, limit=2)
        queueing.set_queue(
            project=project, by=None, now=make.NOW, order="random", seed=3
        )
        mark = project.memberships.get(user=ana).passed_epoch

        assert len(make.lease(project, ana)) == 3

        assert project.memberships.get(user=ana).passed_epoch == mark
