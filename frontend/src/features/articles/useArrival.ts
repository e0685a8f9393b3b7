import { type RefObject, useEffect, useRef } from "react";

/** Begin a stage of the screen at its heading, for the eye and for a screen reader. */
export function useArrival(): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    window.scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  }, []);
  return heading;
}
