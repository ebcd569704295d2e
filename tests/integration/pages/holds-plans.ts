import { Prisma } from "~/generated/prisma/client";
import type { Database } from "~/platform/db.server";
import { dayBefore, type IsoDate } from "~/terms/day";
import { covers } from "~/terms/period";
import { isTold, type Told } from "./holds-every-day";
import { projectKeys, type ProjectKey } from "./page-facts";
import { bookedOn, otherCost, partnersHours, type World } from "./page-world";
import { availableOn, costsOf, spentBy, standingLines } from "./told-of-money";

/** What projects may spend, aim at, have measured and know of their ledgers, on every day. */
export async function holdsPlans(db: Database, world: World): Promise<void> {
  for (const key of projectKeys) {
    const project = Prisma.sql`${world.projects[key]}::uuid`;
    await isTold(
      db,
      Prisma.sql`
        select concat_ws(' ', 'budget', line_id, starts_on, ends_before - 1, amount_ore) as key
        from budget_of(${project}, asked.day)
        union all
        select concat_ws(' ', 'line', line_id, is_planned)
        from lines_on(${project}, asked.day, asked.day) where financing <> 'cash'
        union all
        select concat_ws(' ', 'available', line, available.amount_ore)
        from unnest(${Object.values(world.lines[key])}::uuid[]) line
        join lines_of(${project}) standing on standing.line_id = line
        cross join lateral available_on(${project}, line, asked.day) available
        union all
        select concat_ws(' ', 'paid', budget_ore, spent_ore) from paid_of(${project}, asked.day)
        union all
        select concat_ws(' ', 'target', due_on, value::float8, decided_on)
        from targets_decided(${project}, asked.day)
        union all
        select concat_ws(' ', 'measured', measured_on, value::float8)
        from measurements_until(${project}, asked.day)
        union all
        select concat_ws(' ', 'ledger', last_day) from booked_through(${project}, asked.day)
        union all
        select concat_ws(' ', 'awaits', count(*))
        from awaiting_hours(${project}, asked.day) hours
        where hours.entry_id = ${world.hours[key].last}::uuid`,
      (day) => planOn(world, key, day),
    );
  }
}

function planOn(world: World, key: ProjectKey, day: IsoDate): Told[] {
  const { budgets, targets, measurements, readings, answeredOn } = world.facts.plans;
  const lines = world.lines[key];
  const decided = budgets.filter((row) => !row.withdrawn && covers(row, day));
  const granted = decided.reduce(
    (sum, row) => sum + (row.line === "granted" ? row.amountOre : 0),
    0,
  );
  const known = readings.flatMap(({ readOn, withdrawn }) => (withdrawn ? [] : [readOn]));
  const invoiced = costsOf(world.facts, key).filter((course) => course.invoiced);
  const rows = [otherCost.day, ...invoiced.map(bookedOn)];
  const [lastKnown = day] = [...known, ...rows].sort().reverse();
  const isAwaited =
    partnersHours.workedOn <= day && (answeredOn === null || answeredOn > day) ? 1 : 0;
  return [
    ...decided.map(({ line, days, amountOre }) => [
      ...["budget", lines[line], days.startsOn, dayBefore(days.endsBefore), amountOre],
    ]),
    ...(["granted", "hours"] as const).map((line) => [
      ...["line", lines[line]],
      decided.some((row) => row.line === line && covers(row.days, day)) ? "t" : "f",
    ]),
    ...standingLines.map((line) => [
      ...["available", lines[line], availableOn(world, { key, line, day })],
    ]),
    ["paid", granted, spentBy(world, key, day)],
    ...targets
      .filter((row) => !row.withdrawn && covers(row, day))
      .map(({ dueOn, value, startsOn }) => ["target", dueOn, value, startsOn]),
    ...measurements
      .filter(({ measuredOn, withdrawn }) => !withdrawn && measuredOn <= day)
      .map(({ measuredOn, value }) => ["measured", measuredOn, value]),
    ["ledger", lastKnown < day ? lastKnown : day],
    ["awaits", isAwaited],
  ];
}
