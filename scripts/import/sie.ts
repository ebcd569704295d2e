import { program } from "~/features/access/audit.server";
import { chosenPairs, surePairs } from "~/features/exchange/ledgers/chosen-pairs.server";
import { answered, keysFor, type LedgerAnswers } from "~/features/exchange/ledgers/ledger-answers";
import { planMark, type AskReason, type LedgerPlan } from "~/features/exchange/ledgers/ledger-plan";
import type { ChosenTwin } from "~/features/exchange/ledgers/twin-assignment";
import { ledgerObjects } from "~/features/exchange/ledgers/ledger-objects.server";
import { placementOf } from "~/features/exchange/ledgers/placement.server";
import { ledgerTarget } from "~/features/funding/costs/ledger-target.queries.server";
import { importLedger } from "~/features/exchange/ledgers/ledger-import.commands.server";
import { laterReading } from "~/features/exchange/ledgers/later-reading.server";
import { ledgers } from "~/features/exchange/ledgers/ledger-importer.server";
import { extractObject } from "~/features/exchange/ledgers/ledger-extract.server";
import { objectsBelow } from "~/features/exchange/ledgers/object-rows.server";
import { usedObjects } from "~/features/exchange/ledgers/used-objects.queries.server";
import { voucherName } from "~/features/exchange/ledgers/voucher-name";
import type { SieFile } from "~/formats/sie/sie-file";
import { withAppDatabase } from "../command-line/app-database";
import { confirm } from "../command-line/confirm";
import { namedProject } from "../command-line/named-project";
import { UserError } from "../command-line/user-error";
import { carryOut } from "./carry-out";
import { readLedger } from "./ledger-file";
import { ledgerPlanJson } from "./ledger-plan-json";
import { counted, kronor, say, warn } from "./print";
import { alsoReasons, replaceReasons, showLedgerPlan } from "./show-ledger-plan";

type Options = {
  project?: string;
  object?: string;
  yes: boolean;
  json: boolean;
  replaceLogged: boolean;
  /** Reasons for which vouchers are asked about. */
  also: string[];
  replace: string[];
  data?: string;
};

/** Shows what importing one of a SIE file's objects would do, and does it. */
export async function importSie(path: string, options: Options): Promise<void> {
  const reasons = {
    also: reasonsIn("--also", options.also, alsoReasons),
    replace: reasonsIn("--replace", options.replace, replaceReasons),
  };
  const { handedIn, file } = await readLedger(path);
  const { code, objectCode } = named(file, options);
  await withAppDatabase({ dataDir: options.data }, async (db) => {
    const target = await ledgerTarget(db, await namedProject(db, code));
    const used = await usedObjects(db, [target]);
    if (!mentions(file, objectCode) && !used.some((each) => each.objectCode === objectCode)) {
      throw new UserError(`The file has no object ${objectCode}.\n${objectList(file)}`);
    }
    const part = { file, target, objectCode };
    const plan = await ledgers.plan(db, part);
    const placement = placementOf(plan, target);
    const replace = options.replaceLogged ? surePairs(plan) : [];
    const pairs = chosenPairs(plan, replace);
    const twins = "fault" in pairs ? [] : pairs.twins;
    const answers = answersOf(plan, reasons, twins);
    const writes = answered(plan, answers, twins);
    const tell = (written: boolean) => {
      if (options.json)
        say(JSON.stringify(ledgerPlanJson(plan, { target, objectCode, writes, twins, written })));
    };
    if (!options.json) {
      showLedgerPlan(plan, { target, placement, objectCode, writes, twins });
    }
    if (plan.unbalancedHere.length > 0) {
      tell(false);
      const names = plan.unbalancedHere.map(({ voucher }) => voucherName(voucher)).join(", ");
      throw new UserError(
        `${path} can't be trusted and is not brought in: ${names} doesn't balance.`,
      );
    }
    const ofStanding = plan.asked.filter(
      ({ key, voucher }) => !voucher && twins.some((twin) => twin.voucher.key === key),
    );
    const isNothing = writes.written.length + writes.removed.length + ofStanding.length === 0;
    const knownUntil = isNothing ? await laterReading(db, plan, part) : null;
    const question =
      knownUntil === null
        ? "Write these costs?"
        : `Nothing is new. Note that the books are known until ${knownUntil}?`;
    const isIdle = isNothing && knownUntil === null;
    if (isIdle || (!options.yes && !(await confirm(question)))) {
      tell(false);
      if (!isIdle) warn("Nothing has been written. --yes writes without asking.");
      return;
    }
    const actor = { ...program, authorityId: target.authorityId };
    await carryOut(() =>
      importLedger(db, actor, {
        ...part,
        ...{ placement, answers, replace },
        seen: planMark(plan),
        source: handedIn,
      }),
    );
    tell(true);
    if (options.json) return;
    if (knownUntil !== null) return say(`Nothing is new. The books are known until ${knownUntil}.`);
    const rows = writes.written.reduce((count, voucher) => count + voucher.rows.length, 0);
    const sumOre = writes.written.reduce((sum, voucher) => sum + voucher.sumOre, 0);
    say(
      `Written: ${counted(writes.written.length, "voucher")}, ${counted(rows, "row")}, ${kronor(sumOre)}.`,
    );
    const gone = writes.removed.reduce((sum, { known }) => sum + known.sumOre, 0);
    if (writes.removed.length > 0) {
      say(`Taken back: ${counted(writes.removed.length, "voucher")}, ${kronor(gone)}.`);
    }
  });
}

