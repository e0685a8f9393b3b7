import type { Messages } from ".";
import { annotate } from "./de/annotate";
import { app } from "./de/app";
import { errors } from "./de/errors";
import { sync } from "./de/sync";

export const de: Messages = { app, errors, annotate, sync };
