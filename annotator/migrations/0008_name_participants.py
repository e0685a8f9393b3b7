"""Draw everybody's code, and note which types disputes are between."""

import secrets

from django.db import migrations, models

ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"
CHUNK = 2000


def name_participants(apps, schema_editor):
    membership = apps.get_model("annotator", "Membership")
    assignment = apps.get_model("annotator", "Assignment")
    annotation = apps.get_model("annotator", "Annotation")
    participant = apps.get_model("annotator", "Participant")
    roles = {
        pair: "annotator"
        for rows in (
            assignment.objects.values_list("article__project", "annotator"),
            annotation.objects.values_list("claim__article__project", "annotator"),
        )
        for pair in rows.order_by().distinct()
    }
    for project, user, role in membership.objects.values_list(
        "project", "user", "role"
    ):
        roles[project, user] = role
    taken = set()
    made = []
    for (project, user), role in roles.items():
        code = draw(project, taken)
        made.append(
            participant(project_id=project, user_id=user, role=role, code=code)
        )
    participant.objects.bulk_create(made, batch_size=CHUNK)


def draw(project, taken):
    while True:
        code = "".join(secrets.choice(ALPHABET) for _ in range(6))
        if (project, code) not in taken:
            taken.add((project, code))
            return code


def note_types_of_disputes(apps, schema_editor):
    annotation = apps.get_model("annotator", "Annotation")
    disputed = apps.get_model("annotator", "DisputedClaim")
    source_type = apps.get_model("annotator", "SourceType")
    for pk, project in source_type.objects.values_list("pk", "project"):
        said = annotation.objects.filter(source_type=pk).values("claim")
        # As DisputedClaim.bit_of has it.
        disputed.objects.filter(project=project, claim__in=said).update(
            types=models.F("types").bitor(1 << (pk % 62))
        )


class Migration(migrations.Migration):
    # Apart from the step before: a table that was filled cannot be altered in the
    # same transaction on PostgreSQL.

    dependencies = [("annotator", "0007_leads")]

    operations = [
        migrations.RunPython(name_participants, migrations.RunPython.noop),
        migrations.RunPython(note_types_of_disputes, migrations.RunPython.noop),
    ]
