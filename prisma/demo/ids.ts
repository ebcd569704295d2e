import { createHash } from "node:crypto";
import type { MethodKey } from "./story/methods";
import { authority, type PersonKey, type UnitKey } from "./story/people";
import type { ProjectCode } from "./story/project";

type Kind =
  | "account"
  | "appendix"
  | "attestation"
  | "authority"
  | "budget-amount"
  | "budget-line"
  | "commitment"
  | "core-element"
  | "cost"
  | "course"
  | "decision"
  | "frozen-group"
  | "funder"
  | "grant"
  | "hand-over"
  | "hour-rate"
  | "indicator"
  | "indicator-target"
  | "measurement"
  | "method"
  | "own-hours"
  | "partner"
  | "person"
  | "phase"
  | "placement"
  | "project"
  | "report"
  | "reported-period"
  | "requirement"
  | "role-grant"
  | "training-decision"
  | "training-record"
  | "unit"
  | "voucher";

// The demo's own namespace; another one would give every row another id.
const namespace = Buffer.from("6f0d9c1e5b7a4d3c9a2e4b8f17c6d052", "hex");

/**
 * The id of the demo's row of that kind and name: a name-based UUID (RFC 9562, version 5), so
 * that every copy of the demo has the same ids and the same addresses.
 */
export function idOf(kind: Kind, ...name: [string, ...string[]]): string {
  const bytes = createHash("sha1")
    .update(namespace)
    .update([kind, ...name].join("/"))
    .digest()
    .subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

export const authorityId = idOf("authority", authority.name);

export function unitId(key: UnitKey): string {
  return idOf("unit", key);
}

export function personId(key: PersonKey): string {
  return idOf("person", key);
}

export function methodId(method: MethodKey): string {
  return idOf("method", method);
}

export function coreElementId(method: MethodKey, position: number): string {
  return idOf("core-element", method, String(position));
}

export function projectId(code: ProjectCode): string {
  return idOf("project", code);
}

export function grantId(code: ProjectCode): string {
  return idOf("grant", code);
}

export function partnerId(code: ProjectCode, name: string): string {
  return idOf("partner", code, name);
}

/** A budget line, by the key it has in its project's story. */
export function lineId(code: ProjectCode, key: string): string {
  return idOf("budget-line", code, key);
}
