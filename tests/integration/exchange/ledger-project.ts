import { randomUUID } from "node:crypto";
import { applyLedger } from "~/features/exchange/ledgers/apply-ledger.commands.server";
import { findImport } from "~/features/exchange/uploads/imports.queries.server";
import { readSie } from "~/formats/sie/read-sie";
import { previewLedger } from "~/features/exchange/ledgers/ledger-preview.queries.server";
import { bytesOf } from "~/features/exchange/uploads/imports.queries.server";
import { uploadImport } from "~/features/exchange/uploads/uploads.commands.server";
import type { Viewer } from "~/features/access/viewer";
import type { Database } from "~/platform/db.server";
import { makeAccount } from "../../factories/account";
import { makeBudgetLine } from "../../factories/budget-line";
import { ledgerBytes, type LedgerGiven } from "../../factories/ledger-file";
import { makeProject } from "../../factories/project";
import { makeViewer } from "../../factories/viewer";

/** A project of 2013 whose line for travel takes accounts 5800–5899, and who manages it. */
export async function makeLedgerProject(
  db: Database,
  given: Parameters<typeof makeProject>[1] = {},
) {
  const project = await makeProject(db, given);
  const { id: travelId } = await makeBudgetLine(db, { projectId: project.id, name: "Resor" });
  const travel = await db.budgetLine.update({
    where: { id: travelId },
    data: { accounts: "5800-5899" },
  });
  const other = await makeBudgetLine(db, { projectId: project.id, name: "Övrigt" });
  const account = await makeAccount(db, { authorityId: project.authorityId });
  const viewer = makeViewer({
    accountId: account.id,
    authorityId: project.authorityId,
    roles: ["project_manager"],
    managedProjectIds: [project.id],
  });
  return { project, viewer, travel, other };
}

/**
 * The ledger as a file that the viewer hands in; returns the import's id. Unless it says whose it
 * is, it is of an organisation of the viewer's own: no other test has its vouchers.
 */
export function upload(db: Database, viewer: Viewer, given: LedgerGiven): Promise<string> {
  // From the third digit up to 1 it would be a person's.
  const ownNumber = `556${viewer.accountId.replace(/\D/g, "").slice(-7)}`;
  const file = new File([ledgerBytes({ orgNumber: ownNumber, ...given })], "bok.se");
  return uploadImport(db, viewer, { submissionId: randomUUID(), kind: "sie", file });
}

/** What the preview of a handed-in file shows of object P1. */
export async function preview(
  db: Database,
  viewer: Viewer,
  {
    importId,
    projectId,
    objectCode = "P1",
  }: { importId: string; projectId: string; objectCode?: string },
) {
  const read = await readLedger(db, viewer, importId);
  const { plan } = await previewLedger(db, viewer, { read, projectId, objectCode });
  if (!plan) throw new Error("The choice of the test leads to no plan");
  return plan;
}

async function readLedger(db: Database, viewer: Viewer, importId: string) {
  return readSie(await bytesOf(db, await findImport(db, viewer, importId)));
}

type Choice = {
  projectId: string;
  objectCode?: string;
  replace?: string[];
  /** `take:REASON` and `replace:REASON`, each `all` or keys. */
  answers?: Record<string, string[]>;
  lines?: Record<string, string>;
  seen?: string;
  submissionId?: string;
};

/** Says yes to what the preview shows, or to what it showed as `seen`. */
export async function apply(db: Database, viewer: Viewer, importId: string, choice: Choice) {
  const { projectId, objectCode = "P1", replace = [], lines = {}, answers = {} } = choice;
  const seen = choice.seen ?? (await preview(db, viewer, { importId, projectId, objectCode })).seen;
  return applyLedger(db, viewer, {
    read: await readLedger(db, viewer, importId),
    importId,
    input: {
      submissionId: choice.submissionId ?? randomUUID(),
      seen,
      project: projectId,
      object: objectCode,
      replace,
      ...answers,
      ...Object.fromEntries(
        Object.entries(lines).map(([account, line]) => [`line:${account}`, line]),
      ),
    },
  });
}

/** Hands a ledger in and says yes to its preview; returns the import's id. */
export async function bringIn(
  db: Database,
  viewer: Viewer,
  { ledger, ...choice }: { ledger: LedgerGiven } & Choice,
): Promise<string> {
  const importId = await upload(db, viewer, ledger);
  await apply(db, viewer, importId, choice);
  return importId;
}

/** Öre of all costs that count in the project. */
export async function sumOf(db: Database, projectId: string): Promise<number> {
  const { _sum } = await db.cost.aggregate({
    where: { projectId, withdrawnAt: null },
    _sum: { amountOre: true },
  });
  return Number(_sum.amountOre ?? 0);
}
