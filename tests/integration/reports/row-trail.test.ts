// Beside a shared report stands who changed what differs, and nobody who did something else there.
import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { showRateChange } from "~/features/funding/rates/rate-change.queries.server";
import { agreeToRate } from "~/features/funding/set-up/hour-rates.commands.server";
import { withdrawGroup } from "~/features/cascade/groups/withdraw-group.commands.server";
import { withdrawIndicator } from "~/features/outcomes/set-up/withdraw-indicator.commands.server";
import { withdrawHandOver } from "~/features/cascade/hand-overs/withdraw-hand-over.commands.server";
import { showCompetenceDraft } from "~/features/competence/catalogue/competence-list.queries.server";
import { changeCompetence } from "~/features/competence/catalogue/competences.commands.server";
import {
  confirmLevel,
  withdrawAttestation,
} from "~/features/competence/attestations/attest-by-hand.commands.server";
import { renameUnit } from "~/features/organisation/units.commands.server";
import { showUnitDraft } from "~/features/organisation/units.queries.server";
import { showChanges } from "~/features/reports/freezing/version-pages.queries.server";
import { shareReport } from "~/features/reports/writing/reports.commands.server";
import { translator } from "~/i18n/server";
import type { Viewer } from "~/features/access/viewer";
import { toDbDate } from "~/terms/day";
import { makeCompetence } from "../../factories/competence";
import { makeHandOver } from "../../factories/hand-over";
import { testDatabase } from "../../support/database";
import { questionOf } from "../../support/question-of";
import { makeReaders, makeReportedProject } from "./reported-project";

const { db } = await testDatabase();
const speech = { language: "sv" as const, t: translator("sv") };

async function makeShared() {
  const scene = await makeReportedProject(db);
  const { projectId, unit, report, trainer } = scene;
  const readers = await makeReaders(db, { projectId, authorityId: unit.authorityId });
  const { id } = report;
  await shareReport(db, readers.manager, { id, submissionId: randomUUID() });
  const named = (name: string, as: Viewer = readers.administrator) => ({ ...as, name });
  const changes = async () => {
    const { figures, rows } = await showChanges(db, readers.manager, { id, speech });
    const actors = rows.map(({ kind, trail }) => [kind, trail?.actor ?? null] as const);
    const because = (told: (typeof figures)[number]) =>
      told.because.map((nr) => rows[nr - 1]?.kind);
    return { figures: figures.map((told) => ({ ...told, kinds: because(told) })), actors };
  };
  const takeBack = async (name: string) => {
    const viewer = { ...named(name), roles: ["employee" as const], personId: trainer.id };
    const handOver = await db.handOver.findFirstOrThrow({ where: { projectId } });
    await withdrawHandOver(db, viewer, { handOverId: handOver.id, reason: "Fel" });
  };
  return { ...scene, readers, named, changes, takeBack };
}

type Scene = Awaited<ReturnType<typeof makeShared>>;

async function callUnit({ unit, named }: Scene, by: string, name = "Nya enheten") {
  const { seen } = await showUnitDraft(db, named(by), unit.id);
  const submissionId = randomUUID();
  await renameUnit(db, named(by), { id: unit.id, name, seen, submissionId });
}

async function callMethod({ competence: { id }, named }: Scene, by: string) {
  const { draft: shown } = await showCompetenceDraft(db, named(by), { id, today: "2026-11-28" });
  const { today, ...draft } = shown;
  const change = {
    ...{ ...draft, name: "Metoden", elements: draft.elements.split("\n"), from: null },
    ...{ renames: "ask" as const, submissionId: randomUUID() },
  };
  await changeCompetence(db, named(by), change, today);
}

test("each row says who changed it, whatever others did to the project and its method", async () => {
  const scene = await makeShared();
  await scene.takeBack("Elin");
  await callUnit(scene, "Henrik");
  // Neither of the project's row nor of the group's.
  const beside = { actorName: "Nils", action: "training.log", subjectType: "training-record" };
  const detail = { projectId: scene.projectId, competenceId: randomUUID() };
  await db.auditEvent.create({
    data: { ...beside, authorityId: scene.unit.authorityId, subjectId: randomUUID(), detail },
  });
  await callMethod(scene, "Maria");
  const { actors } = await scene.changes();
  const by = (kind: string) =>
    new Set(actors.filter(([each]) => each === kind).map(([, who]) => who));
  expect(by("project")).toEqual(new Set(["Henrik"]));
  expect(by("method")).toEqual(new Set(["Maria"]));
  for (const kind of ["group", "hand-over", "part", "acquired", "own-hours"]) {
    expect(by(kind), kind).toEqual(new Set(["Elin"]));
  }
});

