"""Every path."""

from django.contrib import admin
from django.urls import (
    URLPattern,
    URLResolver,
    include,
    path,
    re_path,
    register_converter,
)
from django.urls.converters import IntConverter

from api.activity import ActivityFileView, ActivityView
from api.agreement import AgreementView, HistoryView, RecomputeView, ScopesView
from api.agreement_details import (
    AnnotatorsView,
    CalibrationView,
    ConsensusView,
    LabelsView,
    MethodsView,
    PairsView,
    PairView,
)
from api.annotation_import import AnnotationImportView
from api.annotations import AnnotationView
from api.annotators import AnnotatorView
from api.article_claims import ArticleClaimsView, NeighborsView
from api.article_details import ArticleView
from api.articles import ArticlesView, PreviewView
from api.assignments import AssignmentsView, AssignmentView
from api.batches import BatchView
from api.disagreements import DisputedView, PairClaimsView
from api.docs import DocsView, SchemaView
from api.errors import no_such_path
from api.events import ClaimEventsView, OwnHistoryView
from api.export import (
    AnnotationsCsvView,
    AnnotationsJsonlView,
    AnnotationsParquetView,
    ClaimsCsvView,
    ClaimsJsonlView,
    ClaimsParquetView,
)
from api.export_choices import ExportChoicesView
from api.export_documents import TokenTagsView, WebAnnotationsView
from api.first_account import FirstAccountView
from api.guidelines import GuidelinesReadView, GuidelinesView, RevisionsView
from api.health import healthz, readyz
from api.heartbeat import HeartbeatView
from api.imports import (
    CancelView,
    FailuresFileView,
    FailuresView,
    ImportsView,
    ImportView,
    ResumeView,
    TablePreviewView,
)
from api.invitations import (
    AcceptView,
    InvitationsView,
    InvitationView,
    LookView,
)
from api.members import MembersView, MemberView
from api.overview import OverviewView
from api.preferences import PreferencesView
from api.progress import ProgressView
from api.projects import ProjectsView, ProjectView
from api.proposals import (
    ClaimProposalsView,
    DecisionView,
    ProposalsView,
    ProposalView,
)
from api.queue import QueueSettingsView, QueueView
from api.selections import FiltersView, SelectionsView
from api.session import SessionView
from api.site import index, service_worker
from api.snapshot_files import SnapshotFileView
from api.snapshots import ComparisonView, SnapshotsView, SnapshotView
from api.source_types import SourceTypesView
from api.suggestions import SuggestionsView
from api.tokens import TokensView, TokenView


class Id(IntConverter):
    """The id of a row; what has more digits is no row's, and none is asked for it."""

    regex = "[0-9]{1,18}"


