import type { Prisma } from "~/generated/prisma/client";
import type { Viewer } from "~/features/access/viewer";
import { confirmedLevels } from "~/features/competence/levels/confirmed-levels.queries.server";
import {
  fundableLines,
  type FundableLine,
} from "~/features/funding/budget/fundable-lines.queries.server";
import {
  ledgerTwins,
  type CostToBook,
  type LedgerTwin,
} from "~/features/funding/costs/ledger-twins.queries.server";
import { invoicesOf, type Invoice } from "~/features/funding/costs/invoices.queries.server";
import type { Db } from "~/platform/db.server";
import { toIsoDate, type IsoDate } from "~/terms/day";
import type { Level } from "~/terms/level";
import { subjectOf } from "./reachable-records.server";
import { managesSome } from "~/features/organisation/in-charge.policy";
import { seenUnits, unitIdsOf } from "~/features/organisation/placements.server";
import { asLevel, rowSelect, rowsOf, type RecordRow } from "./record-rows.server";
import { can, type TrainingVerb } from "./training.policy";

/** A training record with all that is needed to decide on it. */
export type RecordDetails = RecordRow & {
  learned: string;
  evidence: { file: { name: string; size: number } | null; link: string | null };
  /** The line that paid; `availableOre` as it would be without this course. */
  payment: {
    projectName: string;
    costCategory: string;
    lineName: string;
    availableOre: number | null;
    /** Until the end of which day the project's ledger is known. */
    bookedThrough: IsoDate | null;
    /** For who decides: the ledger's rows that may be this cost already, the best first. */
    inLedger: LedgerTwin[];
    /** What the ledger has in the place of the logged cost. */
    invoices: Invoice[];
  } | null;
  /** The project that it is of without a budget line; null where it is none's, or the line's. */
  projectName: string | null;
  /** What the person is confirmed at today in the record's competence. */
  currentLevel: Level;
  /** The level that the course of the catalogue aims at, while it gives the record's competence. */
  courseLevel: Level | null;
  plan: { colleagues: number; dueOn: IsoDate } | null;
  /** When it was last sent in: a decision names it, so that nobody decides on what they haven't seen. */
  submittedAt: string;
  /** Newest first. */
  decisions: {
    id: string;
    approved: boolean;
    word: string;
    level: Level | null;
    observed: boolean;
    byName: string;
    at: string;
  }[];
  /** What was logged in its stead, and what it was itself logged in the stead of. */
  replacedBy: string | null;
  replaces: string | null;
  /** A manager's own course, which somebody else must decide on. */
  waitsForOther: boolean;
  may: Record<Exclude<TrainingVerb, "see">, boolean>;
};

/** What the details are made of, for who looks on a day. */
export function detailsSelect(day: IsoDate) {
  return {
    ...rowSelect,
    person: { select: { placements: seenUnits(day) } },
    authorityId: true,
    learned: true,
    evidenceFile: { select: { name: true, size: true } },
    course: { select: { competenceId: true, givesLevel: true } },
    budgetLineId: true,
    project: { select: { name: true } },
    budgetLine: {
      select: {
        costCategory: true,
        name: true,
        projectId: true,
        project: { select: { name: true } },
      },
    },
    planColleagues: true,
    planDueOn: true,
    replacedById: true,
    replaced: { select: { id: true }, orderBy: { createdAt: "desc" }, take: 1 },
    submittedAt: true,
    decisions: { orderBy: { decidedAt: "desc" } },
  } satisfies Prisma.TrainingRecordSelect;
}

type StoredDetails = Prisma.TrainingRecordGetPayload<{ select: ReturnType<typeof detailsSelect> }>;

