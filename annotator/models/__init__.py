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
    Annotation,
    AnnotationEvent,
    Assignment,
    AssignmentState,
)
from annotator.models.articles import Article, Claim
from annotator.models.projects import (
    Guidelines,
    Membership,
    Project,
    ProjectState,
    Role,
    SourceType,
)
from annotator.models.users import ApiToken, User

__all__ = [
    "EVERYTHING",
    "AgreementAlarm",
    "AgreementMark",
    "AgreementReport",
    "AlarmKind",
    "Annotation",
    "AnnotationEvent",
    "ApiToken",
    "Article",
    "ArticlePosterior",
    "ArticleTally",
    "Assignment",
    "AssignmentState",
    "BlockSum",
    "Claim",
    "Consensus",
    "DisputedClaim",
    "Guidelines",
    "Membership",
    "Project",
    "ProjectState",
    "Recomputation",
    "RecomputationBlock",
    "RecomputationReason",
    "Role",
    "SourceType",
    "TallySum",
    "User",
    "WorkerHeartbeat",
]
