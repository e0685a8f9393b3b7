import { useMutation, useQueryClient } from "@tanstack/react-query";
import FileText from "lucide-react/icons/file-text";
import X from "lucide-react/icons/x";
import { useState } from "react";
import { useLocation } from "wouter";
import { leadMessages } from "@/app/messages/leads";
import { Button, IconButton } from "@/ui/Button";
import { Message } from "@/ui/Message";
import { FilePicker } from "./FilePicker";
import styles from "./FilesImport.module.css";
import { sortOut } from "./kinds";
import { refusalOf } from "./refusal";
import { startImport } from "./requests";
import { useArrival } from "./useArrival";

const m = leadMessages.articles;

type Props = { slug: string; given: readonly File[]; onStartOver: () => void };

/** Import several files, an article each, without looking at every one. */
export function FilesImport({ slug, given, onStartOver }: Props) {
  const [files, setFiles] = useState(given);
  const heading = useArrival();
  const queries = useQueryClient();
  const [, go] = useLocation();
  const starting = useMutation({
    mutationFn: () => startImport(slug, files, null),
    onSuccess: ({ id }) => {
      void queries.invalidateQueries({ queryKey: ["projects", slug, "imports"] });
      go(`/projects/${slug}/articles/imports/${id}`);
    },
  });
  const refused = files.length > 1 ? sortOut(files) : null;
  const problem = typeof refused === "string" ? m.refused[refused] : null;
  const failure = starting.error && refusalOf(starting.error);
  const remove = (file: File) => {
    const rest = files.filter((one) => one !== file);
    if (rest.length === 0) onStartOver();
    else setFiles(rest);
    heading.current?.focus();
  };
  return (
    <div className={styles.files}>
      <div>
        <h1 ref={heading} tabIndex={-1} className={styles.title}>
          {m.filesTitle(files.length)}
        </h1>
        <p className={styles.text}>{m.filesText}</p>
      </div>
      {(problem ?? failure) && (
        <Message tone="error">
          {problem ?? [failure?.summary, ...Object.values(failure?.fields ?? {})].join(" ")}
        </Message>
      )}
      <ul className={styles.list} aria-label={m.filesList}>
        {files.map((file) => (
          <li key={`${file.name}:${file.size}:${file.lastModified}`}>
            <FileText size={18} aria-hidden />
            <span className={styles.name}>{file.name}</span>
            <span className={styles.size}>
              {m.kilobytes(Math.max(1, Math.round(file.size / 1000)))}
            </span>
            <IconButton label={m.removeFile(file.name)} onClick={() => remove(file)}>
              <X size={18} aria-hidden />
            </IconButton>
          </li>
        ))}
      </ul>
      <div className={styles.actions}>
        <Button
          variant="primary"
          busy={starting.isPending || problem !== null}
          onClick={() => starting.mutate()}
        >
          {starting.isPending ? m.starting : m.startFiles(files.length)}
        </Button>
        <FilePicker onFiles={(more) => setFiles([...files, ...more])}>{m.addFiles}</FilePicker>
        <Button variant="quiet" onClick={onStartOver}>
          {m.startOver}
        </Button>
      </div>
    </div>
  );
}
