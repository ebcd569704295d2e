import { keepLineage } from "~/features/cascade/history/keep-lineage.server";
import {
  projectCascadeFigures,
  type MethodFigures,
} from "~/features/cascade/spread/project-figures.queries.server";
import type { ProjectMove } from "~/features/funding/projects/projects.commands.server";
import { readPeriods } from "~/features/funding/reported/read-periods.queries.server";
import type { TouchedFigures } from "~/features/funding/reported/agreed-change.server";
import type { Db, Transaction } from "~/platform/db.server";
import type { Touched } from "~/platform/question";
import type { IsoDate } from "~/terms/day";
import { writtenHours } from "~/terms/hours";
import { lastDayOf } from "~/terms/period";
import { whatLiesOutside } from "./outside.queries.server";

/**
 * Carries out a project's move to another unit or other days in the caller's transaction, and tells
 * what of past days is otherwise by it: what lies outside the new days, and each method's figures
 * and the own hours, before and after, as of today, the project's last day and the last days that a
 * funder has read of.
 */
export async function touchedByMove(
  tx: Transaction,
  { today, ...move }: ProjectMove,
  carryOut: () => Promise<unknown>,
): Promise<TouchedFigures> {
  const { projectId, was, becomes, unit } = move;
  const read = await readPeriods(tx, projectId);
  const days = [was, becomes, ...read].map(lastDayOf).filter((day) => day < today);
  const asked = { projectId, days: [...new Set([...days, today])].sort() };
  const outside = await whatLiesOutside(tx, move);
  const before = await figuresOn(tx, asked);
  await carryOut();
  await keepLineage(tx);
  const changes = changesOf(before, await figuresOn(tx, asked));
  const isOfMethods = before.some(({ methods }) => methods.length > 0);
  const moved = unit.was !== unit.becomes && isOfMethods ? [await unitLine(tx, unit)] : [];
  const changedDays = new Set(changes.map(({ day }) => day));
  return {
    touched: [...moved, ...outside, ...latestOf(changes)],
    read: read.filter((period) => changedDays.has(lastDayOf(period))),
  };
}

type DayFigures = { day: IsoDate; methods: MethodFigures[]; ownMinutes: number };

async function figuresOn(
  db: Db,
  { projectId, days }: { projectId: string; days: IsoDate[] },
): Promise<DayFigures[]> {
  const figures: DayFigures[] = [];
  for (const day of days) {
    const { methods } = await projectCascadeFigures(db, projectId, day);
    figures.push({ day, methods, ownMinutes: await ownMinutesBy(db, projectId, day) });
  }
  return figures;
}

async function ownMinutesBy(db: Db, projectId: string, day: IsoDate): Promise<number> {
  const [sum] = await db.$queryRaw<{ minutes: number }[]>`
    select coalesce(sum(entry.minutes), 0)::int as minutes
    from entries_of(${projectId}::uuid) entry where entry.day <= ${day}::date`;
  return sum?.minutes ?? 0;
}

/** A figure that is otherwise as of the end of a day; `of` tells which it is. */
type FigureChange = { day: IsoDate; of: string; line: Touched };

function changesOf(before: DayFigures[], after: DayFigures[]): FigureChange[] {
  return before.flatMap((was) => {
    const { day } = was;
    const is = after.find((figures) => figures.day === day);
    if (!is) return [];
    const ids = new Map([...was.methods, ...is.methods].map((one) => [one.competenceId, one.name]));
    const lines = [...ids].flatMap(([id, name]) =>
      methodLines(methodOf(was, id), methodOf(is, id)).map(({ key, values }) => ({
        ...{ day, of: `${id} ${key}` },
        line: { key, values: { ...values, name, date: day } },
      })),
    );
    if (was.ownMinutes === is.ownMinutes) return lines;
    const values = {
      ...{ before: writtenHours(was.ownMinutes), after: writtenHours(is.ownMinutes) },
      date: day,
    };
    return [...lines, { day, of: "own hours", line: { key: "funding.touched.ownHours", values } }];
  });
}

function methodOf({ methods }: DayFigures, id: string): MethodFigures | undefined {
  return methods.find(({ competenceId }) => competenceId === id);
}

type Line = { key: string; values: Record<string, string | number> };

/** Of each figure what it was and is; what isn't told by name is told as one. */
function methodLines(was: MethodFigures | undefined, is: MethodFigures | undefined): Line[] {
  const told = [
    ["learned", learnedOf],
    ["beside", (method) => method?.besidePeople ?? 0],
    ["activation", (method) => share(method?.activation)],
    ["reach", (method) => share(method?.reach)],
    ["besideGroup", (method) => method?.reach.beside ?? 0],
  ] satisfies [string, (method: MethodFigures | undefined) => string | number][];
  const lines = told.flatMap(([figure, of]) => {
    const [before, after] = [of(was), of(is)];
    return before === after
      ? []
      : [{ key: `funding.touched.${figure}`, values: { before, after } }];
  });
  const isOtherwise = lines.length === 0 && JSON.stringify(was) !== JSON.stringify(is);
  return isOtherwise ? [{ key: "funding.touched.method", values: {} }] : lines;
}

function learnedOf(method: MethodFigures | undefined): number {
  return (method?.generations ?? []).reduce((sum, { people }) => sum + people, 0);
}

function share(of: { numerator: number; denominator: number } | undefined): string {
  return of ? `${of.numerator}/${of.denominator}` : "–";
}

/** Each figure once: as of the latest day on which it is otherwise. */
function latestOf(changes: FigureChange[]): Touched[] {
  const latest = new Map(changes.map((change) => [change.of, change.line]));
  return [...latest.values()];
}

async function unitLine(db: Db, unit: { was: string; becomes: string }): Promise<Touched> {
  const names = await db.$queryRaw<{ id: string; name: string }[]>`
    select unit_id as id, name from named_units()
    where unit_id = any(${[unit.was, unit.becomes]}::uuid[])`;
  const nameOf = (id: string) => names.find((named) => named.id === id)?.name ?? "";
  const values = { before: nameOf(unit.was), after: nameOf(unit.becomes) };
  return { key: "funding.touched.unit", values };
}
