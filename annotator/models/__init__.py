"""What is stored: fields, constraints and who may see what."""

from annotator.models.agreement import AgreementReport, ArticleTally, WorkerHeartbeat
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
    "AgreementReport",
    "Annotation",
    "AnnotationEvent",
    "ApiToken",
    "Article",
    "ArticleTally",
    "Assignment",
    "AssignmentState",
    "Claim",
    "Guidelines",
    "Membership",
    "Project",
    "ProjectState",
    "Role",
    "SourceType",
    "User",
    "WorkerHeartbeat",
]
