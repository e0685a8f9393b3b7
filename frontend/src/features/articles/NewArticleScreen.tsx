import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { useLocation } from "wouter";
import type { Project } from "@/api/types";
import { messages } from "@/app/messages";
import { Button } from "@/ui/Button";
import { ButtonLink } from "@/ui/ButtonLink";
import { EmptyState } from "@/ui/EmptyState";
import { ArticleForm } from "./ArticleForm";
import { type Draft, EMPTY, hasSource, importArticle, isShownBy, previewArticle } from "./draft";
import styles from "./NewArticleScreen.module.css";
import type { Imported } from "./notice";
import { Preview } from "./Preview";
import { type Refusal, refusalOf } from "./refusal";

const m = messages.articles;
const NO_TEXT: Refusal = { summary: m.checkFields, fields: { text: m.needsText } };

export function NewArticleScreen({ project }: { project: Project }) {
  return (
    <div className="page">
      <title>{messages.app.pageTitle(`${m.newTitle}, ${project.name}`)}</title>
      <h1 className={styles.title}>{m.newTitle}</h1>
      {project.role === "lead" ? (
        <Import slug={project.slug} />
      ) : (
        <EmptyState title={m.leadOnly}>
          <ButtonLink href={`/projects/${project.slug}/articles`}>{m.backToArticles}</ButtonLink>
        </EmptyState>
      )}
    </div>
  );
}

function Import({ slug }: { slug: string }) {
  const [draft, setDraft] = useState(EMPTY);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const refuse = (error: Error) => setRefusal(refusalOf(error));
  const preview = useMutation({
    mutationFn: (given: Draft) => previewArticle(slug, given),
    onError: refuse,
  });
  const taking = useImport(slug, refuse);
  const { heading, box } = useFocusOn(preview.data);
  const isCurrent = preview.isSuccess && isShownBy(preview.variables, draft);

  const show = (event: FormEvent) => {
    event.preventDefault();
    if (preview.isPending) return;
    setRefusal(hasSource(draft) ? null : NO_TEXT);
    if (hasSource(draft)) preview.mutate(draft);
  };
  const take = () => {
    setRefusal(null);
    taking.mutate(draft);
  };

  return (
    <div className={styles.columns}>
      <form className={styles.form} onSubmit={show} noValidate>
        <ArticleForm
          draft={draft}
          refusal={refusal}
          onChange={(change) => setDraft({ ...draft, ...change })}
        />
        <div className={styles.submit}>
          <Button
            type="submit"
            variant={isCurrent ? "plain" : "primary"}
            busy={preview.isPending}
            className={styles.button}
          >
            {preview.isPending ? m.previewing : m.preview}
          </Button>
          <span className={styles.hint}>{m.nothingStored}</span>
        </div>
      </form>
      <div ref={box} className={styles.preview}>
        {preview.data ? (
          <Preview preview={preview.data} isStale={!isCurrent} headingRef={heading}>
            {isCurrent && (
              <Button variant="primary" busy={taking.isPending} onClick={take}>
                {taking.isPending ? m.importing : m.importThis}
              </Button>
            )}
          </Preview>
        ) : (
          <p className={styles.nothing}>{m.previewEmpty}</p>
        )}
      </div>
      <p role="status" className="visually-hidden">
        {preview.data && m.previewReady(preview.data.claims.length, preview.data.dropped.length)}
      </p>
    </div>
  );
}

function useImport(slug: string, onError: (error: Error) => void) {
  const queries = useQueryClient();
  const [, go] = useLocation();
  return useMutation({
    mutationFn: (given: Draft) => importArticle(slug, given),
    onError,
    onSuccess: async ({ title, claims }) => {
      await queries.invalidateQueries({ queryKey: ["projects"] });
      const state: Imported = { title, claims: claims.length };
      go(`/projects/${slug}/articles`, { state });
    },
  });
}

/** Bring what has just come into view, and the focus to its heading. */
function useFocusOn(what: unknown) {
  const heading = useRef<HTMLHeadingElement>(null);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!what) return;
    heading.current?.focus({ preventScroll: true });
    box.current?.scrollIntoView();
  }, [what]);
  return { heading, box };
}
