"""Which column holds what, and a row's cells as an article."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache

from annotator.formats.articles.article import (
    FIELDS,
    Columns,
    Problem,
    RawArticle,
    Unreadable,
)
from annotator.formats.articles.claims import Mismatch, claims_in_cell, located
from annotator.formats.articles.dates import date_of
from annotator.formats.articles.encodings import problem_of, storable
from annotator.formats.articles.languages import language_of

# The name that says most comes first: of two columns for a field, it is taken.
_NAMES = {
    "text": "text,body,article_text,full_text,content,article,article_body,body_text,"
    "story",
    "title": "title,headline,article_title,heading",
    "outlet": "outlet,source,publisher,publication,source_name,newspaper,paper,site,"
    "site_name,news_outlet,article_outlet",
    "author": "author,byline,authors,by,writer,journalist,reporter,article_author",
    "url": "url,link,web_url,article_url,source_url,permalink,canonical_url,href",
    "published_on": "published_on,published,date,published_at,publication_date,"
    "pub_date,publish_date,published_date,date_published,datetime,pubdate,timestamp,"
    "article_published_on",
    "language": "language,lang,locale,language_code,lang_code,in_language,"
    "article_language",
    "claims": "claims,statements",
}
_LONGEST = {"title": 500, "outlet": 200, "author": 200, "url": 2_000}
_SAMPLE = 200
_MOST_LISTED = 20


def guessed(names: Iterable[str]) -> dict[str, str]:
    """Return what the columns whose names are known seem to hold: column to field."""
    return dict(_guessed(tuple(names)))


@lru_cache(maxsize=256)
def _guessed(names: tuple[str, ...]) -> dict[str, str]:
    plain: dict[str, str] = {}
    for name in names:
        plain.setdefault("_".join(name.casefold().replace("-", " ").split()), name)
    found = {
        field: next((plain[one] for one in known.split(",") if one in plain), None)
        for field, known in _NAMES.items()
    }
    return {name: field for field, name in found.items() if name is not None}


def checked(mapping: Mapping[str, str | None]) -> dict[str, str]:
    """
    Return `mapping` without the columns that hold nothing of use.

    :raises Unreadable: if it names an unknown field, or one twice, or no text
    """
    used = {column: field for column, field in mapping.items() if field}
    fields = list(used.values())
    if unknown := sorted(set(fields) - {*FIELDS}):
        raise Unreadable("bad_mapping", f"There is no field {', '.join(unknown)}.")
    if twice := sorted({field for field in fields if fields.count(field) > 1}):
        raise Unreadable(
            "bad_mapping", f"More than one column is to be the {', '.join(twice)}."
        )
    if "text" not in fields:
        raise Unreadable(
            "no_text_column", "No column is known to hold the text. Say which one does."
        )
    return used


def article_of(
    given: Mapping[str, object], notes: tuple[str, ...] = ()
) -> RawArticle | Problem:
    """
    Return the article whose fields are `given`, or why there is none.

    A date or language that cannot be read is a note, not a problem: nobody should lose
    an article for it. Claims that do not fit the text are a problem, since the article
    would be annotated without them.
    """
    text = given.get("text")
    if not isinstance(text, str) or not text.strip():
        return Problem("no_text", "There is no text in this row.")
    if problem := problem_of(text):
        return problem
    found = list(notes)
    try:
        claims = given.get("claims")
        places = None if claims is None else located(text, _listed(claims))
    except Mismatch as mismatch:
        return Problem("claims_do_not_fit", str(mismatch))
    return RawArticle(
        text,
        title=_short("title", given, found),
        outlet=_short("outlet", given, found),
        author=_short("author", given, found),
        url=_short("url", given, found),
        published_on=_date(given.get("published_on"), found),
        language=_language(given.get("language"), found),
        claims=places or None,
        notes=tuple(found),
    )


def columns_of(
    rows: Sequence[Mapping[str, object]], names: Iterable[str], notes: tuple[str, ...]
) -> Columns:
    """Describe a table by its first rows."""
    all_names = tuple(names)
    samples = tuple(
        tuple(storable(_as_text(row.get(name))[:_SAMPLE]) for name in all_names)
        for row in rows
    )
    return Columns(all_names, guessed(all_names), samples, notes)


def _listed(claims: object) -> Iterable[object]:
    if isinstance(claims, str):
        return claims_in_cell(claims)
    if isinstance(claims, list):
        return claims
    raise Mismatch("The claims are no list.")


def _date(given: object, notes: list[str]) -> date | None:
    written = _as_text(given).strip()
    found = date_of(written) if written else None
    if written and found is None:
        shown = storable(written[:50])
        notes.append(
            f"The date “{shown}” was left out: it is not clear. Write it as 2026-05-31."
        )
    return found


def _language(given: object, notes: list[str]) -> str:
    written = _as_text(given).strip()
    found = language_of(written)
    if written and not found:
        shown = storable(written[:50])
        notes.append(
            f"The language “{shown}” was left out: it is no tag such as en or pt-BR."
        )
    return found


def _short(name: str, given: Mapping[str, object], notes: list[str]) -> str:
    if not given.get(name):
        return ""
    words = storable(" ".join(_as_text(given.get(name)).split()))
    if len(words) <= _LONGEST[name]:
        return words
    if name == "url":
        notes.append("The address was left out: it is far too long.")
        return ""
    notes.append(f"The {name} was cut to {_LONGEST[name]} characters.")
    return words[: _LONGEST[name]]


def _as_text(value: object) -> str:
    if isinstance(value, list):  # authors
        return ", ".join(one for one in value[:_MOST_LISTED] if isinstance(one, str))
    return str(value) if isinstance(value, str | int | float) else ""
