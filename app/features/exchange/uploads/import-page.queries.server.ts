import { accountNames } from "~/features/access/account-names.server";
import type { Viewer } from "~/features/access/viewer";
import type { Db } from "~/platform/db.server";
import type { IsoDate } from "~/terms/day";
import type { ImportOutcome } from "./import-outcome.schema";
import { mayUndo } from "./imports.policy";
import { bytesOf, findImport } from "./imports.queries.server";
import { importers } from "./importers.server";
import type { LedgerPreview } from "../ledgers/ledger-preview.queries.server";
import type { TrainingPreview } from "../lists/training-preview.queries.server";

type Shared = { id: string; fileName: string; submissionId: string };

type Draft = Shared & {
  /** When an earlier import of the file was taken back. */
  withdrawnAt: string | null;
  /** What the import would do has changed since the person saw it last. */
  hasMoved: boolean;
};

export type AppliedImport = Shared & {
  state: "applied";
  outcome: ImportOutcome | null;
  project: { code: string; name: string } | null;
  appliedAt: string;
  /** Null for an import from the command line. */
  appliedBy: string | null;
  mayWithdraw: boolean;
};
export type LedgerDraft = Draft & { state: "ledger"; ledger: LedgerPreview };
export type TrainingDraft = Draft & { state: "training"; training: TrainingPreview };
export type ImportPage = AppliedImport | LedgerDraft | TrainingDraft;

type Found = Awaited<ReturnType<typeof findImport>>;

/** One handed-in file: what carrying it out would do, or what came of it. */
export async function showImport(
  db: Db,
  viewer: Viewer,
  { id, choices, today }: { id: string; choices: URLSearchParams; today: IsoDate },
): Promise<ImportPage> {
  const found = await findImport(db, viewer, id);
  const { appliedAt, outcome } = found;
  const shared = { id, fileName: found.file.name, submissionId: crypto.randomUUID() };
  if (appliedAt !== null) {
    return { ...shared, ...(await applied(db, viewer, { ...found, appliedAt })) };
  }
  const draft = {
    ...shared,
    withdrawnAt: outcome?.kind === "withdrawn" ? outcome.at : null,
    hasMoved: choices.has("moved"),
  };
  const file = await importers[found.kind].open(await bytesOf(db, found));
  return { ...draft, ...(await file.show(db, viewer, { choices, today })) };
}

async function applied(db: Db, viewer: Viewer, found: Found & { appliedAt: Date }) {
  const { outcome, project, appliedAt, appliedById } = found;
  const names = await accountNames(db, [appliedById]);
  return {
    state: "applied" as const,
    outcome,
    project: project && { code: project.code, name: project.name },
    appliedAt: appliedAt.toISOString(),
    appliedBy: names.get(appliedById) ?? null,
    mayWithdraw: mayUndo(viewer, found),
  };
}
