import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { sessionQuery } from "@/api/queries";
import type { Demo, Role } from "@/api/types";
import { entryMessages } from "@/app/messages/entry";
import { EntryCard } from "@/parts/entry/EntryCard";
import { Message } from "@/ui/Message";
import { SignInForm } from "./SignInForm";
import styles from "./SignInScreen.module.css";

const m = entryMessages.session;

type Props = { demo: Demo | null; hasAccounts: boolean };

export function SignInScreen({ demo, hasAccounts }: Props) {
  const queries = useQueryClient();
  const [filled, fill] = useState({ email: "", password: "" });
  return (
    <EntryCard title={m.title}>
      {!hasAccounts && (
        <div className={styles.first}>
          <Message tone="info" role="note">
            {m.noAccounts}
          </Message>
        </div>
      )}
      <SignInForm
        key={filled.email}
        email={filled.email}
        password={filled.password}
        onSignedIn={(session) => queries.setQueryData(sessionQuery.queryKey, session)}
      />
      {demo && (
        <section className={styles.demo} aria-labelledby="demo-accounts">
          <h2 id="demo-accounts">{m.demoTitle}</h2>
          <p>{m.demoHint}</p>
          <ul>
            {demo.accounts.map((account) => (
              <li key={account.email}>
                <button
                  type="button"
                  aria-pressed={filled.email === account.email}
                  onClick={() => fill({ email: account.email, password: demo.password })}
                >
                  <span>{account.name}</span>
                  <small>{roleName(account.role)}</small>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </EntryCard>
  );
}

function roleName(role: string): string {
  return role in m.roles ? m.roles[role as Role] : role;
}
