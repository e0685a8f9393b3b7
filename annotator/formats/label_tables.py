"""The columns of the exported tables; docs/export.md is the contract."""

from collections.abc import Sequence

from annotator.formats.columns import Column, Kind, ListOf, Record, all_nullable

SPAN = Record((Column("start", Kind.COUNT), Column("end", Kind.COUNT)))

_ARTICLE = (
    Column("article_id", Kind.ID),
    Column("article_sha256", Kind.WORD),
    Column("article_title", Kind.WORD),
    Column("article_outlet", Kind.WORD),
)
_SAID = (
    Column("annotator", Kind.WORD),
    Column("source_type", Kind.WORD, nullable=True),
    Column("confidence", Kind.COUNT, nullable=True),
    Column("skipped", Kind.TRUTH),
    Column("skip_reason", Kind.WORD),
    Column("flags", ListOf(Kind.WORD)),
    Column("note", Kind.TEXT),
    Column("seconds", Kind.NUMBER, nullable=True),
    Column("source", SPAN, nullable=True),
    Column("cue", SPAN, nullable=True),
    Column("suggestion_shown", Kind.TRUTH),
    Column("suggestion_accepted", Kind.TRUTH, nullable=True),
    Column("guideline_revision", Kind.COUNT),
    Column("version", Kind.COUNT),
)
_ANNOTATION = (
    Column("annotation_id", Kind.ID),
    *_ARTICLE,
    Column("article_published_on", Kind.DAY, nullable=True),
    Column("claim_id", Kind.ID),
    Column("claim_number", Kind.COUNT),
    Column("claim_replaced", Kind.TRUTH),
    Column("start", Kind.COUNT),
    Column("end", Kind.COUNT),
    Column("quote", Kind.TEXT),
    *_SAID,
    Column("created_at", Kind.TIME),
    Column("updated_at", Kind.TIME),
)
_WHO = (Column("annotator_id", Kind.ID), Column("annotator_name", Kind.WORD))
_VOTE = Record(
    (Column("annotation_id", Kind.ID), *_SAID, Column("updated_at", Kind.TIME))
)
_DECISION = Record(
    (
        Column("source_type", Kind.WORD, nullable=True),
        Column("by", Kind.WORD),
        Column("answers", Kind.COUNT),
        Column("votes", Kind.COUNT),
    )
)


def annotation_columns(*, names: bool = False) -> tuple[Column, ...]:
    """Give the columns of annotations; `names` adds who the annotators are."""
    return _ANNOTATION + _WHO if names else _ANNOTATION


def claim_columns(labels: Sequence[str], *, text: bool = False) -> tuple[Column, ...]:
    """Give the columns of claims whose answers are `labels`; `text` adds the text."""
    shares = Record(tuple(Column(one, Kind.NUMBER) for one in labels))
    posterior = Record(tuple(Column(one, Kind.NUMBER, nullable=True) for one in labels))
    return (
        Column("claim_id", Kind.ID),
        *_ARTICLE,
        Column("article_author", Kind.WORD),
        Column("article_url", Kind.WORD),
        Column("article_published_on", Kind.DAY, nullable=True),
        Column("claim_number", Kind.COUNT),
        Column("origin", Kind.WORD),
        Column("start", Kind.COUNT),
        Column("end", Kind.COUNT),
        Column("start_utf16", Kind.COUNT),
        Column("end_utf16", Kind.COUNT),
        Column("quote", Kind.TEXT),
        Column("prefix", Kind.TEXT),
        Column("suffix", Kind.TEXT),
        *([Column("text", Kind.WORD)] if text else []),
        Column("votes", ListOf(_VOTE)),
        Column("answers", Kind.COUNT),
        Column("skips", Kind.COUNT),
        Column("majority", Kind.WORD, nullable=True),
        Column("tied", ListOf(Kind.WORD)),
        Column("shares", shares, nullable=True),
        Column("soft_label", shares, nullable=True),
        Column("agreement", Kind.NUMBER, nullable=True),
        Column("decision", _DECISION, nullable=True),
        Column("collapsed", Kind.WORD, nullable=True),
        Column("posterior", posterior, nullable=True),
        Column("posterior_entropy", Kind.NUMBER, nullable=True),
        Column("consensus", Kind.ID, nullable=True),
    )


def changed_columns(columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """Give the columns of what has changed: most are null for what is gone."""
    return (
        *all_nullable(columns),
        Column("deleted", Kind.TRUTH),
        Column("cursor", Kind.TEXT),
    )
