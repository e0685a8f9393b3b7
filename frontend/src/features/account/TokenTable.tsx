import type { Token } from "@/api/types";
import { panelMessages } from "@/app/messages/panels";
import { dateTime, timeAgo } from "@/lib/time";
import { Ago } from "@/ui/Ago";
import { Button } from "@/ui/Button";
import { useNow } from "@/ui/useNow";
import styles from "./TokenTable.module.css";

const m = panelMessages.account;

type Props = { tokens: Token[]; onRevoke: (token: Token) => void };

export function TokenTable({ tokens, onRevoke }: Props) {
  const now = useNow(30_000);
  const ago = (iso: string) => (
    <Ago iso={iso} relative={timeAgo(iso, now)} absolute={dateTime(iso)} />
  );
  return (
    <table className={styles.table}>
      <caption className="visually-hidden">{m.tokens}</caption>
      <thead>
        <tr>
          <th scope="col">{m.columns.name}</th>
          <th scope="col">{m.columns.token}</th>
          <th scope="col">{m.columns.created}</th>
          <th scope="col">{m.columns.lastUsed}</th>
          <th scope="col">
            <span className="visually-hidden">{m.actions}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {tokens.map((token) => (
          <tr key={token.id}>
            <th scope="row" className={styles.name}>
              {token.name}
              {token.expires_at && (
                <span className={styles.expiry}>{expiryOf(token.expires_at, now)}</span>
              )}
            </th>
            <td data-label={m.columns.token}>
              <code className={styles.prefix}>{token.prefix}…</code>
            </td>
            <td data-label={m.columns.created}>{ago(token.created_at)}</td>
            <td data-label={m.columns.lastUsed}>
              {token.last_used_at ? ago(token.last_used_at) : m.never}
            </td>
            <td className={styles.action}>
              <Button
                aria-label={m.revokeNamed(token.name)}
                onClick={() => onRevoke(token)}
                className={styles.revoke}
              >
                {m.revoke}
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function expiryOf(iso: string, now: number): string {
  const when = dateTime(iso);
  return Date.parse(iso) > now ? m.expires(when) : m.expired(when);
}
