import type { z } from "zod";
import { actorOf } from "~/features/access/audit.server";
import type { Viewer } from "~/features/access/viewer";
import { readSie } from "~/formats/sie/read-sie";
import { AppError, notFound } from "~/platform/app-error";
import type { Database } from "~/platform/db.server";
import { FieldError } from "~/platform/field-error";
import { mayImportLedger } from "./imports.policy";
import { openImport } from "./imports.queries.server";
import type { applyLedgerForm } from "./imports.schema";
import {
  importLedger,
  ledgerTarget,
  type LedgerOutcome,
  type Placement,
} from "./sie-import.commands.server";

/** Carries out an uploaded ledger as its preview showed it, with the lines chosen per account. */
export async function applyLedger(
  db: Database,
  viewer: Viewer,
  { importId, input }: { importId: string; input: z.output<typeof applyLedgerForm> },
): Promise<LedgerOutcome> {
  const upload = await openImport(db, viewer, importId);
  if (upload.kind !== "sie") return notFound();
  if (upload.appliedAt) throw new AppError("conflict");
  const project = await db.project.findUnique({
    where: { id: input.project },
    select: { id: true, authorityId: true },
  });
  if (!project || !mayImportLedger(viewer, project)) return notFound();
  const { file, problems } = readSie(upload.file.bytes);
  if (problems.some(({ severity }) => severity === "error")) {
    throw new FieldError({ object: { key: "exchange.ledger.untrusted" } });
  }
  const target = await ledgerTarget(db, { id: project.id });
  return importLedger(db, actorOf(viewer), {
    file,
    target,
    objectCode: input.object,
    placement: placementFrom(input, target.lines),
    importId,
  });
}

function placementFrom(
  input: z.output<typeof applyLedgerForm>,
  lines: readonly { id: string }[],
): Placement {
  const placement: Placement = {};
  for (const [name, value] of Object.entries(input)) {
    const account = /^line:(.+)$/.exec(name)?.[1];
    if (account === undefined) continue;
    if (value !== "" && !lines.some(({ id }) => id === value)) {
      throw new FieldError({ [name]: { key: "errors.unreadable" } });
    }
    placement[account] = typeof value === "string" && value !== "" ? value : null;
  }
  return placement;
}
