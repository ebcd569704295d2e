import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { lineHeldElsewhere } from "~/overviews/project/line-held-elsewhere.server";
import { saveRate } from "~/features/funding/set-up/hour-rates.commands.server";
import {
  saveAppendix,
  saveDecision,
  saveGrant,
  savePartner,
  savePhase,
} from "~/features/funding/set-up/papers.commands.server";
import { showProjectForm } from "~/features/funding/projects/project-form.queries.server";
import { changeProject, createProject } from "~/features/funding/projects/projects.commands.server";
import { removePart } from "~/features/funding/set-up/remove-part.commands.server";
import { showPartForm } from "~/features/funding/set-up/set-up-forms.queries.server";
import { moneySetUp } from "~/features/funding/set-up/set-up.queries.server";
import { touchedByMove } from "~/overviews/project/touched-by-move.server";
import { makeBudgetLine } from "../../factories/budget-line";
import { makeProject } from "../../factories/project";
import { makeSetUpProject } from "../../factories/set-up-project";
import { makeUnit } from "../../factories/unit";
import { makeViewer } from "../../factories/viewer";
import { testDatabase } from "../../support/database";

const { db } = await testDatabase();

function projectInput(unitId: string, given: { code?: string; endsOn?: string } = {}) {
  return {
    submissionId: randomUUID(),
    code: `NY-${randomUUID().slice(0, 8).toUpperCase()}`,
    name: "Uppsökande arbete",
    purpose: "Nå fler",
    unitId,
    startsOn: "2013-01-01",
    endsOn: "2013-12-31",
    ...given,
  };
}

const grant = {
  ...{ agreed: "", reason: "" },
  funder: "Länsstyrelsen",
  programme: "Utvecklingsmedel",
  funderRef: "801-3238-12",
  ownRef: null,
  appliedOn: "2012-05-01",
  appliedOre: 120_000_000,
  grantedOn: null,
  grantedOre: null,
  closedOn: null,
  conditions: "",
};

test("a manager and an administrator make projects, once however often the form is sent", async () => {
  const { project, manager, administrator } = await makeSetUpProject(db);
  for (const viewer of [manager, administrator]) {
    const input = projectInput(project.unitId);
    expect(await createProject(db, viewer, input)).toBe(input.code);
    expect(await createProject(db, viewer, input)).toBe(input.code);
    const made = await db.project.findUniqueOrThrow({ where: { code: input.code } });
    expect(made.authorityId).toBe(project.authorityId);
    expect(made.endsBefore.toISOString()).toContain("2014-01-01");
    const trail = await db.auditEvent.findMany({ where: { subjectId: made.id } });
    expect(trail).toMatchObject([{ action: "project.create", detail: { code: input.code } }]);
  }
});

test("a project in a unit out of reach is refused by its field", async () => {
  const { manager, administrator } = await makeSetUpProject(db);
  const foreign = await makeUnit(db);
  for (const [viewer, unitId] of [
    [manager, foreign.id],
    [administrator, foreign.id],
    [manager, randomUUID()],
  ] as const) {
    const input = projectInput(unitId);
    await expect(createProject(db, viewer, input)).rejects.toMatchObject({
      fields: { unitId: { key: "funding.errors.unitNotYours" } },
    });
    expect(await db.project.count({ where: { code: input.code } })).toBe(0);
  }
});

