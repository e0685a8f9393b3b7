"""The order of a project's articles: who has to look again, and ranking them anew."""

from collections.abc import Callable, Collection, Sequence
from datetime import datetime
from functools import partial

from django.db import transaction
from django.db.models import F, QuerySet

from annotator.models import ActKind, Article, Project, Queue, QueueOrder, User
from annotator.queries.versions import queue_version
from annotator.services.activity import note
from annotator.services.free_places import count_places, hold_articles
from annotator.services.preconditions import check_version
from annotator.services.ranks import ranks, write_ranks
from annotator.services.wake import send

BLOCK = 1000


def look_again(projects: Collection[int]) -> list[Queue]:
    """
    Let everybody look through the queues of some projects from the beginning once.

    It is for what puts an article where somebody may have passed already, and before
    any article is locked that others know of. The queues stay locked.
    """
    queues = list(
        Queue.objects.select_for_update(no_key=True)
        .filter(project__in=projects)
        .order_by("pk")
    )
    # While a queue is ranked, everybody does so anyhow, and its epoch is the ranker's.
    ranked = [one.pk for one in queues if one.ranked_at is not None]
    Queue.objects.filter(pk__in=ranked).update(epoch=F("epoch") + 1)
    return queues


def queue_up(*, project: Project, articles: Sequence[Article]) -> None:
    """
    Put new articles into the queue, in the transaction that stored them.

    They were made with what `project` said when it was read: if its order or overlap
    is another by now, they follow that.
    """
    if not articles:
        return
    (queue,) = look_again([project.pk])
    if _by(queue) != _by(project.queue):
        write_ranks(ranks(queue, [(one.pk, one.sha256) for one in articles]))
    # Read with the queue locked, as whoever changes the overlap holds it too.
    overlap = Project.objects.values_list("overlap", flat=True).get(pk=project.pk)
    if overlap != project.overlap:
        count_places([one.pk for one in articles])


@transaction.atomic
def set_queue(
    *,
    project: Project,
    by: User | None,
    now: datetime,
    order: str | None = None,
    seed: int | None = None,
    expected: Collection[str] | None = None,
    **suggestions: str | float,
) -> Project:
    """
    Hand out the project's articles in another order, or show other suggestions.

    The order is made by a worker; until then the old one holds. `suggestions` are
    fields of the project. What is not given stays. `expected` are the versions of all
    this that may be changed so.

    :raises MovedOn: if it has none of these versions by now
    """
    project = Project.objects.select_for_update(no_key=True).get(pk=project.pk)
    queue = Queue.objects.select_for_update(no_key=True).get(project=project)
    project.queue = queue
    check_version(queue_version(project), expected)
    before = _by(queue)
    changes = {
        name: [was, wanted]
        for name, was, wanted in [
            ("order", queue.order, order),
            ("seed", queue.seed, seed),
            *(
                (name, getattr(project, name), suggestions[name])
                for name in suggestions
            ),
        ]
        if wanted not in {None, was}
    }
    queue.order = queue.order if order is None else order
    queue.seed = queue.seed if seed is None else seed
    queue.save(update_fields=["order", "seed"])
    if _by(queue) != before:
        _rank_anew(queue)
    for name, value in suggestions.items():
        setattr(project, name, value)
    project.save(update_fields=list(suggestions))
    if changes:
        note(
            project=project,
            actor=by,
            kind=ActKind.QUEUE_CHANGED,
            now=now,
            changes=changes,
        )
    return project


def _by(queue: Queue) -> tuple[str, int | None]:
    """Give what decides on the ranks."""
    return queue.order, queue.seed if queue.order == QueueOrder.RANDOM else None


def follow_consensus(*, project: Project) -> None:
    """Rank the project's articles anew if their order is by what is uncertain."""
    queue = (
        Queue.objects.select_for_update(no_key=True)
        .filter(project=project, order=QueueOrder.UNCERTAIN)
        .first()
    )
    if queue is not None:
        _rank_anew(queue)


def _rank_anew(queue: Queue) -> None:
    """Mark that a locked queue is to be ranked; who is at it already begins again."""
    queue.epoch, queue.ranked_at = queue.epoch + 1, None
    queue.save(update_fields=["epoch", "ranked_at"])
    transaction.on_commit(
        partial(send, "annotator.rank_queue", project_id=queue.project_id), robust=True
    )


def send_lost_rankings() -> None:
    """Send again what is still to be ranked: the sweep's part."""
    waiting = Queue.objects.filter(ranked_at=None)
    for project in waiting.values_list("project", flat=True):
        send("annotator.rank_queue", project_id=project)


def rank_queue(*, project_id: int, clock: Callable[[], datetime]) -> bool:
    """
    Write where in their queue a project's articles stand; tell whether that was done.

    Several workers may be at it: while a queue is to be ranked, its epoch is changed
    only by who asks for another ranking, and who worked for an older one stops.
    """
    queue = Queue.objects.filter(project=project_id, ranked_at=None).first()
    if queue is None:
        return False
    articles = Article.objects.filter(project=project_id).order_by("pk")
    rows = articles.values_list("pk", "sha256", "queue_rank")
    last = 0
    while block := list(rows.filter(pk__gt=last)[:BLOCK]):
        last = block[-1][0]
        wanted = ranks(queue, [(pk, sha256) for pk, sha256, _ in block])
        changed = {pk: wanted[pk] for pk, _, rank in block if wanted[pk] != rank}
        if not _write_block(queue, changed):
            return False
    return bool(_in_ranking(queue).update(ranked_at=clock(), epoch=queue.epoch + 1))


@transaction.atomic
def _write_block(queue: Queue, changed: dict[int, float]) -> bool:
    """Store some ranks, unless another ranking is asked for by now."""
    if _in_ranking(queue).select_for_update(no_key=True).first() is None:
        return False
    if changed:
        hold_articles(changed)
        write_ranks(changed)
    return True


def _in_ranking(queue: Queue) -> QuerySet[Queue]:
    return Queue.objects.filter(pk=queue.pk, ranked_at=None, epoch=queue.epoch)
