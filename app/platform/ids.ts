import { notFound } from "./app-error";

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export function isId(text: string | null | undefined): text is string {
  return typeof text === "string" && uuid.test(text);
}

/** The id in an address. What can't be an id names nothing that exists. */
export function idParam(text: string | undefined): string {
  return isId(text) ? text : notFound();
}

/** The number in an address, from 1 on. What isn't one names nothing that exists. */
export function numberParam(text: string | undefined): number {
  return text !== undefined && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : notFound();
}
