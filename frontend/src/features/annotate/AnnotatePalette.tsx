import { COMMANDS, type Keymap } from "@/lib/keymap";
import { CommandPalette } from "./CommandPalette";
import { canRun, isListed, runCommand, type Scene } from "./commands";
import { useScreens } from "./screens";

type Props = { scene: Scene; keymap: Keymap; onClose: () => void };

/** Every command of this screen, with its keys, and the way to the others. */
export function AnnotatePalette({ scene, keymap, onClose }: Props) {
  const commands = COMMANDS.filter(isListed).map((id) => ({
    id,
    keys: keymap[id],
    run: () => void runCommand({ kind: id }, scene),
    isOff: !canRun(id, scene),
  }));
  return <CommandPalette commands={commands} screens={useScreens()} onClose={onClose} />;
}
