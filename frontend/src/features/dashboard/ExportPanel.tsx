import Download from "lucide-react/icons/download";
import { Link } from "wouter";
import { messages } from "@/app/messages";
import { leadMessages } from "@/app/messages/leads";
import { Panel } from "@/ui/Panel";
import { Snippet } from "@/ui/Snippet";
import styles from "./ExportPanel.module.css";

const m = leadMessages.dashboard;

export function ExportPanel({ slug }: { slug: string }) {
  const path = `/api/v1/projects/${slug}/export/annotations.jsonl`;
  return (
    <Panel title={m.exportTitle} text={m.exportText}>
      <a className={styles.download} href={path} download>
        <Download size={16} aria-hidden />
        {m.download}
      </a>
      <Snippet
        label={m.byApi}
        text={commandFor(`${location.origin}${path}`, slug)}
        copyLabel={messages.app.copy}
        copiedLabel={messages.app.copied}
        failedLabel={messages.app.copyFailed}
      />
      <p className={styles.hint}>
        {m.tokenHint} <Link href="/account">{m.makeToken}</Link>
      </p>
    </Panel>
  );
}

function commandFor(address: string, slug: string): string {
  const parts = [
    `curl --fail -o ${slug}.jsonl`,
    '-H "Authorization: Bearer $ONRECORD_TOKEN"',
    address,
  ];
  return parts.join(" \\\n  ");
}
