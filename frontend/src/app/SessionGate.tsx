import { useQuery } from "@tanstack/react-query";
import { Suspense, useLayoutEffect, useState } from "react";
import { Redirect, useLocation, useSearch } from "wouter";
import { sessionQuery } from "@/api/queries";
import type { User } from "@/api/types";
import { SignInScreen } from "@/features/session/SignInScreen";
import { adoptLanguage } from "@/lib/language";
import { Button } from "@/ui/Button";
import { FullPage } from "./FullPage";
import { messages } from "./messages";
import { Routes } from "./Routes";
import { SessionEnded } from "./SessionEnded";
import { screen } from "./screen";
import { Shell } from "./shell/Shell";

const JoinScreen = screen(async () => (await import("@/features/join/JoinScreen")).JoinScreen);
const FirstAccountScreen = screen(
  async () => (await import("@/features/join/FirstAccountScreen")).FirstAccountScreen,
);
/** Screens for whoever has the link, signed in or not. */
const OPEN_SCREENS = new Map([
  ["/join", JoinScreen],
  ["/first-account", FirstAccountScreen],
]);

/** Show the screens to who is signed in, the sign-in screen to everybody else. */
export function SessionGate() {
  const session = useQuery(sessionQuery);
  const [path] = useLocation();
  const search = useSearch();
  if (session.isPending) return null;
  if (session.isError && !session.data) {
    return (
      <FullPage title={messages.app.name} text={messages.app.unreachable}>
        <Button variant="primary" busy={session.isFetching} onClick={() => void session.refetch()}>
          {messages.app.tryAgain}
        </Button>
      </FullPage>
    );
  }
  const { user, demo } = session.data;
  if (path === "/sign-in") {
    return user ? <Redirect to={nextOf(search)} replace /> : <SignInScreen demo={demo} />;
  }
  const OpenScreen = OPEN_SCREENS.get(path);
  if (OpenScreen) {
    return (
      <Suspense fallback={null}>
        <OpenScreen />
      </Suspense>
    );
  }
  if (!user) return <Redirect to={`/sign-in${path === "/" ? "" : `?next=${path}`}`} replace />;
  return (
    <Shell user={user}>
      <Routes />
      <SessionEnded key={`ended ${user.id}`} user={user} />
      <AccountLanguage key={`language ${user.id}`} user={user} />
    </Shell>
  );
}

/** Go over to the language that the account was given on another device; not in the middle of work. */
function AccountLanguage({ user }: { user: User }) {
  const [{ id, preferences }] = useState(user);
  useLayoutEffect(() => {
    if (adoptLanguage(id, preferences.language)) location.reload();
  }, [id, preferences]);
  return null;
}

function nextOf(search: string): string {
  const next = new URLSearchParams(search).get("next") ?? "/";
  // Only a path of ours: "//elsewhere.example" would leave the site.
  return /^\/(?![/\\])/.test(next) && next !== "/sign-in" ? next : "/";
}
