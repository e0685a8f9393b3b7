import { useInfiniteQuery } from "@tanstack/react-query";
import { Link, useSearch } from "wouter";
import { allOf } from "@/api/pages";
import type { Project } from "@/api/types";
import { messages } from "@/app/messages";
import { leadMessages } from "@/app/messages/leads";
import { Button } from "@/ui/Button";
import { ButtonLink } from "@/ui/ButtonLink";
import { EmptyState } from "@/ui/EmptyState";
import { Message } from "@/ui/Message";
import { SkeletonRows } from "@/ui/SkeletonRows";
import styles from "./ArticlesScreen.module.css";
import { ArticleTable } from "./ArticleTable";
import { Assignable } from "./Assignable";
import { useNotice } from "./notice";
import { articlesQuery } from "./queries";
import { RemarkFilter } from "./RemarkFilter";

const m = leadMessages.articles;

export function ArticlesScreen({ project }: { project: Project }) {
  return (
    <div className="page">
      <title>{messages.app.pageTitle(`${m.title}, ${project.name}`)}</title>
      <div className={styles.head}>
        <h1>{m.title}</h1>
        {project.role === "lead" && (
          <div className={styles.ways}>
            <ButtonLink href={`/projects/${project.slug}/articles/proposals`}>
              {leadMessages.proposals.title}
            </ButtonLink>
            <ButtonLink href={`/projects/${project.slug}/articles/suggestions`}>
              {leadMessages.suggestions.title}
            </ButtonLink>
            <ButtonLink href={`/projects/${project.slug}/articles/imports`}>{m.imports}</ButtonLink>
            <ImportLink slug={project.slug} />
          </div>
        )}
      </div>
      {project.role === "annotator" ? (
        <EmptyState title={m.notForAnnotators}>
          <ButtonLink href={`/projects/${project.slug}/annotate`}>
            {messages.app.annotate}
          </ButtonLink>
        </EmptyState>
      ) : (
        <ArticleList project={project} />
      )}
    </div>
  );
}

function ArticleList({ project }: { project: Project }) {
  const base = `/projects/${project.slug}/articles`;
  const isFiltered = new URLSearchParams(useSearch()).get("only") === "remarked";
  const articles = useInfiniteQuery(articlesQuery(project.slug, isFiltered));
  const imported = useNotice();
  const list = articles.data && allOf(articles.data.pages);
  const isLead = project.role === "lead";
  const hrefOf = (id: number) => `${base}/${id}${isFiltered ? "?only=remarked" : ""}`;
  return (
    <>
      {(isFiltered || list?.length !== 0) && <RemarkFilter href={base} isSet={isFiltered} />}
      {imported && (
        <div className={styles.notice}>
          <Message
            tone="ok"
            action={
              <Link href={`/projects/${project.slug}/annotate`} className={styles.onward}>
                {m.annotateIt}
              </Link>
            }
          >
            {m.imported(imported.title || m.untitled, imported.claims)}
          </Message>
        </div>
      )}
      {articles.isPending && <SkeletonRows label={m.loadingArticles} rows={8} />}
      {list?.length === 0 && isFiltered && (
        <EmptyState title={m.noneRemarked} text={m.noneRemarkedText}>
          <ButtonLink href={base}>{m.showEvery}</ButtonLink>
        </EmptyState>
      )}
      {list?.length === 0 && !isFiltered && (
        <EmptyState title={m.emptyTitle} text={isLead ? m.empty : m.emptyViewer}>
          {isLead && <ImportLink slug={project.slug} />}
        </EmptyState>
      )}
      {list && list.length > 0 && isLead && (
        <Assignable key={String(isFiltered)} slug={project.slug} articles={list} hrefOf={hrefOf} />
      )}
      {list && list.length > 0 && !isLead && <ArticleTable articles={list} hrefOf={hrefOf} />}
      {articles.isError && (
        <div className={styles.notice}>
          <Message
            tone="error"
            action={
              <Button busy={articles.isFetching} onClick={() => void articles.refetch()}>
                {messages.app.tryAgain}
              </Button>
            }
          >
            {articles.isFetchNextPageError ? m.failedMore : m.failed}
          </Message>
        </div>
      )}
      {articles.hasNextPage && (
        <Button
          busy={articles.isFetchingNextPage}
          onClick={() => void articles.fetchNextPage()}
          className={styles.more}
        >
          {messages.app.showMore}
        </Button>
      )}
    </>
  );
}

function ImportLink({ slug }: { slug: string }) {
  return (
    <ButtonLink variant="primary" href={`/projects/${slug}/articles/new`}>
      {m.import}
    </ButtonLink>
  );
}
