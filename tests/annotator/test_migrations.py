"""A new database, made in one step, is what the old steps make one after the other."""

from contextlib import contextmanager
from urllib.parse import urlsplit

import pytest
from django.db import connection, connections
from django.db.migrations.executor import MigrationExecutor

from tests.postgres import postgres

pytestmark = pytest.mark.django_db
APP = "annotator"
ONE_STEP = "0001_squashed_0012_article_language"
SQLITE = """
SELECT name, sql FROM sqlite_master WHERE tbl_name LIKE 'annotator_%' AND sql <> ''
"""
POSTGRESQL = """
SELECT concat_ws(' ', attrelid::regclass, attname),
    concat_ws(' ', format_type(atttypid, atttypmod), attnotnull, attidentity,
        pg_get_expr(adbin, adrelid))
FROM pg_attribute LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
WHERE attnum > 0 AND NOT attisdropped AND attrelid::regclass::text ~ '^annotator_'
UNION ALL SELECT conname, concat_ws(' ', conrelid::regclass, pg_get_constraintdef(oid))
FROM pg_constraint WHERE conrelid::regclass::text ~ '^annotator_'
UNION ALL SELECT indexname, indexdef FROM pg_indexes WHERE tablename ~ '^annotator_'
UNION ALL SELECT concat_ws(' ', tgrelid::regclass, tgname), pg_get_triggerdef(oid)
FROM pg_trigger WHERE NOT tgisinternal
UNION ALL SELECT proname, pg_get_functiondef(oid)
FROM pg_proc WHERE pronamespace = 'public'::regnamespace
"""


@contextmanager
def name_of_new_database(folder):
    if connection.vendor == "sqlite":
        yield folder / "new.sqlite3"
        return
    with postgres() as server, server.database() as url:
        yield urlsplit(url).path.removeprefix("/")


@pytest.fixture
def in_a_new_database(tmp_path):
    """Give what makes an empty one the default, which steps write to."""

    @contextmanager
    def swapped():
        made = connections["default"]
        with name_of_new_database(tmp_path) as name:
            settings = {**made.settings_dict, "NAME": name}
            connections["default"] = type(made)(settings, "default")
            try:
                yield
            finally:
                connections["default"].close()
                connections["default"] = made

    return swapped


def migrate(step, *, one_by_one=False):
    executor = MigrationExecutor(connection)
    if one_by_one:
        executor.loader.replace_migrations = False
        executor.loader.build_graph()
    executor.migrate([(APP, step)])


def shape():
    """Give what each column, constraint, index and trigger is, whatever their order."""
    with connection.cursor() as cursor:
        cursor.execute(SQLITE if connection.vendor == "sqlite" else POSTGRESQL)
        found = cursor.fetchall()
    return sorted((name, parts(what)) for name, what in found)


def parts(definition):
    """Take a table of SQLite apart, whose columns and constraints are one statement."""
    if definition.startswith("CREATE TABLE"):
        return sorted(definition.removesuffix(")").split(", "))
    return [definition]


def test_one_step_makes_what_the_old_ones_made(in_a_new_database):
    made_in_one = shape()
    [(_, last)] = MigrationExecutor(connection).loader.graph.leaf_nodes(APP)

    with in_a_new_database():
        migrate("0007_leads", one_by_one=True)
        migrate(last)  # on by the old steps, as in a database that began with them
        made_one_by_one = shape()
        migrate(ONE_STEP)
        migrate(last)
        back_and_forth = shape()

    assert made_in_one
    assert made_in_one == made_one_by_one == back_and_forth
