import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { listCascades } from "~/features/cascade/spread/cascade-list.queries.server";
import { enterHandOver } from "~/features/cascade/entering/enter-hand-over.commands.server";
import { showProjectForm } from "~/features/funding/projects/project-form.queries.server";
import { changeProject, createProject } from "~/features/funding/projects/projects.commands.server";
import { findProject } from "~/features/funding/projects/projects.queries.server";
import { saveRate } from "~/features/funding/set-up/hour-rates.commands.server";
import { ledgerTarget } from "~/features/funding/costs/ledger-target.queries.server";
import { reportHeadOf } from "~/features/reports/payload/report-heads.queries.server";
import { showNewReport } from "~/features/reports/writing/report-forms.queries.server";
import { touchedByMove } from "~/overviews/project/touched-by-move.server";
import type { Viewer } from "~/features/access/viewer";
import { makeProject } from "../../factories/project";
import { makeSetUpProject } from "../../factories/set-up-project";
import { testDatabase } from "../../support/database";
import { outcomeOf } from "../../support/outcome-of";
import { entryOf, foundingCase, today } from "../cascade/hand-over-books";

const { db } = await testDatabase();

test("a former code leads on, wherever a code is taken", async () => {
  const { project, id, manager, competence } = await foundingCase(db);
  const former = project.code;
  await renameTo(`${former}-B`, { project, viewer: manager });
  const typed = former.toLowerCase();

  const entry = entryOf({
    ...{ competence: competence.code, trainers: [id.ann], learners: [id.bo], project: typed },
  });
  const handOverId = await enterHandOver(db, manager, { entry, today });

  const present = { id: project.id, code: `${former}-B` };
  expect(await findProject(db, manager, { code: former })).toMatchObject(present);
  expect(await findProject(db, manager, { code: typed })).toMatchObject(present);
  expect(await ledgerTarget(db, { code: typed })).toMatchObject(present);
  const report = await reportHeadOf(db, { projectCode: typed, today });
  expect(report.projectId).toBe(project.id);
  const spread = await listCascades(db, manager, { project: typed, unit: null, today });
  expect(spread.group?.query).toBe(`project=${present.code}`);
  const { suggested } = await showNewReport(db, manager, { code: typed });
  expect(suggested?.projectId).toBe(project.id);
  const entered = await db.handOver.findUniqueOrThrow({ where: { id: handOverId } });
  expect(entered.projectId).toBe(project.id);
});

test("a code that a project has had is no other project's, in capitals or not", async () => {
  const { project, manager } = await makeSetUpProject(db);
  const former = project.code;
  await renameTo(`${former}-B`, { project, viewer: manager });

  const other = await makeProject(db);
  const taken = { code: "funding.errors.codeTaken" };
  expect(await outcomeOf(createProject(db, manager, inputOf(project, former)))).toEqual(taken);
  await expect(
    db.project.update({ where: { id: other.id }, data: { code: former.toLowerCase() } }),
  ).rejects.toThrow();
  // It is still the project's own: it may have it back, and both lead to it.
  await renameTo(former, { project, viewer: manager });
  const { id } = await findProject(db, manager, { code: `${former}-B` });
  expect(id).toBe(project.id);
});

test("a form that was opened before a project was renamed writes into that project", async () => {
  const { project, manager } = await makeSetUpProject(db);
  const former = project.code;
  const { seen } = await showProjectForm(db, manager, former);
  await renameTo(`${former}-B`, { project, viewer: manager });

  const place = { code: former, id: null, submissionId: randomUUID() };
  const rateId = await saveRate(db, manager, { ...place, validFrom: "2013-01-01", rateOre: 100 });
  const rate = await db.hourRate.findUniqueOrThrow({ where: { id: rateId ?? "" } });
  expect(rate.projectId).toBe(project.id);

  // Its own form would give it the former code back.
  const change = { ...inputOf(project, former), seen: seen ?? "", agreed: "", reason: "" };
  const sent = changeProject(db, manager, { ...change, currentCode: former }, touchedByMove);
  expect(await outcomeOf(sent)).toEqual({ form: "organisation.changedMeanwhile" });
});

type Project = { id: string; unitId: string };

function inputOf({ unitId }: Project, code: string) {
  return {
    ...{ submissionId: randomUUID(), code, name: "Projekt", purpose: "", unitId },
    ...{ startsOn: "2013-01-01", endsOn: "2013-12-31" },
  };
}

async function renameTo(code: string, { project, viewer }: { project: Project; viewer: Viewer }) {
  const { code: currentCode } = await db.project.findUniqueOrThrow({ where: { id: project.id } });
  const { seen } = await showProjectForm(db, viewer, currentCode);
  const change = {
    ...inputOf(project, code),
    seen: seen ?? "",
    agreed: "",
    reason: "",
    currentCode,
  };
  await changeProject(db, viewer, change, touchedByMove);
}
