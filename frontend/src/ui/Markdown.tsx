import type { ReactNode } from "react";
import ReactMarkdown, { type Components } from "react-markdown";
import remarkGfm from "remark-gfm";
import styles from "./Markdown.module.css";
import { type Found, markWords } from "./markWords";

// The page has its h1 already.
const LOWERED: Components = { h1: "h2", h2: "h3", h3: "h4", h4: "h5", table: ScrolledTable };
const BELOW_TITLE: Components = { h1: "h2", table: ScrolledTable };

type Props = {
  text: string;
  /** The page's h1 is the text's own title, taken off it: what follows keeps its rank. */
  isBelowTitle?: boolean;
  found?: Found | undefined;
};

const NOTHING: Found = { text: "", current: 0 };

/** Markdown as React elements; HTML in it is left out. Load this part lazily. */
export function Markdown({ text, isBelowTitle = false, found = NOTHING }: Props) {
  return (
    <div className={styles.prose}>
      <ReactMarkdown
        remarkPlugins={[remarkGfm]}
        rehypePlugins={[[markWords, found]]}
        skipHtml
        components={isBelowTitle ? BELOW_TITLE : LOWERED}
      >
        {text}
      </ReactMarkdown>
    </div>
  );
}

function ScrolledTable({ children }: { children?: ReactNode }) {
  return (
    <div className={styles.scroll}>
      <table>{children}</table>
    </div>
  );
}
