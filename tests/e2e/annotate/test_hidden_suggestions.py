"""Suggestions stay hidden where they must be: on the screen and on the wire."""

import re

import pytest
from playwright.sync_api import expect

from annotator.models import Annotation, Article, SuggestionMode
from tests import make
from tests.e2e.answering import answer, question, saved
from tests.e2e.quay import at_claim, press, told

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def project(lead, ana):
    made = make.project(lead=lead, annotators=(ana,))
    make.articles_of(made, 2)
    return made


@pytest.fixture
def heard(context):
    """Collect all that the server says of articles."""
    found = []

    def keep(route):
        # Before the page has it: what a page was told is gone when it is left.
        response = route.fetch()
        found.append(response.json())
        route.fulfill(response=response)

    context.route(re.compile(r"/api/v1/.*/(queue|articles)/|/api/v1/articles/"), keep)
    yield found
    # More may just be fetched ahead, and ends with the browser's window.
    context.unroute_all(behavior="ignoreErrors")


def of_articles(heard):
    """Give the articles in what was heard, by their ids; the last word counts."""
    lists = [body.get("articles", [body]) for body in heard]
    return {article["id"]: article for one in lists for article in one}


def suggested(article):
    return [claim["suggestion"] for claim in article["claims"]]


def strip(page):
    return page.get_by_role("region", name="Suggestion")


def share_one(project):
    """Hide the suggestions of one of the two articles; give that and the other."""
    project.suggestion_mode = SuggestionMode.SHARE
    hidden, shown = sorted(
        Article.objects.all(), key=lambda one: int(one.sha256[:8], 16) % 100
    )
    project.suggestion_hidden_share = int(shown.sha256[:8], 16) % 100
    project.save()
    return hidden, shown


class TestAnAnnotator:
    def test_is_told_nothing_by_default(self, signed_in, ana, project, heard):
        page = signed_in(ana, f"/projects/{project.slug}/annotate")
        at_claim(page, 1, 4)
        press(page, "a")
        expect(page.get_by_text("Who stands behind this claim?")).to_be_visible()
        for number, keys in enumerate(("13", "23", "43", "53"), start=1):
            answer(page, number, keys)
        expect(page.get_by_text("Article finished", exact=True)).to_be_visible()
        saved(page)
        page.reload()
        at_claim(page, 1, 4)
        # The way back over the reload asks for the article itself.
        press(page, "z")
        told(page, "Undone. Claim 4: not answered")

        expect(strip(page)).to_have_count(0)
        seen = of_articles(heard)
        assert set(seen) == set(Article.objects.values_list("pk", flat=True))
        assert len(heard) >= 3
        for body in heard:
            for article in body.get("articles", [body]):
                assert article["shows_suggestions"] is False
                assert suggested(article) == [None] * 4
            assert "not named" not in str(body)
        saved(page)
        assert set(
            Annotation.objects.values_list("suggestion_shown", "suggestion_accepted")
        ) == {(False, None)}

    def test_is_told_of_the_share_that_shows_them(self, signed_in, ana, project, heard):
        hidden, shown = share_one(project)
        page = signed_in(ana, f"/projects/{project.slug}/annotate")

        for article in sorted((hidden, shown), key=lambda one: one.pk):
            at_claim(page, 1, 4)
            if article == shown:
                expect(strip(page)).to_contain_text("Anonymous source")
                press(page, "a", "2")
            else:
                expect(strip(page)).to_have_count(0)
                press(page, "a", "2", "2")
            for number in (2, 3, 4):
                answer(page, number, "43")
            expect(page.get_by_text("Article finished", exact=True)).to_be_visible()
            press(page, "Enter")
        expect(page.get_by_text("Nothing waiting for you")).to_be_visible()
        saved(page)

        seen = of_articles(heard)
        assert suggested(seen[hidden.pk]) == [None] * 4
        assert all(suggested(seen[shown.pk]))
        of_hidden = Annotation.objects.filter(claim__article=hidden)
        of_shown = Annotation.objects.filter(claim__article=shown)
        shown_accepted = ("suggestion_shown", "suggestion_accepted")
        assert set(of_hidden.values_list(*shown_accepted)) == {(False, None)}
        assert set(of_shown.values_list(*shown_accepted)) == {
            (True, True),
            (True, False),
        }
        assert of_hidden.get(claim__number=1).source_type.key == "anonymous"


class TestALeadWhoAnnotates:
    def test_sees_none_beside_the_question(self, signed_in, lead, ana, project, heard):
        page = signed_in(lead, f"/projects/{project.slug}/annotate")
        for number in (1, 2, 3, 4):
            answer(page, number, "13")
        expect(page.get_by_text("Article finished", exact=True)).to_be_visible()
        saved(page)
        assert all(suggested(one) == [None] * 4 for one in of_articles(heard).values())

        page.reload()
        at_claim(page, 1, 4)
        # What is fetched now is the article as a lead may read it.
        press(page, "z")
        told(page, "Undone. Claim 4: not answered")

        expect(question(page)).to_contain_text("Claim 4 of 4")
        expect(strip(page)).to_have_count(0)
        press(page, "a")
        expect(page.get_by_text("Who stands behind this claim?")).to_be_visible()
