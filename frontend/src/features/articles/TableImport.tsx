import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { useLocation } from "wouter";
import type { Project, TablePreview } from "@/api/types";
import { leadMessages } from "@/app/messages/leads";
import { Button } from "@/ui/Button";
import { Message } from "@/ui/Message";
import { Panel } from "@/ui/Panel";
import { Skeleton } from "@/ui/Skeleton";
import { ColumnTable } from "./ColumnTable";
import { FirstArticle } from "./FirstArticle";
import { assign, isReadable, mappingOf } from "./mapping";
import { refusalOf } from "./refusal";
import { type Mapping, previewTable, startImport } from "./requests";
import styles from "./TableImport.module.css";
import { useArrival } from "./useArrival";

const m = leadMessages.articles;

type Props = {
  project: Project;
  file: File;
  onRefused: (error: Error) => void;
  onStartOver: () => void;
};

/** Import a table: say what its columns hold, see its first article, start. */
export function TableImport({ project, file, onRefused, onStartOver }: Props) {
  const { slug } = project;
  const heading = useArrival();
  const [chosen, setChosen] = useState<Mapping | null>(null);
  const [known, setKnown] = useState<TablePreview | null>(null);
  const preview = useQuery({
    queryKey: ["table", slug, file.name, file.size, file.lastModified, chosen],
    queryFn: ({ signal }) => previewTable(slug, file, chosen, signal),
    enabled: chosen === null || isReadable(chosen),
    // What is sent was chosen by hand: what went wrong is told, not tried again.
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const { data, error } = preview;
  useEffect(() => {
    if (data) setKnown(data);
  }, [data]);
  const refuse = useRef(onRefused);
  useEffect(() => {
    refuse.current = onRefused;
  });
  // Without even its columns, there is nothing here to be mended.
  const isHopeless = error !== null && known === null;
  useEffect(() => {
    if (isHopeless && error) refuse.current(error);
  }, [isHopeless, error]);
  const starting = useStart(slug, file);

  const mapping = chosen ?? (known ? mappingOf(known.columns) : null);
  const isReady = mapping !== null && isReadable(mapping);
  const failure = starting.error ?? error;
  return (
    <div className={styles.table}>
      <div>
        <h1 ref={heading} tabIndex={-1} className={styles.title}>
          {m.tableTitle}
        </h1>
        <p className={styles.text}>{m.tableText(file.name)}</p>
      </div>
      {failure && known && (
        <Message tone="error">
          {refusalOf(failure).summary} {Object.values(refusalOf(failure).fields).join(" ")}
        </Message>
      )}
      {!known || !mapping ? (
        <Loading name={file.name} />
      ) : (
        <>
          {known.notes.map((note) => (
            <Message key={note} tone="info" role="note">
              {note}
            </Message>
          ))}
          <Panel title={m.columnsTitle} text={m.columnsText}>
            <ColumnTable
              columns={known.columns}
              fields={known.fields}
              mapping={mapping}
              onChange={(column, field) => setChosen(assign(mapping, column, field))}
            />
            {!isReady && (
              <div className={styles.problem}>
                <Message tone="warn">{m.needsTextColumn}</Message>
              </div>
            )}
          </Panel>
          <div className={styles.actions}>
            <Button
              variant="primary"
              busy={starting.isPending || !isReady}
              onClick={() => starting.mutate(chosen)}
            >
              {starting.isPending ? m.starting : m.startTable}
            </Button>
            <Button variant="quiet" onClick={onStartOver}>
              {m.startOver}
            </Button>
            <span role="status" className={styles.hint}>
              {preview.isFetching ? m.renewing : m.nothingStored}
            </span>
          </div>
          {known.problems.length > 0 && <Problems problems={known.problems} />}
          <FirstArticle project={project} preview={known.first} isStale={preview.isFetching} />
        </>
      )}
    </div>
  );
}

function useStart(slug: string, file: File) {
  const queries = useQueryClient();
  const [, go] = useLocation();
  return useMutation({
    mutationFn: (mapping: Mapping | null) => startImport(slug, [file], mapping),
    onSuccess: ({ id }) => {
      void queries.invalidateQueries({ queryKey: ["projects", slug, "imports"] });
      go(`/projects/${slug}/articles/imports/${id}`);
    },
  });
}

function Problems({ problems }: { problems: TablePreview["problems"] }) {
  return (
    <Panel title={m.problemsTitle} text={m.problemsText}>
      <ul className={styles.problems}>
        {problems.map(({ row, code, reason }) => (
          <li key={`${row}:${code}`}>
            <strong>{m.row(row)}</strong> {reason}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Loading({ name }: { name: string }) {
  return (
    <div className={styles.bones} aria-busy>
      <p className={styles.text}>{m.reading(name)}</p>
      <Skeleton height={260} />
      <Skeleton height={180} />
    </div>
  );
}
