"""What a stream can be asked for, as its address says it."""

from typing import Any

from rest_framework import serializers

from annotator.formats.compressing import Compression
from annotator.models import Project
from annotator.queries.exports.choices import ExportChoice, unknown_codes
from api.answer_filters import ExportFilters


class PackedQuery(serializers.Serializer[object]):
    compress = serializers.ChoiceField(
        choices=[one.value for one in Compression],
        required=False,
        help_text="Give a compressed file, named `.gz` or `.zst`. Without it, what is "
        "sent is compressed where `Accept-Encoding` takes gzip or zstd.",
    )


class ChangesQuery(serializers.Serializer[object]):
    updated_since = serializers.CharField(
        required=False,
        max_length=200,
        allow_blank=True,  # and no cursor; else a blank would ask for all
        help_text="`start` or a cursor: give only what has changed since, in the order "
        "of the changes, each row with `deleted` and with the `cursor` that goes on "
        "after it. `OnRecord-Cursor` in the answer's header goes on after the whole. "
        "Of the filters, `outlets` can go with it, and `annotators` for annotations.",
    )


class AnnotationsQuery(ExportFilters, ChangesQuery):
    names = serializers.BooleanField(
        default=False,
        help_text="Whether to say who the annotators are; for leads alone.",
    )


class PackedAnnotationsQuery(AnnotationsQuery, PackedQuery):
    pass


class ClaimsQuery(ExportFilters, ChangesQuery):
    text = serializers.BooleanField(
        default=False,
        help_text="Whether each claim carries its article's whole text.",
    )


class PackedClaimsQuery(ClaimsQuery, PackedQuery):
    pass


def read_choice(project: Project, given: dict[str, Any]) -> ExportChoice:
    """
    Read which answers are asked for.

    :raises serializers.ValidationError: if a code is nobody's
    """
    choice = ExportChoice.of(given)
    if unknown := unknown_codes(project, choice.annotators):
        raise serializers.ValidationError(
            {"annotators": [f"Nobody here has the code {', '.join(unknown)}."]}
        )
    return choice