/** The records in full: five more statements, however many they are. */
export async function detailsOf(
  db: Db,
  viewer: Viewer,
  { stored, today }: { stored: StoredDetails[]; today: IsoDate },
): Promise<RecordDetails[]> {
  const [rows, lines, levels, twins, invoices] = await Promise.all([
    rowsOf(db, stored, today),
    fundableLines(db, {
      which: { lineIds: present(stored.map((record) => record.budgetLineId)) },
      ...{ day: today, today },
    }),
    confirmedLevels(db, {
      personIds: stored.map(({ personId }) => personId),
      competenceIds: present(stored.map(({ competence }) => competence?.id)),
      onDate: today,
    }),
    ledgerTwins(db, costsToDecide(viewer, stored)),
    invoicesOf(
      db,
      stored.map(({ id }) => id),
    ),
  ]);
  const paying = new Map(lines.map((line) => [line.id, line]));
  const level = new Map(levels.map((row) => [`${row.personId} ${row.competenceId}`, row.level]));
  const rowOf = new Map(rows.map((row) => [row.id, row]));
  return stored.flatMap((record) => {
    const row = rowOf.get(record.id);
    return row ? [{ ...row, ...moreOf(record) }] : [];
  });

  function moreOf(record: StoredDetails): Omit<RecordDetails, keyof RecordRow> {
    return {
      learned: record.learned,
      evidence: { file: record.evidenceFile, link: record.evidenceLink },
      payment: paymentOf(record, { paying, twins, invoices }),
      projectName: record.project?.name ?? null,
      currentLevel: level.get(`${record.personId} ${record.competence?.id ?? ""}`) ?? 0,
      courseLevel: aimedLevel(record),
      plan:
        record.planColleagues !== null && record.planDueOn !== null
          ? { colleagues: record.planColleagues, dueOn: toIsoDate(record.planDueOn) }
          : null,
      submittedAt: record.submittedAt.toISOString(),
      decisions: record.decisions.map((decision) => ({
        id: decision.id,
        approved: decision.approved,
        word: decision.word,
        level: asLevel(decision.confirmedLevel),
        observed: decision.observed,
        byName: decision.decidedByName,
        at: decision.decidedAt.toISOString(),
      })),
      replacedBy: record.replacedById,
      replaces: record.replaced[0]?.id ?? null,
      waitsForOther:
        record.kind === "course" &&
        record.status === "submitted" &&
        record.personId === viewer.personId &&
        managesSome(viewer, unitIdsOf(record.person)),
      may: mayOf(viewer, record),
    };
  }
}

/** A submitted course is itself among the committed: without it there is so much more. */
function paymentOf(
  record: StoredDetails,
  {
    paying,
    twins,
    invoices,
  }: {
    paying: Map<string, FundableLine>;
    twins: Map<string, LedgerTwin[]>;
    invoices: Map<string, Invoice[]>;
  },
): RecordDetails["payment"] {
  const { budgetLine, budgetLineId, costOre, kind, status } = record;
  if (!budgetLine || !budgetLineId) return null;
  const line = paying.get(budgetLineId);
  const isCommitted = kind === "course" && status === "submitted";
  return {
    projectName: budgetLine.project.name,
    costCategory: budgetLine.costCategory,
    lineName: line?.name ?? budgetLine.name,
    availableOre: line ? line.availableOre + (isCommitted ? Number(costOre ?? 0) : 0) : null,
    bookedThrough: line?.bookedThrough ?? null,
    inLedger: twins.get(record.id) ?? [],
    invoices: invoices.get(record.id) ?? [],
  };
}

/** Nothing where the course has come to give another competence than the record is of. */
function aimedLevel({ course, competence }: StoredDetails): Level | null {
  const fits = course !== null && course.competenceId === (competence?.id ?? null);
  return fits ? asLevel(course.givesLevel) : null;
}

function costsToDecide(viewer: Viewer, stored: StoredDetails[]): CostToBook[] {
  return stored.flatMap((record) => {
    const { id, budgetLine, costOre, heldOn } = record;
    return budgetLine && costOre && can(viewer, "decide", subjectOf(record))
      ? [
          {
            ...{ id, projectId: budgetLine.projectId },
            ...{ amountOre: Number(costOre), bookedOn: toIsoDate(heldOn), title: record.title },
          },
        ]
      : [];
  });
}

function mayOf(viewer: Viewer, record: StoredDetails): RecordDetails["may"] {
  const subject = subjectOf(record);
  return {
    mend: can(viewer, "mend", subject),
    withdraw: can(viewer, "withdraw", subject),
    decide: can(viewer, "decide", subject),
    "take-back": can(viewer, "take-back", subject),
    "log-again": can(viewer, "log-again", subject) && record.replacedById === null,
  };
}

function present(ids: (string | null | undefined)[]): string[] {
  return [...new Set(ids.filter((id) => id !== null && id !== undefined))];
}
