import { createHash, randomBytes } from "node:crypto";

/** 256 random bits for a cookie or a link, fit for an address. */
export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

/** What is stored of a token: a copy of the table signs nobody in. */
export function tokenId(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
