"""All that has to be known to take an annotator's answer in, with one query."""

import json
from functools import cache
from typing import Any, NamedTuple
from uuid import UUID

from django.db import connection

from annotator.models import Annotation, Guidelines, SourceType

FIELDS = Annotation._meta.concrete_fields  # noqa: SLF001  # its documented API
NAMES = [one.attname for one in FIELDS]
CLIENT_ID = FIELDS[NAMES.index("client_id")]

# Written out, for it is asked at every save: to have Django write it took longer than
# all the rest of a save.
STANDING = f"""
SELECT a.id, a.state, a.answered, a.skipped, a.lease_until,
    r.claim_count, r.open_places,
    p.id, p.state, p.confidence_words, c.replaced_at IS NOT NULL,
    c.suggestion IS NOT NULL,
    CASE WHEN %(with_length)s THEN length(r.text) ELSE 0 END,
    (SELECT t.id FROM annotator_sourcetype t
        WHERE t.project_id = p.id AND t.key = %(source_type)s
            AND (t.archived_at IS NULL OR t.id = m.source_type_id)),
    EXISTS (SELECT 1 FROM annotator_annotationevent e
        WHERE e.annotator_id = %(annotator)s AND e.client_id = %(client_id)s),
    (SELECT g.id FROM annotator_guidelines g
        WHERE g.project_id = p.id AND g.number = coalesce(%(revision)s, g.number)
        ORDER BY g.number DESC LIMIT 1),
    coalesce(%(revision)s,
        (SELECT max(g.number) FROM annotator_guidelines g WHERE g.project_id = p.id)),
    (SELECT t.key FROM annotator_sourcetype t WHERE t.id = m.source_type_id),
    (SELECT g.number FROM annotator_guidelines g WHERE g.id = m.guidelines_id),
    {", ".join(f"m.{name}" for name in NAMES)}
FROM annotator_claim c
JOIN annotator_article r ON r.id = c.article_id
JOIN annotator_project p ON p.id = r.project_id
JOIN annotator_membership w ON w.project_id = p.id AND w.user_id = %(annotator)s
    AND w.role IN ('lead', 'annotator')
JOIN annotator_assignment a ON a.article_id = r.id AND a.annotator_id = %(annotator)s
LEFT JOIN annotator_annotation m
    ON m.claim_id = c.id AND m.annotator_id = %(annotator)s
WHERE c.id = %(claim)s
"""  # noqa: S608  # nothing from outside is in it


class Named(NamedTuple):
    """
    What a save names, and with it what is to be found.

    `source_type` is looked up by its key; of what is archived, only what the annotation
    has already counts. `revision` is that of the guidelines, None for the one in force.
    The length of the article's text is 0 unless it is asked for: it costs as much as
    reading the text.
    """

    claim: int
    annotator: int
    client_id: UUID
    source_type: str | None
    revision: int | None
    with_length: bool


class Standing(NamedTuple):
    """
    How things stand with an annotator and a claim, at one moment.

    `lease_until` is as the database keeps it. `guidelines` is None if there is no such
    revision, and has its number alone else.
    """

    assignment: int
    state: str
    answered: int
    skipped: int
    lease_until: Any
    claim_count: int
    open_places: int
    project: int
    project_state: str
    words: str
    is_replaced: bool
    has_suggestion: bool
    length: int
    source_type: int | None
    is_known: bool
    guidelines: Guidelines | None
    annotation: Annotation | None

    @property
    def points(self) -> int:
        """Give the length of the confidence scale."""
        return len(json.loads(self.words))


def standing(named: Named) -> Standing | None:
    """Say how things stand, None if the claim's article never was the annotator's."""
    client_id = CLIENT_ID.get_db_prep_value(named.client_id, connection)
    asked = {**named._asdict(), "client_id": client_id}
    with connection.cursor() as cursor:
        cursor.execute(STANDING, asked)
        row = cursor.fetchone()
    if row is None:
        return None
    cut = len(Standing._fields) - 2
    pk, revision, key, number, *columns = row[cut:]
    guidelines = None if pk is None else Guidelines(pk=pk, number=revision)
    facts: list[Any] = [*row[:cut], guidelines, _annotation(columns, key, number)]
    return Standing(*facts)


@cache
def _conversions() -> list[tuple[int, Any, Any]]:
    """Give what this database needs to give fields their values, by their place."""
    return [
        (place, convert, column)
        for place, field in enumerate(FIELDS)
        for column in [field.get_col("m")]
        for convert in (
            *connection.ops.get_db_converters(column),
            *field.get_db_converters(connection),
        )
    ]


def _annotation(columns: list[Any], key: str | None, number: int) -> Annotation | None:
    """Read an annotation from its columns, None if there is none."""
    if columns[0] is None:
        return None
    for place, convert, column in _conversions():
        columns[place] = convert(columns[place], column, connection)
    made = Annotation.from_db(connection.alias, NAMES, columns)
    if key is not None:
        made.source_type = SourceType(pk=made.source_type_id, key=key)
    made.guidelines = Guidelines(pk=made.guidelines_id, number=number)
    return made
