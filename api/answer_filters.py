"""Which answers count, as figures and exports can be asked."""

from typing import Any

from rest_framework import serializers

from api.requests import LARGEST_NUMBER

MOST = 500
"""So many revisions, annotators or outlets can be chosen at once."""
MOST_VOTES = 1000


class AnswerFilters(serializers.Serializer[object]):
    """What is not there leaves nothing out."""

    since = serializers.DateField(
        required=False,
        allow_null=True,
        help_text="The first day (UTC) of an answer's last change.",
    )
    until = serializers.DateField(
        required=False, allow_null=True, help_text="The last day (UTC), included."
    )
    revisions = serializers.ListField(
        child=serializers.IntegerField(min_value=1, max_value=LARGEST_NUMBER),
        required=False,
        max_length=MOST,
        help_text="Of the guidelines, by number.",
    )
    outlets = serializers.ListField(
        child=serializers.CharField(
            allow_blank=True, max_length=200, trim_whitespace=False
        ),
        required=False,
        max_length=MOST,
        help_text="As the articles have it; an empty text is that of articles without.",
    )

    def validate(self, given: dict[str, Any]) -> dict[str, Any]:
        since, until = given.get("since"), given.get("until")
        if since and until and since > until:
            raise serializers.ValidationError(
                {"until": "The last day is before the first."}, "ends_before_it_begins"
            )
        return given


class ExportFilters(AnswerFilters):
    """People by their codes, and which claims stay."""

    annotators = serializers.ListField(
        child=serializers.CharField(max_length=12),
        required=False,
        max_length=MOST,
        help_text="By their codes in this project.",
    )
    decided = serializers.BooleanField(
        required=False, help_text="Only claims that are decided."
    )
    min_votes = serializers.IntegerField(
        required=False,
        min_value=0,
        max_value=MOST_VOTES,
        help_text="Only claims with so many votes that count.",
    )
