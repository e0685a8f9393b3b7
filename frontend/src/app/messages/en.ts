import { annotate } from "./en/annotate";
import { app } from "./en/app";
import { errors } from "./en/errors";
import { sync } from "./en/sync";

export const en = { app, errors, annotate, sync };
