let sentences: Readonly<Record<string, string>> = {};

/** Say refusals with these codes in the reader's language, and all others as the server does. */
export function explainRefusals(known: Readonly<Record<string, string>>): void {
  sentences = known;
}

/** Give the sentence for a refusal's code, or what the server says of it. */
export function explained(code: string, detail: string): string {
  return sentences[code] ?? detail;
}

/** Why a request gave nothing: the server's problem details, or no answer at all. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;
  readonly fields: Readonly<Record<string, readonly string[]>>;
  /** Seconds to wait before the next try, if the server said so. */
  readonly retryAfter: number | null;

  constructor(problem: {
    status: number;
    code: string;
    detail: string;
    fields?: Record<string, string[]>;
    retryAfter?: number | null;
  }) {
    super(problem.detail);
    this.name = "ApiError";
    this.status = problem.status;
    this.code = problem.code;
    this.fields = problem.fields ?? {};
    this.retryAfter = problem.retryAfter ?? null;
  }

  get isUnreachable(): boolean {
    return this.status === 0;
  }

  get isSignedOut(): boolean {
    return this.status === 401 || this.code === "not_authenticated";
  }

  /** Whether the same request may succeed later. */
  get isTemporary(): boolean {
    return this.isUnreachable || this.status >= 500 || this.status === 429 || this.status === 408;
  }
}

export function unreachable(cause: unknown): ApiError {
  const code = "unreachable";
  const error = new ApiError({ status: 0, code, detail: explained(code, "No answer.") });
  error.cause = cause;
  return error;
}

export function asApiError(response: Response, body: unknown): ApiError {
  const problem = isRecord(body) ? body : {};
  const wait = Number(response.headers.get("Retry-After"));
  const code = typeof problem.code === "string" ? problem.code : `http_${response.status}`;
  const detail = typeof problem.detail === "string" ? problem.detail : response.statusText;
  return new ApiError({
    status: response.status,
    code,
    detail: explained(code, detail),
    fields: readFields(problem.errors),
    retryAfter: Number.isFinite(wait) && wait > 0 ? wait : null,
  });
}

/** Name each field by its path, as in "account.email" or "source_types.0.name". */
function readFields(errors: unknown, path = ""): Record<string, string[]> {
  if (!isRecord(errors)) return {};
  const fields: Record<string, string[]> = {};
  for (const [name, reasons] of Object.entries(errors)) {
    const at = path + name;
    const listed = Array.isArray(reasons) ? reasons : [reasons];
    if (listed.some(isRecord)) Object.assign(fields, readFields(reasons, `${at}.`));
    else fields[at] = listed.map(String);
  }
  return fields;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
