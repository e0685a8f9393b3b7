"""The articles of a project as those read them who oversee it, with what was said."""

from django.db.models import (
    Count,
    Exists,
    F,
    IntegerField,
    OuterRef,
    Prefetch,
    Q,
    QuerySet,
    Subquery,
    TextField,
)
from django.db.models.functions import Cast, Coalesce

from annotator.models import (
    Annotation,
    Article,
    Claim,
    ClaimProposal,
    ProposalState,
)
from annotator.queries.exports.votes import by_participants


def answered_claims(article: Article, *, replaced: bool = False) -> QuerySet[Claim]:
    """
    Give an article's claims, or those that were replaced, with what each of all says.

    Adds: given, the answers with their annotators and their codes; open_proposals.
    """
    answers = (
        by_participants(Annotation.objects.all(), article.project)
        .annotate(code=F("participant__code"))
        .select_related("annotator", "source_type", "guidelines")
        .defer("guidelines__body")
        .order_by("pk")
    )
    proposals = (
        ClaimProposal.objects.filter(claim=OuterRef("pk"), state=ProposalState.OPEN)
        .order_by()
        .values("claim")
        .annotate(count=Count("pk"))
        .values("count")
    )
    return (
        Claim.objects.filter(article=article, replaced_at__isnull=not replaced)
        .annotate(open_proposals=Coalesce(Subquery(proposals), 0))
        .prefetch_related(Prefetch("annotations", queryset=answers, to_attr="given"))
    )


def do_agree(answers: list[Annotation]) -> bool | None:
    """Tell whether all name one source type; None if fewer than two name any."""
    named = [one.source_type_id for one in answers if not one.skipped]
    return len(set(named)) == 1 if named[1:] else None


def with_remarks(articles: QuerySet[Article]) -> QuerySet[Article]:
    """Add remarks: how many answers are for the lead to look at."""
    remarks = (
        _remarks().values("claim__article").annotate(count=Count("pk")).values("count")
    )
    counted = Subquery(remarks, output_field=IntegerField())
    return articles.annotate(remarks=Coalesce(counted, 0))


def remarked(articles: QuerySet[Article]) -> QuerySet[Article]:
    """Keep the articles of which an answer is for the lead to look at."""
    return articles.filter(Exists(_remarks()))


def _remarks() -> QuerySet[Annotation]:
    """Give the answers on an article's claims that are flagged or have a note."""
    # SQLite finds nothing in a list of JSON but by its text.
    flags = Cast("flags", TextField())
    return (
        Annotation.objects.annotate(flags_text=flags)
        .filter(~Q(note="") | Q(flags_text__contains='"flagged"'))
        .filter(claim__article=OuterRef("pk"), claim__replaced_at=None)
        .order_by()
    )


def neighbors_of(
    article: Article, *, only_remarked: bool = False
) -> tuple[Article | None, Article | None]:
    """Give the articles before and after one in the list: the newest is first."""
    others: QuerySet[Article] = Article.objects.filter(project=article.project_id)
    others = others.only("title")
    if only_remarked:
        others = remarked(others)
    before = others.filter(pk__gt=article.pk).order_by("pk").first()
    return before, others.filter(pk__lt=article.pk).order_by("-pk").first()
