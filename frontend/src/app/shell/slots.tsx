import { createContext, type ReactNode, useContext } from "react";
import { createPortal } from "react-dom";

export type Slots = { center: HTMLElement | null; status: HTMLElement | null };

export const SlotsContext = createContext<Slots>({ center: null, status: null });

/** Put something of a screen into the top bar: its progress in the center, its state at the end. */
export function TopBarSlot({ place, children }: { place: keyof Slots; children: ReactNode }) {
  const element = useContext(SlotsContext)[place];
  return element && createPortal(children, element);
}
