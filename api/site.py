"""The page that starts the front end, for every path that is one of its screens."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse


def index(request: HttpRequest) -> HttpResponse:
    """Give the built front end's page."""
    page = settings.FRONTEND_DIST / "index.html"
    if not page.is_file():
        return HttpResponse(
            "The front end is not built. Run `make run`, or `make web` to build it.",
            status=503,
            content_type="text/plain",
        )
    return HttpResponse(page.read_bytes(), headers={"Cache-Control": "no-cache"})
