import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { changedFigures } from "~/features/reports/freezing/changed-figures";
import { showChanges } from "~/features/reports/freezing/version-pages.queries.server";
import { readVersion } from "~/features/reports/freezing/versions.queries.server";
import { reportPayload } from "~/features/reports/payload/report-payload.queries.server";
import { tellReport, type ToldReport } from "~/features/reports/tables/told-report";
import { shareReport } from "~/features/reports/writing/reports.commands.server";
import { translator } from "~/i18n/server";
import { makeCost } from "../../factories/cost";
import { testDatabase } from "../../support/database";
import { makeReaders, makeReportedProject } from "./reported-project";

const { db } = await testDatabase();
const speech = { language: "sv" as const, t: translator("sv") };

async function makeShared() {
  const scene = await makeReportedProject(db);
  const { projectId, unit, report, courses, travel, hours, partner, competence } = scene;
  const { manager } = await makeReaders(db, { projectId, authorityId: unit.authorityId });
  const { id } = report;
  await shareReport(db, manager, { id, submissionId: randomUUID() });
  const grant = await db.grant.findFirstOrThrow({ where: { projectId } });
  const line = (lineId: string, data: { name?: string; costCategory?: string }) =>
    db.budgetLine.update({ where: { id: lineId }, data });
  const renames: Record<string, () => Promise<unknown>> = {
    Lykta: () => db.partner.update({ where: { id: partner.id }, data: { name: "Lykta" } }),
    Ägaren: () =>
      db.authority.update({ where: { id: unit.authorityId }, data: { name: "Ägaren" } }),
    Bidraget: () => db.funder.update({ where: { id: grant.funderId }, data: { name: "Bidraget" } }),
    Kursen: () => line(courses.id, { name: "Kursen" }),
    Resande: () => line(travel.id, { costCategory: "Resande" }),
    Insats: () => line(hours.id, { costCategory: "Insats" }),
    Metoden: () =>
      db.competence.update({ where: { id: competence.id }, data: { name: "Metoden" } }),
  };
  return { ...scene, id, renames, changes: () => showChanges(db, manager, { id, speech }) };
}

test("what is called otherwise is told once, in words, and no figure differs", async () => {
  const { renames, changes } = await makeShared();
  for (const rename of Object.values(renames)) await rename();
  const { figures, words } = await changes();
  expect(figures).toEqual([]);
  for (const name of Object.keys(renames)) {
    const told = words.filter(({ now }) => now.includes(name));
    expect(told, name).toHaveLength(1);
  }
  expect(words).toHaveLength(Object.keys(renames).length);
  expect(words.filter(({ because }) => because.length === 0)).toEqual([]);
});

test("a figure that differs beside a new name is told with its own rows", async () => {
  const { renames, changes, projectId, partner, travel } = await makeShared();
  for (const name of ["Lykta", "Resande", "Insats"]) await renames[name]?.();
  const more = { minutes: 150, amountOre: 87_500n };
  await db.ownHours.updateMany({ where: { partnerId: partner.id }, data: more });
  const paid = { projectId, budgetLineId: travel.id, bookedOn: "2013-04-04" };
  await makeCost(db, { ...paid, amountOre: 100_000 });
  const { figures, rows } = await changes();
  const behind = (section: string, rowKey: string) => {
    const told = figures.filter((each) => each.section === section && each.rowKey === rowKey);
    return new Set(told.flatMap(({ because }) => because.map((nr) => rows[nr - 1]?.kind)));
  };
  expect(behind("own-hours", partner.id)).toContain("own-hours");
  expect(behind("budget", travel.id)).toContain("cost");
  expect(figures.filter(({ then, now }) => then === "–" || now === "–")).toEqual([]);
});

test("a version of an earlier program, whose keys were names, is compared with the same rows", async () => {
  const { id, renames } = await makeShared();
  const { content } = await readVersion(db, { reportId: id, number: 1 });
  const tell = async (renamed: { then: string; now: string }[]) => {
    const report = await reportPayload(db, { reportId: id, today: "2026-11-28", base: null });
    const now = tellReport({ ...report, report: content.figures.report }, speech);
    return changedFigures(asBefore(content.told.sv), now, { ...speech, renames: renamed });
  };
  expect(await tell([])).toEqual([]);
  await renames.Lykta?.();
  expect(await tell([{ then: "Stiftelsen Lyktan", now: "Lykta" }])).toMatchObject([
    { then: "Stiftelsen Lyktan", now: "Lykta", isWords: true },
  ]);
  await renames.Metoden?.();
  const words = [
    { then: "Stiftelsen Lyktan", now: "Lykta" },
    { then: "Sökmetoder", now: "Metoden" },
  ];
  expect(await tell(words)).toHaveLength(2);
});

/** As the first versions have kept what they told: keys of names and of places. */
function asBefore(told: ToldReport): ToldReport {
  const byName = ["partners", "own-hours", "cascade", "budget"];
  const byPlace = ["grants", "decisions", "appendices"];
  const sections = told.sections.map((section) => {
    const { key, table } = section;
    const [first] = table.columns;
    const rows = table.rows.map((row, place) => {
      const name = String(first && row.cells[first.key]);
      const generation = JSON.stringify(row.cells.generation);
      if (key === "generations") return { ...row, key: `${name} ${generation}` };
      if (key === "financing") return { ...row, key: `grant ${place}` };
      if (byPlace.includes(key)) return { ...row, key: String(place) };
      return byName.includes(key) && row.key !== "" ? { ...row, key: name } : row;
    });
    const old = (name: string) => (key === "summary" ? (name.split(" ")[0] ?? "") : name);
    const columns = table.columns.map((column) => ({ ...column, key: old(column.key) }));
    const cellsOf = ({ cells }: (typeof rows)[number]) =>
      Object.fromEntries(Object.entries(cells).map(([name, cell]) => [old(name), cell]));
    const kept = { ...table, columns, rows: rows.map((row) => ({ ...row, cells: cellsOf(row) })) };
    return { ...section, table: kept };
  });
  return { ...told, sections, stats: told.stats.map(({ id: _id, ...stat }) => stat) };
}
