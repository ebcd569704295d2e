import { describe, expect, test } from "vitest";
import { addDays, type IsoDate } from "~/terms/day";
import { demoRows } from "../../../prisma/demo/rows";
import type { DemoRows } from "../../../prisma/demo/tables";
import { cascadeFigures } from "~/features/cascade/rules/cascade-figures";
import { traceLineage } from "~/features/cascade/rules/lineage";
import { cascadeOfRows, dayOf } from "./cascade-of-rows";

// The present part moves with the day: it has to hold on any, at month's ends and on weekends.
const days = Array.from({ length: 37 }, (_, index) => addDays("2026-02-26", index * 23));

describe.each(days)("on %s", (today) => {
  const rows = demoRows(today);
  const codeOf = new Map(rows.projects.map(({ id, code }) => [id, code]));

  test("nothing has happened that lies ahead", () => {
    const happened = [
      ...rows.handOvers.flatMap((row) => [row.heldOn, row.createdAt, row.withdrawnAt]),
      ...rows.handOverLearners.flatMap((row) => [row.confirmedOn, row.declinedOn]),
      ...rows.attestations.flatMap((row) => [row.attestedOn, row.createdAt]),
      ...rows.trainingRecords.flatMap((row) => [row.heldOn, row.submittedAt, row.createdAt]),
      ...rows.trainingDecisions.map((row) => row.decidedAt),
      ...rows.costs.map((row) => row.bookedOn),
      ...rows.ownHours.map((row) => row.workedOn),
      ...rows.measurements.flatMap((row) => [row.measuredOn, row.createdAt]),
      ...rows.reports.map((row) => row.sharedAt),
      ...rows.placements.map((row) => row.startsOn),
      ...rows.decisions.map((row) => row.decidedOn),
    ];
    const ahead = happened.filter((day) => day && dayOf(day) >= today);
    expect(ahead).toEqual([]);
  });

  test("who takes part works there on the day", () => {
    const parts = [
      ...rows.handOverTrainers.map((part) => ({ ...part, on: heldOn(rows, part.handOverId) })),
      ...rows.handOverLearners.map((part) => ({ ...part, on: heldOn(rows, part.handOverId) })),
      ...rows.trainingRecords.map((part) => ({ ...part, on: dayOf(part.heldOn) })),
    ];
    const strangers = parts.filter(({ personId, on }) =>
      rows.placements.every(
        (place) =>
          place.personId !== personId ||
          dayOf(place.startsOn) > on ||
          (place.endsBefore && dayOf(place.endsBefore) <= on),
      ),
    );
    expect(strangers).toEqual([]);
  });

  test("every hand-over is in all three books", () => {
    const books = rows.handOverLearners.map((learner) => {
      const handOver = rows.handOvers.find(({ id }) => id === learner.handOverId);
      const of = (row: { personId?: string | null; sourceId?: string | null }) =>
        row.personId === learner.personId && row.sourceId === learner.handOverId;
      const [record, ...moreRecords] = rows.trainingRecords.filter(of);
      const [attestation, ...moreAttestations] = rows.attestations.filter(of);
      const hours = rows.ownHours.filter(of);
      return {
        status: handOver?.withdrawnAt
          ? "withdrawn"
          : learner.declinedOn
            ? "declined"
            : learner.confirmedOn
              ? "approved"
              : "submitted",
        recordedAs: record?.status,
        level: attestation && [attestation.level, attestation.withdrawnAt !== null],
        shouldHaveLevel: learner.confirmedOn && [
          handOver?.givesLevel,
          handOver?.withdrawnAt !== null,
        ],
        hours: hours.filter(({ withdrawnAt }) => !withdrawnAt).map(({ minutes }) => minutes),
        shouldHaveHours:
          handOver?.projectId && !handOver.withdrawnAt && !learner.declinedOn
            ? [handOver.minutes]
            : [],
        tooMany: moreRecords.length + moreAttestations.length,
      };
    });
    for (const book of books) {
      expect(book.recordedAs).toBe(book.status);
      expect(book.level ?? null).toEqual(book.shouldHaveLevel ?? null);
      expect(book.hours).toEqual(book.shouldHaveHours);
      expect(book.tooMany).toBe(0);
    }
  });

  test("own hours are everybody's minutes at the day's rate, within the project", () => {
    const ofHandOvers = rows.ownHours.filter(({ sourceId }) => sourceId);
    const expected = rows.handOvers
      .filter(({ projectId }) => projectId)
      .map(
        ({ id }) =>
          rows.handOverTrainers.filter(({ handOverId }) => handOverId === id).length +
          rows.handOverLearners.filter(({ handOverId }) => handOverId === id).length,
      );
    expect(ofHandOvers).toHaveLength(expected.reduce((sum, people) => sum + people, 0));
    for (const hours of rows.ownHours) {
      const project = rows.projects.find(({ id }) => id === hours.projectId);
      const rate = rows.hourRates
        .filter((each) => each.projectId === hours.projectId && each.validFrom <= hours.workedOn)
        .sort((a, b) => dayOf(b.validFrom).localeCompare(dayOf(a.validFrom)))[0];
      expect(Number(hours.amountOre)).toBe((Number(rate?.rateOre) * hours.minutes) / 60);
      expect(dayOf(hours.workedOn) >= dayOf(project?.startsOn ?? "2999-01-01")).toBe(true);
      expect(dayOf(hours.workedOn) < dayOf(project?.endsBefore ?? "1999-01-01")).toBe(true);
    }
  });

  test("an approved course has its decision, level and cost; no other has", () => {
    for (const record of rows.trainingRecords.filter(({ kind }) => kind === "course")) {
      const approved = record.status === "approved";
      const decision = rows.trainingDecisions.find((each) => each.trainingRecordId === record.id);
      const cost = rows.costs.find(({ sourceId }) => sourceId === record.id);
      const attestation = rows.attestations.find(({ sourceId }) => sourceId === record.id);
      expect(decision?.approved ?? false).toBe(approved);
      expect(cost?.amountOre ?? null).toBe(approved ? record.costOre : null);
      expect(cost?.budgetLineId ?? null).toBe(approved ? record.budgetLineId : null);
      expect(attestation?.level ?? 0).toBe(approved ? (decision?.confirmedLevel ?? 0) : 0);
    }
  });

  test("methods are handed on through generations, by people who may", () => {
    const figures = rows.competences.map(({ code }) => {
      const input = cascadeOfRows(rows, { code, asOf: today });
      const trainers = new Map(input.handOvers.map(({ id, trainers }) => [id, trainers]));
      for (const [id, trace] of traceLineage(input).handOvers) {
        if (!trace.counted) expect(trace.reason).toBe("not-confirmed");
        else expect([...trace.validTrainers].sort()).toEqual([...(trainers.get(id) ?? [])].sort());
      }
      return { code, ...cascadeFigures(input) };
    });
    const deep = figures.filter(({ generations }) =>
      [2, 3].every((generation) => (generations[generation]?.people ?? 0) > 0),
    );
    expect(deep.map(({ code }) => code)).toEqual(
      expect.arrayContaining(["sokmetoder", "uppsokande-natet", "kallkritik", "chattsamtal"]),
    );
    expect(figures.filter(({ deadEnds }) => deadEnds.length > 0)).not.toEqual([]);
    const withOneCarrier = figures.filter(({ carriers }) => carriers.length === 1);
    expect(withOneCarrier.map(({ code }) => code)).toEqual(["kartlaggning"]);

    const searching = figures.find(({ code }) => code === "sokmetoder");
    const fidelity = searching?.generations.map((row) => row.delivered / row.possible) ?? [];
    expect(fidelity.slice(1)).toEqual(fidelity.slice(1).sort((a, b) => b - a));
  });

  test("about half of NATET's grant is spent, one line a little over", () => {
    const id = rows.projects.find(({ code }) => code === "NATET")?.id;
    const granted = Number(rows.grants.find(({ projectId }) => projectId === id)?.grantedOre);
    const lines = rows.budgetLines
      .filter(({ projectId, financing }) => projectId === id && financing === "grant")
      .map((line) => ({
        budget: sumOre(
          rows.budgetAmounts.filter((each) => each.budgetLineId === line.id && !each.replacedOn),
        ),
        spent: sumOre(rows.costs.filter((each) => each.budgetLineId === line.id)),
      }));
    const spent = lines.reduce((sum, line) => sum + line.spent, 0);
    expect(lines.reduce((sum, line) => sum + line.budget, 0)).toBe(granted);
    expect(spent / granted).toBeGreaterThan(0.4);
    expect(spent / granted).toBeLessThan(0.6);
    const over = lines.filter((line) => line.spent > line.budget);
    expect(over).toHaveLength(1);
    expect(over[0]?.spent).toBeLessThan((over[0]?.budget ?? 0) * 1.1);
  });

  test("vouchers stand on the line of their account; a few on none", () => {
    for (const cost of rows.costs.filter(({ voucherId }) => voucherId)) {
      const lines = rows.budgetLines.filter(
        (line) => line.projectId === cost.projectId && holds(line.accounts, cost.account),
      );
      // No two lines of a project hold the same account.
      expect(lines.map(({ id }) => id)).toEqual(cost.budgetLineId ? [cost.budgetLineId] : []);
    }
    const unplaced = rows.costs.filter(({ budgetLineId }) => !budgetLineId);
    expect(unplaced.map(({ projectId }) => codeOf.get(projectId))).toEqual(["NATET", "NATET"]);
  });

  test("what waits, waits for those who look in", () => {
    const person = (role: string) =>
      rows.accounts.find(({ demoRole }) => demoRole === role)?.personId;
    const section = rows.roleGrants.find(({ role }) => role === "manager")?.unitId;
    const units = rows.units.filter(({ parentId }) => parentId === section).map(({ id }) => id);
    const staff = rows.placements
      .filter(({ unitId }) => units.includes(unitId))
      .map(({ personId }) => personId);
    const courses = rows.trainingRecords.filter(({ kind }) => kind === "course");
    const submitted = courses.filter(({ status }) => status === "submitted");
    expect(submitted.filter(({ personId }) => staff.includes(personId))).toHaveLength(4);

    const elin = person("employee");
    const returned = courses.filter(({ status }) => status === "returned");
    expect(returned.map(({ personId }) => personId)).toEqual([elin]);
    const asked = rows.handOverLearners.filter(
      (each) => each.personId === elin && !each.confirmedOn && !each.declinedOn,
    );
    expect(asked).toHaveLength(2);
    const cleared = rows.competences.filter(
      ({ code }) => elin && elin in cascadeOfRows(rows, { code, asOf: today }).mayTeach,
    );
    expect(cleared.map(({ code }) => code)).toEqual(["sokmetoder", "uppsokande-natet"]);
    const next = rows.reports.filter(
      ({ dueOn, sharedAt }) => !sharedAt && dayOf(dueOn) <= addDays(today, 14),
    );
    expect(next.map(({ projectId }) => codeOf.get(projectId))).toEqual(["NATET"]);
    expect(next.every(({ dueOn }) => dayOf(dueOn) >= today)).toBe(true);
  });
});

test("no line of a project shares an account with another", () => {
  const { budgetLines, projects } = demoRows("2026-11-21");
  for (const { id } of projects) {
    const taken = budgetLines
      .filter(({ projectId }) => projectId === id)
      .flatMap(({ accounts = "" }) => accounts.split(",").filter(Boolean))
      .map((range) => range.split("-"))
      .sort(([a = ""], [b = ""]) => a.localeCompare(b));
    taken.slice(1).forEach(([first = ""], index) => {
      expect(first > (taken[index]?.at(-1) ?? "")).toBe(true);
    });
  }
});

function heldOn(rows: DemoRows, handOverId: string): IsoDate {
  const handOver = rows.handOvers.find(({ id }) => id === handOverId);
  return handOver ? dayOf(handOver.heldOn) : "";
}

function sumOre(rows: { amountOre: bigint | number }[]): number {
  return rows.reduce((sum, { amountOre }) => sum + Number(amountOre), 0);
}

function holds(accounts: string | undefined, account: string | null | undefined): boolean {
  return (accounts ?? "").split(",").some((range) => {
    const [first = "", last = first] = range.split("-");
    return account !== null && account !== undefined && first <= account && account <= last;
  });
}
