"""Imports of annotations that meet others at the same moment."""

import random
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from annotator.models import Annotation, AnnotationEvent, Assignment, Claim
from annotator.services.annotation_import import ImportedAnnotation, import_annotations
from annotator.services.answers import Answer
from tests import make

pytestmark = pytest.mark.django_db(transaction=True)


def rows(claims, annotators, confidence=3):
    return [
        ImportedAnnotation(
            claim=claim.pk,
            annotator=who.email,
            answer=Answer(source_type="named", confidence=confidence),
        )
        for claim in claims
        for who in annotators
    ]


def take_in(project, lead, given):
    try:
        return import_annotations(project=project, lead=lead, rows=given, now=make.NOW)
    finally:
        connection.close()


def assert_unbroken(annotation):
    """Assert that each event goes on where the one before it ended."""
    before = None
    events = AnnotationEvent.objects.filter(
        claim=annotation.claim, annotator=annotation.annotator
    )
    for event in events:
        assert event.before == before
        before = {k: v for k, v in event.after.items() if k != "imported_by"}
    assert annotation.version == len(events)
    assert annotation.confidence == before["confidence"]


class TestManyAtOnce:
    def test_that_hold_the_same_rows_store_them_once(self, lead, ana, ben):
        project = make.project(lead=lead, annotators=(ana, ben))
        for article in make.articles_of(project, 3):
            assert article.claims.count() == 4
        given = rows(Claim.objects.all(), (ana, ben))

        with ThreadPoolExecutor(4) as pool:
            jobs = [pool.submit(take_in, project, lead, given) for _ in range(4)]
        taken_in = [job.result() for job in jobs]

        assert sorted(one.created for one in taken_in) == [0, 0, 0, 24]
        assert AnnotationEvent.objects.count() == Annotation.objects.count() == 24
        assert set(Assignment.objects.values_list("state", "answered")) == {("done", 4)}

    def test_with_saves_leave_one_unbroken_history(self, lead, ana, ben):
        project = make.project(lead=lead, annotators=(ana, ben))
        article = make.article(project)
        claims = list(article.claims.select_related("article__project"))
        for who in (ana, ben):
            make.lease(project, who)

        def save(who):
            try:
                for number in range(15):
                    make.annotate(random.choice(claims), who, "unclear", number % 3 + 1)
            finally:
                connection.close()

        def import_often(shift):
            for number in range(6):
                confidence = (number + shift) % 3 + 1
                take_in(project, lead, rows(claims, (ana, ben), confidence))

        with ThreadPoolExecutor(4) as pool:
            jobs = [
                *(pool.submit(save, who) for who in (ana, ben)),
                *(pool.submit(import_often, shift) for shift in range(2)),
            ]
        for job in jobs:
            job.result()

        assert Annotation.objects.count() == 6
        for annotation in Annotation.objects.all():
            assert_unbroken(annotation)

    def test_with_leases_give_no_place_twice(self, lead, ana, ben):
        project = make.project(lead=lead, annotators=(ana, ben), overlap=1)
        articles = make.articles_of(project, 12)
        claims = Claim.objects.filter(article__in=articles)

        def lease():
            try:
                return make.lease(project, ben)
            finally:
                connection.close()

        with ThreadPoolExecutor(2) as pool:
            jobs = [
                pool.submit(take_in, project, lead, rows(claims, (ana,))),
                pool.submit(lease),
            ]
        for job in jobs:
            job.result()

        live = Assignment.objects.holding()
        assert live.count() == live.values("article").distinct().count() == 12
        assert Annotation.objects.filter(annotator=ana).count() == 48
