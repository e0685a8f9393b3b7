import { type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import { useLocation } from "wouter";
import type { User } from "@/api/types";
import { messages } from "../messages";
import { PaletteKey } from "../palette/PaletteKey";
import { SlotsContext } from "./slots";
import { TopBar } from "./TopBar";

/** The frame of every screen: skip link, top bar, main. */
export function Shell({ user, children }: { user: User; children: ReactNode }) {
  const main = useRef<HTMLElement>(null);
  const [center, setCenter] = useState<HTMLElement | null>(null);
  const [status, setStatus] = useState<HTMLElement | null>(null);
  const slots = useMemo(() => ({ center, status }), [center, status]);
  useFocusOnNewPage(main);
  return (
    <SlotsContext value={slots}>
      <a className="skip-link" href="#main">
        {messages.app.skipToContent}
      </a>
      <TopBar user={user} centerRef={setCenter} statusRef={setStatus} />
      <main id="main" ref={main} tabIndex={-1}>
        {children}
      </main>
      <PaletteKey />
    </SlotsContext>
  );
}

/** A new page starts at its beginning, for the eye and for a screen reader. */
function useFocusOnNewPage(main: { readonly current: HTMLElement | null }): void {
  const [path] = useLocation();
  const shown = useRef(path);
  useEffect(() => {
    if (shown.current === path) return;
    shown.current = path;
    window.scrollTo(0, 0);
    main.current?.focus({ preventScroll: true });
  }, [path, main]);
}
