"""What is said of a snapshot, and of the difference between two."""

from typing import Any

from drf_spectacular.utils import (
    OpenApiExample,
    extend_schema_field,
    extend_schema_serializer,
)
from rest_framework import serializers

from annotator.models import Snapshot, SnapshotState
from api import snapshot_examples as examples
from api.figures import CoefficientOutput
from api.snapshot_inputs import SnapshotInput

CHANGED = ["added", "removed", "relabeled"]


class SnapshotFile(serializers.Serializer[object]):
    name = serializers.CharField(help_text="Its path within the snapshot.")
    bytes = serializers.IntegerField()
    sha256 = serializers.CharField(help_text="Of its content; also its ETag.")
    rows = serializers.IntegerField(
        allow_null=True, help_text="Null for what is no table."
    )
    url = serializers.CharField(help_text="Where it is downloaded; a range at a time.")


@extend_schema_serializer(examples=[OpenApiExample("Done", examples.LISTED)])
class SnapshotOutput(serializers.ModelSerializer[Snapshot]):
    options = serializers.SerializerMethodField(
        help_text="What was asked for, in the one way in which it is written down."
    )
    done = serializers.IntegerField(help_text="Of this step, in rows.")
    total = serializers.IntegerField(
        allow_null=True, help_text="Of this step; null while that is not known."
    )
    digest = serializers.CharField(
        help_text="The SHA-256 of manifest.json, which holds those of all other "
        "files; empty until it is done. The same state and options give the same."
    )
    claims = serializers.SerializerMethodField()
    annotations = serializers.SerializerMethodField()
    created_by = serializers.CharField(source="created_by.name", help_text="Who.")
    files = serializers.SerializerMethodField()

    class Meta:
        model = Snapshot
        fields = [
            "id", "state", "step", "done", "total", "error", "options", "digest",
            "size", "claims", "annotations", "created_by", "created_at", "finished_at",
            "files",
        ]  # fmt: skip
        read_only_fields = fields

    @extend_schema_field(SnapshotInput)
    def get_options(self, snapshot: Snapshot) -> dict[str, Any]:
        options: dict[str, Any] = snapshot.options
        return options

    def get_claims(self, snapshot: Snapshot) -> int | None:
        return self._count(snapshot, "claims")

    def get_annotations(self, snapshot: Snapshot) -> int | None:
        return self._count(snapshot, "annotations")

    def _count(self, snapshot: Snapshot, what: str) -> int | None:
        counts: dict[str, int] = snapshot.manifest.get("counts", {})
        return counts.get(what)

    @extend_schema_field(SnapshotFile(many=True))
    def get_files(self, snapshot: Snapshot) -> list[dict[str, Any]]:
        if snapshot.state != SnapshotState.DONE:
            return []
        request, slug = self.context["request"], self.context["slug"]
        folder = f"/api/v1/projects/{slug}/snapshots/{snapshot.pk}/files/"
        return [
            {**file, "url": request.build_absolute_uri(folder + file["name"])}
            for file in snapshot.files
        ]


@extend_schema_serializer(examples=[OpenApiExample("Done", examples.DONE)])
class SnapshotDetail(SnapshotOutput):
    manifest = serializers.SerializerMethodField()

    class Meta(SnapshotOutput.Meta):
        fields = [*SnapshotOutput.Meta.fields, "manifest"]
        read_only_fields = fields

    @extend_schema_field(
        {
            "type": ["object", "null"],
            "additionalProperties": {},
            "description": "What manifest.json says; see docs/export.md.",
        }
    )
    def get_manifest(self, snapshot: Snapshot) -> dict[str, Any] | None:
        return snapshot.manifest or None


class ClaimsCompared(serializers.Serializer[object]):
    before = serializers.IntegerField()
    after = serializers.IntegerField()
    added = serializers.IntegerField()
    removed = serializers.IntegerField()
    relabeled = serializers.IntegerField(
        help_text="In both, with another majority; none is one, too."
    )


class VotesCompared(serializers.Serializer[object]):
    before = serializers.IntegerField()
    after = serializers.IntegerField()
    added = serializers.IntegerField()
    removed = serializers.IntegerField()
    changed = serializers.IntegerField(
        help_text="With another source type or confidence, or skipped and not."
    )


class Relabeled(serializers.Serializer[object]):
    before = serializers.CharField(allow_null=True, help_text="Null: no majority.")
    after = serializers.CharField(allow_null=True)
    claims = serializers.IntegerField()


class ClaimExample(serializers.Serializer[object]):
    change = serializers.ChoiceField(choices=CHANGED)
    claim_id = serializers.IntegerField()
    article_id = serializers.IntegerField()
    article_title = serializers.CharField()
    quote = serializers.CharField()
    before = serializers.CharField(
        allow_null=True, help_text="What most said; null where nothing is."
    )
    after = serializers.CharField(allow_null=True)


class AgreementCompared(serializers.Serializer[object]):
    variable = serializers.CharField()
    before = CoefficientOutput(allow_null=True, help_text="Krippendorff's alpha.")
    after = CoefficientOutput(allow_null=True)
    difference = serializers.FloatField(
        allow_null=True, help_text="After less before; null where either is undefined."
    )


class RevisionCompared(serializers.Serializer[object]):
    number = serializers.IntegerField()
    before = serializers.IntegerField(
        allow_null=True, help_text="Annotations under it; null where it was not yet."
    )
    after = serializers.IntegerField(allow_null=True)


class ComparisonFigures(serializers.Serializer[object]):
    claims = ClaimsCompared()
    votes = VotesCompared()
    relabeled = Relabeled(many=True, help_text="The most claims first.")
    examples = ClaimExample(many=True, help_text="At most 200 of each change.")
    agreement = AgreementCompared(many=True)
    guidelines = RevisionCompared(many=True)


class ComparisonOutput(serializers.Serializer[object]):
    before = serializers.IntegerField(source="before_id")
    after = serializers.IntegerField(source="after_id")
    state = serializers.ChoiceField(choices=["waiting", "done", "failed"])
    error = serializers.CharField()
    asked_at = serializers.DateTimeField()
    finished_at = serializers.DateTimeField(allow_null=True)
    figures = ComparisonFigures(allow_null=True, help_text="Null until it is done.")
