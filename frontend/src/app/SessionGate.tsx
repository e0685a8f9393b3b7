import { useQuery } from "@tanstack/react-query";
import { Suspense, useLayoutEffect, useState } from "react";
import { Redirect, useLocation, useSearch } from "wouter";
import { isFromDevice } from "@/api/kept";
import { sessionQuery } from "@/api/queries";
import { SESSION_KEPT } from "@/api/session";
import type { User } from "@/api/types";
import { adoptLanguage } from "@/lib/language";
import { Button } from "@/ui/Button";
import { FullPage } from "./FullPage";
import { messages } from "./messages";
import { nextOf } from "./next";
import { Routes } from "./Routes";
import { SessionEnded } from "./SessionEnded";
import { screen } from "./screen";
import { Shell } from "./shell/Shell";

// Whoever is signed in need not load it.
const SignInScreen = screen(
  async () => (await import("@/features/session/SignInScreen")).SignInScreen,
);
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
  const { user, demo, has_accounts } = session.data;
  if (path === "/sign-in") {
    if (user) return <Redirect to={nextOf(search) + location.hash} replace />;
    return (
      <Suspense fallback={null}>
        <SignInScreen demo={demo} hasAccounts={has_accounts} />
      </Suspense>
    );
  }
  const OpenScreen = OPEN_SCREENS.get(path);
  if (OpenScreen) {
    return (
      <Suspense fallback={null}>
        <OpenScreen />
        {user && <AccountLanguage key={user.id} user={user} />}
      </Suspense>
    );
  }
  if (!user) return <Redirect to={signInFor(path, search)} replace />;
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
  const [isOld] = useState(() => isFromDevice(SESSION_KEPT));
  useLayoutEffect(() => {
    if (!isOld && adoptLanguage(id, preferences.language)) location.reload();
  }, [id, preferences, isOld]);
  return null;
}

/** The sign-in screen that leads to a page afterwards; what is behind the # stays where it is. */
function signInFor(path: string, search: string): string {
  const page = search ? `${path}?${search}` : path;
  const next = page === "/" ? "" : `?next=${encodeURIComponent(page)}`;
  return `/sign-in${next}${location.hash}`;
}
