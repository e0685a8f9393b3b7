import { account } from "./en/account";
import { annotate } from "./en/annotate";
import { app } from "./en/app";
import { dashboard } from "./en/dashboard";
import { projects } from "./en/projects";
import { session } from "./en/session";

export const en = { app, session, projects, dashboard, account, annotate };
