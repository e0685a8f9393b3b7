import { type ReactNode, useId, useLayoutEffect, useRef, useState } from "react";
import styles from "./Drawing.module.css";

type Props = {
  /** What the drawing is called, and what is seen in it: it is one image to who cannot see it. */
  label: string;
  description: string;
  /** In pixels, as the width that `children` are given. */
  height: number;
  children: (width: number) => ReactNode;
};

/** An SVG as wide as its place, in pixels of the screen, so that its letters keep their size. */
export function Drawing({ label, description, height, children }: Props) {
  const id = useId();
  const [place, width] = useWidth();
  return (
    <div ref={place} className={styles.place}>
      <svg
        role="img"
        aria-label={label}
        aria-describedby={id}
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        className={styles.drawing}
      >
        <desc id={id}>{description}</desc>
        {children(width)}
      </svg>
    </div>
  );
}

/** What a place measures until it is known. */
const WIDTH = 480;

/** Measure the width of an element, now and whenever it changes. */
export function useWidth() {
  const place = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(WIDTH);
  useLayoutEffect(() => {
    const element = place.current;
    if (!element) return;
    const measure = () => setWidth((old) => Math.floor(element.clientWidth) || old);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [place, width] as const;
}
