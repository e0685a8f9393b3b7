import type { Project } from "@/api/types";
import { leadMessages } from "@/app/messages/leads";
import { bare, decimals } from "@/lib/numbers";
import type { CodePoints } from "@/lib/offsets";
import { typeNamed } from "@/parts/overview/types";
import { TypeMark, typeColor } from "@/ui/TypeMark";
import type { AnsweredClaim } from "./queries";
import { SpanWords } from "./SpanWords";
import styles from "./SuggestionLine.module.css";

const m = leadMessages.article;

type Props = {
  suggestion: NonNullable<AnsweredClaim["suggestion"]>;
  points: CodePoints;
  language: string;
  project: Project;
};

/** What the extraction suggests of a claim, with the rule that decided. */
export function SuggestionLine({ suggestion, points, language, project }: Props) {
  const { source_type: key, score, rule } = suggestion;
  const { name, color } = typeNamed(project, key);
  return (
    <div className={styles.suggestion}>
      <p>
        {m.suggested} <TypeMark color={typeColor(color)} size={11} />{" "}
        {m.suggestion(name, bare(decimals(score)), rule)}
      </p>
      <SpanWords spans={suggestion} points={points} language={language} />
    </div>
  );
}
