"""Django's admin, for operators; what people said can be read here, not changed."""

from operator import attrgetter
from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Model
from django.forms.models import BaseInlineFormSet
from django.http import HttpRequest
from django.utils import timezone

from annotator.errors import DomainError
from annotator.models import (
    Act,
    ActKind,
    AgreementAlarm,
    AgreementReport,
    Annotation,
    AnnotationEvent,
    ApiToken,
    Article,
    ArticleImport,
    Assignment,
    Guidelines,
    Invitation,
    Membership,
    Overview,
    Participant,
    Project,
    Recomputation,
    Role,
    Selection,
    SourceType,
    User,
)
from annotator.services.activity import note
from annotator.services.people import change_member, let_in
from annotator.services.projects import change_project
from annotator.services.queueing import set_queue
from annotator.services.source_types import COLORS, HOTKEYS, Wanted, set_source_types

SECRETS = {Invitation: ["nonce"], ApiToken: ["digest", "session_hash"]}
"""What links are made of, and what tokens are known by."""
SETTINGS = ["name", "state", "overlap"]
SUGGESTIONS = ["suggestion_mode", "suggestion_threshold", "suggestion_hidden_share"]


class ReadOnly(admin.ModelAdmin):  # type: ignore[type-arg]
    """A record that only the application writes, shown without its secrets."""

    def get_fields(self, request: HttpRequest, obj: object | None = None) -> Any:
        secrets = SECRETS.get(self.model, [])
        return [one.name for one in self.opts.fields if one.name not in secrets]

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


class ByService(BaseInlineFormSet):  # type: ignore[type-arg]
    """
    Rows that a service writes, by the rules that hold for leads.

    It is tried when the form is checked, so that what is refused is said there.
    """

    operator: User

    def clean(self) -> None:
        super().clean()
        if any(self.errors):
            return
        try:
            with transaction.atomic():
                self.write()
                transaction.set_rollback(True)
        except DomainError as refusal:
            raise ValidationError(str(refusal), refusal.code) from refusal

    def save(self, commit: bool = True) -> list[Any]:  # noqa: FBT001, FBT002  # Django's
        self.new_objects, self.changed_objects, self.deleted_objects = [], [], []
        self.write()
        return []

    def write(self) -> None:
        raise NotImplementedError


class WrittenByService(admin.TabularInline):  # type: ignore[type-arg]
    def get_formset(self, request: Any, obj: Any = None, **kwargs: Any) -> Any:
        made = super().get_formset(request, obj, **kwargs)
        return type(made.__name__, (made,), {"operator": request.user})


class MemberForm(forms.ModelForm):  # type: ignore[type-arg]
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["user"].disabled = bool(self.instance.pk)


class MemberFormSet(ByService):
    def write(self) -> None:
        gone = self.deleted_forms
        kept = [one for one in self.forms if one.has_changed() and one not in gone]
        # New leads first, so that there is one when another goes.
        kept.sort(key=lambda one: one.cleaned_data["role"] != Role.LEAD)
        for one in kept:
            self.change(
                one, {name: one.cleaned_data[name] for name in ("role", "quota")}
            )
        for one in gone:
            self.change(one, {"active": False})

    def change(self, one: Any, changes: dict[str, Any]) -> None:
        project, user = self.instance, one.cleaned_data["user"]
        now, operator = timezone.now(), self.operator
        if one.instance.pk is None:
            let_in(project=project, user=user, role=changes["role"])
            note(
                project=project,
                actor=operator,
                kind=ActKind.MEMBER_JOINED,
                now=now,
                user_id=user.pk,
                name=user.name,
                role=changes["role"],
                invited_by=operator.name,
            )
        participant = project.participants.select_related("project", "user").get(
            user=user
        )
        change_member(participant=participant, lead=operator, changes=changes, now=now)


class Members(WrittenByService):
    model = Membership
    form = MemberForm
    formset = MemberFormSet
    extra = 1
    fields = ["user", "role", "quota"]
    autocomplete_fields = ["user"]


