import type { IsoDate } from "~/terms/day";
import type { DemoRows } from "../../../prisma/demo/tables";
import type { CascadeInput } from "~/features/cascade/rules/cascade-input";

/** What the cascade's rules are computed from, for one method of the demo's rows. */
export function cascadeOfRows(
  rows: DemoRows,
  { code, asOf, project }: { code: string; asOf: IsoDate; project?: string },
): CascadeInput {
  const competence = rows.competences.find((each) => each.code === code);
  const id = competence?.id ?? "";
  const attestations = rows.attestations.filter(
    (each) => each.competenceId === id && !each.withdrawnAt,
  );
  const handOvers = rows.handOvers.filter((each) => each.competenceId === id && !each.withdrawnAt);
  const group = rows.frozenGroups.find(
    (each) =>
      each.competenceId === id &&
      each.projectId === rows.projects.find((one) => one.code === project)?.id,
  );
  return {
    asOf,
    method: {
      id,
      coreElements: rows.coreElements.filter((each) => each.competenceId === id).length,
    },
    people: rows.people.map((person) => employmentOf(rows, person.id ?? "")),
    shouldHold: rows.groupMembers
      .filter((member) => member.groupId === group?.id)
      .map((member) => member.personId),
    acquisitions: attestations
      .filter(({ source }) => source === "course" || source === "manager")
      .map(({ personId, attestedOn }) => ({ person: personId, date: dayOf(attestedOn) })),
    mayTeach: clearedSince(attestations),
    handOvers: handOvers.map((handOver) => ({
      id: handOver.id ?? "",
      date: dayOf(handOver.heldOn),
      hours: handOver.minutes / 60,
      trainers: rows.handOverTrainers
        .filter((each) => each.handOverId === handOver.id)
        .map((each) => each.personId),
      elementsDelivered: rows.handOverElements.filter((each) => each.handOverId === handOver.id)
        .length,
      learners: rows.handOverLearners
        .filter((each) => each.handOverId === handOver.id)
        .map((each) => ({
          person: each.personId,
          confirmed: each.confirmedOn ? dayOf(each.confirmedOn) : null,
        })),
    })),
  };
}

/** From the first day of their placements until the last: nobody of the demo has come back. */
function employmentOf(rows: DemoRows, id: string) {
  const placements = rows.placements.filter(({ personId }) => personId === id);
  const ends = placements.map(({ endsBefore }) => (endsBefore ? dayOf(endsBefore) : null));
  const first = placements.map(({ startsOn }) => dayOf(startsOn)).sort()[0] ?? "";
  return { id, joined: first, left: ends.includes(null) ? null : (ends.sort().at(-1) ?? null) };
}

function clearedSince(attestations: DemoRows["attestations"]): Record<string, IsoDate> {
  const cleared: Record<string, IsoDate> = {};
  for (const { personId, level, source, attestedOn } of attestations) {
    if (level !== 4 && source !== "teach_back") continue;
    const day = dayOf(attestedOn);
    const known = cleared[personId];
    if (known === undefined || day < known) cleared[personId] = day;
  }
  return cleared;
}

export function dayOf(date: Date | string): IsoDate {
  return new Date(date).toISOString().slice(0, 10);
}
