import { createHash } from "node:crypto";
import { FieldError } from "~/platform/field-error";

/**
 * A short mark of what a form shows when it is opened. The form sends it along, so that a change
 * made meanwhile by somebody else is noticed instead of overwritten.
 */
export function seenState(shown: unknown): string {
  return createHash("sha256").update(JSON.stringify(shown)).digest("base64url").slice(0, 22);
}

/** Throws a `FieldError` where what was shown is no longer what is stored. */
export function requireUnchanged(seen: string, stored: unknown): void {
  if (seen !== seenState(stored)) {
    throw new FieldError({ form: { key: "organisation.changedMeanwhile" } });
  }
}
