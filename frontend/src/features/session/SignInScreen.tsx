import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { sessionQuery } from "@/api/queries";
import type { Demo, Role } from "@/api/types";
import { messages } from "@/app/messages";
import { SignInForm } from "./SignInForm";
import styles from "./SignInScreen.module.css";

const m = messages.session;

export function SignInScreen({ demo }: { demo: Demo | null }) {
  const queries = useQueryClient();
  const [filled, fill] = useState({ email: "", password: "" });
  return (
    <main className={styles.page}>
      <title>{messages.app.pageTitle(m.title)}</title>
      <div className={styles.card}>
        <h1 className={styles.brand}>{messages.app.name}</h1>
        <p className={styles.tagline}>{messages.app.tagline}</p>
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
      </div>
    </main>
  );
}

function roleName(role: string): string {
  return role in m.roles ? m.roles[role as Role] : role;
}
