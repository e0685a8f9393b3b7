import { COMMANDS, type CommandName, isRemappable, type Keymap } from "@/lib/keymap";

/** As many keys as the server takes for a command. */
export const MOST_KEYS = 3;

export const REMAPPABLE: readonly CommandName[] = COMMANDS.filter(isRemappable);

/** Give the command that `key` belongs to. */
export function ownerOf(keymap: Keymap, key: string): CommandName | null {
  return COMMANDS.find((command) => keymap[command].includes(key)) ?? null;
}

/** Give `key` to a command, and take it from whichever had it. */
export function withKey(keymap: Keymap, command: CommandName, key: string): Keymap {
  const owner = ownerOf(keymap, key);
  const taken = owner ? withoutKey(keymap, owner, key) : keymap;
  return { ...taken, [command]: [...taken[command], key] };
}

export function withoutKey(keymap: Keymap, command: CommandName, key: string): Keymap {
  return { ...keymap, [command]: keymap[command].filter((one) => one !== key) };
}

/** Give `key` to a command, and `inReturn`, which was its own, to the one that had it. */
export function swapped(
  keymap: Keymap,
  command: CommandName,
  { key, inReturn }: { key: string; inReturn: string },
): Keymap {
  const owner = ownerOf(keymap, key);
  const given = withKey(withoutKey(keymap, command, inReturn), command, key);
  return owner ? withKey(given, owner, inReturn) : given;
}

/** Give what a command can lose: whatever else it does, Escape leads out. */
export function removableOf(keymap: Keymap, command: CommandName): readonly string[] {
  return keymap[command].filter((key) => key !== "Escape");
}
