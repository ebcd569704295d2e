import { randomUUID } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import { expect, test } from "vitest";
import type { Viewer } from "~/features/access/viewer";
import {
  confirmLevel,
  recordTeachBack,
  withdrawAttestation,
} from "~/features/competence/attestations/attest-by-hand.commands.server";
import {
  listAttestations,
  showAttestForm,
} from "~/features/competence/attestations/attestations.queries.server";
import { holdPeople } from "~/features/organisation/hold-people.server";
import { toDbDate } from "~/terms/day";
import { makeAttestation } from "../../factories/attestation";
import { makeCompetence } from "../../factories/competence";
import { letLeave } from "../../factories/person";
import { makeViewer } from "../../factories/viewer";
import { makeStaff, makeWorkplace } from "../../factories/workplace";
import { testDatabase } from "../../support/database";

const { db } = await testDatabase();
const today = "2013-06-01";
const place = await makeWorkplace(db);
const { manager, competence } = place;

async function somebody() {
  const { personId } = await makeStaff(db, place.unit);
  if (!personId) throw new Error("Staff are people");
  return personId;
}

function confirming(personId: string) {
  return {
    personId,
    submissionId: randomUUID(),
    competenceId: competence.id,
    level: 2 as const,
    attestedOn: "2012-09-01",
    observed: true,
  };
}

const outcomeOf = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error: unknown) =>
      error instanceof Error && "fields" in error
        ? error.fields
        : error instanceof Error && "code" in error
          ? error.code
          : error,
  );

test("a manager confirms a level and notes a teach-back, and both stand in the list", async () => {
  const personId = await somebody();
  const teachBack = { personId, competenceId: competence.id, attestedOn: "2013-05-01" };
  await confirmLevel(db, manager, confirming(personId), today);
  await recordTeachBack(db, manager, { ...teachBack, submissionId: randomUUID() }, today);

  const { rows, canAttest } = await listAttestations(db, manager, personId);
  expect(canAttest).toBe(true);
  expect(rows).toMatchObject([
    { source: "teach_back", level: null, observed: true, attestedOn: "2013-05-01" },
    { source: "manager", level: 2, observed: true, attestedOn: "2012-09-01", canWithdraw: true },
  ]);
  const { competences } = await showAttestForm(db, manager, { personId, today });
  expect(competences).toMatchObject([{ id: competence.id, level: 2, isCarrier: true }]);
  const trail = await db.auditEvent.findMany({ where: { accountId: manager.accountId } });
  expect(trail.map(({ action }) => action).sort()).toEqual([
    "competence.confirm",
    "competence.teach-back",
  ]);
});

test("the same form sent twice at once confirms once", async () => {
  const personId = await somebody();
  const input = confirming(personId);
  const [first, second] = await Promise.all([
    confirmLevel(db, manager, input, today),
    confirmLevel(db, manager, input, today),
  ]);

  expect(first).toBe(second);
  expect(await db.attestation.count({ where: { personId } })).toBe(1);
});

test("only a manager of the person's unit confirms, and never what they know themselves", async () => {
  const personId = await somebody();
  const administrator = makeViewer({ authorityId: place.authorityId, roles: ["administrator"] });
  const elsewhere = await makeWorkplace(db);
  const answers: [Viewer, string, string][] = [
    [place.head, personId, "done"],
    [place.employee, personId, "not-found"],
    [elsewhere.manager, personId, "not-found"],
    [administrator, personId, "forbidden"],
    [manager, manager.personId ?? "", "forbidden"],
    [place.employee, place.employee.personId ?? "", "forbidden"],
  ];
  for (const [viewer, person, answer] of answers) {
    expect(await outcomeOf(confirmLevel(db, viewer, confirming(person), today))).toBe(answer);
    expect(await outcomeOf(showAttestForm(db, viewer, { personId: person, today }))).toBe(answer);
  }
});

test("a day ahead and another authority's competence are told beside their fields", async () => {
  const theirs = await makeCompetence(db);
  const input = {
    ...confirming(await somebody()),
    competenceId: theirs.id,
    attestedOn: "2013-06-02",
  };

  expect(await outcomeOf(confirmLevel(db, manager, input, today))).toEqual({
    competenceId: { key: "errors.notOffered" },
    attestedOn: { key: "errors.dayAhead" },
  });
});

test("what was confirmed by hand is taken back, once; what came from a course is not", async () => {
  const personId = await somebody();
  const id = await confirmLevel(db, manager, confirming(personId), today);
  const fromCourse = await makeAttestation(db, {
    personId,
    competenceId: competence.id,
    attestedOn: "2013-01-01",
  });
  const taking = (what: string) => ({ personId, id: what, submissionId: randomUUID() });

  expect(await outcomeOf(withdrawAttestation(db, manager, taking(fromCourse.id)))).toBe(
    "not-found",
  );
  expect(await outcomeOf(withdrawAttestation(db, place.employee, taking(id)))).toBe("not-found");
  expect(await outcomeOf(withdrawAttestation(db, manager, taking(id)))).toBe("done");
  expect(await outcomeOf(withdrawAttestation(db, manager, taking(id)))).toBe("conflict");
  const { rows } = await listAttestations(db, manager, personId);
  expect(rows).toMatchObject([{ id: fromCourse.id, canWithdraw: false }]);
});

test("people see what is confirmed of themselves, and of nobody else", async () => {
  const personId = await somebody();
  await confirmLevel(db, manager, confirming(personId), today);
  const themselves = makeViewer({ ...place.employee, personId });

  expect(await listAttestations(db, themselves, personId)).toMatchObject({
    canAttest: false,
    rows: [{ level: 2, canWithdraw: false }],
  });
  expect(await outcomeOf(listAttestations(db, place.employee, personId))).toBe("not-found");
});

test("nothing is confirmed of a day after the last, what was known before the first may be", async () => {
  const personId = await somebody();
  await letLeave(db, personId, "2012-06-01");
  const on = (attestedOn: string) =>
    outcomeOf(confirmLevel(db, manager, { ...confirming(personId), attestedOn }, today));
  expect(await on("2012-06-01")).toEqual({
    attestedOn: { key: "competence.attest.afterLastDay", values: { date: "2012-05-31" } },
  });
  expect(await on("2012-05-31")).toBe("done");
  expect(await on("1999-12-31")).toBe("done");
});

test("a level waits for whoever is writing of the person, and sees their last day", async () => {
  const personId = await somebody();
  const attested = await db.$transaction(async (tx) => {
    await holdPeople(tx, [personId]);
    const attesting = outcomeOf(confirmLevel(db, manager, confirming(personId), today));
    await setTimeout(300);
    await tx.placement.updateMany({
      where: { personId },
      data: { endsBefore: toDbDate("2012-08-01") },
    });
    return { attesting };
  });
  expect(await attested.attesting).toMatchObject({
    attestedOn: { key: "competence.attest.afterLastDay", values: { date: "2012-07-31" } },
  });
});
