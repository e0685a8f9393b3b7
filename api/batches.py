"""Batches: the saves that waited in a browser, each taken in or refused by itself."""

from typing import Any
from uuid import UUID

from django.core.exceptions import RequestDataTooBig
from django.utils import timezone
from drf_spectacular.utils import OpenApiExample, extend_schema
from rest_framework import serializers
from rest_framework.fields import empty
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from annotator.errors import DomainError
from annotator.models import TokenScope, User
from annotator.services.annotations import ChangedElsewhere, save_answer
from annotator.services.answers import ANYTHING, Anything
from api import annotation_examples as examples
from api.annotations import ActInput, read_save
from api.answers import AnnotationOutput, AnswerInput, current_json
from api.permissions import refused_claims
from api.requests import LARGEST_ID, signed_in, token_of

MOST = 50
MOST_BYTES = 2_000_000


class BatchAct(ActInput):
    claim = serializers.IntegerField(min_value=1, max_value=LARGEST_ID)


class BatchSave(BatchAct):
    answer = AnswerInput(
        allow_null=True, help_text="Null: what was answered is taken back."
    )


class BatchInput(serializers.Serializer[Any]):
    saves: serializers.ListSerializer[Any] = serializers.ListSerializer(
        child=BatchSave(), min_length=1, max_length=MOST
    )


class Acts(serializers.Serializer[Any]):
    """A batch without its answers, of which each may be wrong by itself."""

    saves: serializers.ListSerializer[Any] = serializers.ListSerializer(
        child=BatchAct(), min_length=1, max_length=MOST
    )


class SaveResult(serializers.Serializer[Any]):
    client_id = serializers.UUIDField()
    claim = serializers.IntegerField()
    annotation = AnnotationOutput(
        allow_null=True, help_text="As it is now; null: there is none, or see `code`."
    )
    code = serializers.CharField(help_text="Empty: saved. Else why it was refused.")
    detail = serializers.CharField()
    current = AnnotationOutput(
        allow_null=True, help_text="With `changed_elsewhere`: what there is now."
    )


class BatchOutput(serializers.Serializer[Any]):
    results = SaveResult(many=True)


class BatchView(APIView):
    scope = TokenScope.ANNOTATE
    throttle_classes = []  # no work is lost
    keeps_to_project = ["POST"]

    @extend_schema(
        request=BatchInput,
        responses=BatchOutput,
        examples=[
            OpenApiExample("Two saves", examples.BATCH, request_only=True),
            OpenApiExample("One refused", examples.RESULTS, response_only=True),
        ],
    )
    def post(self, request: Request) -> Response:
        """
        Save up to 50 answers in the order given, each by itself.

        A refused one does not stop the rest; what was to replace it replaces what it
        was to replace. If the request fails as a whole, some may have been saved: send
        it again, repeats are harmless.
        """
        if int(request.META.get("CONTENT_LENGTH") or 0) > MOST_BYTES:
            raise RequestDataTooBig
        given: Any = request.data
        acts = ACTS.run_validation(given)["saves"]
        answers = [one.get("answer", empty) for one in given["saves"]]
        user = signed_in(request)
        claims = {act["claim"] for act in acts}
        refused = refused_claims(token_of(request), claims)
        results = []
        # What each refused one was to replace, for it has not come to be.
        instead: dict[UUID, UUID | Anything | None] = {}
        for act, answer in zip(acts, answers, strict=True):
            replaces = act.get("replaces", ANYTHING)
            act["replaces"] = instead.get(replaces, replaces)
            result = save_one(act, answer, user, refused.get(act["claim"]))
            if result["code"] not in {"", ChangedElsewhere.code}:
                instead[act["client_id"]] = act["replaces"]
            results.append(result)
        return Response({"results": results})


# Kept, because making their fields anew for every request costs more than reading it.
ACTS = Acts()
ANSWER = AnswerInput(allow_null=True)


def save_one(
    act: dict[str, Any],
    answer: Any,
    annotator: User,
    outside: DomainError | None = None,
) -> dict[str, Any]:
    """
    Save one answer of a batch, and say what became of it.

    `outside` is the refusal of a claim that is outside of the token's project.
    """
    result = {
        "client_id": str(act["client_id"]),
        "claim": act["claim"],
        "annotation": None,
        "code": "",
        "detail": "",
        "current": None,
    }
    try:
        if outside:
            raise outside
        checked = ANSWER.run_validation(answer)
        saved = save_answer(
            save=read_save(act, claim=act["claim"], answer=checked),
            annotator=annotator,
            now=timezone.now(),
        )
    except serializers.ValidationError as error:
        wrong = ", ".join(error.detail) if isinstance(error.detail, dict) else "answer"
        return result | {"code": "invalid", "detail": f"Check {wrong}."}
    except DomainError as refusal:
        current = (
            current_json(refusal) if isinstance(refusal, ChangedElsewhere) else None
        )
        refused = {"code": refusal.code, "detail": str(refusal), "current": current}
        return result | refused
    return result | {"annotation": saved and AnnotationOutput(saved).data}
