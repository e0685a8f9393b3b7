import { CommandPalette } from "@/features/annotate/CommandPalette";
import { useScreens } from "@/features/annotate/screens";

/** The palette of the screens that have no commands of their own: where one can go. */
export function Palette({ onClose }: { onClose: () => void }) {
  return <CommandPalette commands={[]} screens={useScreens()} onClose={onClose} />;
}
