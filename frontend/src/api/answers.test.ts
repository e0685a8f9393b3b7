import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { countUnsent, discardUnsent, dropOutbox, onSavedElsewhere, outboxOf } from "./answers";
import { holdSession } from "./sender";
import { makeSave } from "./testing";

const ANA = 1;
const BEN = 2;

/** A server that takes all, unless it is cut off. */
function serve() {
  const server = { isCut: true, taken: [] as string[] };
  vi.stubGlobal("fetch", async (request: Request) => {
    if (server.isCut) throw new TypeError("cut");
    const { saves } = await request.json();
    const ids: string[] = saves.map((save: { client_id: string }) => save.client_id);
    server.taken.push(...ids);
    const rest = { claim: 1, annotation: null, code: "", detail: "", current: null };
    return Response.json({ results: ids.map((client_id) => ({ client_id, ...rest })) });
  });
  return server;
}

describe("The outbox of a user", () => {
  let server = serve();
  beforeEach(() => {
    server = serve();
  });
  afterEach(async () => {
    for (const user of [ANA, BEN]) {
      await outboxOf(user).ready;
      await discardUnsent(user);
      dropOutbox(user);
    }
    vi.unstubAllGlobals();
  });

  it("keeps what is unsent over a sign-out, for that user alone", async () => {
    const { id } = outboxOf(ANA).add(makeSave());
    expect(await countUnsent(ANA)).toBe(1);
    dropOutbox(ANA);
    server.isCut = false;

    expect(await countUnsent(BEN)).toBe(0);
    expect(server.taken).toEqual([]);

    const again = outboxOf(ANA);
    await vi.waitFor(() => expect(server.taken).toEqual([id]));
    await vi.waitFor(() => expect(again.getState().phase).toBe("saved"));
  });

  it.each([BEN, null])("sends nothing once the page is not that user's but %s's", async (now) => {
    holdSession(ANA);
    const outbox = outboxOf(ANA);
    outbox.add(makeSave());
    await vi.waitFor(() => expect(outbox.getState().phase).toBe("waiting"));
    server.isCut = false;
    holdSession(now);

    outbox.wake();
    await vi.waitFor(() => expect(outbox.getState().phase).not.toBe("waiting"));

    expect(outbox.getState()).toMatchObject({ phase: "signed_out", pending: [{}], refused: [] });
    expect(server.taken).toEqual([]);
    holdSession(ANA);
  });

  it("asks to be kept by the browser only when answers cannot be sent", async () => {
    const persist = vi.fn(async () => true);
    vi.stubGlobal("navigator", { onLine: true, storage: { persist } });
    server.isCut = false;
    const outbox = outboxOf(ANA);
    outbox.add(makeSave());
    await vi.waitFor(() => expect(outbox.getState().phase).toBe("saved"));
    expect(server.taken).toHaveLength(1);
    expect(persist).not.toHaveBeenCalled();

    server.isCut = true;
    outbox.add(makeSave());
    await vi.waitFor(() => expect(outbox.getState().phase).toBe("waiting"));

    expect(persist).toHaveBeenCalledOnce();
  });

  it("is lost when that is asked for", async () => {
    outboxOf(ANA).add(makeSave());
    await countUnsent(ANA);

    await discardUnsent(ANA);
    dropOutbox(ANA);

    expect(await countUnsent(ANA)).toBe(0);
  });

  it("goes on when the network comes back", async () => {
    const outbox = outboxOf(ANA);
    outbox.add(makeSave());
    await vi.waitFor(() => expect(outbox.getState().phase).toBe("waiting"));
    server.isCut = false;

    window.dispatchEvent(new Event("online"));

    await vi.waitFor(() => expect(outbox.getState().phase).toBe("saved"));
  });

  it("hands over what another page gave, once it is saved", async () => {
    const { id } = outboxOf(ANA).add(makeSave({ claim: 5 }));
    await countUnsent(ANA);
    dropOutbox(ANA);
    server.isCut = false;
    const heard = vi.fn();
    const forget = onSavedElsewhere(heard);

    const own = outboxOf(ANA).add(makeSave({ claim: 6 }));
    await vi.waitFor(() => expect(server.taken).toEqual([id, own.id]));
    forget();

    expect(heard.mock.calls).toMatchObject([[{ claim: 5 }, id]]);
  });

  it("does not hand over what has been answered anew here", async () => {
    outboxOf(ANA).add(makeSave({ claim: 5, at: 1 }));
    await countUnsent(ANA);
    dropOutbox(ANA);
    server.isCut = false;
    const heard = vi.fn();
    const forget = onSavedElsewhere(heard);

    outboxOf(ANA).add(makeSave({ claim: 5, at: 2 }));
    await vi.waitFor(() => expect(server.taken).toHaveLength(2));
    forget();

    expect(heard).not.toHaveBeenCalled();
  });
});
