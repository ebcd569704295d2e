import { MIMEType } from "node:util";
import { data, redirect } from "@remix-run/node";
import { AppError } from "./app-error";
import { sealSubmission } from "./submission.server";

export { data, redirect };

/** The id that the web server gave the request; it stands in the log and on error pages. */
export function requestId(request: Request): string {
  return request.headers.get("x-request-id") ?? "none";
}

/** What the log may say of the request's address: the web server knows which addresses there are. */
export function loggedPath(request: Request): string {
  return request.headers.get("x-logged-path") ?? "/*";
}

/** The version of the app that answers; null where the sources are served as they are edited. */
export function appVersion(request: Request): string | null {
  return request.headers.get("x-app-version");
}

const defaultLimit = 256 * 1024;
/** The largest form asks for a budget line for each account of a ledger. */
const mostFields = 3000;

/**
 * The form that was sent, its `submissionId` sealed with what stands in it. Reads at most
 * `maxBytes` of it, whatever the sender claims about its length, and at most as many fields as any
 * form has; throws `too-large` or `bad-request`.
 */
export async function readForm(
  request: Request,
  maxBytes: number = defaultLimit,
): Promise<FormData> {
  const type = request.headers.get("content-type") ?? "";
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(type)) {
    throw new AppError("wrong-media-type");
  }
  const bytes = await readAtMost(request, maxBytes);
  if (mayHoldFields(bytes, type) > mostFields) throw new AppError("too-large");
  const form = await new Response(bytes, { headers: { "content-type": type } })
    .formData()
    .catch(() => {
      throw new AppError("bad-request", "The form can't be read");
    });
  await sealSubmission(form, new URL(request.url).pathname);
  return form;
}

/** How many fields a form has at most, told before any of them is made. */
function mayHoldFields(bytes: Uint8Array, type: string): number {
  const separator = separatorOf(type);
  if (separator === null) return 0;
  const body = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let count = 0;
  for (let at = 0; at !== -1; at = body.indexOf(separator, at + separator.length)) count += 1;
  return count;
}

/** What stands between two fields; null for a type that no parser can read. */
function separatorOf(type: string): string | null {
  if (!/^multipart/i.test(type)) return "&";
  try {
    const boundary = new MIMEType(type).params.get("boundary");
    return boundary === null ? null : `--${boundary}`;
  } catch {
    return null;
  }
}

async function readAtMost(request: Request, maxBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  if (request.body) {
    for await (const chunk of request.body) {
      size += chunk.byteLength;
      // A browser looks at no answer before it has sent everything: the rest is thrown away.
      if (size <= maxBytes) chunks.push(chunk);
      else chunks.length = 0;
    }
  }
  if (size > maxBytes) throw new AppError("too-large");
  const bytes = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return bytes;
}

/** A place in this app to go to after a form, or `/`: never another site. */
export function safeReturnTo(value: FormDataEntryValue | string | null): string {
  if (typeof value !== "string" || !/^\/(?![/\\])[^\s\\]*$/.test(value)) return "/";
  return value;
}

/**
 * The same address with one part of its path put in another's place, the rest and its query kept.
 * The first part, which says what kind of page it is, stays. Null where the address has no such part.
 */
function withPart(url: URL, part: string, instead: string): string | null {
  const parts = url.pathname.split("/");
  const place = parts.findIndex((each, index) => index > 1 && decodeURIComponent(each) === part);
  if (place === -1) return null;
  parts[place] = encodeURIComponent(instead);
  return parts.join("/") + url.search;
}

/**
 * Leads a page that is opened at a name that something has had on to the same page at its present
 * one; a form that was opened there is shown again where it was sent to.
 */
export function leadOn(
  { request, url }: { request: Request; url: URL },
  { named, present }: { named: string; present: string },
): void {
  if (named === present || !isOpening(request)) return;
  const address = withPart(url, named, present);
  if (address !== null) throw redirect(address);
}

/**
 * Whether a page is opened, and not shown again with a form that was refused: for that Remix calls
 * its loaders with the headers of the form.
 */
export function isOpening(request: Request): boolean {
  return request.method === "GET" && !request.headers.has("content-type");
}

/** One cookie of a request, or null. */
export function readCookie(request: Request, name: string): string | null {
  for (const pair of (request.headers.get("cookie") ?? "").split(";")) {
    const [key, ...value] = pair.trim().split("=");
    if (key === name) return value.join("=");
  }
  return null;
}

/** A `Set-Cookie` value: for this site alone, unreadable to scripts. `maxAge` in seconds. */
export function makeCookie(
  name: string,
  value: string,
  { maxAge, secure }: { maxAge: number; secure: boolean },
): string {
  const parts = [`${name}=${value}`, "Path=/", "HttpOnly", "SameSite=Lax", `Max-Age=${maxAge}`];
  if (secure) parts.push("Secure");
  return parts.join("; ");
}
