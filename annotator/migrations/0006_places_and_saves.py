"""Count the free places, give every project a queue, name each answer's last save."""

from uuid import uuid4

from django.db import migrations, models
from django.db.models import Count, OuterRef, Q, Subquery

CHUNK = 2000


def give_queues(apps, schema_editor):
    project = apps.get_model("annotator", "Project")
    queue = apps.get_model("annotator", "Queue")
    queue.objects.bulk_create(
        # The order has been the oldest first, for which every rank is 0.
        queue(project=one, ranked_at=one.created_at)
        for one in project.objects.filter(queue=None)
    )


def count_open_places(apps, schema_editor):
    article = apps.get_model("annotator", "Article")
    assignment = apps.get_model("annotator", "Assignment")
    project = apps.get_model("annotator", "Project")
    for pk, overlap in project.objects.values_list("pk", "overlap"):
        article.objects.filter(project=pk).update(open_places=overlap)
    held = (
        assignment.objects.filter(Q(state="open") | Q(state="done"))
        .values_list("article", "article__project__overlap")
        .annotate(taken=Count("pk"))
        .order_by("article")
    )
    for pk, overlap, taken in held.iterator(chunk_size=CHUNK):
        article.objects.filter(pk=pk).update(open_places=max(overlap - taken, 0))


def release_withdrawn(apps, schema_editor):
    # The state is not known before, and its position may be somebody else's by now.
    assignment = apps.get_model("annotator", "Assignment")
    assignment.objects.filter(state="withdrawn").update(state="released")


def name_last_saves(apps, schema_editor):
    annotation = apps.get_model("annotator", "Annotation")
    event = apps.get_model("annotator", "AnnotationEvent")
    newest = event.objects.filter(
        claim=OuterRef("claim"), annotator=OuterRef("annotator")
    ).order_by("-pk")
    annotation.objects.update(client_id=Subquery(newest.values("client_id")[:1]))
    for one in annotation.objects.filter(client_id=None).iterator(chunk_size=CHUNK):
        annotation.objects.filter(pk=one.pk).update(client_id=uuid4())


class Migration(migrations.Migration):
    # On PostgreSQL a table cannot be altered in the transaction that filled it.
    atomic = False

    dependencies = [("annotator", "0005_annotating")]

    operations = [
        migrations.RunPython(give_queues, migrations.RunPython.noop),
        migrations.RunPython(count_open_places, release_withdrawn),
        migrations.RunPython(name_last_saves, migrations.RunPython.noop),
        migrations.AlterField("annotation", "client_id", models.UUIDField()),
    ]