class SourceTypeFormSet(ByService):
    def get_queryset(self) -> Any:
        return super().get_queryset().filter(archived_at=None)

    def write(self) -> None:
        if not self.has_changed():
            return
        rows = [one.instance for one in self.forms]
        set_source_types(
            project=self.instance,
            lead=self.operator,
            wanted=[
                Wanted(
                    name=one.name,
                    definition=one.definition,
                    hotkey=one.hotkey,
                    color=one.color,
                    key=one.key,
                    maps_to=one.maps_to.key if one.maps_to else None,
                )
                for one in sorted(rows, key=attrgetter("order"))
            ],
            now=timezone.now(),
        )


class SourceTypes(WrittenByService):
    model = SourceType
    formset = SourceTypeFormSet
    extra = 0
    can_delete = False
    fields = ["key", "name", "definition", "hotkey", "color", "order", "maps_to"]
    readonly_fields = ["key"]  # what answers are stored, counted and exported under

    def has_add_permission(
        self, request: HttpRequest, obj: object | None = None
    ) -> bool:
        return False

    def formfield_for_dbfield(
        self, db_field: Any, request: HttpRequest, **kwargs: Any
    ) -> Any:
        choices = {"hotkey": HOTKEYS, "color": COLORS}.get(db_field.name)
        if choices:
            return forms.ChoiceField(choices=[(one, one) for one in choices])
        return super().formfield_for_dbfield(db_field, request, **kwargs)

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
    fields = ["slug", *SETTINGS, "confidence_words", *SUGGESTIONS]
    # Addresses name the one, and stored tallies are made of the points of the other.
    readonly_fields = ["slug", "confidence_words"]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False  # `manage.py create_project` also makes what a project needs

    def save_model(self, request: Any, obj: Any, form: Any, change: Any) -> None:
        now, given = (
            timezone.now(),
            {one: getattr(obj, one) for one in form.changed_data},
        )
        settings = {one: given[one] for one in SETTINGS if one in given}
        project = change_project(project=obj, lead=request.user, now=now, **settings)
        suggestions = {one: given[one] for one in SUGGESTIONS if one in given}
        set_queue(project=project, by=request.user, now=now, **suggestions)


# What is shown of each in a list, and the rows that this needs beside its own.
READ_ONLY: dict[type[Model], tuple[list[str], list[str]]] = {
    Guidelines: (["project", "number", "created_at", "author"], ["project", "author"]),
    Article: (["title", "project", "claim_count", "created_at"], ["project"]),
    ArticleImport: (
        ["name", "project", "state", "total", "stored", "created_at"],
        ["project"],
    ),
    Assignment: (
        ["article", "annotator", "state", "answered", "lease_until"],
        ["article", "annotator"],
    ),
    Annotation: (
        ["claim", "annotator", "source_type", "confidence", "updated_at"],
        ["claim__article", "annotator", "source_type"],
    ),
    AnnotationEvent: (
        ["claim", "annotator", "kind", "at", "tallied_at"],
        ["claim__article", "annotator"],
    ),
    ApiToken: (
        ["name", "user", "scope", "project", "last_used_at", "revoked_at"],
        ["user", "project"],
    ),
    Act: (["project", "at", "actor", "kind"], ["project", "actor"]),
    Participant: (["user", "project", "code", "role"], ["user", "project"]),
    Invitation: (
        ["project", "role", "email", "places", "taken", "expires_at"],
        ["project"],
    ),
    AgreementReport: (
        ["project", "scope", "articles", "claims", "computed_at"],
        ["project"],
    ),
    AgreementAlarm: (
        ["project", "kind", "detail", "raised_at", "cleared_at"],
        ["project"],
    ),
    Recomputation: (["project", "reason", "started_at", "finished_at"], ["project"]),
    Selection: (["project", "filters", "asked_at", "counted_at"], ["project"]),
    Overview: (["project", "scope", "computed_at", "seconds"], ["project"]),
}
for model, (columns, related) in READ_ONLY.items():
    admin.site.register(
        model, ReadOnly, list_display=columns, list_select_related=related
    )
