import { messages } from "@/app/messages";
import { exportMessages } from "@/app/messages/export";
import { bare, decimals } from "@/lib/numbers";
import { IntervalRows } from "@/parts/charts/IntervalRows";
import { CopyButton } from "@/ui/CopyButton";
import { Panel } from "@/ui/Panel";
import styles from "./AgreementPanel.module.css";
import { alphaScale, intervalWords } from "./alphas";
import { manifestOf, VARIABLES } from "./manifest";
import type { SnapshotDetail } from "./types";

const m = exportMessages.agreement;

/** How far people agreed in what is in a snapshot. */
export function AgreementPanel({ snapshot }: { snapshot: SnapshotDetail }) {
  const { agreement, methods } = manifestOf(snapshot) ?? {};
  const figures = VARIABLES.flatMap((variable) => {
    const figure = agreement?.variables[variable];
    return figure ? [{ variable, figure }] : [];
  });
  return (
    <Panel title={m.title} text={m.text}>
      {figures.length === 0 ? (
        <p className={styles.none}>{m.none}</p>
      ) : (
        <div className={styles.chart}>
          <IntervalRows
            label={m.title}
            columns={[m.variable, m.alpha, m.claims]}
            rows={figures.map(({ variable, figure }) => ({
              key: variable,
              name: m.variables[variable],
              value: figure.value,
              low: figure.interval?.low ?? null,
              high: figure.interval?.high ?? null,
              text: figure.value === null ? m.undefined : bare(decimals(figure.value)),
              note: m.n(figure.pairable_units),
              spoken: intervalWords(figure),
            }))}
            {...alphaScale(figures.map(({ figure }) => figure))}
          />
          <ul className={styles.said}>
            {figures.map(({ variable, figure }) => (
              <li key={variable}>{m.said(m.variables[variable], intervalWords(figure))}</li>
            ))}
          </ul>
        </div>
      )}
      {methods && (
        <CopyButton
          variant="quiet"
          className={styles.methods}
          text={methods}
          label={m.methods}
          copiedLabel={messages.app.copied}
          failedLabel={messages.app.copyFailed}
        />
      )}
    </Panel>
  );
}
