import { lazy, Suspense, useEffect, useState } from "react";
import { usePreferences } from "@/api/preferences";
import { commandOf } from "@/lib/keymap";
import { withPanelMessages } from "../messages";

const Palette = lazy(() =>
  withPanelMessages(async () => ({ default: (await import("./Palette")).Palette })),
);

/** Open the palette at its key, on every screen that does not do so itself. */
export function PaletteKey() {
  // The user's preferences are read as soon as there is a user.
  usePreferences();
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || commandOf(event)?.kind !== "palette") return;
      if (document.querySelector("dialog[open]")) return;
      event.preventDefault();
      setOpen(true);
    };
    // After those on the document, which a screen with commands of its own listens on.
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, []);
  if (!isOpen) return null;
  return (
    <Suspense fallback={null}>
      <Palette onClose={() => setOpen(false)} />
    </Suspense>
  );
}
