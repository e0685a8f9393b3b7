import { describe, expect, it } from "vitest";
import { makeProject, makeType } from "./testing";
import {
  absentFrom,
  added,
  changed,
  draftsOf,
  inputOf,
  isRecounted,
  isSame,
  MOST_TYPES,
  moved,
  numbered,
  problemsOf,
  putBack,
  type TypeDraft,
  targetsOf,
  withHotkey,
  without,
} from "./types";

const project = makeProject();
const list = draftsOf(project);

const keys = (drafts: readonly TypeDraft[]) => drafts.map(({ key }) => key);
const hotkeys = (drafts: readonly TypeDraft[]) => drafts.map(({ hotkey }) => hotkey);
const typeOf = (key: string, drafts: readonly TypeDraft[] = list) => {
  const found = drafts.find((type) => type.key === key);
  if (!found) throw new Error(`There is no ${key}.`);
  return found;
};

describe("A list of source types", () => {
  it("is sent as it came, if nothing is changed", () => {
    const sent = inputOf(list).map((type) => ({ ...type, built_in: type.key !== "agency" }));
    expect(sent).toEqual(project.source_types);
    expect(isSame(list, draftsOf(project))).toBe(true);
  });

  it("is another one with another word or another order", () => {
    expect(isSame(changed(list, "named", { name: "On record" }), list)).toBe(false);
    expect(isSame(moved(list, "named", 1), list)).toBe(false);
    expect(isSame(changed(list, "named", { name: " Named source " }), list)).toBe(true);
  });

  it("moves a type by one place, and none beyond an end", () => {
    expect(keys(moved(list, "agency", -1))).toEqual(["named", "agency", "anonymous"]);
    expect(moved(list, "agency", 1)).toBe(list);
    expect(moved(list, "named", -1)).toBe(list);
  });

  it("gives a new type the first key and color of its own that are free", () => {
    const made = added(withHotkey(list, "agency", "9")).at(-1);
    expect(made).toMatchObject({ key: null, hotkey: "3", color: "free_2", isBuiltIn: false });
    expect(inputOf(added(list)).at(-1)).not.toHaveProperty("key");
  });

  it("has a different key for each type however many there are", () => {
    let full: readonly TypeDraft[] = list;
    while (full.length < MOST_TYPES) full = added(full);
    expect(new Set(hotkeys(full)).size).toBe(MOST_TYPES);
    expect(new Set(full.map(({ color }) => color)).size).toBe(MOST_TYPES);
  });

  it("swaps keys where one is given that another has", () => {
    expect(hotkeys(withHotkey(list, "agency", "1"))).toEqual(["3", "2", "1"]);
    expect(hotkeys(withHotkey(list, "agency", "7"))).toEqual(["1", "2", "7"]);
    expect(hotkeys(numbered(moved(list, "agency", -1)))).toEqual(["1", "2", "3"]);
  });

  it("lets what counted as a removed type count as itself", () => {
    const chained = changed(list, "anonymous", { mapsTo: "agency" });
    const left = without(chained, typeOf("agency"));
    expect(keys(left)).toEqual(["named", "anonymous"]);
    expect(typeOf("anonymous", left).mapsTo).toBeNull();
  });

  it("takes a removed type back with another key if its own was given away", () => {
    const left = withHotkey(without(list, typeOf("agency")), "named", "3");
    const back = putBack(left, typeOf("agency"));
    expect(typeOf("agency", back)).toMatchObject({ hotkey: "1", mapsTo: "named" });
  });

  it("knows what was taken out and what is archived", () => {
    const given = makeProject({ archived_source_types: [makeType("wire", { built_in: false })] });
    const left = without(draftsOf(given), typeOf("agency"));
    const { removed, archived } = absentFrom(left, given);
    expect(keys(removed)).toEqual(["agency"]);
    expect(keys(archived)).toEqual(["wire"]);
    expect(absentFrom(putBack(left, archived[0] as TypeDraft), given).archived).toEqual([]);
  });

  it("offers to count as another one only where that makes no circle", () => {
    expect(keys(targetsOf(list, typeOf("named")))).toEqual(["anonymous"]);
    expect(keys(targetsOf(list, typeOf("anonymous")))).toEqual(["named", "agency"]);
    expect(keys(targetsOf(added(list), typeOf("agency")))).toEqual(["named", "anonymous"]);
  });

  it("is counted anew for other types, another order or mapping, and not for other words", () => {
    expect(isRecounted(list, changed(list, "named", { name: "On record", hotkey: "9" }))).toBe(
      false,
    );
    expect(isRecounted(list, moved(list, "named", 1))).toBe(true);
    expect(isRecounted(list, added(list))).toBe(true);
    expect(isRecounted(list, changed(list, "agency", { mapsTo: null }))).toBe(true);
  });

  it("says of each field what is wrong, in order", () => {
    const wrong = changed(
      changed(changed(list, "named", { name: " " }), "anonymous", { definition: "x".repeat(301) }),
      "agency",
      { name: "anonymous SOURCE", definition: "" },
    );
    expect(problemsOf(wrong).map(({ id, field }) => [id, field])).toEqual([
      ["named", "name"],
      ["anonymous", "definition"],
      ["agency", "name"],
      ["agency", "definition"],
    ]);
    expect(problemsOf(list)).toEqual([]);
  });
});
