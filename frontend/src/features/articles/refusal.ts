import { ApiError } from "@/api/client";
import { messages } from "@/app/messages";

const m = messages.articles;

export type FieldName = "text" | "title" | "outlet" | "url" | "published_on";

export type Refusal = {
  summary: string;
  fields: Partial<Record<FieldName, string>>;
};

const FIELDS: readonly FieldName[] = ["text", "title", "outlet", "url", "published_on"];
const OF_THE_TEXT = ["duplicate_article", "no_claims", "not_text"] as const;

/** Say kindly why a text was not taken, and which field is meant. */
export function refusalOf(error: Error): Refusal {
  if (!(error instanceof ApiError)) return { summary: error.message, fields: {} };
  if (error.isUnreachable) return { summary: m.errors.unreachable, fields: {} };
  const code = OF_THE_TEXT.find((name) => name === error.code);
  if (code) return { summary: m.errors[code], fields: {} };
  if (error.code === "text_too_long") return { summary: error.message, fields: {} };
  if (error.status === 413) return { summary: m.errors.too_large, fields: {} };
  const fields = fieldsOf(error);
  if (Object.keys(fields).length > 0) return { summary: m.checkFields, fields };
  return { summary: error.status >= 500 ? messages.app.serverFailed : error.message, fields };
}

function fieldsOf({ fields }: ApiError): Refusal["fields"] {
  const said = FIELDS.flatMap((name) => {
    const reasons = [...(fields[name] ?? []), ...(name === "text" ? (fields.file ?? []) : [])];
    return reasons.length > 0 ? [[name, reasons.join(" ")] as const] : [];
  });
  return Object.fromEntries(said);
}