register_converter(Id, "id")
agreement: list[URLPattern | URLResolver] = [
    path("", AgreementView.as_view()),
    path("history/", HistoryView.as_view()),
    path("scopes/", ScopesView.as_view()),
    path("selections/", SelectionsView.as_view()),
    path("filters/", FiltersView.as_view()),
    path("pairs/", PairsView.as_view()),
    path("pairs/<id:one>/<id:other>/", PairView.as_view()),
    path("pairs/<id:one>/<id:other>/claims/", PairClaimsView.as_view()),
    path("annotators/", AnnotatorsView.as_view()),
    path("labels/", LabelsView.as_view()),
    path("calibration/", CalibrationView.as_view()),
    path("disputed/", DisputedView.as_view()),
    path("methods/", MethodsView.as_view()),
    path("recompute/", RecomputeView.as_view()),
    path("consensus/", ConsensusView.as_view()),
]
imports: list[URLPattern | URLResolver] = [
    path("", ImportsView.as_view()),
    path("preview/", TablePreviewView.as_view()),
    path("<id:import_id>/", ImportView.as_view()),
    path("<id:import_id>/cancel/", CancelView.as_view()),
    path("<id:import_id>/resume/", ResumeView.as_view()),
    path("<id:import_id>/failures/", FailuresView.as_view()),
    path("<id:import_id>/failures.csv", FailuresFileView.as_view()),
]
snapshots: list[URLPattern | URLResolver] = [
    path("", SnapshotsView.as_view()),
    path("<id:snapshot_id>/", SnapshotView.as_view()),
    path("<id:snapshot_id>/files/<path:path>", SnapshotFileView.as_view()),
    path("<id:snapshot_id>/compare/<id:other_id>/", ComparisonView.as_view()),
]
project: list[URLPattern | URLResolver] = [
    path("", ProjectView.as_view()),
    path("source-types/", SourceTypesView.as_view()),
    path("guidelines/", GuidelinesView.as_view()),
    path("guidelines/revisions/", RevisionsView.as_view()),
    path("guidelines/read/", GuidelinesReadView.as_view()),
    path("proposals/", ProposalsView.as_view()),
    path("articles/", ArticlesView.as_view()),
    path("articles/preview/", PreviewView.as_view()),
    path("imports/", include(imports)),
    path("suggestions/", SuggestionsView.as_view()),
    path("queue/", QueueView.as_view()),
    path("queue/settings/", QueueSettingsView.as_view()),
    path("heartbeat/", HeartbeatView.as_view()),
    path("assignments/", AssignmentsView.as_view()),
    path("assignments/<id:assignment_id>/", AssignmentView.as_view()),
    path("members/", MembersView.as_view()),
    path("members/<id:user_id>/", MemberView.as_view()),
    path("invitations/", InvitationsView.as_view()),
    path("invitations/<id:invitation_id>/", InvitationView.as_view()),
    path("annotators/<id:user_id>/", AnnotatorView.as_view()),
    path("progress/", ProgressView.as_view()),
    path("overview/", OverviewView.as_view()),
    path("agreement/", include(agreement)),
    path("history/", OwnHistoryView.as_view()),
    path("annotations/import/", AnnotationImportView.as_view()),
    path("export/annotations.jsonl", AnnotationsJsonlView.as_view()),
    path("export/annotations.csv", AnnotationsCsvView.as_view()),
    path("export/annotations.parquet", AnnotationsParquetView.as_view()),
    path("export/claims.jsonl", ClaimsJsonlView.as_view()),
    path("export/claims.csv", ClaimsCsvView.as_view()),
    path("export/claims.parquet", ClaimsParquetView.as_view()),
    path("export/claims.jsonld", WebAnnotationsView.as_view()),
    path("export/tokens.conll", TokenTagsView.as_view()),
    path("export/filters/", ExportChoicesView.as_view()),
    path("snapshots/", include(snapshots)),
    path("activity/", ActivityView.as_view()),
    path("activity.csv", ActivityFileView.as_view()),
]
v1: list[URLPattern | URLResolver] = [
    path("session/", SessionView.as_view()),
    path("session/first-account/", FirstAccountView.as_view()),
    path("me/preferences/", PreferencesView.as_view()),
    path("tokens/", TokensView.as_view()),
    path("tokens/<id:token_id>/", TokenView.as_view()),
    path("invitations/look/", LookView.as_view()),
    path("invitations/accept/", AcceptView.as_view()),
    path("projects/", ProjectsView.as_view()),
    path("projects/<slug:slug>/", include(project)),
    path("articles/<id:article_id>/", ArticleView.as_view()),
    path("articles/<id:article_id>/claims/", ArticleClaimsView.as_view()),
    path("articles/<id:article_id>/neighbors/", NeighborsView.as_view()),
    path("claims/<id:claim_id>/annotation/", AnnotationView.as_view()),
    path("claims/<id:claim_id>/events/", ClaimEventsView.as_view()),
    path("annotations/batch/", BatchView.as_view()),
    path("claims/<id:claim_id>/proposals/", ClaimProposalsView.as_view()),
    path("proposals/<id:proposal_id>/", ProposalView.as_view()),
    path("proposals/<id:proposal_id>/decision/", DecisionView.as_view()),
    path("schema/", SchemaView.as_view()),
    path("docs/", DocsView.as_view()),
]
urlpatterns = [
    path("api/v1/", include(v1)),
    path("admin/", admin.site.urls),
    path("healthz", healthz),
    path("readyz", readyz),
    path("service-worker.js", service_worker),
    re_path(r"^api/", no_such_path),
    re_path(r"^(?!admin/|static/).*$", index),
]
handler400 = "api.errors.bad_request"
handler500 = "api.errors.server_error"
