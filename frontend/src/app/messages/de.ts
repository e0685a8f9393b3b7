import type { Messages } from ".";
import { annotate } from "./de/annotate";
import { app } from "./de/app";
import { errors } from "./de/errors";
import { projects } from "./de/projects";
import { session } from "./de/session";
import { sync } from "./de/sync";

export const de: Messages = { app, session, errors, projects, annotate, sync };
