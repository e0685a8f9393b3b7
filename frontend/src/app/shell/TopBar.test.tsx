import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, render } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { User } from "@/api/types";
import { TopBar } from "./TopBar";

describe("The top bar", () => {
  afterEach(() => {
    cleanup();
    vi.unstubAllGlobals();
    window.history.replaceState(null, "", "/");
  });

  it.each([
    ["/projects/new", []],
    ["/projects/newsroom", ["/api/v1/projects/newsroom/"]],
  ])("asks for no project where none is open: %s", async (path, asked) => {
    const urls: string[] = [];
    vi.stubGlobal("fetch", async (request: Request) => {
      urls.push(new URL(request.url).pathname);
      return new Response(JSON.stringify({ detail: "…" }), { status: 404 });
    });
    window.history.replaceState(null, "", path);
    render(
      <QueryClientProvider
        client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}
      >
        <TopBar
          user={{ id: 1, name: "Ana", email: "ana@news.example" } as User}
          centerRef={null}
          statusRef={null}
        />
      </QueryClientProvider>,
    );
    await new Promise((done) => setTimeout(done));

    expect(urls).toEqual(asked);
  });
});
