"""Texts that stand in a line with others: names, labels, notes."""

from typing import Any

from django.core.validators import RegexValidator
from rest_framework import serializers

ONE_LINE = r"\A[^\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]*\Z"
"""Nothing breaks it, or turns the direction of what stands beside it."""


class LineField(serializers.CharField):
    """One line of text that leaves the text around it alone."""

    def __init__(self, **more: Any) -> None:
        super().__init__(**more)
        self.validators.append(
            RegexValidator(
                ONE_LINE,
                "Give one line, without control characters.",
                "not_one_line",
            )
        )
