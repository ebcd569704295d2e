import { findPersonalIdentityNumber } from "~/formats/personal-identity-number";
import { readSie } from "~/formats/sie/read-sie";
import type { SieFile, SieProblem } from "~/formats/sie/sie-file";
import { projectDimension, summariseSie } from "~/formats/sie/summarise";
import { hasRole, type Viewer } from "~/features/access/viewer";
import { isId } from "~/platform/ids";
import { toIsoDate } from "~/platform/clock";
import type { Db } from "~/platform/db.server";
import type { ExtractedVoucher } from "./ledger-extract.server";
import type { LedgerPlan } from "./ledger-plan";
import {
  ledgerTarget,
  placementOf,
  planSieImport,
  type LedgerTarget,
} from "./sie-import.commands.server";

const mostShown = 200;

export type LedgerPreview = {
  program: string;
  encoding: string;
  companyName: string;
  vouchers: number;
  rows: number;
  problems: SieProblem[];
  isTrusted: boolean;
  /** The objects of dimension 6 that have costs, with their sums. */
  objects: { code: string; name: string; sumOre: number }[];
  projects: { id: string; code: string; name: string }[];
  /** What was chosen, once both project and object are. */
  chosen: ChosenPreview | null;
};

export type ChosenPreview = {
  target: Pick<LedgerTarget, "id" | "code" | "name" | "lines">;
  objectCode: string;
  added: VoucherPreview[];
  addedCount: number;
  addedSumOre: number;
  sameCount: number;
  changed: (VoucherPreview & { earlierSumOre: number })[];
  elsewhere: (VoucherPreview & { projectCode: string })[];
  outsidePeriod: number;
  /** Rows whose text holds what looks like somebody's personal identity number. */
  personalNumbers: number;
  placement: { account: string; accountName: string; sumOre: number; lineId: string | null }[];
};

export type VoucherPreview = Pick<
  ExtractedVoucher,
  "series" | "number" | "date" | "text" | "sumOre" | "line"
> & {
  rows: number;
};

/** What a ledger file holds, and, once project and object are chosen, what importing would do. */
export async function previewLedger(
  db: Db,
  viewer: Viewer,
  {
    bytes,
    projectId,
    objectCode,
  }: { bytes: Uint8Array; projectId: string | null; objectCode: string | null },
): Promise<LedgerPreview> {
  const { file, problems } = readSie(bytes);
  const isTrusted = !problems.some(({ severity }) => severity === "error");
  const { projects: sums, program, encoding, vouchers, rows } = summariseSie(file);
  const projects = await projectsToImportTo(db, viewer);
  const project = projects.find(({ id }) => id === projectId);
  const chosen =
    isTrusted && project && objectCode !== null && objectCode in sums
      ? await previewChoice(db, { file, projectId: project.id, objectCode })
      : null;
  return {
    program,
    encoding,
    companyName: file.companyName,
    vouchers,
    rows,
    problems: problems.slice(0, mostShown),
    isTrusted,
    objects: Object.entries(sums).map(([code, sumOre]) => ({
      code,
      name: objectName(file, code),
      sumOre,
    })),
    projects: projects.map(({ id, code, name }) => ({ id, code, name })),
    chosen,
  };
}

/** Projects whose costs the viewer may bring in, the running and latest first. */
export async function projectsToImportTo(db: Db, viewer: Viewer) {
  const where =
    hasRole(viewer, "administrator") && viewer.authorityId
      ? { authorityId: viewer.authorityId }
      : { id: { in: viewer.managedProjectIds } };
  const projects = await db.project.findMany({
    where,
    orderBy: [{ startsOn: "desc" }, { code: "asc" }],
    select: { id: true, code: true, name: true, startsOn: true },
  });
  return projects.map((project) => ({ ...project, startsOn: toIsoDate(project.startsOn) }));
}

function objectName(file: SieFile, code: string): string {
  return (
    file.objects.find((object) => object.dimension === projectDimension && object.code === code)
      ?.name ?? ""
  );
}

async function previewChoice(
  db: Db,
  { file, projectId, objectCode }: { file: SieFile; projectId: string; objectCode: string },
): Promise<ChosenPreview> {
  if (!isId(projectId)) throw new Error("A project's id comes from the list of projects");
  const target = await ledgerTarget(db, { id: projectId });
  const plan = await planSieImport(db, { file, target, objectCode });
  return {
    target: { id: target.id, code: target.code, name: target.name, lines: target.lines },
    objectCode,
    added: plan.added.slice(0, mostShown).map(preview),
    addedCount: plan.added.length,
    addedSumOre: plan.addedSumOre,
    sameCount: plan.same.length,
    changed: plan.changed.map(({ voucher, earlierSumOre }) => ({
      ...preview(voucher),
      earlierSumOre,
    })),
    elsewhere: plan.elsewhere.map(({ voucher, projectCode }) => ({
      ...preview(voucher),
      projectCode,
    })),
    outsidePeriod: plan.outsidePeriod.length,
    personalNumbers: countPersonalNumbers(plan),
    placement: placements(file, plan, target),
  };
}

function preview({
  series,
  number,
  date,
  text,
  sumOre,
  line,
  rows,
}: ExtractedVoucher): VoucherPreview {
  return { series, number, date, text, sumOre, line, rows: rows.length };
}

function countPersonalNumbers(plan: LedgerPlan): number {
  return plan.added
    .flatMap(({ text, rows }) => [text, ...rows.map((row) => row.text)])
    .filter((text) => text !== "" && findPersonalIdentityNumber(text) !== null).length;
}

function placements(file: SieFile, plan: LedgerPlan, target: LedgerTarget) {
  const names = new Map(file.accounts.map(({ number, name }) => [number, name]));
  const sums = new Map<string, number>();
  for (const { account, amountOre } of plan.added.flatMap(({ rows }) => rows)) {
    sums.set(account, (sums.get(account) ?? 0) + amountOre);
  }
  return Object.entries(placementOf(plan, target)).map(([account, lineId]) => ({
    account,
    accountName: names.get(account) ?? "",
    sumOre: sums.get(account) ?? 0,
    lineId,
  }));
}
