import { type ReactNode, useId, useRef, useState } from "react";
import { messages } from "@/app/messages";
import { figuresMessages } from "@/app/messages/figures";
import { classes } from "@/lib/classes";
import { Button } from "@/ui/Button";
import { Message } from "@/ui/Message";
import { Panel } from "@/ui/Panel";
import { Skeleton, useDelay } from "@/ui/Skeleton";
import styles from "./ChartPanel.module.css";
import { fileName, pngOf, save } from "./download";
import { drawPicture } from "./picture";
import { TableOf } from "./TableOf";
import { type ChartTable, csvOf } from "./table";

const m = figuresMessages.chart;

/** What is asked of a query: a part of TanStack's result. */
export type ChartQuery = {
  isError: boolean;
  isFetching: boolean;
  refetch: () => unknown;
};

export type ChartContent =
  /** Why there is nothing to draw, and what to do about it. */
  | { empty: ReactNode }
  | {
      chart: ReactNode;
      /** What is seen, in a sentence. */
      summary: string;
      /** The same as rows: shown on request, and downloaded as CSV. */
      table: ChartTable;
    };

type Props = {
  /** The slug of the project, for the names of files. */
  project: string;
  /** What the panel is called in the names of files, as in "pairs". */
  name: string;
  title: string;
  /** One line below the title. */
  text: ReactNode;
  controls?: ReactNode;
  query: ChartQuery;
  /** Undefined while it is loaded, and if it could not be. */
  content: ChartContent | undefined;
  /** About how high the chart will be, so that little moves when it comes. */
  height?: number;
  className?: string | undefined;
};

/** A card with a chart, the same in words and as a table, and as files. */
export function ChartPanel(props: Props) {
  const { project, name, title, text, controls, query, content, height = 240, className } = props;
  return (
    <Panel title={title} text={text} aside={controls} className={classes(styles.panel, className)}>
      {query.isError && <Failed title={title} query={query} hasOld={content !== undefined} />}
      {content === undefined && !query.isError && <Bones height={height} />}
      {content && "empty" in content && <p className={styles.empty}>{content.empty}</p>}
      {content && "chart" in content && (
        <Shown project={project} name={name} title={title} content={content} />
      )}
    </Panel>
  );
}

type ShownProps = Pick<Props, "project" | "name" | "title"> & {
  content: Extract<ChartContent, { chart: ReactNode }>;
};

function Shown({ project, name, title, content }: ShownProps) {
  const { chart, summary, table } = content;
  const body = useRef<HTMLDivElement>(null);
  const tableId = useId();
  const [isTable, showTable] = useState(false);
  const [failed, fail] = useState(false);
  const nameOf = (ending: string) => fileName(project, name, ending, new Date());
  const picture = () => drawPicture(body.current ?? document.body, title);
  const download = async (ending: string, make: () => Blob | Promise<Blob>) => {
    fail(false);
    try {
      save(nameOf(ending), await make());
    } catch {
      fail(true);
    }
  };
  const files: readonly [string, () => Blob | Promise<Blob>][] = [
    ["svg", () => new Blob([picture().svg], { type: "image/svg+xml" })],
    ["png", () => pngOf(picture())],
    ["csv", () => new Blob([csvOf(table)], { type: "text/csv;charset=utf-8" })],
  ];
  return (
    <>
      <div ref={body} className={styles.chart}>
        {chart}
      </div>
      <p className={styles.summary}>{summary}</p>
      <div className={styles.foot}>
        <button
          type="button"
          className={styles.toggle}
          aria-expanded={isTable}
          aria-controls={tableId}
          onClick={() => showTable(!isTable)}
        >
          <svg viewBox="0 0 10 10" width={9} height={9} aria-hidden className={styles.arrow}>
            <path d="M1 0l8 5-8 5z" fill="currentColor" />
          </svg>
          {m.asTable}
        </button>
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would look and be read as a form. */}
        <div role="group" aria-label={m.downloads(title)} className={styles.files}>
          {files.map(([ending, make]) => (
            <button
              key={ending}
              type="button"
              className={styles.file}
              aria-label={m.download(ending.toUpperCase(), title)}
              onClick={() => void download(ending, make)}
            >
              {ending.toUpperCase()}
            </button>
          ))}
        </div>
      </div>
      {failed && <Message tone="error">{m.downloadFailed}</Message>}
      <div id={tableId}>{isTable && <TableOf table={table} label={m.tableOf(title)} />}</div>
    </>
  );
}

type FailedProps = { title: string; query: ChartQuery; hasOld: boolean };

function Failed({ title, query, hasOld }: FailedProps) {
  return (
    <div className={styles.failed}>
      <Message
        tone="error"
        action={
          <Button busy={query.isFetching} onClick={() => void query.refetch()}>
            {messages.app.tryAgain}
          </Button>
        }
      >
        {hasOld ? m.failedOld(title) : m.failed(title)}
      </Message>
    </div>
  );
}

function Bones({ height }: { height: number }) {
  const late = useDelay();
  return (
    <div className={styles.bones} aria-busy>
      {late && <p className="visually-hidden">{messages.app.loading}</p>}
      <Skeleton height={height} className={late ? undefined : styles.unseen} />
    </div>
  );
}
