"""Find the labels behind the answers: Dawid and Skene's model over a project."""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from typing import Any

import numpy as np
import numpy.typing as npt
from django.db import connection, transaction
from django.db.models import Q

from annotator.metrics import ENGINE, DawidSkene, dawid_skene
from annotator.models import (
    ArticlePosterior,
    Consensus,
    DisputedClaim,
    Project,
    User,
)
from annotator.queries.posteriors import packed
from annotator.queries.ratings import Declared, counted_in_blocks, declared_labels
from annotator.services.queueing import follow_consensus
from annotator.services.wake import send

LOST = timedelta(minutes=10)
"""A run that has not ended after so long was lost with its worker."""
STEP = 1000


@transaction.atomic
def ask_for_consensus(*, project: Project, now: datetime) -> Consensus:
    """Ask the workers for a consensus, or give the one that is asked for already."""
    project = Project.objects.select_for_update(no_key=True).get(pk=project.pk)
    asked, is_new = Consensus.objects.get_or_create(
        project=project, finished_at=None, defaults={"asked_at": now}
    )
    if is_new:
        transaction.on_commit(
            partial(send, "annotator.find_consensus", consensus_id=asked.pk),
            robust=True,
        )
    return asked


def send_lost(*, now: datetime) -> None:
    """Send again what was asked for and is not at work: the sweep's part."""
    waiting = Q(started_at=None) | Q(started_at__lt=now - LOST)
    for pk in Consensus.objects.filter(waiting, finished_at=None).values_list(
        "pk", flat=True
    ):
        send("annotator.find_consensus", consensus_id=pk)


def find_consensus(*, consensus_id: int, clock: Callable[[], datetime]) -> bool:
    """
    Run the model on what is counted now, and keep the posteriors; tell whether it ran.

    Memory grows with the answers, about 16 bytes each, and never with their text.
    """
    begun = clock()
    waiting = Q(started_at=None) | Q(started_at__lt=begun - LOST)
    if not Consensus.objects.filter(waiting, pk=consensus_id, finished_at=None).update(
        started_at=begun
    ):
        return False
    run = Consensus.objects.select_related("project").get(pk=consensus_id)
    declared = declared_labels(run.project)
    # Posteriors are read by these labels, from the first one that is written.
    run.labels = list(declared.source_types)
    run.save(update_fields=["labels"])
    columns = _Columns(run.project, declared)
    found = dawid_skene(
        columns.claim,
        columns.rater,
        columns.label,
        size_units=len(columns.claims),
        size_raters=len(columns.raters),
        size_labels=len(declared.source_types),
    )
    for start in range(0, len(columns.articles), STEP):
        _write(run, columns, found, slice(start, start + STEP))
    run.figures = _figures(found, columns.raters)
    run.engine = ENGINE
    run.claims = len(columns.claims)
    with transaction.atomic():
        ArticlePosterior.objects.filter(article__project=run.project).exclude(
            consensus=run
        ).delete()
        run.finished_at = clock()
        run.save()
        follow_consensus(project=run.project)
    return True


class _Columns:
    """Everything that was counted, as small columns, by article and claim."""

    def __init__(self, project: Project, declared: Declared) -> None:
        claims, articles, sizes, raters, labels = [], [], [], [], []
        for records in counted_in_blocks(project):
            ids, first, size = np.unique(
                records["claim"], return_index=True, return_counts=True
            )
            order = np.argsort(first)
            claims.append(ids[order].astype(np.int64))
            sizes.append(size[order])
            articles.append(records["article"][first[order]].astype(np.int64))
            raters.append(records["annotator"].astype(np.int32))
            types, which = np.unique(records["source_type"], return_inverse=True)
            places = np.array([declared.places[pk] for pk in types.tolist()], np.int16)
            labels.append(places[which])
        self.claims = _joined(claims, np.int64)
        self.label = _joined(labels, np.int16)
        self.raters, rater = np.unique(_joined(raters, np.int32), return_inverse=True)
        self.rater = rater.astype(np.int32)
        self.claim = np.repeat(
            np.arange(len(self.claims), dtype=np.int32), _joined(sizes, np.int64)
        )
        self.articles, self.first = np.unique(
            _joined(articles, np.int64), return_index=True
        )
        self.ends = np.r_[self.first[1:], len(self.claims)].astype(np.int64)


def _joined(parts: list[Any], kind: type[np.integer[Any]]) -> npt.NDArray[Any]:
    return np.concatenate([np.zeros(0, kind), *parts])


def _write(run: Consensus, columns: _Columns, found: DawidSkene, some: slice) -> None:
    """Keep the posteriors of some articles, and how uncertain their claims are."""
    articles = columns.articles[some].tolist()
    bounds = zip(columns.first[some], columns.ends[some], strict=True)
    rows = [
        ArticlePosterior(
            article_id=article,
            consensus=run,
            posteriors=packed(columns.claims[low:high], found.posterior[low:high]),
        )
        for article, (low, high) in zip(articles, bounds, strict=True)
    ]
    low, high = columns.first[some][0], columns.ends[some][-1]
    with transaction.atomic():
        ArticlePosterior.objects.bulk_create(
            rows,
            update_conflicts=True,
            unique_fields=["article"],
            update_fields=["consensus", "posteriors"],
        )
        _write_entropies(
            columns.claims[low:high].tolist(), found.entropy[low:high].tolist()
        )


def _write_entropies(claims: list[int], entropies: list[float]) -> None:
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(
                """
                UPDATE annotator_disputedclaim d SET entropy = e.entropy
                FROM unnest(%s::bigint[], %s::float8[]) AS e(claim, entropy)
                WHERE d.claim_id = e.claim
                """,
                [claims, entropies],
            )
        return
    by_claim = dict(zip(claims, entropies, strict=True))
    disputed = list(DisputedClaim.objects.filter(claim__in=claims))
    for one in disputed:
        one.entropy = by_claim[one.claim_id]
    DisputedClaim.objects.bulk_update(disputed, ["entropy"], batch_size=500)


def _figures(found: DawidSkene, raters: npt.NDArray[Any]) -> dict[str, Any]:
    """Give what is stored and shown of the model itself."""
    ids = raters.tolist()
    names = dict(User.objects.filter(pk__in=ids).values_list("pk", "name"))
    return {
        "status": str(found.status),
        "log_likelihood": found.log_likelihood,
        "iterations": found.iterations,
        "converged": found.converged,
        "marginals": found.marginals.tolist(),
        "annotators": [
            {"id": pk, "name": names.get(pk, ""), "error_rates": rates.tolist()}
            for pk, rates in zip(ids, found.error_rates, strict=True)
        ],
    }
