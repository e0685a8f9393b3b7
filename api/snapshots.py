"""Snapshots: exports that never change, named by what is in them."""

from typing import Any

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from django.utils import timezone
from drf_spectacular.utils import OpenApiExample, extend_schema
from rest_framework import serializers, status
from rest_framework.generics import ListAPIView
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from annotator.models import Role, Snapshot
from annotator.queries.exports.choices import unknown_codes
from annotator.services import snapshot_comparisons, snapshots
from api import snapshot_examples
from api.pages import NewestFirst
from api.problems import refuses
from api.repeats import by, repeatable
from api.requests import find_project, signed_in
from api.snapshot_inputs import SnapshotInput
from api.snapshot_outputs import ComparisonOutput, SnapshotDetail, SnapshotOutput
from api.throttling import ExportThrottle


class SnapshotsView(ListAPIView[Snapshot]):
    """A project's snapshots, the newest first."""

    serializer_class = SnapshotOutput
    pagination_class = NewestFirst

    def get_queryset(self) -> QuerySet[Snapshot]:
        project = find_project(
            self.request, self.kwargs["slug"], Role.LEAD, Role.VIEWER
        )
        return project.snapshots.select_related("created_by")

    def get_serializer_context(self) -> dict[str, Any]:
        return {**super().get_serializer_context(), "slug": self.kwargs.get("slug")}

    def get_throttles(self) -> list[Any]:
        """Count what makes a worker read whole tables as exports are counted."""
        is_asked = self.request.method == "POST"
        return [ExportThrottle()] if is_asked else super().get_throttles()

    @extend_schema(
        request=SnapshotInput,
        responses={202: SnapshotDetail},
        examples=[
            OpenApiExample("With splits", snapshot_examples.ASKED, request_only=True),
            OpenApiExample(
                "Just asked for",
                snapshot_examples.WAITING,
                response_only=True,
                status_codes=["202"],
            ),
        ],
    )
    @repeatable(by(Role.LEAD, Role.VIEWER))
    def post(self, request: Request, slug: str) -> Response:
        """
        Ask for a snapshot, which a worker takes: everything in it is of one moment.

        Ask for it again to see how far it is. It is marked in the database, so 202
        holds even while the broker is away.
        """
        project = find_project(request, slug, Role.LEAD, Role.VIEWER)
        given = SnapshotInput(data=request.data)
        given.is_valid(raise_exception=True)
        codes = given.validated_data["filters"].get("annotators", [])
        if unknown := unknown_codes(project, codes):
            raise serializers.ValidationError(
                {"filters": {"annotators": [f"Nobody has the code {unknown[0]}."]}}
            )
        made = snapshots.ask_for_snapshot(
            project=project,
            by=signed_in(request),
            now=timezone.now(),
            **given.validated_data,
        )
        return Response(described(made, request), status=status.HTTP_202_ACCEPTED)


class SnapshotView(APIView):
    @extend_schema(responses=SnapshotDetail)
    def get(self, request: Request, slug: str, snapshot_id: int) -> Response:
        """Say how far a snapshot is, and what is in it."""
        return Response(described(find_snapshot(request, slug, snapshot_id), request))

    @extend_schema(responses={204: None})
    def delete(self, request: Request, slug: str, snapshot_id: int) -> Response:
        """Delete a snapshot, and its files unless another one is the same."""
        project = find_project(request, slug, Role.LEAD)
        snapshots.delete_snapshot(
            snapshot=get_object_or_404(project.snapshots, pk=snapshot_id),
            by=signed_in(request),
            now=timezone.now(),
        )
        return Response(status=status.HTTP_204_NO_CONTENT)


class ComparisonView(APIView):
    @extend_schema(
        operation_id="projects_snapshots_compare_retrieve",
        responses={200: ComparisonOutput, 202: ComparisonOutput},
        examples=[
            OpenApiExample(
                "Two months later",
                snapshot_examples.COMPARED,
                response_only=True,
                status_codes=["200"],
            ),
            OpenApiExample(
                "Just asked for",
                snapshot_examples.COMPARING,
                response_only=True,
                status_codes=["202"],
            ),
        ],
    )
    @refuses(snapshot_comparisons.SnapshotNotDone)
    def get(
        self, request: Request, slug: str, snapshot_id: int, other_id: int
    ) -> Response:
        """
        Say what changed from one snapshot to another: 202 while a worker finds out.

        Both must be done. What two snapshots differ in is found once and kept.
        """
        before = find_snapshot(request, slug, snapshot_id)
        after = find_snapshot(request, slug, other_id)
        found = snapshot_comparisons.compare(
            before=before, after=after, now=timezone.now()
        )
        body = ComparisonOutput(snapshot_comparisons.standing(found)).data
        is_done = found.finished_at is not None
        return Response(
            body, status=status.HTTP_200_OK if is_done else status.HTTP_202_ACCEPTED
        )


def find_snapshot(request: Request, slug: str, snapshot_id: int) -> Snapshot:
    """Find a snapshot of a project that the user oversees: 404 if there is none."""
    project = find_project(request, slug, Role.LEAD, Role.VIEWER)
    return get_object_or_404(
        project.snapshots.select_related("created_by"), pk=snapshot_id
    )


def described(snapshot: Snapshot, request: Request) -> dict[str, Any]:
    """Give what is said of one snapshot."""
    context = {"request": request, "slug": snapshot.project.slug}
    return SnapshotDetail(snapshot, context=context).data
