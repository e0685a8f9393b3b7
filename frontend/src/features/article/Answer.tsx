import Flag from "lucide-react/icons/flag";
import type { Project } from "@/api/types";
import { messages } from "@/app/messages";
import { leadMessages } from "@/app/messages/leads";
import { panelMessages } from "@/app/messages/panels";
import type { CodePoints } from "@/lib/offsets";
import { dateTime } from "@/lib/time";
import { typeNamed } from "@/parts/overview/types";
import { TypeMark, typeColor } from "@/ui/TypeMark";
import styles from "./Answer.module.css";
import type { ReadAnswer } from "./queries";
import { SpanWords } from "./SpanWords";

const m = leadMessages.article;
const { flags: flagWords, of } = panelMessages.history;

type Props = { answer: ReadAnswer; points: CodePoints; language: string; project: Project };

/** What one annotator says of a claim, and all that goes with it. */
export function Answer({ answer, points, language, project }: Props) {
  const { annotator, flags, note } = answer;
  const besides = flags.filter((flag) => flag !== "flagged").map((flag) => flagWords[flag]);
  if (answer.suggestion_accepted) besides.push(m.taken);
  else if (answer.suggestion_shown) besides.push(m.passed);
  return (
    <li className={styles.answer}>
      <p className={styles.said}>
        <Said answer={answer} project={project} />
        <span className={styles.who}>
          <b>{annotator.name ?? m.code(annotator.code)}</b>{" "}
          <time dateTime={answer.updated_at}>{dateTime(answer.updated_at)}</time>
        </span>
      </p>
      <SpanWords spans={answer} points={points} language={language} />
      {flags.includes("flagged") && (
        <p className={styles.flagged}>
          <Flag size={14} aria-hidden />
          {flagWords.flagged}
        </p>
      )}
      {note && (
        <p className={styles.note}>
          <b>{m.note}</b> <span dir="auto">{note}</span>
        </p>
      )}
      {besides.length > 0 && <p className={styles.besides}>{besides.join(" · ")}</p>}
    </li>
  );
}

function Said({ answer, project }: Pick<Props, "answer" | "project">) {
  const { source_type: key, confidence, skip_reason: reason } = answer;
  if (key === null || confidence === null) {
    const reasons: Readonly<Record<string, string>> = messages.annotate.skipReasons;
    return <b>{reason ? m.skippedAs(reasons[reason] ?? reason) : m.skipped}</b>;
  }
  const { name, color } = typeNamed(project, key);
  const scale = project.confidence_scale;
  const word = scale.find(({ value }) => value === confidence)?.word;
  const place = of(confidence, scale.length);
  return (
    <span className={styles.type}>
      <TypeMark color={typeColor(color)} />
      <b>{name}</b> <span className={styles.sure}>{word ? m.sure(word, place) : place}</span>
    </span>
  );
}
