"""What somebody says of themselves to get an account."""

from typing import Any

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from rest_framework import serializers

from annotator.models import User
from api.texts import LineField


class AccountInput(serializers.Serializer[object]):
    name = LineField(max_length=100)
    email = serializers.EmailField(max_length=254)
    password = serializers.CharField(max_length=1000, trim_whitespace=False)

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        person = User(name=attrs["name"], email=attrs["email"])
        try:
            validate_password(attrs["password"], person)
        except ValidationError as refusal:
            raise serializers.ValidationError(
                {"password": refusal.messages}
            ) from refusal
        return attrs
