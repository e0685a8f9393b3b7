import { ApiError } from "@/api/client";
import { messages } from "@/app/messages";
import { leadMessages } from "@/app/messages/leads";

const m = leadMessages.articles;

const FIELDS = ["text", "title", "outlet", "author", "url", "published_on", "language"] as const;

export type FieldName = (typeof FIELDS)[number];

export type Refusal = {
  summary: string;
  fields: Partial<Record<FieldName, string>>;
};

const EXPLAINED: Readonly<Record<string, string>> = m.errors;
const ADVICE: Readonly<Record<string, string>> = m.advice;
/** The server's own words where its sentence has values in it, and those of the reader's language. */
const SAFE = ["Nothing was stored.", m.nothingWasStored];

/** Say kindly why something was not taken, and which field is meant. */
export function refusalOf(error: Error): Refusal {
  if (!(error instanceof ApiError)) return { summary: error.message, fields: {} };
  if (error.isUnreachable) return { summary: m.errors.unreachable, fields: {} };
  const explained = EXPLAINED[error.code];
  if (explained) return { summary: explained, fields: {} };
  if (error.status === 413 && error.code.startsWith("http_")) {
    return { summary: m.errors.too_large, fields: {} };
  }
  const fields = fieldsOf(error);
  if (Object.keys(fields).length > 0) return { summary: m.checkFields, fields };
  return { summary: detailOf(error), fields };
}

/** What the server says, that nothing was stored unless it says so itself, and what to do. */
function detailOf(error: ApiError): string {
  if (error.status >= 500) return messages.app.serverFailed;
  const said = [error.message, ...Object.values(error.fields).flat()].join(" ");
  const safe = error.status === 400 || error.status === 413 ? m.nothingWasStored : "";
  const isSaid = SAFE.some((words) => said.includes(words));
  const parts = [said, isSaid ? "" : safe, ADVICE[error.code]];
  return parts.filter(Boolean).join(" ");
}

function fieldsOf({ fields }: ApiError): Refusal["fields"] {
  const said = FIELDS.flatMap((name) => {
    const reasons = [...(fields[name] ?? []), ...(name === "text" ? (fields.file ?? []) : [])];
    return reasons.length > 0 ? [[name, reasons.join(" ")] as const] : [];
  });
  return Object.fromEntries(said);
}
