"""What is stored: fields, constraints and who may see what."""

from annotator.models.agreement import (
    EVERYTHING,
    AgreementAlarm,
    AgreementMark,
    AgreementReport,
    AlarmKind,
    ArticlePosterior,
    ArticleTally,
    BlockSum,
    Consensus,
    DisputedClaim,
    Recomputation,
    RecomputationBlock,
    RecomputationReason,
    TallySum,
    WorkerHeartbeat,
)
from annotator.models.annotations import (
    HOLDING,
    Annotation,
    AnnotationEvent,
    Assignment,
    AssignmentState,
)
from annotator.models.articles import Article, Claim, ClaimChange, ClaimOrigin
from annotator.models.imports import (
    ArticleImport,
    ImportBlock,
    ImportFailure,
    ImportFile,
    ImportPiece,
    ImportState,
)
from annotator.models.learning import LearningState, SuggestionModel
from annotator.models.overviews import (
    SELECTION,
    Overview,
    Selection,
    SelectionSum,
)
from annotator.models.people import Act, ActKind, Invitation, Participant
from annotator.models.projects import (
    Guidelines,
    Membership,
    Project,
    ProjectState,
    Role,
    SourceType,
    SuggestionMode,
)
from annotator.models.proposals import ClaimProposal, ProposalKind, ProposalState
from annotator.models.queues import Queue, QueueOrder
from annotator.models.requests import KeptAnswer
from annotator.models.snapshots import Snapshot, SnapshotComparison, SnapshotState
from annotator.models.users import ApiToken, TokenScope, User

__all__ = [
    "EVERYTHING",
    "HOLDING",
    "SELECTION",
    "Act",
    "ActKind",
    "AgreementAlarm",
    "AgreementMark",
    "AgreementReport",
    "AlarmKind",
    "Annotation",
    "AnnotationEvent",
    "ApiToken",
    "Article",
    "ArticleImport",
    "ArticlePosterior",
    "ArticleTally",
    "Assignment",
    "AssignmentState",
    "BlockSum",
    "Claim",
    "ClaimChange",
    "ClaimOrigin",
    "ClaimProposal",
    "Consensus",
    "DisputedClaim",
    "Guidelines",
    "ImportBlock",
    "ImportFailure",
    "ImportFile",
    "ImportPiece",
    "ImportState",
    "Invitation",
    "KeptAnswer",
    "LearningState",
    "Membership",
    "Overview",
    "Participant",
    "Project",
    "ProjectState",
    "ProposalKind",
    "ProposalState",
    "Queue",
    "QueueOrder",
    "Recomputation",
    "RecomputationBlock",
    "RecomputationReason",
    "Role",
    "Selection",
    "SelectionSum",
    "Snapshot",
    "SnapshotComparison",
    "SnapshotState",
    "SourceType",
    "SuggestionMode",
    "SuggestionModel",
    "TallySum",
    "TokenScope",
    "User",
    "WorkerHeartbeat",
]
