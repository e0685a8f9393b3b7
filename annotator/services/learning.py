"""Learn from a project's own decisions, and let a lead switch that on."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from functools import partial

from django.conf import settings
from django.db import transaction
from django.db.models import Q

from annotator import attribution
from annotator.attribution import Dropped
from annotator.attribution.learned import (
    Decided,
    DecidedText,
    Lesson,
    TooLittle,
    learn,
)
from annotator.errors import DomainError
from annotator.models import ActKind, LearningState, Project, SuggestionModel, User
from annotator.models.learning import SuggestionModelQuerySet
from annotator.queries.decisions import (
    MOST,
    NEEDED,
    DecidedArticle,
    count_decided,
    decided_articles,
)
from annotator.services.activity import note
from annotator.services.wake import send

ENGINE = attribution.VERSION
"""The version of the rules that models refine."""
MOST_CHARACTERS = 20_000_000
MOST_TRIES = 3
LOST = timedelta(seconds=6 * settings.SWEEP_SECONDS)
"""Whoever has shown no sign of work for so long is taken to be gone."""
STEPS = 20
FAILED = (
    "The program failed on this, and its log says why. Tell whoever runs this "
    "installation."
)
GIVEN_UP = (
    f"Each of {MOST_TRIES} tries ended without an answer. Tell whoever runs this "
    "installation."
)


class TooFewDecided(DomainError):
    code = "too_few_decided"


class NothingLearned(DomainError):
    code = "nothing_learned"


class _TakenOver(Exception):
    """Somebody else is at this training, or it is gone."""


def request_training(
    *, project: Project, by: User | None, now: datetime
) -> SuggestionModel:
    """
    Ask the workers to train a model, or give the training that is asked for already.

    :raises TooFewDecided: if there is too little to learn from
    """
    running = project.suggestion_models.in_training().first()
    if running is not None:
        return running
    decided = count_decided(project, most=MOST)
    if decided < NEEDED:
        raise TooFewDecided(
            f"{decided} of the {NEEDED} articles are decided that learning needs. An "
            "article is decided once each of its claims has all its answers."
        )
    return _ask(project, decided, by, now)


@transaction.atomic
def _ask(
    project: Project, decided: int, by: User | None, now: datetime
) -> SuggestionModel:
    project = Project.objects.select_for_update(no_key=True).get(pk=project.pk)
    made, is_new = SuggestionModel.objects.in_training().get_or_create(
        project=project,
        defaults={"articles": decided, "created_at": now, "sent_at": now},
    )
    if is_new:
        note(
            project=project,
            actor=by,
            kind=ActKind.TRAINING_STARTED,
            now=now,
            articles=decided,
        )
        transaction.on_commit(
            partial(send, "annotator.train_suggestions", model_id=made.pk), robust=True
        )
    return made


def send_lost_trainings(*, now: datetime) -> None:
    """Send again what nobody has been at for long: the sweep's part."""
    quiet = _untaken(now).filter(sent_at__lt=now - LOST)
    for pk in quiet.values_list("pk", flat=True):
        quiet.filter(pk=pk).update(sent_at=now)
        send("annotator.train_suggestions", model_id=pk)


def train(*, model_id: int, clock: Callable[[], datetime]) -> bool:
    """
    Train a model, unless somebody is at it; tell whether it is ready.

    What it comes to is stored at once and only by who still holds it. A worker that is
    killed leaves it to the next, and what kills each worker is given up.
    """
    model = _take(model_id, clock())
    if model is None:
        return False
    try:
        lesson = learn(
            _taught(model.project),
            count=model.articles,
            progress=_teller(model, clock),
        )
        if lesson.articles < NEEDED:
            raise TooLittle(f"Only {lesson.articles} articles are decided by now.")
    except _TakenOver:
        return False
    except TooLittle as little:
        _end(model, LearningState.TOO_FEW, str(little), clock())
        return False
    except Exception:
        _end(model, LearningState.FAILED, FAILED, clock())
        raise
    return _keep(model, lesson, clock())


@transaction.atomic
def switch(*, project: Project, is_on: bool, by: User | None, now: datetime) -> None:
    """
    Let new articles' suggestions be refined by the newest model, or by none.

    :raises NothingLearned: if there is no model
    """
    project = Project.objects.select_for_update(no_key=True).get(pk=project.pk)
    models = project.suggestion_models.defer("weights")
    newest = models.filter(state=LearningState.READY).first()
    if is_on and newest is None:
        raise NothingLearned("No model has been trained in this project yet.")
    was_on = bool(models.filter(is_on=True).update(is_on=False))
    if is_on and newest is not None:
        models.filter(pk=newest.pk).update(is_on=True)
    if was_on != is_on:
        note(
            project=project,
            actor=by,
            kind=ActKind.SETTINGS_CHANGED,
            now=now,
            changes={"learned_suggestions": [was_on, is_on]},
        )


def _untaken(now: datetime) -> SuggestionModelQuerySet:
    free = Q(taken_at=None) | Q(taken_at__lt=now - LOST)
    return SuggestionModel.objects.in_training().filter(free)


@transaction.atomic
def _take(model_id: int, now: datetime) -> SuggestionModel | None:
    """Note that a training is begun, for the sweep and for other workers."""
    model = (
        _untaken(now)
        .filter(pk=model_id)
        .select_for_update(of=("self",))
        .select_related("project")
        .first()
    )
    if model is None:
        return None
    if model.tried == MOST_TRIES:
        _end(model, LearningState.FAILED, GIVEN_UP, now)
        return None
    model.tried += 1
    model.state, model.taken_at, model.progress = LearningState.TRAINING, now, 0.0
    model.save(update_fields=["state", "taken_at", "progress", "tried"])
    return model


def _taught(project: Project) -> Iterator[DecidedText]:
    for article in decided_articles(project, most=MOST, characters=MOST_CHARACTERS):
        yield _as_taught(article)


def _as_taught(article: DecidedArticle) -> DecidedText:
    return DecidedText(
        key=article.sha256,
        text=article.text,
        title=article.title,
        dropped=tuple(Dropped(**line) for line in article.dropped),
        claims=tuple(
            Decided(one.start, one.end, one.is_claim, one.source_type)
            for one in article.spans
        ),
    )


def _held(model: SuggestionModel) -> SuggestionModelQuerySet:
    """Give the training, if it is still this worker's."""
    return SuggestionModel.objects.in_training().filter(pk=model.pk, tried=model.tried)


def _teller(
    model: SuggestionModel, clock: Callable[[], datetime]
) -> Callable[[float], None]:
    """Give what notes progress now and then, as a sign of work."""
    told = 0.0

    def tell(share: float) -> None:
        nonlocal told
        if share < 1 and share - told < 1 / STEPS:
            return
        told = share
        if not _held(model).update(progress=share, taken_at=clock()):
            raise _TakenOver

    return tell


def _end(
    model: SuggestionModel, state: LearningState, error: str, now: datetime
) -> None:
    _held(model).update(state=state, error=error, ended_at=now)


@transaction.atomic
def _keep(model: SuggestionModel, lesson: Lesson, now: datetime) -> bool:
    learned = lesson.learned
    if not _held(model).update(
        state=LearningState.READY,
        version=learned.version,
        engine=learned.engine,
        articles=lesson.articles,
        claims=lesson.claims,
        figures=lesson.figures,
        weights=learned.to_json(),
        ended_at=now,
    ):
        return False
    # Their figures stay; nobody can switch them on again.
    old = SuggestionModel.objects.filter(project=model.project, is_on=False)
    old.exclude(pk=model.pk).update(weights=None)
    return True
