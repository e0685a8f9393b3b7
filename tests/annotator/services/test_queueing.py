"""The order in which articles are handed out, and the worker that makes it."""

import pytest

from annotator.models import Article, ArticlePosterior, Project, Queue
from annotator.services import consensus, projects, queueing
from annotator.services.ranks import mean_entropy
from annotator.tasks import rank_queue, sweep
from tests import importing, make, queues

pytestmark = pytest.mark.django_db


def rank(project):
    return queueing.rank_queue(project_id=project.pk, clock=lambda: make.NOW)


def in_order(project):
    articles = Article.objects.filter(project=project)
    return list(articles.order_by("queue_rank", "pk").values_list("pk", flat=True))


def ranks(project):
    return dict(project.articles.values_list("pk", "queue_rank"))


@pytest.fixture
def project(ana):
    made = make.project(annotators=(ana,))
    make.articles_of(made, 8)
    return made


class TestARandomOrder:
    def test_is_the_same_for_the_same_seed(self, project):
        orders = []
        for seed in (1, 2, 1):
            queueing.set_queue(
                project=project, by=None, now=make.NOW, order="random", seed=seed
            )
            rank(project)
            orders.append(in_order(project))

        assert orders[0] == orders[2] != orders[1]
        assert sorted(orders[0]) != orders[0]

    def test_has_a_place_for_what_comes_in_later(self, project, lead):
        queueing.set_queue(
            project=project, by=None, now=make.NOW, order="random", seed=1
        )
        rank(project)

        make.article(Project.objects.get(pk=project.pk), make.text(100))
        importing.work(importing.start(project, make.jsonl({"text": make.text(101)})))

        before = ranks(project)
        Queue.objects.update(ranked_at=None)
        rank(project)
        assert before == ranks(project)
        assert len({*before.values()}) == 10

    def test_is_that_in_which_articles_are_leased(self, project, ana):
        queueing.set_queue(
            project=project, by=None, now=make.NOW, order="random", seed=5
        )
        rank(project)

        leased = [article.pk for article in make.lease(project, ana)]

        assert leased == in_order(project)


class TestTheMostUncertain:
    def test_come_first_by_their_suggestions(self, ana):
        project = make.project(annotators=(ana,))
        queueing.set_queue(project=project, by=None, now=make.NOW, order="uncertain")
        rank(project)
        sure, unsure, half = (
            make.article(Project.objects.get(pk=project.pk), make.text(n))
            for n in range(3)
        )
        for article, score in ((sure, 0.9), (unsure, 0.2), (half, 0.5)):
            for claim in article.claims.all():
                # One is above and one below the mean.
                claim.suggestion["score"] = score + {1: 0.1, 2: -0.1}.get(
                    claim.number, 0
                )
                claim.save()

        Queue.objects.update(ranked_at=None)
        rank(project)

        assert in_order(project) == [unsure.pk, half.pk, sure.pk]
        assert ranks(project)[unsure.pk] == pytest.approx(-0.8)

    def test_are_ranked_the_same_when_they_come_in(self, ana):
        project = make.project(annotators=(ana,))
        queueing.set_queue(project=project, by=None, now=make.NOW, order="uncertain")
        rank(project)
        make.articles_of(Project.objects.get(pk=project.pk), 3)
        before = ranks(project)

        Queue.objects.update(ranked_at=None)
        rank(project)

        assert ranks(project) == pytest.approx(before)
        assert all(-1 <= one < 0 for one in before.values())

    def test_come_first_by_a_consensus_where_there_is_one(self):
        people = [make.user(name) for name in ("Ana", "Ben", "Cleo")]
        project = make.annotated_project(people, ["nnn", "nnn", "aaa"])
        split = make.article(project, make.text(1))
        make.article(project, make.text(2))
        for person, said in zip(people, ["named", "anonymous", "unclear"], strict=True):
            make.lease(project, person)
            for claim in split.claims.all():
                make.annotate(claim, person, said)
        queueing.set_queue(project=project, by=None, now=make.NOW, order="uncertain")
        rank(project)

        asked = consensus.ask_for_consensus(project=project, now=make.NOW)
        consensus.find_consensus(consensus_id=asked.pk, clock=lambda: make.NOW)

        assert Queue.objects.get().ranked_at is None
        rank(project)
        found = ranks(project)
        for stored in ArticlePosterior.objects.all():
            assert -1 <= found[stored.article_id] <= 0
        assert found[split.pk] < found[project.articles.order_by("pk")[0].pk]

    def test_are_as_uncertain_as_can_be_where_all_labels_are_as_likely(self):
        assert mean_entropy([[0.25] * 4]) == pytest.approx(1)
        assert mean_entropy([[1.0, 0, 0], [0, 1.0, 0]]) == 0
        assert mean_entropy([[0.5, 0.5], [1.0, 0]]) == pytest.approx(0.5)
        assert mean_entropy([]) == 0


