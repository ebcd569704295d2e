/** What can go wrong in a way that the person is told about, with its HTTP status. */
const statuses = {
  "not-found": 404,
  forbidden: 403,
  "bad-request": 400,
  "too-large": 413,
  conflict: 409,
  "wrong-media-type": 415,
  "too-many-attempts": 429,
} as const;

export type AppErrorCode = keyof typeof statuses;

/**
 * The one error that rooms throw for what a person can run into. The page shows the text of
 * `errors.<code>` in the person's language; `values` fill its placeholders.
 */
export class AppError extends Error {
  override name = "AppError";
  readonly code: AppErrorCode;
  readonly status: number;

  constructor(code: AppErrorCode, message: string = code) {
    super(message);
    this.code = code;
    this.status = statuses[code];
  }
}

/** The answer to both "there is no such thing" and "it is not yours". */
export function notFound(): never {
  throw new AppError("not-found");
}
