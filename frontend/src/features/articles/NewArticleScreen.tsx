import { lazy, Suspense, useState } from "react";
import type { ArticlePreview, Project } from "@/api/types";
import { messages } from "@/app/messages";
import { leadMessages } from "@/app/messages/leads";
import { ButtonLink } from "@/ui/ButtonLink";
import { EmptyState } from "@/ui/EmptyState";
import { FilesImport } from "./FilesImport";
import { type Given, sortOut } from "./kinds";
import { Reading } from "./Reading";
import { type Refusal, refusalOf } from "./refusal";
import type { Source } from "./requests";
import { SourceForm } from "./SourceForm";

const m = leadMessages.articles;

const loadEditor = async () => ({ default: (await import("./Editor")).Editor });
const Editor = lazy(loadEditor);
const TableImport = lazy(async () => ({ default: (await import("./TableImport")).TableImport }));

export function NewArticleScreen({ project }: { project: Project }) {
  return (
    <div className="page">
      <title>{messages.app.pageTitle(`${m.newTitle}, ${project.name}`)}</title>
      {project.role === "lead" ? (
        <Taking project={project} />
      ) : (
        <>
          <h1>{m.newTitle}</h1>
          <EmptyState title={m.leadOnly}>
            <ButtonLink href={`/projects/${project.slug}/articles`}>{m.backToArticles}</ButtonLink>
          </EmptyState>
        </>
      )}
    </div>
  );
}

type Stage =
  | { kind: "source" }
  | { kind: "reading"; source: Source }
  | { kind: "editor"; preview: ArticlePreview }
  | Exclude<Given, { kind: "article" }>;

/** From what a lead has to what will be stored: each stage is left by its own buttons. */
function Taking({ project }: { project: Project }) {
  const [stage, setStage] = useState<Stage>({ kind: "source" });
  const [text, setText] = useState("");
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const read = (source: Source) => {
    setRefusal(null);
    setStage({ kind: "reading", source });
    // Meanwhile; if it does not come now, it is asked for again when it is needed.
    loadEditor().catch(() => undefined);
  };
  const take = (files: readonly File[]) => {
    const given = sortOut(files);
    if (typeof given === "string") refuse({ summary: m.refused[given], fields: {} });
    else if (given.kind === "article") read({ file: given.file });
    else setStage(given);
  };
  const refuse = (why: Refusal) => {
    setRefusal(why);
    setStage({ kind: "source" });
  };
  const startOver = () => {
    setRefusal(null);
    setStage({ kind: "source" });
  };
  const { slug } = project;
  switch (stage.kind) {
    case "source":
      return (
        <SourceForm
          text={text}
          refusal={refusal}
          onText={setText}
          onFiles={take}
          onRead={() => read({ text })}
        />
      );
    case "reading":
      return (
        <Reading
          slug={slug}
          source={stage.source}
          onRead={(preview) => setStage({ kind: "editor", preview })}
          onFailed={(error) => refuse(refusalOf(error))}
          onStop={startOver}
        />
      );
    case "editor":
      return (
        <Suspense fallback={null}>
          <Editor project={project} preview={stage.preview} onStartOver={startOver} />
        </Suspense>
      );
    case "table":
      return (
        <Suspense fallback={null}>
          <TableImport
            project={project}
            file={stage.file}
            onRefused={(error) => refuse(refusalOf(error))}
            onStartOver={startOver}
          />
        </Suspense>
      );
    case "files":
      return <FilesImport slug={slug} given={stage.files} onStartOver={startOver} />;
  }
}
