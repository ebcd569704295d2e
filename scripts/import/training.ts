import { program } from "~/features/access/audit.server";
import { withoutIdentityNumbers } from "~/features/exchange/lists/identity-numbers.server";
import { unusableReason } from "~/features/exchange/uploads/import-content.server";
import { readList } from "~/features/exchange/lists/read-list.server";
import { importTraining as writeTraining } from "~/features/exchange/lists/training-import.commands.server";
import {
  planTrainingImport,
  trainingMark,
  type TrainingList,
  type TrainingPlan,
} from "~/features/exchange/lists/training-plan.queries.server";
import type { ListAnswers } from "~/features/exchange/lists/list-answers.schema";
import { dayOrders } from "~/formats/listed-date";
import { translator } from "~/i18n/server";
import type { MessageKey } from "~/i18n/translator";
import { todayInStockholm } from "~/platform/clock";
import type { Database } from "~/platform/db.server";
import { withAppDatabase } from "../command-line/app-database";
import { confirm } from "../command-line/confirm";
import { readInputFile } from "../command-line/input-file";
import { UserError } from "../command-line/user-error";
import { carryOut } from "./carry-out";
import { mappingOf } from "./column-options";
import { counted, say, warn } from "./print";
import { reportColumns, showTrainingPlan } from "./show-training-plan";

type Options = {
  yes: boolean;
  skipBadRows: boolean;
  skipTakenBack: boolean;
  withEarly: boolean;
  replaceChanged: boolean;
  authority?: string;
  map: string[];
  dayOrder?: string;
  /** `NAME=ADDRESS`: whom a name means that several people have. */
  person: string[];
  data?: string;
};

const t = translator("en");

/** Shows what a training list would add, and adds it. */
export async function importTraining(path: string, options: Options): Promise<void> {
  const { name, bytes: sent } = await readInputFile(path);
  const reason = await unusableReason("training", sent);
  // The reasons are keys of the dictionary.
  if (reason) throw new UserError(`${path}: ${t(reason.key as MessageKey, reason.values)}`);
  const bytes = withoutIdentityNumbers(sent);
  const mapping = mappingOf(readList(bytes).header, options.map);

  await withAppDatabase({ dataDir: options.data }, async (db) => {
    const authority = await findAuthority(db, options.authority);
    const asked = {
      bytes,
      mapping,
      reach: { authorityId: authority.id, unitIds: "all" as const },
      today: todayInStockholm(),
    };
    const list = { ...asked, answers: await answersOf(db, asked, options) };
    const plan = await planTrainingImport(db, list);
    showTrainingPlan(plan, options);
    refuse(plan, options);
    const kept = options.skipTakenBack ? plan.takenBack.length : 0;
    const replaced = options.replaceChanged
      ? plan.changed.filter(({ before }) => before.mayReplace).length
      : 0;
    const count = plan.added.length - kept + replaced + (options.withEarly ? plan.early.length : 0);
    if (count === 0) return;
    if (!options.yes && !(await confirm("Write these rows?"))) {
      warn("Nothing has been written. --yes writes without asking.");
      return;
    }
    await carryOut(() =>
      writeTraining(
        db,
        { ...program, authorityId: authority.id },
        {
          ...list,
          skipBad: options.skipBadRows,
          skipTakenBack: options.skipTakenBack,
          withEarly: options.withEarly,
          replaceChanged: options.replaceChanged,
          seen: trainingMark(plan),
          source: { name, bytes },
        },
      ),
    );
    say(`Written: ${counted(count, "row")}.`);
  });
}

async function answersOf(
  db: Database,
  list: TrainingList,
  { dayOrder: order, person }: Options,
): Promise<ListAnswers> {
  const dayOrder = dayOrders.find((each) => each === order) ?? null;
  if (order !== undefined && dayOrder === null) {
    throw new UserError(`--day-order ${order}: it is none of ${dayOrders.join(", ")}.`);
  }
  if (person.length === 0) return { dayOrder, people: {} };
  const { questions } = await planTrainingImport(db, list);
  const people = person.map((option) => {
    const at = option.lastIndexOf("=");
    const [name, address] = [
      option.slice(0, at).trim(),
      option
        .slice(at + 1)
        .trim()
        .toLowerCase(),
    ];
    const question = questions.people.find(
      (each) => each.name.toLowerCase() === name.toLowerCase(),
    );
    const meant = question?.people.find(({ email }) => email?.toLowerCase() === address);
    if (!question || !meant) {
      throw new UserError(
        `--person ${option}: no such name in the list is one of several people's.`,
      );
    }
    return [question.key, meant.id] as const;
  });
  return { dayOrder, people: Object.fromEntries(people) };
}

function refuse(plan: TrainingPlan, { skipBadRows }: Options): void {
  if (plan.mappingFaults.length > 0) {
    reportColumns(plan);
    throw new UserError("Say what the columns mean with --map HEADING=FIELD.");
  }
  if (plan.badRows > 0 && !skipBadRows) {
    throw new UserError(
      `Nothing has been written: ${counted(plan.badRows, "row")} can't be brought in. --skip-bad-rows brings in the rest.`,
    );
  }
}

async function findAuthority(db: Database, name: string | undefined): Promise<{ id: string }> {
  const authorities = await db.authority.findMany({ orderBy: { name: "asc" } });
  const [first] = authorities;
  if (!first) throw new UserError("There is no authority yet: run npm start once.");
  if (name === undefined && authorities.length === 1) return first;
  const found = authorities.find((authority) => authority.name === name);
  if (found) return found;
  const list = authorities.map((authority) => `  ${authority.name}`).join("\n");
  throw new UserError(
    `${name === undefined ? "Name the authority" : `There is no authority ${name}`}: --authority NAME. These are there:\n${list}`,
  );
}
