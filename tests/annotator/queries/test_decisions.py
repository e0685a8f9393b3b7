"""What counts as decided while nobody adjudicates."""

import pytest

from annotator.attribution.learned import Learned
from annotator.attribution.learned.models import Softmax
from annotator.queries.decisions import (
    LEARNED,
    DecidedSpan,
    count_decided,
    decided_articles,
)
from annotator.services.annotation_import import ImportedAnnotation, import_annotations
from annotator.services.answers import Answer
from tests import make

TYPES = {"n": "named", "a": "anonymous", "o": "official_statement", "u": "unclear"}
SKIPS = {"x": "No claim", "r": "about the reporting", "?": "cannot tell", "-": ""}


@pytest.fixture
def people(ana, ben):
    return [ana, ben, make.user("Cleo")]


@pytest.fixture
def project(lead, people):
    return make.project(lead=lead, annotators=tuple(people))


@pytest.fixture
def said(lead, people, project):
    """Give what stores answers of an article, a word a claim, and what that decides."""

    def say(*words: str) -> list[DecidedSpan]:
        claims = make.article(project).claims.all()
        rows = [
            ImportedAnnotation(claim.pk, who.email, _answer(letter))
            for claim, word in zip(claims, words, strict=True)
            for who, letter in zip(people, word, strict=False)
        ]
        import_annotations(project=project, lead=lead, rows=rows, now=make.NOW)
        return [span for article in _decided(project) for span in article.spans]

    return say


def _answer(letter: str) -> Answer:
    if letter in SKIPS:
        return Answer(skipped=True, skip_reason=SKIPS[letter])
    return Answer(source_type=TYPES[letter], confidence=2)


def _decided(project):
    return list(decided_articles(project, most=100, characters=10_000))


def types(spans):
    return [(span.is_claim, span.source_type) for span in spans]


@pytest.mark.django_db
class TestAnArticle:
    def test_is_decided_once_every_claim_has_all_its_answers(self, said, project):
        spans = said("nnn", "nna", "ooo")

        assert count_decided(project, most=100) == 1
        assert types(spans) == [
            (True, "named"),
            (True, "named"),
            (True, "official_statement"),
        ]

    def test_is_not_while_an_answer_is_missing(self, said, project):
        assert said("nnn", "nn", "ooo") == []
        assert count_decided(project, most=100) == 0

    def test_is_decided_by_answers_that_were_given_here(self, project, people):
        article = make.article(project)
        for person in people:
            make.lease(project, person)
            for claim in article.claims.all():
                make.annotate(claim, person, "anonymous")

        (decided,) = _decided(project)

        assert {span.source_type for span in decided.spans} == {"anonymous"}
        assert (decided.text, decided.sha256) == (article.text, article.sha256)

    def test_of_another_project_does_not_count(self, said, lead):
        said("nnn", "nnn", "nnn")

        assert count_decided(make.project(), most=100) == 0


@pytest.mark.django_db
class TestAClaim:
    def test_has_no_type_where_two_tie(self, said):
        assert types(said("na-", "nao", "nn-")) == [
            (True, None),
            (True, None),
            (True, "named"),
        ]

    def test_is_none_where_most_say_so(self, said):
        assert types(said("xxn", "xrn", "xnn")) == [
            (False, None),
            (False, None),
            (True, "named"),
        ]

    def test_may_be_one_where_most_skipped_without_saying_so(self, said):
        assert types(said("??n", "--x", "?nn")) == [
            (None, "named"),
            (None, None),
            (True, "named"),
        ]

    def test_has_no_type_that_nobody_can_be_taught(self, said, project):
        project.source_types.filter(key="anonymous").update(built_in=False)
        project.source_types.filter(key="anonymous").update(archived_at=make.NOW)

        assert types(said("uuu", "aaa", "nnn")) == [
            (True, None),
            (True, None),
            (True, "named"),
        ]

    def test_is_none_if_it_was_excluded_at_import(self, said, project):
        said("nnn", "nnn", "nnn")
        chosen = {"start": 0, "end": 3, "rule": "chosen by a lead"}
        learned = {"start": 4, "end": 9, "rule": f"{LEARNED}20 articles"}
        project.articles.update(excluded=[learned, chosen])

        (decided,) = _decided(project)

        excluded = [span for span in decided.spans if span.is_claim is False]
        assert excluded == [DecidedSpan(0, 3, is_claim=False, source_type=None)]


@pytest.mark.django_db
class TestManyArticles:
    def test_are_read_the_newest_first_up_to_a_limit(self, project, lead, people):
        project.overlap = 1
        project.save()
        made = make.articles_of(project, 3)
        rows = [
            ImportedAnnotation(claim.pk, people[0].email, _answer("n"))
            for article in made
            for claim in article.claims.all()
        ]
        import_annotations(project=project, lead=lead, rows=rows, now=make.NOW)
        size = len(made[0].text)

        two = decided_articles(project, most=2, characters=10_000)
        one = decided_articles(project, most=3, characters=size + 1)

        assert [article.sha256 for article in two] == [
            made[2].sha256,
            made[1].sha256,
        ]
        assert [article.sha256 for article in one] == [made[2].sha256]
        assert count_decided(project, most=2) == 2

    def test_cost_few_queries(self, said, project, django_assert_num_queries):
        said("nnn", "nnn", "nnn")

        with django_assert_num_queries(5):
            _decided(project)


class TestTheRuleOfWhatIsLearned:
    def test_is_known_here(self):
        model = Learned("1", 20, Softmax(("named",), (0.0,), {}))

        assert model.rule.startswith(LEARNED)
