import { useQuery } from "@tanstack/react-query";
import ArrowLeft from "lucide-react/icons/arrow-left";
import { lazy, Suspense } from "react";
import { Link, useParams } from "wouter";
import { ApiError } from "@/api/client";
import type { Article, Project } from "@/api/types";
import { messages, withPanelMessages } from "@/app/messages";
import { leadMessages } from "@/app/messages/leads";
import { writtenIn } from "@/lib/writtenIn";
import { Button } from "@/ui/Button";
import { ButtonLink } from "@/ui/ButtonLink";
import { EmptyState } from "@/ui/EmptyState";
import { Message } from "@/ui/Message";
import { SkeletonRows } from "@/ui/SkeletonRows";
import styles from "./ArticleScreen.module.css";
import { searchOf, useAddress } from "./address";
import { Facts } from "./Facts";
import { Neighbors } from "./Neighbors";
import { articleQuery } from "./queries";

const m = leadMessages.article;
const { untitled } = leadMessages.articles;

// The claims open their history, whose sentences are in another catalog.
const Answered = lazy(() =>
  withPanelMessages(async () => ({ default: (await import("./Answered")).Answered })),
);

/** One article with what everybody says of its claims, for those who oversee it. */
export function ArticleScreen({ project }: { project: Project }) {
  const { id } = useParams<{ id: string }>();
  const { only } = useAddress();
  const list = `/projects/${project.slug}/articles`;
  const listed = only === "remarked" ? `${list}${searchOf(only)}` : list;
  return (
    <div className="page">
      {project.role === "annotator" ? (
        <EmptyState title={m.notForAnnotators}>
          <ButtonLink href={`/projects/${project.slug}/annotate`}>
            {messages.app.annotate}
          </ButtonLink>
        </EmptyState>
      ) : (
        <>
          <div className={styles.ways}>
            <Link href={listed} className={styles.back}>
              <ArrowLeft size={15} aria-hidden />
              {m.back}
            </Link>
            <Neighbors list={list} article={Number(id)} only={only} />
          </div>
          <OneArticle key={id} id={Number(id)} project={project} list={list} />
        </>
      )}
    </div>
  );
}

type Props = { id: number; project: Project; list: string };

function OneArticle({ id, project, list }: Props) {
  const article = useQuery(articleQuery(id));
  const isMissing =
    (article.error instanceof ApiError && article.error.status === 404) ||
    (article.data && article.data.project !== project.slug);
  if (isMissing) {
    return (
      <EmptyState title={m.missing} text={m.missingText}>
        <ButtonLink href={list}>{m.back}</ButtonLink>
      </EmptyState>
    );
  }
  if (article.data) return <Found article={article.data} project={project} />;
  if (!article.isError) return <SkeletonRows label={m.loading} rows={12} />;
  return (
    <Message
      tone="error"
      action={
        <Button busy={article.isFetching} onClick={() => void article.refetch()}>
          {messages.app.tryAgain}
        </Button>
      }
    >
      {m.failed}
    </Message>
  );
}

function Found({ article, project }: { article: Article; project: Project }) {
  const title = article.title || untitled;
  return (
    <>
      <title>{messages.app.pageTitle(`${title}, ${project.name}`)}</title>
      <h1 className={styles.title} {...(article.title ? writtenIn(article) : null)}>
        {title}
      </h1>
      <Facts article={article} isLead={project.role === "lead"} />
      <Suspense fallback={<SkeletonRows label={m.loading} rows={12} />}>
        <Answered article={article} project={project} />
      </Suspense>
    </>
  );
}
