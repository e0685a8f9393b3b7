"""How bodies are read."""

from collections.abc import Mapping
from typing import IO, Any

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.http import UnreadablePostError
from rest_framework.exceptions import ParseError
from rest_framework.parsers import DataAndFiles, JSONParser, MultiPartParser

from annotator.services.article_files import (
    MAX_FILE_BYTES,
    MAX_TABLE_BYTES,
    check_size,
)

BESIDE_FILES = 1_000_000  # bytes, for what is sent beside the files
PASSED_OVER = 500_000_000  # bytes, of what is refused
CHUNK = 64 * 1024


class Json(JSONParser):
    """JSON of some size, in which nesting without end is an error of the sender's."""

    def parse(
        self,
        stream: IO[Any],
        media_type: str | None = None,
        parser_context: Mapping[str, Any] | None = None,
    ) -> Any:
        """
        Read a body.

        :raises RequestDataTooBig: if it is longer than any that is taken
        """
        request = (parser_context or {})["request"]
        length = int(request.META.get("CONTENT_LENGTH") or 0)
        if length > settings.DATA_UPLOAD_MAX_MEMORY_SIZE:
            _pass_over(stream)
            raise RequestDataTooBig
        try:
            return super().parse(stream, media_type, parser_context)
        except RecursionError as error:
            raise ParseError("This JSON is nested too deeply.") from error


class ArticleFile(MultiPartParser):
    """A form with a file, refused by its length before any of it is kept."""

    most = MAX_FILE_BYTES

    def parse(
        self,
        stream: Any,
        media_type: str | None = None,
        parser_context: Mapping[str, Any] | None = None,
    ) -> "DataAndFiles[Any, Any]":
        """
        Read a body; files of some size go to the disk.

        :raises FileTooLarge: if it is longer than any that is taken
        """
        length = int(stream.META.get("CONTENT_LENGTH") or 0)
        if length > self.most + BESIDE_FILES:
            _pass_over(stream)
            check_size(length, self.most)
        return super().parse(stream, media_type, parser_context)


class ImportFiles(ArticleFile):
    """A form with a table or many files."""

    most = MAX_TABLE_BYTES


def _pass_over(stream: Any) -> None:
    """Let a body go by: a client that is still sending would not see the answer."""
    left = PASSED_OVER
    try:
        while left > 0 and (chunk := stream.read(CHUNK)):
            left -= len(chunk)
    except UnreadablePostError:
        pass
