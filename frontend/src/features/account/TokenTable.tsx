import type { Token } from "@/api/types";
import { useAllProjects } from "@/api/useAllProjects";
import { panelMessages } from "@/app/messages/panels";
import { classes } from "@/lib/classes";
import { dateTime, timeAgo } from "@/lib/time";
import { Ago } from "@/ui/Ago";
import { Button } from "@/ui/Button";
import cards from "@/ui/Cards.module.css";
import { useNow } from "@/ui/useNow";
import styles from "./TokenTable.module.css";

const m = panelMessages.account;

type Props = { tokens: readonly Token[]; onRevoke: (token: Token) => void };

export function TokenTable({ tokens, onRevoke }: Props) {
  const now = useNow(30_000);
  const projects = useAllProjects();
  const nameOf = (slug: string | null) =>
    slug === null ? m.allProjects : (projects.find((one) => one.slug === slug)?.name ?? slug);
  return (
    <table className={classes(cards.cards, styles.table)}>
      <caption className="visually-hidden">{m.list}</caption>
      <thead>
        <tr>
          <th scope="col">{m.columns.name}</th>
          <th scope="col">{m.columns.may}</th>
          <th scope="col">{m.columns.lastUsed}</th>
          <th scope="col">{m.columns.ends}</th>
          <th scope="col">
            <span className="visually-hidden">{m.actions}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {inOrder(tokens).map((token) => (
          <tr key={token.id} className={token.state === "live" ? undefined : styles.over}>
            <th scope="row" className={styles.name}>
              {token.name}
              <small>
                <code>{token.prefix}…</code> {m.created(timeAgo(token.created_at, now))}
              </small>
            </th>
            <td data-label={m.columns.may} className={styles.may}>
              {m.scopes[token.scope]}
              <small>{nameOf(token.project)}</small>
            </td>
            <td data-label={m.columns.lastUsed}>
              {token.last_used_at ? (
                <Moment iso={token.last_used_at} now={now} words={(ago) => ago} />
              ) : (
                m.never
              )}
            </td>
            <td data-label={m.columns.ends}>
              <End token={token} now={now} />
            </td>
            <td className={styles.action}>
              {token.state === "live" && (
                <Button
                  aria-label={m.revokeNamed(token.name)}
                  onClick={() => onRevoke(token)}
                  className={styles.revoke}
                >
                  {m.revoke}
                </Button>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Those that still work first. */
function inOrder(tokens: readonly Token[]): Token[] {
  return [...tokens].sort((a, b) => Number(a.state !== "live") - Number(b.state !== "live"));
}

type MomentProps = { iso: string; now: number; words: (ago: string) => string };

function Moment({ iso, now, words }: MomentProps) {
  return <Ago iso={iso} relative={words(timeAgo(iso, now))} absolute={dateTime(iso)} />;
}

function End({ token, now }: { token: Token; now: number }) {
  const { state, revoked_at, expires_at } = token;
  if (state === "ended") return m.endedWithPassword;
  if (state === "revoked" && revoked_at) {
    return <Moment iso={revoked_at} now={now} words={m.revokedAgo} />;
  }
  if (!expires_at) return m.endsNever;
  const words = state === "expired" ? m.expiredAgo : (ago: string) => ago;
  return <Moment iso={expires_at} now={now} words={words} />;
}
