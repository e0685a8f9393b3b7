"""The page that starts the front end, and the worker that keeps it in the browser."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse


def index(request: HttpRequest) -> HttpResponse:
    """Give the built front end's page, for every path that is one of its screens."""
    page = settings.FRONTEND_DIST / "index.html"
    if not page.is_file():
        return HttpResponse(
            "The front end is not built. Run `make run`, or `make web` to build it.",
            status=503,
            content_type="text/plain",
        )
    return HttpResponse(page.read_bytes(), headers={"Cache-Control": "no-cache"})


def service_worker(request: HttpRequest) -> HttpResponse:
    """
    Give the service worker, or the one that leaves if there is to be none.

    :raises Http404: if the front end was not built
    """
    name = "service-worker.js" if settings.OFFLINE else "no-service-worker.js"
    script = settings.FRONTEND_DIST / name
    if not script.is_file():
        raise Http404
    return HttpResponse(
        script.read_bytes(),
        content_type="text/javascript",
        headers={"Cache-Control": "no-cache"},
    )
