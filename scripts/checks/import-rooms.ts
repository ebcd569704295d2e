import path from "node:path/posix";

/** Where a file lives, as far as the direction of imports is concerned. */
export type Room =
  | "prisma"
  | "scripts"
  | "routes"
  | "overviews"
  | "platform"
  | "generated"
  | Leaf
  | `features/${string}`;

type Leaf = keyof typeof leaves;

/** What everything may use, and what these few may use themselves. `terms` lies below all. */
const leaves = {
  terms: [],
  formats: ["terms"],
  i18n: ["terms"],
  tables: ["formats", "i18n", "terms"],
  ui: ["tables", "i18n", "terms"],
} as const satisfies Record<string, readonly string[]>;

/**
 * The features from the bottom up: each may import those below it, none those above or beside
 * it (competence and funding stand on the same step). `access` stands outside: everything may
 * use it, and it imports no feature. A page that looks into several stands above them all, in
 * `overviews`.
 */
const steps = [
  ["organisation"],
  ["competence", "funding"],
  ["training"],
  ["cascade"],
  ["outcomes"],
  ["reports"],
  ["exchange"],
];

/** Below app, every folder is a room; those of `features` are named by their own folder. */
const rooms = ["routes", "overviews", "platform", "generated", "features"];

/**
 * The room of a file, given as a path from the project's root with `/`, or undefined where the
 * rules do not reach (tests, packages).
 */
export function roomOf(file: string): Room | undefined {
  const [top, second, third] = file.split("/");
  if (top === "scripts" || top === "prisma") return top;
  if (top !== "app" || second === undefined) return undefined;
  if (second === "features") return `features/${third ?? ""}`;
  if (/^(routes|root|entry\.\w+)(\.\w+)?$/.test(second)) return "routes";
  if (isLeaf(second)) return second;
  return (["overviews", "platform", "generated"] as const).find((room) => room === second);
}

/** Whether a file below app stands in a folder that the direction of imports knows nothing of. */
export function isHomeless(file: string): boolean {
  const [top, second = "", third] = file.split("/");
  return top === "app" && third !== undefined && !rooms.includes(second) && !isLeaf(second);
}

/** Why a file of one room may not import from another, or undefined where it may. */
export function directionFault(from: Room, to: Room): string | undefined {
  if (from === to || from === "generated") return undefined;
  if (to === "scripts" || to === "prisma") {
    return from === "scripts" || from === "prisma"
      ? undefined
      : "app never imports from scripts or prisma";
  }
  if (to === "routes") return "nothing imports a route";
  if (from === "scripts" || from === "prisma") return undefined;
  if (isLeaf(from)) return leafFault(from, to);
  if (from === "platform") {
    return to === "generated" || to === "terms"
      ? undefined
      : "platform is the ground floor: it imports terms and no other room";
  }
  if (from === "routes") {
    return to === "generated" ? "a route knows nothing of Prisma" : undefined;
  }
  if (from === "overviews") return undefined;
  if (to === "overviews") return "a feature never looks up to the overviews";
  return to.startsWith("features/") ? climbFault(from, to) : undefined;
}

function isLeaf(room: string): room is Leaf {
  return room in leaves;
}

function leafFault(from: Leaf, to: Room): string | undefined {
  const below: readonly string[] = leaves[from];
  if (below.includes(to)) return undefined;
  return `${from} is a leaf: it imports ${below.join(" and ") || "nothing"}`;
}

function climbFault(from: Room, to: Room): string | undefined {
  if (to === "features/access") return undefined;
  if (from === "features/access") return "access imports no feature";
  const [own, other] = [stepOf(from), stepOf(to)];
  if (own === -1 || other === -1) return `unknown feature: add it to the steps of import-rooms.ts`;
  if (other < own) return undefined;
  return `features go ${steps.toReversed().map(names).join(" → ")} and never climb`;
}

function stepOf(room: string): number {
  return steps.findIndex((step) => step.includes(path.basename(room)));
}

/** How many steps a room stands above another; NaN where one of them is no room of the steps. */
export function stepsDown(from: string, to: string): number {
  const [own, other] = [stepOf(from), stepOf(to)];
  return own === -1 || other === -1 ? NaN : own - other;
}

function names(step: string[]): string {
  return step.length > 1 ? `{${step.join(", ")}}` : step.join();
}
