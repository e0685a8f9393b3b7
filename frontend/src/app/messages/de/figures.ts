import type { FiguresMessages } from "../figures";

export const figures: FiguresMessages = {
  pair: { title: "Zwei Personen im Vergleich" },
};
