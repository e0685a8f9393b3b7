import { useMemo } from "react";
import type { ArticlePreview, Project } from "@/api/types";
import { leadMessages } from "@/app/messages/leads";
import { classes } from "@/lib/classes";
import { date } from "@/lib/time";
import { writtenIn } from "@/lib/writtenIn";
import { Panel } from "@/ui/Panel";
import { ArticleText } from "./ArticleText";
import { blocksOf } from "./blocks";
import { begin } from "./cut";
import styles from "./FirstArticle.module.css";
import { viewsOf } from "./views";

const m = leadMessages.articles;

type Props = { project: Project; preview: ArticlePreview | null; isStale: boolean };

/** The first article of a table, to be read only. */
export function FirstArticle({ project, preview, isStale }: Props) {
  return (
    <Panel title={m.firstTitle} className={classes(isStale && styles.stale)}>
      {preview ? (
        <Text project={project} preview={preview} />
      ) : (
        <p className={styles.none}>{m.noFirst}</p>
      )}
    </Panel>
  );
}

function Text({ project, preview }: { project: Project; preview: ArticlePreview }) {
  const { blocks, views } = useMemo(() => {
    const { points, text, cut, findings } = begin(preview);
    const { threshold } = preview;
    const sourceTypes = project.source_types;
    return {
      blocks: blocksOf(points, text, cut),
      views: viewsOf({ claims: cut.claims, findings, points, threshold, sourceTypes }),
    };
  }, [preview, project.source_types]);
  const known = [
    preview.outlet,
    preview.author,
    preview.published_on && date(preview.published_on),
    preview.url,
  ].filter(Boolean);
  const judged = views.filter(({ number }) => number !== null).length;
  const counts = [
    m.claims(judged),
    m.excludedCount(views.length - judged),
    m.linesLeftOut(preview.dropped.length),
    m.words(preview.words),
  ];
  return (
    <>
      <p className={styles.counts}>{counts.join(" · ")}</p>
      {!preview.suggests && <p className={styles.counts}>{m.noRules}</p>}
      <h3 className={styles.title} {...(preview.title ? writtenIn(preview) : null)}>
        {preview.title || m.untitled}
      </h3>
      {known.length > 0 && (
        <p className={styles.known} dir="auto">
          {known.join(" · ")}
        </p>
      )}
      <div className={styles.text}>
        <ArticleText
          blocks={blocks}
          views={views}
          selected={-1}
          language={preview.language}
          isEditable={false}
        />
      </div>
    </>
  );
}
