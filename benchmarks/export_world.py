"""A project with as many answered claims as one likes, for `benchmarks.export`."""
# ruff: noqa: RUF001  (curly marks are what is meant)

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

PER_ARTICLE = 10
OVERLAP = 3
PEOPLE = 12
TEMPLATES = 60
AT_ONCE = 2000

WHAT = (
    "The ferry to the island will stop running in March because its hull is too old",
    "Three of the four bridges over the river are to be closed to lorries in May",
    "The school’s new wing will cost 4.2 million, twice what was planned",
    "Nobody told the council that the water had been tested — and failed — in May",
    "The night bus was used by 1,200 people a week, most of them on their way to work",
    "Talks about the harbor’s lease broke off on Tuesday with no date for the next 🚢",
    "“We have looked at every line of the budget, and there is nothing left to cut”",
    "The mayor knew of the letter for weeks before it was read out to the committee",
    "A second café on the pier was refused a license after complaints about the noise",
)
WHO = (
    "the harbor master",
    "two people who know the budget",
    "a spokeswoman for the ministry of transport",
    "José Núñez, who runs the night shift",
    "a report by the court of auditors",
    "somebody close to the talks",
    "the mayor’s office",
)
PARTED = ("\n\n", " ", " ")
CUES = ("said", "told the council", "wrote in a letter", "confirmed")

ARTICLES = """
INSERT INTO annotator_article (project_id, title, outlet, author, url, published_on,
    direction, text, sha256, words, dropped, excluded, extraction_version, claim_count,
    open_places, queue_rank, created_by_id, created_at)
SELECT %(project)s, 'What became of number ' || n, 'The Gazette of town ' || n %% 60,
    'Reporter ' || n %% 400, 'https://gazette.example.org/' || n,
    date '2024-01-01' + n * 7 %% 1000, 'ltr', t.text || n,
    encode(sha256(convert_to(t.text || n, 'UTF8')), 'hex'), 250, '[]', '[]', '1',
    %(claims)s, 0, n, %(lead)s, now()
FROM generate_series(%(first)s, %(last)s) n
JOIN article_template t ON t.id = n %% %(templates)s
ORDER BY n
"""
CLAIMS = """
INSERT INTO annotator_claim (article_id, number, start, "end", quote, prefix, suffix,
    origin)
SELECT r.id, t.number, t.start, t."end", t.quote, t.prefix, t.suffix, 'extracted'
FROM annotator_article r
JOIN claim_template t ON t.article = r.queue_rank::int %% %(templates)s
WHERE r.project_id = %(project)s AND r.id > %(after)s
ORDER BY r.id, t.number
"""
# Two of three answers are the claim's own type, two of three mark its source and cue,
# in one of four others a word too much; one of thirty skips the claim.
ANNOTATIONS = """
INSERT INTO annotator_annotation (claim_id, annotator_id, source_type_id, confidence,
    skipped, skip_reason, source_start, source_end, cue_start, cue_end, flags, note,
    seconds, guidelines_id, suggestion_shown, suggestion_accepted, version, client_id,
    created_at, updated_at)
SELECT c.id, (%(people)s::bigint[])[1 + (r.id + n * 4) %% 12],
    CASE WHEN h %% 30 > 0 THEN (%(types)s::bigint[])[
        1 + CASE WHEN h %% 3 > 0 THEN c.id * 13 ELSE h END %% 5] END,
    CASE WHEN h %% 30 > 0 THEN 1 + h %% 3 END, h %% 30 = 0,
    CASE WHEN h %% 30 = 0 THEN 'no claim' ELSE '' END,
    CASE WHEN h %% 7 > 1 THEN t.source_start END,
    CASE WHEN h %% 7 > 1 THEN t.source_end + (h / 7 %% 4 = 0)::int * 5 END,
    CASE WHEN h %% 7 > 1 THEN t.cue_start END,
    CASE WHEN h %% 7 > 1 THEN t.cue_end END,
    CASE WHEN h %% 11 = 0 THEN '["second_hand"]' ELSE '[]' END::jsonb,
    CASE WHEN h %% 41 = 0 THEN 'Could be both; see the letter.' ELSE '' END,
    3 + h %% 900 / 100.0, %(guidelines)s, h %% 2 = 0,
    CASE WHEN h %% 2 = 0 THEN h %% 5 > 1 END, 1 + (h %% 19 = 0)::int,
    gen_random_uuid(), saved, saved
FROM annotator_article r
CROSS JOIN generate_series(0, 2) n
JOIN annotator_claim c ON c.article_id = r.id
JOIN claim_template t ON t.article = r.queue_rank::int %% %(templates)s
    AND t.number = c.number
CROSS JOIN LATERAL (SELECT hashint8(c.id * 4 + n) & 1048575 AS h) chance
CROSS JOIN LATERAL (SELECT timestamptz '2026-01-05 08:00+00'
    + interval '1 second' * ((r.id * 61 + n * 7919) %% 5184000 + c.number) AS saved) at
WHERE r.project_id = %(project)s AND r.id > %(after)s
ORDER BY r.id, n, c.number
"""
CLAIMS_OF = """
SELECT c.article_id, array_agg(c.id ORDER BY c.id)
FROM annotator_claim c JOIN annotator_article r ON r.id = c.article_id
WHERE r.project_id = %(project)s AND r.id > %(after)s
GROUP BY c.article_id
"""
POSTERIORS = "COPY annotator_articleposterior (article_id, consensus_id, posteriors)"