test("of two projects with one code, made at once, one is made", async () => {
  const { project, manager } = await makeSetUpProject(db);
  const { code } = projectInput(project.unitId);
  const made = await Promise.allSettled(
    [1, 2].map(() => createProject(db, manager, projectInput(project.unitId, { code }))),
  );
  expect(made.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(made.find(({ status }) => status === "rejected")).toMatchObject({
    reason: { fields: { code: { key: "funding.errors.codeTaken" } } },
  });
});

test("a project is changed, but not past its budget, nor into another's code or unit", async () => {
  const { project, manager } = await makeSetUpProject(db);
  const plan = [{ startsOn: "2013-01-01", endsBefore: "2014-01-01", amountOre: 100 }];
  await makeBudgetLine(db, { projectId: project.id, plan });
  const change = async (given: object) => {
    const { seen } = await showProjectForm(db, manager, project.code);
    const input = { ...projectInput(project.unitId, { code: project.code }), ...given };
    const sent = { ...input, seen: seen ?? "", agreed: "", reason: "", currentCode: project.code };
    return changeProject(db, manager, sent, touchedByMove);
  };
  await change({ name: "Nytt namn", endsOn: "2014-06-30" });
  expect(await showProjectForm(db, manager, project.code)).toMatchObject({
    values: { name: "Nytt namn", endsOn: "2014-06-30" },
  });
  const taken = (await makeProject(db)).code;
  const foreign = (await makeUnit(db)).id;
  await expect(change({ endsOn: "2013-12-30" })).rejects.toMatchObject({
    fields: { endsOn: { key: "funding.errors.bookedOutside", values: { date: "2013-12-31" } } },
  });
  await expect(change({ startsOn: "2013-01-02" })).rejects.toMatchObject({
    fields: { startsOn: { key: "funding.errors.bookedOutside", values: { date: "2013-01-01" } } },
  });
  await expect(change({ code: taken })).rejects.toMatchObject({
    fields: { code: { key: "funding.errors.codeTaken" } },
  });
  await expect(change({ unitId: foreign })).rejects.toMatchObject({
    fields: { unitId: { key: "funding.errors.unitNotYours" } },
  });
});

test("a project manager changes the project in its unit, and can't move it", async () => {
  const { project } = await makeSetUpProject(db);
  const leader = makeViewer({
    authorityId: project.authorityId,
    roles: ["project_manager"],
    managedProjectIds: [project.id],
  });
  const form = await showProjectForm(db, leader, project.code);
  expect(form.units.map(({ id }) => id)).toEqual([project.unitId]);
  const sibling = await makeUnit(db, { authorityId: project.authorityId });
  const input = projectInput(sibling.id, { code: project.code });
  const sent = {
    ...input,
    seen: form.seen ?? "",
    agreed: "",
    reason: "",
    currentCode: project.code,
  };
  await expect(changeProject(db, leader, sent, touchedByMove)).rejects.toMatchObject({
    fields: { unitId: { key: "funding.errors.unitNotYours" } },
  });
});

test("papers are added, shown as typed, changed and removed", async () => {
  const { project, administrator: viewer } = await makeSetUpProject(db);
  const { code } = project;
  const add = () => ({ code, id: null, submissionId: randomUUID() });
  const grantId = await saveGrant(db, viewer, { ...add(), ...grant });
  await saveGrant(db, viewer, { ...add(), ...grant, funder: "LÄNSSTYRELSEN" });
  expect(await db.funder.count({ where: { name: "Länsstyrelsen" } })).toBe(1);
  await saveDecision(db, viewer, {
    ...{ ...add(), body: "Nämnden", decidedOn: "2012-04-17", ref: null, summary: "Ja" },
  });
  const phase = { name: "Etapp 1", startsOn: "2013-01-01", endsOn: "2013-01-01" };
  await savePhase(db, viewer, { ...add(), ...phase, isExtension: false });
  await saveAppendix(db, viewer, { ...add(), title: "Beskrivning", datedOn: null });
  await savePartner(db, viewer, {
    ...{ ...add(), name: "Polisen", orgNumber: null, role: "partner", agreed: "", reason: "" },
  });
  await saveRate(db, viewer, { ...add(), validFrom: "2013-01-01", rateOre: 35_000 });

  const form = await showPartForm(db, viewer, {
    ...{ code, part: "grants" as const, id: grantId, language: "sv" as const },
  });
  expect(form).toMatchObject({
    name: "Länsstyrelsen, Utvecklingsmedel, 801-3238-12 (1)",
    values: { appliedOre: "1200000", appliedOn: "2012-05-01", grantedOre: "" },
    stays: null,
  });
  const change = { ...add(), ...grant, id: grantId, grantedOre: 100, funderRef: null };
  await saveGrant(db, viewer, change);
  const before = await moneySetUp(db, { id: project.id, startsOn: "2013-01-01" });
  expect(before).toMatchObject({
    identity: {
      phases: [{ endsBefore: "2013-01-02" }],
      ...{ decisions: [{}], appendices: [{}], partners: [{ name: "Polisen" }] },
    },
    rates: [{ rateOre: 35_000 }],
    missing: ["purpose", "lines"],
  });
  const removal = { code, part: "grants" as const, id: grantId, submissionId: randomUUID() };
  expect(await removePart(db, viewer, removal, lineHeldElsewhere)).toBe(grantId);
  expect(await removePart(db, viewer, removal, lineHeldElsewhere)).toBe(grantId);
  await expect(
    removePart(db, viewer, { ...removal, submissionId: randomUUID() }, lineHeldElsewhere),
  ).rejects.toMatchObject({ code: "not-found" });
  expect(await db.grant.count({ where: { projectId: project.id, withdrawnAt: null } })).toBe(1);
  expect(await db.grant.count({ where: { projectId: project.id } })).toBe(2);
});

test("a line's budget is that of all its periods, and none where nothing is decided", async () => {
  const { project } = await makeSetUpProject(db);
  const amount = (startsOn: string, endsBefore: string, amountOre: number) => ({
    ...{ startsOn, endsBefore, amountOre },
  });
  const plan = [amount("2013-01-01", "2013-07-01", 200), amount("2013-07-01", "2014-01-01", 300)];
  const line = await makeBudgetLine(db, { projectId: project.id, plan });
  const bare = await makeBudgetLine(db, { projectId: project.id });
  const { lines } = await moneySetUp(db, { id: project.id, startsOn: "2013-01-01" });
  expect(new Map(lines.map(({ id, budgetOre }) => [id, budgetOre]))).toEqual(
    new Map([
      [line.id, 500],
      [bare.id, null],
    ]),
  );
});

test("what is there twice is refused by its field", async () => {
  const { project, manager } = await makeSetUpProject(db);
  const place = { code: project.code, id: null };
  const partner = {
    ...{ ...place, name: "Polisen", orgNumber: null, role: "partner" as const },
    ...{ agreed: "", reason: "" },
  };
  const rate = { ...place, validFrom: "2013-01-01", rateOre: 100 };
  const twice = [
    () => savePartner(db, manager, { ...partner, submissionId: randomUUID() }),
    () => saveRate(db, manager, { ...rate, submissionId: randomUUID() }),
  ];
  const keys = ["funding.errors.partnerTwice", "funding.errors.rateSameDay"];
  for (const [index, save] of twice.entries()) {
    const ended = await Promise.allSettled([save(), save()]);
    const refused = ended.filter(({ status }) => status === "rejected");
    expect(refused).toHaveLength(1);
    expect(JSON.stringify(refused)).toContain(keys[index]);
  }
});

test("a grant that pays a line stays, and a partner of another project is nobody's", async () => {
  const { project, manager } = await makeSetUpProject(db);
  const { code } = project;
  const submissionId = randomUUID();
  const grantId = await saveGrant(db, manager, { ...grant, code, id: null, submissionId });
  await makeBudgetLine(db, { projectId: project.id, grantId });
  const removal = { code, part: "grants" as const, id: grantId };
  await expect(
    removePart(db, manager, { ...removal, submissionId: randomUUID() }, lineHeldElsewhere),
  ).rejects.toMatchObject({ code: "conflict" });

  const foreign = await db.partner.create({
    data: { projectId: (await makeProject(db)).id, name: "Annan", role: "partner" },
  });
  const place = { code, id: foreign.id };
  const asked = { ...place, part: "partners" as const };
  for (const attempt of [
    () => showPartForm(db, manager, { ...asked, language: "sv" }),
    () => removePart(db, manager, { ...asked, submissionId: randomUUID() }, lineHeldElsewhere),
    () =>
      savePartner(db, manager, {
        ...{ ...place, name: "X", orgNumber: null, role: "owner" as const },
        ...{ agreed: "", reason: "" },
        submissionId: randomUUID(),
      }),
  ]) {
    await expect(attempt()).rejects.toMatchObject({ code: "not-found" });
  }
  expect(await db.partner.count({ where: { id: foreign.id, name: "Annan" } })).toBe(1);
});

test("those who may not set a project up find nothing to set up", async () => {
  const { project } = await makeSetUpProject(db);
  const { code } = project;
  for (const viewer of [
    makeViewer({ roles: ["manager"], authorityId: project.authorityId }),
    makeViewer({ roles: ["administrator"], authorityId: randomUUID() }),
    makeViewer({ roles: ["employee"], authorityId: project.authorityId }),
    makeViewer({ roles: ["funder"], fundedProjectIds: [project.id] }),
  ]) {
    const input = { ...grant, code, id: null, submissionId: randomUUID() };
    await expect(saveGrant(db, viewer, input)).rejects.toMatchObject({ code: "not-found" });
    await expect(showProjectForm(db, viewer, code)).rejects.toMatchObject({ code: "not-found" });
  }
  expect(await db.grant.count({ where: { projectId: project.id } })).toBe(0);
});

test("a funder is the one whose name was typed: no sign in it stands for another", async () => {
  const { project, administrator: viewer } = await makeSetUpProject(db);
  const place = () => ({ code: project.code, id: null, submissionId: randomUUID() });
  const funderOf = async (funder: string) => {
    const id = await saveGrant(db, viewer, { ...place(), ...grant, funder });
    return (await db.grant.findUniqueOrThrow({ where: { id }, include: { funder: true } })).funder;
  };
  const names = ["Fond A", "Fond _", "Fond %", "%", "Fond \\", "\\"];
  const funders = [];
  for (const name of names) funders.push(await funderOf(name));
  expect(funders.map(({ name }) => name)).toEqual(names);
  expect(await funderOf("FOND %")).toEqual(funders[2]);
});

test("how a funder's name is written is mended with its own grant, and with no other", async () => {
  const { project, administrator: viewer } = await makeSetUpProject(db);
  const place = { code: project.code, id: null };
  const save = (given: object) =>
    saveGrant(db, viewer, { ...grant, ...place, ...given, submissionId: randomUUID() });
  const id = await save({ funder: "stiftelsen väst" });
  await save({ funder: "Stiftelsen Väst" });
  const names = async () => {
    const grants = { some: { projectId: project.id } };
    return (await db.funder.findMany({ where: { grants } })).map(({ name }) => name);
  };
  expect(await names()).toEqual(["stiftelsen väst"]);
  await save({ id, funder: "Stiftelsen Väst" });
  expect(await names()).toEqual(["Stiftelsen Väst"]);
  await save({ id, funder: "Stiftelsen Öst" });
  expect((await names()).sort()).toEqual(["Stiftelsen Väst", "Stiftelsen Öst"]);
});
