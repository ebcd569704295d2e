import { actorOf } from "~/features/access/audit.server";
import type { Viewer } from "~/features/access/viewer";
import type { SieReading } from "~/formats/sie/sie-file";
import { notFound } from "~/platform/app-error";
import type { Database } from "~/platform/db.server";
import { FieldError } from "~/platform/field-error";
import { mayImportLedger } from "../uploads/imports.policy";
import type { ApplyLedgerInput } from "../uploads/imports.schema";
import { answersFrom } from "./ledger-answers";
import { isTrusted } from "./trusted.server";
import {
  byDay,
  ledgerTarget,
  type LedgerTarget,
  type Placement,
} from "~/features/funding/costs/ledger-target.queries.server";
import { importLedger } from "./ledger-import.commands.server";

/** Carries out an uploaded ledger as its preview showed it, with the lines chosen per account. */
export async function applyLedger(
  db: Database,
  viewer: Viewer,
  { read, importId, input }: { read: SieReading; importId: string; input: ApplyLedgerInput },
): Promise<string> {
  const target = await ledgerTarget(db, { id: input.project });
  if (!mayImportLedger(viewer, target)) return notFound();
  const { file, problems } = read;
  if (!isTrusted(problems)) throw new FieldError({ form: { key: "exchange.ledger.untrusted" } });
  const answers = answersFrom(Object.entries(input).map(([name, value]) => [name, [value].flat()]));
  if (answers.take.some((key) => answers.replace.includes(key))) {
    throw new FieldError({ form: { key: "exchange.ledger.bothTicked" } });
  }
  return importLedger(db, actorOf(viewer), {
    file,
    target,
    objectCode: input.object,
    placement: placementFrom(input, target),
    answers,
    replace: input.replace,
    seen: input.seen,
    source: { importId },
    submissionId: input.submissionId,
  });
}

function placementFrom(input: ApplyLedgerInput, { lines }: LedgerTarget): Placement {
  const placement: Placement = {};
  for (const [name, value] of Object.entries(input)) {
    const account = /^line:(.+)$/.exec(name)?.[1];
    if (account === undefined) continue;
    if (value === byDay) continue;
    if (value !== "" && !lines.some(({ id }) => id === value)) {
      throw new FieldError({ [name]: { key: "errors.unreadable" } });
    }
    placement[account] = typeof value === "string" && value !== "" ? value : null;
  }
  return placement;
}
