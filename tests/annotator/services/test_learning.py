"""Training on what a project decided: when, by whom, and what becomes of it."""

import pytest
from django.db import IntegrityError

from annotator import attribution
from annotator.attribution.learned import Learned
from annotator.models import Project, Role, SuggestionModel
from annotator.services import learning, refinement
from annotator.services.articles import import_article
from tests import make
from tests.annotator.attribution import decided
from tests.learning import answer, clock, decided_once, decided_project, trained

NEW = (
    "The mill in Ives will close, according to federal officials. "
    "But nobody in Ives was surprised by the news."
)
LATER = make.NOW + 2 * learning.LOST


@pytest.fixture(scope="module")
def made_once(django_db_setup, django_db_blocker):
    with decided_once(django_db_blocker, articles=16) as key:
        yield key


@pytest.fixture
def project(made_once, db):
    return Project.objects.get(pk=made_once)


@pytest.fixture
def lead(project):
    return project.memberships.get(role=Role.LEAD).user


@pytest.fixture
def ana(project):
    return project.memberships.get(role=Role.ANNOTATOR).user


@pytest.mark.django_db
class TestTraining:
    def test_learns_what_the_project_decided(self, project):
        model = trained(project)

        assert (model.state, model.articles, model.progress) == ("ready", 16, 1)
        types = model.figures["types"]
        assert types["learned"]["value"] > types["rules"]["value"]
        assert model.figures["claims"]["learned"]["value"] == 1
        assert model.engine == attribution.VERSION
        assert Learned.from_json(model.weights).version == model.version

    def test_comes_to_the_same_again(self, project):
        first, second = trained(project), trained(project)

        assert first.pk != second.pk
        assert first.version == second.version

    def test_is_refused_while_too_little_is_decided(self, lead, ana):
        project = decided_project(lead=lead, annotator=ana, articles=14)

        with pytest.raises(learning.TooFewDecided, match="14 of the 15 articles"):
            learning.request_training(project=project, by=None, now=make.NOW)

        assert not SuggestionModel.objects.exists()

    def test_is_asked_for_once(self, project):
        first = learning.request_training(project=project, by=None, now=make.NOW)

        assert learning.request_training(project=project, by=None, now=LATER) == first

    def test_is_done_by_one_worker(self, project):
        asked = learning.request_training(project=project, by=None, now=make.NOW)
        SuggestionModel.objects.update(state="training", taken_at=make.NOW, tried=1)

        assert not learning.train(model_id=asked.pk, clock=clock)

    def test_is_taken_up_again_when_its_worker_was_lost(self, project):
        asked = learning.request_training(project=project, by=None, now=make.NOW)
        SuggestionModel.objects.update(state="training", taken_at=make.NOW, tried=1)

        assert learning.train(model_id=asked.pk, clock=lambda: LATER)

        asked.refresh_from_db()
        assert (asked.state, asked.tried) == ("ready", 2)

    def test_is_given_up_when_it_was_begun_too_often(self, project):
        asked = learning.request_training(project=project, by=None, now=make.NOW)
        SuggestionModel.objects.update(
            state="training", taken_at=make.NOW, tried=learning.MOST_TRIES
        )

        assert not learning.train(model_id=asked.pk, clock=lambda: LATER)

        asked.refresh_from_db()
        assert asked.state == "failed"
        assert "Each of 3 tries ended without an answer" in asked.error
        assert learning.request_training(project=project, by=None, now=LATER) != asked

    def test_that_was_taken_over_stores_nothing(self, project):
        asked = learning.request_training(project=project, by=None, now=make.NOW)

        def interrupted():
            SuggestionModel.objects.filter(tried=1).update(tried=2)
            return make.NOW

        assert not learning.train(model_id=asked.pk, clock=interrupted)

        asked.refresh_from_db()
        assert (asked.state, asked.weights) == ("training", None)

    def test_says_when_there_was_too_little_after_all(self, project, ana):
        for claim in project.articles.first().claims.all():
            claim.annotations.all().delete()
        asked = learning.request_training(project=project, by=None, now=make.NOW)
        for claim in project.articles.last().claims.all():
            claim.annotations.all().delete()

        assert not learning.train(model_id=asked.pk, clock=clock)

        asked.refresh_from_db()
        assert (asked.state, asked.ended_at) == ("too_few", make.NOW)
        assert asked.error == "Only 14 articles are decided by now."

    def test_of_a_project_that_is_gone_is_nothing(self):
        assert not learning.train(model_id=1, clock=clock)