class TestRanking:
    def test_is_not_asked_for_where_nothing_changes(self, project):
        queueing.set_queue(
            project=project, by=None, now=make.NOW, order="oldest", seed=9
        )

        assert Queue.objects.get().ranked_at is not None

    def test_lets_everybody_look_from_the_beginning(self, project, ana):
        make.lease(project, ana, limit=6)
        ana.assignments.update(state="done")
        queueing.set_queue(
            project=project, by=None, now=make.NOW, order="random", seed=1
        )
        rank(project)

        assert len(make.lease(project, ana)) == 2

    def test_stops_for_a_newer_one(self, project, monkeypatch):
        """As if the order were changed there and back while a worker is at it."""
        monkeypatch.setattr(queueing, "BLOCK", 2)
        queueing.set_queue(
            project=project, by=None, now=make.NOW, order="random", seed=1
        )
        write = queueing.write_ranks
        wrote = []

        def change_meanwhile(ranked):
            write(ranked)
            if not wrote:
                wrote.append(ranked)
                for seed in (2, 1):
                    queueing.set_queue(
                        project=Project.objects.get(pk=project.pk),
                        by=None,
                        now=make.NOW,
                        seed=seed,
                    )
                    if seed == 2:
                        write(dict.fromkeys(ranks(project), 0.5))

        monkeypatch.setattr(queueing, "write_ranks", change_meanwhile)

        assert not rank(project)
        assert Queue.objects.get().ranked_at is None
        assert rank(project)
        assert len({*ranks(project).values()}) == 8

    def test_whose_message_was_lost_is_found_by_the_sweep(self, project, monkeypatch):
        sent = []
        queueing.set_queue(
            project=project, by=None, now=make.NOW, order="random", seed=1
        )
        monkeypatch.setattr(
            queueing, "send", lambda task, **arguments: sent.append((task, arguments))
        )

        sweep()

        assert sent == [("annotator.rank_queue", {"project_id": project.pk})]

    def test_is_done_by_a_task_and_only_once(self, project):
        queueing.set_queue(
            project=project, by=None, now=make.NOW, order="random", seed=1
        )

        rank_queue(project_id=project.pk)
        epoch = Queue.objects.get().epoch
        rank_queue(project_id=project.pk)

        assert Queue.objects.get().epoch == epoch

    @pytest.mark.parametrize("order", ["random", "uncertain"])
    def test_costs_the_same_however_many_are_in_a_block(
        self, project, order, django_assert_max_num_queries
    ):
        queueing.set_queue(project=project, by=None, now=make.NOW, order=order, seed=1)

        with django_assert_max_num_queries(11):
            rank(project)


class TestArticlesThatComeIn:
    def test_follow_an_order_that_was_changed_meanwhile(self, project):
        stale = Project.objects.select_related("queue").get(pk=project.pk)
        queueing.set_queue(
            project=project, by=None, now=make.NOW, order="random", seed=1
        )
        rank(project)

        article = make.article(stale, make.text(50))

        assert 0 < Article.objects.get(pk=article.pk).queue_rank < 1

    def test_follow_an_overlap_that_was_changed_meanwhile(self, project):
        stale = Project.objects.get(pk=project.pk)
        projects.set_overlap(project=project, overlap=5)

        article = make.article(stale, make.text(50))

        assert Article.objects.get(pk=article.pk).open_places == 5

    def test_are_found_by_who_has_passed_their_place(self, project, ana):
        queueing.set_queue(
            project=project, by=None, now=make.NOW, order="random", seed=1
        )
        rank(project)
        make.lease(project, ana)

        made = [
            make.article(Project.objects.get(pk=project.pk), make.text(n))
            for n in range(20, 26)
        ]

        ana.assignments.update(state="done")
        assert {one.pk for one in make.lease(project, ana)} == {one.pk for one in made}


class TestAnotherOverlap:
    def test_frees_places_and_lets_everybody_look_again(self):
        ana, ben = make.user("Ana"), make.user("Ben")
        project = make.project(annotators=(ana, ben), overlap=1)
        article = make.article(project)
        make.lease(project, ana)
        assert make.lease(project, ben) == []

        projects.set_overlap(project=project, overlap=2)

        assert make.lease(project, ben) == [article]
        queues.check_places(project)

    def test_takes_nobodys_place(self):
        ana, ben = make.user("Ana"), make.user("Ben")
        project = make.project(annotators=(ana, ben), overlap=2)
        make.article(project)
        make.lease(project, ana)
        make.lease(project, ben)

        projects.set_overlap(project=project, overlap=1)

        assert [one.state for one in project.articles.get().assignments.all()] == [
            "open",
            "open",
        ]
        queues.check_places(project)
