"""Django's admin, for operators; what people said can be read here, not changed."""

from typing import Any

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.http import HttpRequest
from django.utils import timezone

from annotator.models import (
    AgreementAlarm,
    AgreementReport,
    Annotation,
    AnnotationEvent,
    Article,
    ArticleImport,
    Assignment,
    Guidelines,
    Membership,
    Project,
    Recomputation,
    SourceType,
    User,
)
from annotator.services.agreement import mark_labels
from annotator.services.projects import set_overlap


class ReadOnly(admin.ModelAdmin):  # type: ignore[type-arg]
    """A record that only the application writes."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(
        self, request: HttpRequest, obj: object | None = None
    ) -> bool:
        return False

    def has_delete_permission(
        self, request: HttpRequest, obj: object | None = None
    ) -> bool:
        return False


@admin.register(User)
class Users(UserAdmin):  # type: ignore[type-arg]
    ordering = ["email"]
    list_display = ["email", "name", "is_active", "is_staff"]
    search_fields = ["email", "name"]
    readonly_fields = ["last_login", "created_at"]
    fieldsets = [
        (None, {"fields": ["email", "name", "password"]}),
        ("May", {"fields": ["is_active", "is_staff", "is_superuser"]}),
        ("Dates", {"fields": ["last_login", "created_at"]}),
    ]
    add_fieldsets = [
        (
            None,
            {"fields": ["email", "name", "usable_password", "password1", "password2"]},
        )
    ]


class Members(admin.TabularInline):  # type: ignore[type-arg]
    model = Membership
    extra = 1
    fields = ["user", "role", "quota"]
    autocomplete_fields = ["user"]


class SourceTypes(admin.TabularInline):  # type: ignore[type-arg]
    model = SourceType
    extra = 0
    can_delete = False
    fields = ["key", "name", "definition", "hotkey", "color", "order", "maps_to"]
    readonly_fields = ["key"]  # what answers are stored, counted and exported under

    def has_add_permission(
        self, request: HttpRequest, obj: object | None = None
    ) -> bool:
        return False

    def formfield_for_foreignkey(
        self, db_field: Any, request: HttpRequest, **kwargs: Any
    ) -> Any:
        if db_field.name == "maps_to" and request.resolver_match:
            project = request.resolver_match.kwargs.get("object_id")
            kwargs["queryset"] = SourceType.objects.filter(project=project)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)


@admin.register(Project)
class Projects(admin.ModelAdmin):  # type: ignore[type-arg]
    list_display = ["name", "slug", "state", "overlap"]
    inlines = [Members, SourceTypes]
    readonly_fields = ["confidence_words"]  # stored tallies are made of its points

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False  # `manage.py create_project` also makes what a project needs

    def save_model(self, request: Any, obj: Any, form: Any, change: Any) -> None:
        if "overlap" in form.changed_data:
            set_overlap(project=obj, overlap=obj.overlap)
        super().save_model(request, obj, form, change)

    def save_related(self, request: Any, form: Any, formsets: Any, change: Any) -> None:
        super().save_related(request, form, formsets, change)
        types = (one for one in formsets if one.model is SourceType)
        if any(one.has_changed() for one in types):
            mark_labels(project=form.instance, now=timezone.now())


@admin.register(Guidelines)
class GuidelineRevisions(ReadOnly):
    list_display = ["project", "number", "created_at", "author"]


@admin.register(Article)
class Articles(ReadOnly):
    list_display = ["title", "project", "claim_count", "created_at"]
    list_select_related = ["project"]


@admin.register(ArticleImport)
class ArticleImports(ReadOnly):
    list_display = ["name", "project", "state", "total", "stored", "created_at"]
    list_select_related = ["project"]


@admin.register(Assignment)
class Assignments(ReadOnly):
    list_display = ["article", "annotator", "state", "answered", "lease_until"]
    list_select_related = ["article", "annotator"]


@admin.register(Annotation)
class Annotations(ReadOnly):
    list_display = ["claim", "annotator", "source_type", "confidence", "updated_at"]
    list_select_related = ["claim__article", "annotator", "source_type"]


@admin.register(AnnotationEvent)
class AnnotationEvents(ReadOnly):
    list_display = ["claim", "annotator", "kind", "at", "tallied_at"]
    list_select_related = ["claim__article", "annotator"]


@admin.register(AgreementReport)
class AgreementReports(ReadOnly):
    list_display = ["project", "scope", "articles", "claims", "computed_at"]
    list_select_related = ["project"]


@admin.register(AgreementAlarm)
class AgreementAlarms(ReadOnly):
    list_display = ["project", "kind", "detail", "raised_at", "cleared_at"]
    list_select_related = ["project"]


@admin.register(Recomputation)
class Recomputations(ReadOnly):
    list_display = ["project", "reason", "started_at", "finished_at"]
    list_select_related = ["project"]