@pytest.mark.django_db
class TestLostMessages:
    def test_are_sent_again(self, project):
        asked = learning.request_training(project=project, by=None, now=make.NOW)

        learning.send_lost_trainings(now=make.NOW)
        asked.refresh_from_db()
        assert asked.sent_at == make.NOW
        learning.send_lost_trainings(now=LATER)

        asked.refresh_from_db()
        assert asked.sent_at == LATER


@pytest.mark.django_db
class TestSwitching:
    def test_needs_a_model(self, project):
        with pytest.raises(learning.NothingLearned):
            learning.switch(project=project, is_on=True, by=None, now=make.NOW)

    def test_turns_one_on_at_a_time(self, project):
        first = trained(project)
        learning.switch(project=project, is_on=True, by=None, now=make.NOW)
        second = trained(project)
        learning.switch(project=project, is_on=True, by=None, now=make.NOW)

        first.refresh_from_db()
        second.refresh_from_db()
        assert (first.is_on, second.is_on) == (False, True)

    def test_is_guarded_by_the_database(self, project):
        first, _ = trained(project), trained(project)
        learning.switch(project=project, is_on=True, by=None, now=make.NOW)

        with pytest.raises(IntegrityError):
            SuggestionModel.objects.filter(pk=first.pk).update(is_on=True)

    def test_forgets_the_weights_of_what_nobody_uses(self, project):
        trained(project)
        learning.switch(project=project, is_on=True, by=None, now=make.NOW)
        trained(project)
        trained(project)

        kept = SuggestionModel.objects.order_by("pk").values_list("weights", flat=True)
        assert [weights is not None for weights in kept] == [True, False, True]


@pytest.mark.django_db
class TestSuggestions:
    def test_are_the_rules_while_nothing_is_on(self, project):
        trained(project)

        stored = make.article(project, NEW)

        suggestion = stored.claims.first().suggestion
        assert suggestion["source_type"] == "anonymous"
        assert suggestion["version"] == attribution.VERSION
        assert stored.excluded == []

    def test_are_refined_while_a_model_is_on(self, project):
        model = trained(project)
        learning.switch(project=project, is_on=True, by=None, now=make.NOW)

        stored = make.article(project, NEW)

        suggestion = stored.claims.get().suggestion
        assert suggestion["source_type"] == "official_statement"
        assert suggestion["rule"] == "learned from 16 articles of this project"
        assert suggestion["version"] == f"{attribution.VERSION}+{model.version}"
        assert stored.extraction_version == suggestion["version"]
        assert [one["rule"] for one in stored.excluded] == [suggestion["rule"]]

    def test_are_not_made_where_the_rules_are_silent(self, project, lead):
        trained(project)
        learning.switch(project=project, is_on=True, by=None, now=make.NOW)

        stored = import_article(
            project=project, lead=lead, text=NEW, language="de", now=make.NOW
        )

        assert [one.suggestion for one in stored.claims.all()] == [None, None]
        assert stored.excluded == []

    def test_are_the_rules_again_once_it_is_off(self, project):
        trained(project)
        learning.switch(project=project, is_on=True, by=None, now=make.NOW)
        learning.switch(project=project, is_on=False, by=None, now=make.NOW)

        assert refinement.learned_by(project) is None

    def test_are_the_rules_if_the_model_cannot_be_read(self, project, caplog):
        model = trained(project)
        learning.switch(project=project, is_on=True, by=None, now=make.NOW)
        weights = {**model.weights, "format": 0}
        SuggestionModel.objects.update(weights=weights, version="of another program")

        stored = make.article(project, NEW)

        suggestion = stored.claims.first().suggestion
        assert suggestion["version"] == attribution.VERSION
        assert "cannot be read" in caplog.text

    def test_of_other_projects_stay_the_rules(self, project):
        trained(project)
        learning.switch(project=project, is_on=True, by=None, now=make.NOW)

        suggestion = make.article(make.project(), NEW).claims.first().suggestion

        assert suggestion["version"] == attribution.VERSION

    def test_do_not_teach_themselves(self, project, ana):
        before = trained(project)
        learning.switch(project=project, is_on=True, by=None, now=make.NOW)
        stored = make.article(project, f"{decided.text_of(90)} {NEW}")
        assert stored.excluded
        answer(project, ana, [stored])

        after = trained(project)

        said = [one.figures["claims"]["labels"] for one in (before, after)]
        counts = [
            {row["label"]: row["claims"] for row in labels}["no_claim"]
            for labels in said
        ]
        assert after.articles == before.articles + 1
        assert counts[0] == counts[1]
