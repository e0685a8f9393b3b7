import type { Project, SourceType, SourceTypesInput } from "@/api/types";
import { setupMessages } from "@/app/messages/setup";
import { uuid } from "@/lib/uuid";
import { TYPE_COLORS, type TypeColor, typeColor } from "@/ui/TypeMark";

const m = setupMessages.sourceTypes;

/** A source type as it is being edited. */
export type TypeDraft = {
  readonly id: string;
  /** Its name in exports; null while it is not saved. */
  readonly key: string | null;
  readonly name: string;
  readonly definition: string;
  readonly hotkey: Hotkey;
  readonly color: TypeColor;
  /** The key of the type it counts as among fewer; null for none. */
  readonly mapsTo: string | null;
  readonly isBuiltIn: boolean;
};

type List = readonly TypeDraft[];
type TypeInput = SourceTypesInput["source_types"][number];
type Hotkey = TypeInput["hotkey"];

/** The keys that choose a source type; there cannot be more types than keys. */
export const HOTKEYS = ["1", "2", "3", "4", "5", "6", "7", "8", "9"] as const;
export const MOST_TYPES = HOTKEYS.length;
export const LONGEST_NAME = 60;
export const LONGEST_DEFINITION = 300;

/** The source types that can be chosen, as drafts. */
export const draftsOf = ({ source_types }: Pick<Project, "source_types">): TypeDraft[] =>
  source_types.map(draftOf);

function draftOf(type: SourceType): TypeDraft {
  return {
    id: type.key,
    key: type.key,
    name: type.name,
    definition: type.definition,
    hotkey: HOTKEYS.find((key) => key === type.hotkey) ?? "1",
    color: typeColor(type.color),
    mapsTo: type.maps_to,
    isBuiltIn: type.built_in,
  };
}

/** What can be put back in the list: it was taken out of it, or is archived. */
export function absentFrom(
  list: List,
  { source_types, archived_source_types }: Pick<Project, "source_types" | "archived_source_types">,
): { removed: TypeDraft[]; archived: TypeDraft[] } {
  const isAbsent = (type: TypeDraft) => list.every(({ id }) => id !== type.id);
  return {
    removed: source_types.map(draftOf).filter(isAbsent),
    archived: archived_source_types.map(draftOf).filter(isAbsent),
  };
}

export function inputOf(list: List): TypeInput[] {
  return list.map(({ key, name, definition, hotkey, color, mapsTo }) => ({
    ...(key !== null && { key }),
    name: name.trim(),
    definition: definition.trim(),
    hotkey,
    color,
    maps_to: mapsTo,
  }));
}

/** Whether two lists would be saved as the same. */
export function isSame(one: List, other: List): boolean {
  return JSON.stringify(inputOf(one)) === JSON.stringify(inputOf(other));
}

/** Whether what agreement is counted by differs: which types there are, their order, what they map to. */
export function isRecounted(before: List, after: List): boolean {
  const counted = (list: List) => list.map(({ id, mapsTo }) => `${id} ${mapsTo}`).join();
  return counted(before) !== counted(after);
}

/** Give a new type with what is still free, at the end. */
export function added(list: List): TypeDraft[] {
  const free = <Value extends string>(all: readonly Value[], taken: readonly string[]) =>
    all.find((one) => !taken.includes(one));
  const colors = list.map(({ color }) => color);
  const own = TYPE_COLORS.filter((color) => color.startsWith("free"));
  const hotkeys = list.map(({ hotkey }) => hotkey);
  return [
    ...list,
    {
      id: uuid(),
      key: null,
      name: "",
      definition: "",
      hotkey: free(HOTKEYS, hotkeys) ?? "1",
      color: free(own, colors) ?? free(TYPE_COLORS, colors) ?? "free_1",
      mapsTo: null,
      isBuiltIn: false,
    },
  ];
}

/** Take a type out; what counted as it counts as itself again. */
export function without(list: List, gone: TypeDraft): TypeDraft[] {
  return list
    .filter(({ id }) => id !== gone.id)
    .map((type) =>
      gone.key !== null && type.mapsTo === gone.key ? { ...type, mapsTo: null } : type,
    );
}

