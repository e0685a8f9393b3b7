import { afterEach, describe, expect, it, vi } from "vitest";
import { isServerThere, leaveOldBuild, untilServerIsThere } from "./reach";

function load(status: number | null, src = "/own.js") {
  const own = Object.assign(document.createElement("script"), { src });
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

describe("A page of which the server has another build by now", () => {
  const watchReload = () => vi.spyOn(location, "reload").mockReturnValue(undefined);

  afterEach(() => {
    vi.unstubAllGlobals();
    sessionStorage.clear();
    vi.restoreAllMocks();
  });

  it("is loaded anew instead of waiting for what is gone", async () => {
    const reload = watchReload();
    load(404);

    void untilServerIsThere();

    await vi.waitFor(() => expect(reload).toHaveBeenCalledOnce());
  });

  it("is loaded anew once, be it the same again, and once more with the next build", async () => {
    const reload = watchReload();
    load(404);
    void untilServerIsThere();
    await vi.waitFor(() => expect(reload).toHaveBeenCalledOnce());

    await untilServerIsThere();
    expect(reload).toHaveBeenCalledOnce();

    load(404, "/next.js");
    void leaveOldBuild();
    await vi.waitFor(() => expect(reload).toHaveBeenCalledTimes(2));
  });

  it("stays where the server has it, or is away", async () => {
    const reload = watchReload();
    for (const status of [200, 503, null]) {
      load(status);
      await leaveOldBuild();
    }

    expect(reload).not.toHaveBeenCalled();
  });

  it("stays where nothing can be noted, as it might be loaded for ever", async () => {
    const reload = watchReload();
    vi.stubGlobal("sessionStorage", undefined);
    load(404);

    await untilServerIsThere();

    expect(reload).not.toHaveBeenCalled();
  });
});
