"""The API's description, and a page of it that asks only this server for anything."""

from functools import cache

from django.http import HttpResponse
from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.renderers import OpenApiJsonRenderer, OpenApiYamlRenderer
from drf_spectacular.utils import extend_schema
from drf_spectacular.views import SpectacularAPIView, SpectacularSwaggerSplitView
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.response import Response


class SchemaView(SpectacularAPIView):
    """The description as YAML or JSON; made once, as it is the same for everybody."""

    @extend_schema(exclude=True)
    def get(self, request: Request) -> HttpResponse:
        """Give the description in the form that is asked for."""
        renderer = request.accepted_renderer
        return HttpResponse(
            _description(renderer.format),
            content_type=f"{renderer.media_type}; charset={renderer.charset}",
        )


@cache
def _description(form: str) -> str | bytes:
    made = SchemaGenerator().get_schema(request=None, public=True)  # type: ignore[no-untyped-call]
    renderer = OpenApiJsonRenderer() if form == "json" else OpenApiYamlRenderer()
    return renderer.render(made, renderer_context={})


class DocsView(SpectacularSwaggerSplitView):
    """Swagger UI without any inline script or style: the policy allows none."""

    permission_classes = [AllowAny]
    url = "../schema/"
    url_self = "?"
    template_name = "docs.html"
    template_name_js = "docs.js"

    @extend_schema(exclude=True)
    def get(self, request: Request) -> Response:
        """Give the page; with `script`, what starts it."""
        answer: Response = super().get(request)  # type: ignore[no-untyped-call]
        return answer
