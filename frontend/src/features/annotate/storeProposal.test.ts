import { describe, expect, it, vi } from "vitest";
import { ApiError } from "@/api/client";
import type { Proposal } from "@/api/types";
import type { ProposalEvent } from "./stacks";
import { claimOf } from "./state";
import { answerAll, setUp, UNREACHABLE } from "./storeTesting";
import { makeArticle } from "./testing";

const A = makeArticle({ id: 1, claims: 5 });

function makeProposal(id: number): Proposal {
  const made = { state: "open", created_at: "2026-01-05T10:00:00Z", decided_at: null } as const;
  return { id, claim: 101, kind: "merge", at: null, note: "", client_id: `p${id}`, ...made };
}

/** A store in which a merge was proposed for claim 1, between two answers. */
async function proposeBetween(revertProposal: (event: ProposalEvent) => Promise<Proposal | null>) {
  const given = await setUp([[A]], { revertProposal });
  const { store, session } = given;
  answerAll(store, 1);
  const proposed = { id: "p7", claim: 101, article: 1, before: null, reverts: null };
  store.dispatch({ type: "proposal", ...proposed, after: makeProposal(7) });
  answerAll(store, 1);
  const said = async (kind: string) =>
    vi.waitFor(() => expect(session().outcome).toMatchObject({ kind }));
  const proposals = () => session().articles[0]?.proposals.map(({ id }) => id);
  return { ...given, said, proposals };
}

describe("A proposal", () => {
  it("is taken back in its turn, at its claim, and made again", async () => {
    const revert = vi.fn(async ({ before }: ProposalEvent) => before && makeProposal(8));
    const { store, session, said, proposals, sent, settle } = await proposeBetween(revert);
    expect(proposals()).toEqual([7]);

    store.revert("undo");
    expect(revert).not.toHaveBeenCalled();
    store.revert("undo");
    store.revert("undo");
    await vi.waitFor(() => expect(session().answers.size).toBe(0));
    expect(revert).toHaveBeenCalledOnce();
    expect(proposals()).toEqual([]);

    store.revert("redo");
    store.revert("redo");
    await said("proposed");
    expect(proposals()).toEqual([8]);
    expect(claimOf(session())?.id).toBe(101);
    expect(session().answers.size).toBe(1);

    store.revert("undo");
    await said("unproposed");
    expect(revert.mock.lastCall?.[0].after).toMatchObject({ id: 8 });
    await settle();
    expect(sent.map(({ claim }) => claim)).toEqual([101, 102, 102, 101, 101]);
  });

  it("is made again, whatever has been chosen and not given meanwhile", async () => {
    const { store, said, proposals } = await proposeBetween(
      async ({ before }) => before && makeProposal(8),
    );
    store.revert("undo");
    store.revert("undo");
    await said("unproposed");

    store.dispatch({ type: "source", key: "named" });
    store.revert("redo");

    await said("proposed");
    expect(proposals()).toEqual([8]);
  });

  it("waits for the network to be taken back", async () => {
    const revert = vi.fn(async (): Promise<null> => null).mockRejectedValueOnce(UNREACHABLE);
    const { store, said, proposals } = await proposeBetween(revert);

    store.revert("undo");
    store.revert("undo");
    await said("out_of_reach");
    expect(proposals()).toEqual([7]);

    store.revert("undo");
    await said("unproposed");
    expect(proposals()).toEqual([]);
  });

  it("stands in nobody's way once a lead has decided", async () => {
    const decided = new ApiError({ status: 409, code: "already_decided", detail: "Decided." });
    const { store, said, session } = await proposeBetween(async () => {
      throw decided;
    });

    store.revert("undo");
    store.revert("undo");
    await said("too_late");
    store.revert("undo");

    await said("undone");
    expect(session().answers.size).toBe(0);
  });
});
