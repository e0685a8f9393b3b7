import { afterEach, describe, expect, it, vi } from "vitest";
import { isServerThere } from "./reach";

function load(status: number | null) {
  const own = Object.assign(document.createElement("script"), { src: "/own.js" });
  vi.spyOn(document, "querySelector").mockReturnValue(own);
  const fetch = vi.fn(async (_url: string, _options: RequestInit) => {
    if (status === null) throw new TypeError("Failed to fetch");
    return new Response(null, { status });
  });
  vi.stubGlobal("fetch", fetch);
  return fetch;
}

describe("Whether the server is there", () => {
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
  });

  it("is asked of the network, once for all who want to know", async () => {
    const fetch = load(200);

    expect(await Promise.all([isServerThere(), isServerThere()])).toEqual([true, true]);

    expect(fetch).toHaveBeenCalledOnce();
    const [url, options] = fetch.mock.calls[0] ?? [];
    expect(url).toMatch(/own\.js$/);
    expect(options).toMatchObject({ method: "HEAD", cache: "no-store" });
  });

  it("is asked anew each time", async () => {
    load(null);
    expect(await isServerThere()).toBe(false);

    load(502);
    expect(await isServerThere()).toBe(false);

    load(200);
    expect(await isServerThere()).toBe(true);
  });
});
