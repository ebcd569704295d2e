import type { Viewer } from "~/features/access/viewer";
import type { SieFile, SieProblem, SieReading } from "~/formats/sie/sie-file";
import type { Db } from "~/platform/db.server";
import { projectsToImportTo } from "../uploads/imports.policy";
import { ledgerObjects, type LedgerObject } from "./ledger-objects.server";
import { objectsBelow } from "./object-rows.server";
import { isTrusted, toldProblems } from "./trusted.server";
import { usedObjects } from "./used-objects.queries.server";
import { previewPlan, type PlanPreview } from "./plan-preview.queries.server";

const mostProblems = 100;

export type LedgerPreview = {
  program: string;
  encoding: SieFile["encoding"];
  companyName: string;
  vouchers: number;
  rows: number;
  /** The worst first. */
  problems: SieProblem[];
  problemCount: number;
  isTrusted: boolean;
  objects: LedgerObject[];
  projects: { id: string; code: string; name: string }[];
  /** What the form of choices begins with; "" where nothing was chosen though it was asked for. */
  suggested: { projectId: string | null; objectCode: string | null };
  /** There was only one choice: nobody has made it. */
  isPresumed: boolean;
  /** What importing would do, once both project and object are chosen. */
  plan: PlanPreview | null;
};

type Choice = { projectId: string | null; objectCode: string | null };

/** What a ledger file holds, and, once project and object are chosen, what importing would do. */
export async function previewLedger(
  db: Db,
  viewer: Viewer,
  { read, ...chosen }: { read: SieReading } & Choice,
): Promise<LedgerPreview> {
  const { file } = read;
  const trusted = isTrusted(read.problems);
  const problems = toldProblems(read.problems);
  const inFile = ledgerObjects(file);
  const projects = await findProjects(db, viewer);
  const used = await usedObjects(db, projects);
  const objects = [...inFile, ...objectsBeside(file, { inFile, used, projects })];
  const suggested = suggest({
    ...{ chosen, projects, used },
    objects: inFile.length > 0 ? inFile : objects,
  });
  const isPresumed = chosen.projectId === null && only(inFile) !== null && only(projects) !== null;
  const { projectId, objectCode } = isPresumed ? suggested : chosen;
  const isChosen =
    projects.some(({ id }) => id === projectId) && objects.some(({ code }) => code === objectCode);
  return {
    program: [file.program, file.programVersion].filter(Boolean).join(" "),
    encoding: file.encoding,
    companyName: file.companyName,
    vouchers: file.vouchers.length,
    rows: countRows(file),
    problems: worstFirst(problems).slice(0, mostProblems),
    problemCount: problems.length,
    isTrusted: trusted,
    objects,
    projects,
    suggested,
    isPresumed,
    plan:
      trusted && isChosen && projectId !== null && objectCode !== null
        ? await previewPlan(db, { file, projectId, objectCode })
        : null,
  };
}

/**
 * Objects without costs of their own in the file, which it may be about all the same: their vouchers
 * are here and may be gone from it, or rows stand below a project's object.
 */
function objectsBeside(
  file: SieFile,
  {
    inFile,
    used,
    projects,
  }: {
    inFile: readonly LedgerObject[];
    used: readonly { objectCode: string }[];
    projects: readonly { code: string }[];
  },
): LedgerObject[] {
  const known = new Set(inFile.map(({ code }) => code));
  const codes = new Set([
    ...used.map(({ objectCode }) => objectCode),
    ...(objectsBelow(file).length > 0 ? projects.map(({ code }) => code) : []),
  ]);
  return [...codes]
    .filter((code) => !known.has(code))
    .sort()
    .map((code) => ({ code, name: "", sumOre: null }));
}

/** Projects whose costs the viewer may bring in, the latest first. */
async function findProjects(db: Db, viewer: Viewer) {
  const { authorityId, ids } = projectsToImportTo(viewer);
  return db.$queryRaw<{ id: string; code: string; name: string }[]>`
    select id, code, name from projects()
    where id = any(${ids}::uuid[]) or authority_id = ${authorityId}::uuid
    order by starts_on desc, code`;
}

/** What was chosen; else a pair that was used before; else a code that both call it by. */
function suggest({
  chosen,
  objects,
  projects,
  used,
}: {
  chosen: Choice;
  objects: readonly LedgerObject[];
  projects: readonly { id: string; code: string }[];
  used: readonly { projectId: string; objectCode: string }[];
}): Choice {
  if (chosen.projectId !== null || chosen.objectCode !== null) return chosen;
  const pairs = projects.flatMap(({ id, code }) => [
    ...used.filter(({ projectId }) => projectId === id),
    { projectId: id, objectCode: code },
  ]);
  const known = pairs.find((pair) => objects.some(({ code }) => code === pair.objectCode));
  return (
    known ?? { projectId: only(projects)?.id ?? null, objectCode: only(objects)?.code ?? null }
  );
}

function only<Item>(items: readonly Item[]): Item | null {
  return items.length === 1 ? (items[0] ?? null) : null;
}

function countRows(file: SieFile): number {
  return file.vouchers.reduce((count, { rows }) => count + rows.length, 0);
}

const severityOrder = ["error", "warning", "notice"] as const;

function worstFirst(problems: readonly SieProblem[]): SieProblem[] {
  return severityOrder.flatMap((wanted) => problems.filter(({ severity }) => severity === wanted));
}
