import { useEffect, useRef, useState } from "react";

/** What was just done, in words, and the place that has the focus when the button for it is gone. */
export function useNotice() {
  const place = useRef<HTMLDivElement>(null);
  const [notice, setNotice] = useState({ text: "" });
  useEffect(() => {
    // Only now: while a dialog is open, nothing behind it takes the focus.
    if (notice.text) place.current?.focus({ preventScroll: true });
  }, [notice]);
  return { place, notice: notice.text, tell: (text: string) => setNotice({ text }) };
}