/** Put a type that was taken out at the end again, with another key if its own is given away. */
export function putBack(list: List, type: TypeDraft): TypeDraft[] {
  const isFree = (hotkey: Hotkey) => list.every((other) => other.hotkey !== hotkey);
  const hotkey = isFree(type.hotkey) ? type.hotkey : (HOTKEYS.find(isFree) ?? type.hotkey);
  const isThere = list.some(({ key }) => key !== null && key === type.mapsTo);
  return [...list, { ...type, hotkey, mapsTo: isThere ? type.mapsTo : null }];
}

export function changed(list: List, id: string, change: Partial<TypeDraft>): TypeDraft[] {
  return list.map((type) => (type.id === id ? { ...type, ...change } : type));
}

/** Move a type by one place; the same list where there is none. */
export function moved(list: List, id: string, by: -1 | 1): List {
  const at = list.findIndex((type) => type.id === id);
  const to = at + by;
  const [type, other] = [list[at], list[to]];
  if (!type || !other) return list;
  return list.with(at, other).with(to, type);
}

/** Give a type a key; who has it gets the type's own. */
export function withHotkey(list: List, id: string, hotkey: Hotkey): TypeDraft[] {
  const own = list.find((type) => type.id === id)?.hotkey ?? hotkey;
  return list.map((type) => {
    if (type.id === id) return { ...type, hotkey };
    return type.hotkey === hotkey ? { ...type, hotkey: own } : type;
  });
}

export function numbered(list: List): TypeDraft[] {
  return list.map((type, at) => ({ ...type, hotkey: HOTKEYS[at] ?? type.hotkey }));
}

/** Give the types that one can count as: saved ones, and none that counts as it in the end. */
export function targetsOf(list: List, type: TypeDraft): TypeDraft[] {
  const byKey = new Map(list.map((one) => [one.key, one]));
  const leadsHere = (from: TypeDraft): boolean => {
    const seen = new Set<TypeDraft>();
    for (let at: TypeDraft | undefined = from; at && !seen.has(at); ) {
      if (at.id === type.id) return true;
      seen.add(at);
      at = at.mapsTo === null ? undefined : byKey.get(at.mapsTo);
    }
    return false;
  };
  return list.filter((one) => one.key !== null && !leadsHere(one));
}

export type TypeProblem = {
  readonly id: string;
  readonly field: "name" | "definition";
  readonly text: string;
};

/** Say what cannot stay, in the order of the fields. */
export function problemsOf(list: List): TypeProblem[] {
  return list.flatMap((type, at) => {
    const name = nameProblem(list, type, at);
    const definition = definitionProblem(type, at);
    return [
      ...(name ? [{ id: type.id, field: "name" as const, text: name }] : []),
      ...(definition ? [{ id: type.id, field: "definition" as const, text: definition }] : []),
    ];
  });
}

function nameProblem(list: List, { name }: TypeDraft, at: number): string | null {
  const plain = (text: string) => text.trim().toLowerCase();
  if (plain(name) === "") return m.nameMissing(at + 1);
  if (name.trim().length > LONGEST_NAME) return m.nameLong(at + 1, LONGEST_NAME);
  const first = list.findIndex((other) => plain(other.name) === plain(name));
  return first < at ? m.nameTwice(at + 1, first + 1) : null;
}

function definitionProblem(type: TypeDraft, at: number): string | null {
  const { length } = type.definition.trim();
  if (length === 0) return m.definitionMissing(nameOf(type, at));
  return length > LONGEST_DEFINITION
    ? m.definitionLong(nameOf(type, at), LONGEST_DEFINITION)
    : null;
}

/** What to call a type in a sentence. */
export function nameOf({ name }: Pick<TypeDraft, "name">, at?: number): string {
  const plain = name.trim();
  if (plain) return plain;
  return at === undefined ? m.unnamed : `${m.unnamed} (${at + 1})`;
}
