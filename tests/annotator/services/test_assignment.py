"""Handing out articles: k people each, nobody twice, however many ask at once."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from annotator.models import Assignment, AssignmentState, ProjectState
from annotator.services import assignment
from tests import make


def lease(project, annotator, limit, now=make.NOW):
    return assignment.lease_articles(
        project=project, annotator=annotator, limit=limit, now=now
    )


def lease_in_thread(project, annotator, limit):
    try:
        return lease(project, annotator, limit)
    finally:
        connection.close()


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


@pytest.mark.django_db(transaction=True)
class TestManyAtOnce:
    def test_tabs_of_one_person_share_what_is_leased(self):
        ana = make.user("Ana")
        project = make.project(annotators=(ana,))
        make.articles_of(project, 8)

        with ThreadPoolExecutor(6) as pool:
            list(pool.map(lambda _: lease_in_thread(project, ana, 2), range(6)))

        assert ana.assignments.count() == 2

    def test_fill_every_article_exactly(self):
        people = [make.user(f"Person {n}") for n in range(8)]
        project = make.project(annotators=tuple(people), overlap=3)
        articles = make.articles_of(project, 6)

        with ThreadPoolExecutor(8) as pool:
            list(pool.map(lambda person: lease_in_thread(project, person, 6), people))

        places = Counter(Assignment.objects.values_list("article", flat=True))
        assert places == {article.pk: 3 for article in articles}
        pairs = Assignment.objects.values_list("article", "annotator")
        assert len(set(pairs)) == len(pairs)
