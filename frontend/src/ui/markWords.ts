type Node = {
  type: string;
  value?: string;
  tagName?: string;
  properties?: Record<string, string>;
  children?: Node[];
};

/** What is looked for in a text, and which of the places where it is found is in view, from 0. */
export type Found = { readonly text: string; readonly current: number };

/** A step of rendering Markdown that puts <mark> round each place where a text is found. */
export function markWords({ text, current }: Found) {
  const wanted = text
    .trim()
    .replace(/[.*+?^${}()|[\]\\]/g, "\\$&")
    .replace(/\s+/g, "\\s+");
  let count = 0;
  const mark = (value: string): Node[] =>
    value.split(new RegExp(`(${wanted})`, "giu")).flatMap((piece, index): Node[] => {
      if (piece === "") return [];
      const child = { type: "text", value: piece };
      if (index % 2 === 0) return [child];
      const properties: Record<string, string> = count === current ? { dataCurrent: "" } : {};
      count += 1;
      return [{ type: "element", tagName: "mark", properties, children: [child] }];
    });
  const visit = (node: Node): void => {
    node.children = node.children?.flatMap((child) => {
      visit(child);
      return child.type === "text" ? mark(child.value ?? "") : [child];
    }) as Node[];
  };
  return (tree: Node): void => {
    if (wanted) visit(tree);
  };
}