@dataclass
class World:
    """A project, its lead, and how many rows its exports have."""

    project: Any
    lead: Any
    annotations: int
    claims: int


def make_world(annotations: int) -> World:
    """Make a project with about so many annotations, three for each claim."""
    from django.db import connection
    from django.utils import timezone

    from annotator.models import Role, User
    from annotator.services.projects import add_member, create_project

    now, slug = timezone.now(), f"export-{annotations}"
    lead, *people = User.objects.bulk_create(
        User(email=f"{n}@{slug}.example.org", name=f"Annotator {n:02}", password="!")  # noqa: S106
        for n in range(PEOPLE + 1)
    )
    project = create_project(name=slug, slug=slug, lead=lead, now=now, overlap=OVERLAP)
    for one in people:
        add_member(project=project, user=one, role=Role.ANNOTATOR)
    articles = max(1, annotations // (PER_ARTICLE * OVERLAP))
    values: dict[str, Any] = {
        "project": project.pk,
        "lead": lead.pk,
        "people": [one.pk for one in people],
        "claims": PER_ARTICLE,
        "types": list(project.source_types.values_list("pk", flat=True)),
        "guidelines": project.guidelines.get().pk,
        "templates": TEMPLATES,
    }
    consensus = _consensus(project)
    with connection.cursor() as cursor:
        # The rows are right by their making; checking each would take most of the time.
        cursor.execute("SET session_replication_role = replica")
        _write_templates(cursor)
        for first in range(1, articles + 1, AT_ONCE):
            last = min(first + AT_ONCE - 1, articles)
            cursor.execute("SELECT coalesce(max(id), 0) FROM annotator_article")
            values |= {"first": first, "last": last, "after": cursor.fetchone()[0]}
            for statement in (ARTICLES, CLAIMS, ANNOTATIONS):
                cursor.execute(statement, values)
            _write_posteriors(cursor, consensus, values)
            if first == 1:  # or what is joined would be guessed from other projects
                cursor.execute("ANALYZE")
        cursor.execute("SET session_replication_role = origin")
        cursor.execute("VACUUM ANALYZE")
    claims = articles * PER_ARTICLE
    return World(project, lead, claims * OVERLAP, claims)


def _write_templates(cursor: Any) -> None:
    """Make the texts that articles are made of, with the claims in them."""
    cursor.execute(
        "CREATE TEMPORARY TABLE IF NOT EXISTS article_template (id int, text text)"
    )
    cursor.execute(
        "CREATE TEMPORARY TABLE IF NOT EXISTS claim_template (article int, number int, "
        'start int, "end" int, quote text, prefix text, suffix text, source_start int, '
        "source_end int, cue_start int, cue_end int)"
    )
    cursor.execute("TRUNCATE article_template, claim_template")
    for template in range(TEMPLATES):
        text, claims = _template(template)
        cursor.execute("INSERT INTO article_template VALUES (%s, %s)", [template, text])
        for number, claim in enumerate(claims, start=1):
            row = [template, number, *claim]
            marks = ", ".join(["%s"] * len(row))
            cursor.execute(f"INSERT INTO claim_template VALUES ({marks})", row)  # noqa: S608


def _template(template: int) -> tuple[str, list[list[Any]]]:
    """Give a text, and each claim's values in it."""
    text, places = f"What became of it\n\nReport {template}.\n\n", []
    for number in range(PER_ARTICLE):
        chance = template * 31 + number * 17
        what, who = WHAT[chance % len(WHAT)], WHO[chance // 3 % len(WHO)]
        cue, start = CUES[chance // 7 % len(CUES)], len(text)
        source = start + len(what) + 2
        text += f"{what}, {who} {cue}.{PARTED[number % 3]}"
        end = source + len(who)
        places.append((start, source, end, end + 1, end + 1 + len(cue)))
    text += "This is number "
    return text, [
        [
            *(start, cue_end + 1, text[start : cue_end + 1]),
            *(text[max(0, start - 32) : start], text[cue_end + 1 : cue_end + 33]),
            *(source, source_end, cue, cue_end),
        ]
        for start, source, source_end, cue, cue_end in places
    ]


def _consensus(project: Any) -> Any:
    """Make up the newest consensus."""
    from annotator.models import Consensus
    from annotator.queries.ratings import declared_labels

    at = datetime(2026, 4, 1, tzinfo=UTC)
    return Consensus.objects.create(
        project=project,
        labels=list(declared_labels(project).source_types),
        asked_at=at,
        started_at=at,
        finished_at=at,
    )


def _write_posteriors(cursor: Any, consensus: Any, articles: dict[str, Any]) -> None:
    """Make up the posteriors of the articles that were made last."""
    import numpy as np

    from annotator.queries.posteriors import packed

    cursor.execute(CLAIMS_OF, articles)
    chances = np.random.default_rng(articles["first"])
    alike, stored = np.ones(len(consensus.labels)), cursor.fetchall()
    with cursor.copy(f"{POSTERIORS} FROM STDIN") as copy:
        for article, claims in stored:
            drawn = chances.dirichlet(alike, size=len(claims))
            copy.write_row((article, consensus.pk, packed(np.array(claims), drawn)))
