import Download from "lucide-react/icons/download";
import { useState } from "react";
import { Link } from "wouter";
import { messages } from "@/app/messages";
import { exportMessages } from "@/app/messages/export";
import { Choices } from "@/parts/settings/Choices";
import { Message } from "@/ui/Message";
import { Panel } from "@/ui/Panel";
import { Snippet } from "@/ui/Snippet";
import { Check } from "./Check";
import { type Choice, COMPRESSIONS, FORMATS, formatFor, NAMES, type Rows } from "./choice";
import { curlOf, LIBRARIES, type Library, pythonOf } from "./commands";
import styles from "./DownloadPanel.module.css";
import { fileOf, pathOf, takesCompression, takesNames, takesText } from "./download";
import { RadioRow } from "./RadioRow";

const m = exportMessages.download;
const COPYING = {
  copyLabel: messages.app.copy,
  copiedLabel: messages.app.copied,
  failedLabel: messages.app.copyFailed,
};

type Props = {
  slug: string;
  choice: Choice;
  isLead: boolean;
  onChange: (changes: Partial<Choice>) => void;
};

/** The labels of this moment as a file, and the same for a program. */
export function DownloadPanel({ slug, choice, isLead, onChange }: Props) {
  return (
    <Panel title={m.title} text={m.text}>
      <div className={styles.columns}>
        <Form choice={choice} isLead={isLead} onChange={onChange} />
        <div className={styles.result}>
          <div className={styles.file}>
            <a className={styles.download} href={pathOf(slug, choice)} download>
              <Download size={18} aria-hidden />
              {m.download}
            </a>
            <code className={styles.name}>{fileOf(slug, choice)}</code>
          </div>
          <Snippet label={m.byApi} text={curlOf(location.origin, slug, choice)} {...COPYING} />
          <p className={styles.hint}>
            {m.tokenHint} <Link href="/account">{m.makeToken}</Link>
          </p>
          <Python slug={slug} choice={choice} />
        </div>
      </div>
    </Panel>
  );
}

function Form({ choice, isLead, onChange }: Omit<Props, "slug">) {
  const { rows, format, text, names, compress } = choice;
  return (
    <div className={styles.form}>
      <Choices
        legend={m.rows}
        choices={(["claims", "annotations"] as const).map((value) => ({
          value,
          ...m.rowsOf[value],
        }))}
        chosen={rows}
        onChoose={(wanted: Rows) => onChange({ rows: wanted, format: formatFor(wanted, format) })}
      />
      <RadioRow
        legend={m.format}
        options={FORMATS[rows].map((value) => [value, NAMES[value]] as const)}
        chosen={format}
        hint={m.formatHints[format]}
        onChoose={(wanted) => onChange({ format: wanted })}
      />
      <div className={styles.options}>
        {takesCompression(choice) && (
          <RadioRow
            legend={m.compress}
            options={COMPRESSIONS.map(
              (value) => [value, value === "none" ? m.noCompression : NAMES[value]] as const,
            )}
            chosen={compress}
            onChoose={(wanted) => onChange({ compress: wanted })}
          />
        )}
        {takesText(choice) && (
          <Check
            label={m.withText}
            hint={m.withTextHint}
            isChecked={text}
            onChange={(isChecked) => onChange({ text: isChecked })}
          />
        )}
        {isLead && takesNames(choice) && (
          <Check
            label={m.withNames}
            hint={m.withNamesHint}
            isChecked={names}
            onChange={(isChecked) => onChange({ names: isChecked })}
          />
        )}
        {isLead && takesNames(choice) && names && <Message tone="warn">{m.namesWarning}</Message>}
      </div>
    </div>
  );
}

function Python({ slug, choice }: Pick<Props, "slug" | "choice">) {
  const [library, choose] = useState<Library>("pandas");
  const lines = pythonOf(slug, choice, library);
  if (lines === null) return null;
  return (
    <div className={styles.python}>
      <RadioRow
        legend={m.library}
        options={LIBRARIES.map((name) => [name, name] as const)}
        chosen={library}
        onChoose={choose}
      />
      <Snippet label={m.inPython} text={lines} {...COPYING} />
    </div>
  );
}
