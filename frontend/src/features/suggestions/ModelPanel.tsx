import type { ModelSummary, Project, SuggestionModel } from "@/api/types";
import { leadMessages } from "@/app/messages/leads";
import { dateTime, timeAgo } from "@/lib/time";
import { Ago } from "@/ui/Ago";
import { Message } from "@/ui/Message";
import { Panel } from "@/ui/Panel";
import { type TypeColor, typeColor } from "@/ui/TypeMark";
import { useNow } from "@/ui/useNow";
import { Comparison } from "./Comparison";
import type { LabelName } from "./LabelTable";
import styles from "./ModelPanel.module.css";
import { Switch } from "./Switch";

const m = leadMessages.suggestions;

type Props = { project: Project; model: SuggestionModel; on: ModelSummary | null };

/** The newest model: how it does beside the rules, and whether it is used. */
export function ModelPanel({ project, model, on }: Props) {
  const now = useNow(30_000);
  const { figures, created_at } = model;
  return (
    <Panel
      title={m.modelTitle(model.articles)}
      text={
        <>
          {m.trained}{" "}
          <Ago
            iso={created_at}
            relative={timeAgo(created_at, now)}
            absolute={dateTime(created_at)}
          />
          {" · "}
          {m.version(model.version)}
        </>
      }
    >
      <div className={styles.body}>
        {model.is_outdated && (
          <Message tone="warn" role="note">
            {m.outdated}
          </Message>
        )}
        <Switch slug={project.slug} model={model} on={on} />
        <Comparison title={m.types} figures={figures.types} nameOf={typeNames(project)} />
        {figures.claims ? (
          <Comparison
            title={m.claims}
            figures={figures.claims}
            nameOf={claimName}
            note={m.claimsNote}
          />
        ) : (
          <section className={styles.missing}>
            <h3>{m.claims}</h3>
            <p>{m.claimsMissing}</p>
          </section>
        )}
      </div>
    </Panel>
  );
}

function typeNames(project: Project): (label: string) => LabelName {
  const known = new Map(project.source_types.map((one) => [one.key, one]));
  return (label) => {
    const type = known.get(label);
    const color: TypeColor | undefined = type && typeColor(type.color);
    return { name: type?.name ?? label, color };
  };
}

function claimName(label: string): LabelName {
  const isClaim = label === "claim";
  return { name: isClaim ? m.claimNames.claim : m.claimNames.no_claim, color: undefined };
}
