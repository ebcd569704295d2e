import type { Database } from "~/platform/db.server";
import { toDbDate } from "~/terms/day";
import { lineKeys, projectKeys, type LineKey, type ProjectKey } from "./page-facts";
import { wrong } from "./stored-days";
import { hourOre, paperDays, type World } from "./page-world";

export async function storeProjects(db: Database, world: World): Promise<void> {
  const { projects, grants, lines, people, competences, facts } = world;
  const { id: funderId } = await db.funder.create({ data: { name: world.authorityId } });
  await db.grant.createMany({
    data: projectKeys.map((key) => ({
      ...{ id: grants[key], projectId: projects[key], funderId, grantedOre: 900n },
      ...{ appliedOn: toDbDate(paperDays.appliedOn), grantedOn: toDbDate(paperDays.grantedOn) },
      closedOn: facts.projects[key].closedOn && toDbDate(facts.projects[key].closedOn),
    })),
  });
  await db.grant.createMany({
    data: projectKeys.map((key) => ({
      ...{ projectId: projects[key], funderId, grantedOre: 7n, withdrawnAt: new Date() },
    })),
  });
  const financing = {
    granted: "grant",
    removed: "grant",
    cash: "cash",
    hours: "in_kind",
    spare: "in_kind",
  } as const;
  const lineOf = (key: ProjectKey, line: LineKey, position: number) => ({
    ...{ id: lines[key][line], projectId: projects[key], position, costCategory: "Allt" },
    ...{ name: line, financing: financing[line] },
    grantId: financing[line] === "grant" ? grants[key] : null,
    withdrawnAt: line === "removed" || line === "spare" ? new Date() : null,
  });
  await db.budgetLine.createMany({
    data: projectKeys.flatMap((key) => lineKeys.map((line, index) => lineOf(key, line, index))),
  });
  await storePapers(db, world);
  await db.hourRate.createMany({
    data: facts.rates.map(({ id, project, withdrawn, startsOn, endsBefore }) => ({
      ...{ id, projectId: projects[project], rateOre: hourOre, validFrom: toDbDate(startsOn) },
      ...{ endsBefore: endsBefore && toDbDate(endsBefore), withdrawnAt: wrong({ withdrawn }) },
    })),
  });
  for (const { project, competence, frozenOn, members } of facts.groups) {
    const ids = { projectId: projects[project], competenceId: competences[competence] };
    await db.frozenGroup.create({
      data: {
        ...{ ...ids, frozenOn: toDbDate(frozenOn) },
        members: { create: members.map((key) => ({ personId: people[key] })) },
      },
    });
  }
  const everybody = Object.values(people).map((personId) => ({ personId }));
  for (const projectId of Object.values(projects)) {
    for (const competenceId of Object.values(competences)) {
      const mistake = { projectId, competenceId, withdrawnAt: new Date() };
      await db.frozenGroup.create({
        data: {
          ...{ ...mistake, frozenOn: toDbDate(paperDays.decision) },
          members: { create: everybody },
        },
      });
    }
  }
  await db.report.createMany({
    data: facts.reports.map(({ id, project, state, dueOn, startsOn, endsBefore }) => ({
      ...{ id, projectId: projects[project], kind: "interim" as const, title: id },
      ...{ startsOn: toDbDate(startsOn), endsBefore: toDbDate(endsBefore) },
      ...{ dueOn: toDbDate(dueOn), sharedAt: state === "shared" ? new Date() : null },
      discardedAt: state === "gone" ? new Date() : null,
    })),
  });
}

/** Of each kind of a project's papers one that stands and one that was removed. */
async function storePapers(db: Database, { projects, partners }: World): Promise<void> {
  const [startsOn, endsBefore] = [toDbDate("2013-05-01"), toDbDate("2013-05-02")];
  const both = projectKeys.flatMap((key) =>
    ["stands", "removed"].map((name) => ({
      ...{ key, named: name },
      row: { projectId: projects[key], withdrawnAt: name === "removed" ? new Date() : null },
    })),
  );
  await db.phase.createMany({
    data: both.map(({ named: name, row }) => ({ ...row, name, startsOn, endsBefore })),
  });
  await db.decision.createMany({
    data: both.map(({ named: body, row }) => ({
      ...{ ...row, body, summary: "", decidedOn: toDbDate(paperDays.decision) },
    })),
  });
  await db.appendix.createMany({
    data: both.map(({ named: title, row }) => ({
      ...{ ...row, title, datedOn: toDbDate(paperDays.appendix) },
    })),
  });
  await db.partner.createMany({
    data: both.map(({ key, named: name, row }) => ({
      ...{ ...row, name, role: "partner" as const },
      ...(name === "stands" && { id: partners[key] }),
    })),
  });
}
