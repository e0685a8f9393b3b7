import { describe, expect, it } from "vitest";
import { letterOf } from "@/api/invitations";
import { inOrder, matching } from "./order";
import { makeInvitation, makeMember } from "./testing";

const names = (members: readonly { name: string }[]) => members.map(({ name }) => name);

describe("People", () => {
  it("come as leads, annotators, viewers, each by name as the language sorts", () => {
    const members = [
      makeMember({ name: "Zoe" }),
      makeMember({ name: "Vera", role: "viewer" }),
      makeMember({ name: "Özlem" }),
      makeMember({ name: "Lena", role: "lead" }),
      makeMember({ name: "Paul" }),
    ];

    expect(names(inOrder(members, "de"))).toEqual(["Lena", "Özlem", "Paul", "Zoe", "Vera"]);
  });

  it.each([
    ["AN", ["Ana", "Dan"]],
    ["k7", ["Ana"]],
    ["dan@", ["Dan"]],
    [" ", ["Ana", "Dan"]],
    ["nobody", []],
  ])("are found by name, address or code: %j", (wanted, found) => {
    const members = [
      makeMember(),
      makeMember({ name: "Dan", email: "dan@press.example", code: "zz9z" }),
    ];

    expect(names(matching(members, wanted))).toEqual(found);
  });
});

describe("The email of an invitation", () => {
  it.each([
    [{}, "none"],
    [{ email: "ana@news.example" }, "waiting"],
    [{ email: "ana@news.example", sent_at: "2026-05-04T12:00:02Z" }, "sent"],
    [{ email: "ana@news.example", failure: "No such host." }, "failed"],
  ] as const)("%j: %s", (changes, state) => {
    expect(letterOf(makeInvitation(changes))).toBe(state);
  });
});
