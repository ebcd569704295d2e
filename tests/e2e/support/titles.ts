import { randomUUID } from "node:crypto";

/** A title that no other test writes and no page has yet. */
export function ownTitle(words: string): string {
  return `${words} ${randomUUID().slice(0, 8)}`;
}
