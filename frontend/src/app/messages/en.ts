import { annotate } from "./en/annotate";
import { app } from "./en/app";
import { errors } from "./en/errors";
import { projects } from "./en/projects";
import { session } from "./en/session";
import { sync } from "./en/sync";

export const en = { app, session, errors, projects, annotate, sync };
