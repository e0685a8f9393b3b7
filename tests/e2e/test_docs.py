"""The API's description in a browser, with nothing but this server to ask."""

from urllib.parse import urlsplit


class TestTheDocumentation:
    def test_is_shown_by_this_server_alone(self, visit, site, context):
        asked = []
        context.on("request", lambda request: asked.append(request.url))
        errors = []
        context.on(
            "console",
            lambda message: (
                errors.append(message.text) if message.type == "error" else None
            ),
        )

        page = visit("/api/v1/docs/")
        page.get_by_role("heading", name="OnRecord").first.wait_for()
        page.locator("#operations-tag-source-types").click()
        operation = page.locator("[id$=projects_source_types_update]")
        operation.click()
        operation.get_by_text("precondition_failed").first.wait_for()

        assert page.locator(".opblock-tag").count() > 15
        here = urlsplit(site.address).netloc
        assert {urlsplit(url).netloc for url in asked} == {here}
        assert not errors
