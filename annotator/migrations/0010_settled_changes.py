"""Have PostgreSQL tell which changes are settled; see annotator.queries.settled."""

from django.db import migrations

# Whoever inserts a row holds, to the end of the transaction, a lock that is named after
# the newest id that was drawn before: everything up to the lowest such name is settled.
# Once a transaction is enough, for later names are higher; and a lock a statement would
# be too many for an import.
FUNCTION = """
CREATE FUNCTION onrecord_hold_place() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    held text := 'onrecord.place_' || TG_ARGV[0];
BEGIN
    IF coalesce(current_setting(held, true), '') = '' THEN
        PERFORM pg_advisory_xact_lock_shared(
            TG_ARGV[0]::bigint + coalesce(
                pg_sequence_last_value(
                    pg_get_serial_sequence(TG_TABLE_NAME, 'id')::regclass
                ), 0
            )
        );
        PERFORM set_config(held, '1', true);
    END IF;
    RETURN NULL;
END $$
"""
TABLES = ["annotator_annotationevent", "annotator_claim", "annotator_claimchange"]
FIRST = 0x4F52 << 48
"""The names of locks begin here, with room for 2**44 ids a table."""


def hold_places(apps, schema_editor):
    if schema_editor.connection.vendor != "postgresql":
        return  # SQLite has one writer at a time: ids are settled in their order
    schema_editor.execute(FUNCTION)
    for number, table in enumerate(TABLES):
        schema_editor.execute(
            f"CREATE TRIGGER hold_place BEFORE INSERT ON {table} FOR EACH STATEMENT "
            f"EXECUTE FUNCTION onrecord_hold_place('{FIRST + (number << 44)}')"
        )


def let_go(apps, schema_editor):
    if schema_editor.connection.vendor != "postgresql":
        return
    for table in TABLES:
        schema_editor.execute(f"DROP TRIGGER hold_place ON {table}")
    schema_editor.execute("DROP FUNCTION onrecord_hold_place")


class Migration(migrations.Migration):
    dependencies = [("annotator", "0009_exports")]
    operations = [migrations.RunPython(hold_places, let_go)]