/** What stands in a replaced voucher's way as a concern is answered by the same option. */
function answersOf(
  plan: LedgerPlan,
  { also, replace }: Record<"also" | "replace", AskReason[]>,
  twins: readonly ChosenTwin[],
): LedgerAnswers {
  const paired = new Set(twins.map(({ voucher }) => voucher.key));
  const replaced = new Set(keysFor(plan, new Set([...replace, ...also])));
  const first = new Map(plan.asked.map(({ key, reasons }) => [key, reasons[0]]));
  return {
    take: [
      ...keysFor(plan, new Set(also)),
      ...keysFor(plan, new Set([...also, "logged"])).filter((key) => paired.has(key)),
    ],
    replace: [...replaced].filter((key) => replace.some((reason) => reason === first.get(key))),
  };
}

function reasonsIn<Reason extends string>(
  option: string,
  given: readonly string[],
  reasons: readonly Reason[],
): Reason[] {
  return given
    .flatMap((list) => list.split(","))
    .map((name) => {
      const reason = reasons.find((each) => each === name.trim());
      if (reason === undefined) {
        throw new UserError(`${option} ${name}: it is none of ${reasons.join(", ")}.`);
      }
      return reason;
    });
}

function named(file: SieFile, { project, object }: Options) {
  if (!project || !object) {
    throw new UserError(
      `Name the project in Kaskad and the ledger's object: --project CODE --object ID.\n${objectList(file)}`,
    );
  }
  return { code: project, objectCode: object };
}

/** Whether the file knows the object at all; one without costs yet, or elsewhere, is no mistake. */
function mentions(file: SieFile, objectCode: string): boolean {
  const isIt = ({ code }: { code: string }) => code === objectCode;
  return (
    file.objects.some(isIt) ||
    file.vouchers.some(({ rows }) => rows.some(({ objects }) => objects.some(isIt))) ||
    extractObject(file, objectCode).some(({ rows }) => rows.length > 0)
  );
}

function objectList(file: SieFile): string {
  const objects = ledgerObjects(file);
  const below = objectsBelow(file);
  const more =
    below.length > 0
      ? [`Rows stand on dimensions below it, on ${below.slice(0, 20).join(", ")}.`]
      : [];
  if (objects.length === 0) {
    return ["No object of dimension 6 has costs in this file.", ...more].join("\n");
  }
  const rows = objects.map(({ code, name, sumOre }) => `  ${code}  ${name}  ${kronor(sumOre)}`);
  return ["Objects of dimension 6 with costs:", ...rows, ...more].join("\n");
}
