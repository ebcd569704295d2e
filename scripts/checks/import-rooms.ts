import path from "node:path/posix";

/** Where a file lives, as far as the direction of imports is concerned. */
export type Room =
  | "prisma"
  | "scripts"
  | "routes"
  | "platform"
  | "formats"
  | "ui"
  | "i18n"
  | "generated"
  | `features/${string}`;

/**
 * The features from the bottom up: each may import those below it, none those above or beside
 * it (competence and funding stand on the same step). `access` stands outside: everything may
 * use it, and it imports no feature.
 */
const steps = [
  ["organisation"],
  ["competence", "funding"],
  ["training"],
  ["cascade"],
  ["outcomes"],
  ["reports"],
  ["exchange"],
  ["start"],
];

const leaves: Room[] = ["formats", "ui", "i18n"];

/**
 * The room of a file, given as a path from the project's root with `/`, or undefined where the
 * rules do not reach (tests, packages).
 */
export function roomOf(file: string): Room | undefined {
  const [top, second, third] = file.split("/");
  if (top === "scripts" || top === "prisma") return top;
  if (top !== "app" || second === undefined) return undefined;
  if (second === "features" && third) return `features/${third}`;
  if (second === "routes" || /^(root|routes|entry\.\w+)(\.\w+)?$/.test(second)) return "routes";
  return [...leaves, "platform" as const, "generated" as const].find((room) => room === second);
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
  if (leaves.includes(from)) {
    return from === "ui" && to === "i18n" ? undefined : `${from} is a leaf (ui may use i18n)`;
  }
  if (from === "platform") {
    return to === "generated"
      ? undefined
      : "platform is the ground floor: it imports no other room";
  }
  if (from === "routes") {
    return to === "generated" ? "a route knows nothing of Prisma" : undefined;
  }
  return to.startsWith("features/") ? climbFault(from, to) : undefined;
}

function climbFault(from: Room, to: Room): string | undefined {
  if (to === "features/access") return undefined;
  if (from === "features/access") return "access imports no feature";
  const [own, other] = [stepOf(from), stepOf(to)];
  if (own === -1 || other === -1) return `unknown feature: add it to the steps of import-rooms.ts`;
  if (other < own) return undefined;
  return `features go ${steps.toReversed().map(names).join(" → ")} and never climb`;
}

function stepOf(room: Room): number {
  return steps.findIndex((step) => step.includes(path.basename(room)));
}

function names(step: string[]): string {
  return step.length > 1 ? `{${step.join(", ")}}` : step.join();
}