test("who booked hours anew and who brought a list is told, whatever is done to people and project since", async () => {
  const scene = await makeShared();
  const { projectId, project, unit, trainer, named } = scene;
  const { code } = project;
  const rate = { id: null, rate: { validFrom: "2013-01-01", rateOre: 40_000 } };
  const { seen } = await showRateChange(db, named("Henrik"), { code, ...rate });
  const agreed = { code, seen, reason: "Avtalet", submissionId: randomUUID(), ...rate };
  await agreeToRate(db, named("Henrik"), agreed);
  const importId = randomUUID();
  await db.trainingRecord.create({
    data: {
      ...{ authorityId: unit.authorityId, personId: trainer.id, projectId },
      ...{ kind: "import", status: "approved", title: "Lista", minutes: 60 },
      ...{ heldOn: toDbDate("2013-04-20"), sourceType: "import", sourceId: importId },
    },
  });
  const imported = { action: "training.import", subjectType: "import", subjectId: importId };
  const { authorityId } = unit;
  await db.auditEvent.create({ data: { ...imported, authorityId, actorName: "Helena" } });
  const other = await makeCompetence(db, { authorityId });
  await confirmLevel(
    db,
    { ...named("Nils"), roles: ["manager"], managedUnitIds: [unit.id] },
    {
      ...{ personId: trainer.id, competenceId: other.id, level: 2, observed: false },
      ...{ attestedOn: "2013-05-01", submissionId: randomUUID() },
    },
    "2026-11-28",
  );
  const { rows } = await showChanges(db, scene.readers.manager, { id: scene.report.id, speech });
  const by = (kind: string) =>
    new Set(rows.filter((row) => row.kind === kind).map(({ trail }) => trail?.actor ?? null));
  expect(by("own-hours")).toEqual(new Set(["Henrik"]));
  expect(by("training")).toEqual(new Set(["Helena"]));
});

test("a level that is taken back is its manager's act, whoever did something else with the method before", async () => {
  const scene = await makeShared();
  const { trainer, competence, unit, named } = scene;
  const elsewhere = await makeHandOver(db, {
    ...{ competence, heldOn: "2013-11-01", trainers: [trainer.id], learners: [] },
  });
  const taught = { ...named("Elin"), roles: ["employee" as const], personId: trainer.id };
  await withdrawHandOver(db, taught, { handOverId: elsewhere.id, reason: "Fel" });
  const { id } = await db.attestation.findFirstOrThrow({
    where: { personId: trainer.id, source: "manager" },
  });
  const manager = { ...named("Helena"), managedUnitIds: [unit.id] };
  const submissionId = randomUUID();
  await withdrawAttestation(db, manager, { personId: trainer.id, id, submissionId });
  const { actors } = await scene.changes();
  const told = actors.filter(([kind]) => ["hand-over", "part", "group", "acquired"].includes(kind));
  expect(told.length).toBeGreaterThan(3);
  expect(new Set(told.map(([, who]) => who))).toEqual(new Set(["Helena"]));
});

test("what went with a group or an indicator is by who took that back", async () => {
  const scene = await makeShared();
  const { projectId, project, named, competence } = scene;
  const form = { code: project.code, submissionId: randomUUID(), reason: "Av misstag" };
  const group = await db.frozenGroup.findFirstOrThrow({ where: { projectId } });
  const withGroup = (agreed: string) =>
    withdrawGroup(db, named("Maria"), { ...form, id: group.id, agreed }, "2026-11-28");
  await withGroup((await questionOf(withGroup(""))).mark);
  const indicator = await db.indicator.findFirstOrThrow({ where: { projectId } });
  const withIndicator = (agreed: string) =>
    withdrawIndicator(db, named("Henrik"), {
      ...{ ...form, submissionId: randomUUID(), id: indicator.id, agreed },
    });
  await withIndicator((await questionOf(withIndicator(""))).mark);
  const { figures, actors } = await scene.changes();
  expect(competence.id).toBe(group.competenceId);
  expect(figures.filter(({ kinds }) => kinds.length === 0)).toEqual([]);
  const of = (who: string) =>
    new Set(actors.flatMap(([kind, actor]) => (actor === who ? [kind] : [])));
  expect(of("Henrik")).toEqual(new Set(["indicator", "target", "measurement"]));
  expect(of("Maria")).toEqual(new Set(["group", "acquired"]));
  expect(actors.filter(([, actor]) => actor === null)).toEqual([]);
});

test("what nobody's act explains is nobody's", async () => {
  const scene = await makeShared();
  await callMethod(scene, "Maria");
  await db.unit.update({ where: { id: scene.unit.id }, data: { name: "Utan spår" } });
  const { actors } = await scene.changes();
  expect(actors).toEqual(
    expect.arrayContaining([
      ["project", null],
      ["method", "Maria"],
    ]),
  );
});
