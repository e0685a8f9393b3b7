import { useQuery } from "@tanstack/react-query";
import ArrowLeft from "lucide-react/icons/arrow-left";
import ArrowRight from "lucide-react/icons/arrow-right";
import { leadMessages } from "@/app/messages/leads";
import { ButtonLink } from "@/ui/ButtonLink";
import { searchOf } from "./address";
import styles from "./Neighbors.module.css";
import { neighborsQuery } from "./queries";
import type { Only } from "./standing";

const m = leadMessages.article;

type Props = { list: string; article: number; only: Only };

/** The ways to the articles beside one in the list; where that is filtered, in the filtered one. */
export function Neighbors({ list, article, only }: Props) {
  const { data } = useQuery(neighborsQuery(article, only === "remarked"));
  const hrefOf = (id: number) => `${list}/${id}${searchOf(only)}`;
  const nameOf = (which: string, title: string) =>
    m.neighbor(which, title || leadMessages.articles.untitled);
  return (
    <nav className={styles.ways} aria-label={m.beside}>
      {data?.previous && (
        <ButtonLink
          className={styles.way}
          href={hrefOf(data.previous.id)}
          aria-label={nameOf(m.previous, data.previous.title)}
          title={data.previous.title}
        >
          <ArrowLeft size={15} aria-hidden />
          {m.previous}
        </ButtonLink>
      )}
      {data?.next && (
        <ButtonLink
          className={styles.way}
          href={hrefOf(data.next.id)}
          aria-label={nameOf(m.next, data.next.title)}
          title={data.next.title}
        >
          {m.next}
          <ArrowRight size={15} aria-hidden />
        </ButtonLink>
      )}
    </nav>
  );
}
