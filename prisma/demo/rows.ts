import type { IsoDate } from "~/terms/day";
import { accountRows, loadEvent } from "./books/accounts";
import { competenceRows } from "./books/competence";
import { handOverRows } from "./books/hand-overs";
import { moneyRows } from "./books/money";
import { organisationRows } from "./books/organisation";
import { outcomeRows } from "./books/outcomes";
import { projectRows } from "./books/projects";
import { reportRows } from "./books/reports";
import { trainingRows } from "./books/training";
import { calendarOf } from "./days";
import type { DemoRows } from "./tables";

/** The whole demo as it is on a day. The same day gives the same rows. */
export function demoRows(today: IsoDate): DemoRows {
  const day = calendarOf(today);
  const competence = competenceRows(day);
  const money = moneyRows(day);
  const training = trainingRows(day);
  const handOvers = handOverRows(day);
  return {
    ...organisationRows(day),
    ...projectRows(day),
    ...competence,
    ...money,
    ...training,
    ...handOvers,
    ...outcomeRows(day),
    ...reportRows(day),
    ...accountRows(today),
    costs: [...money.costs, ...training.costs],
    ownHours: [...money.ownHours, ...handOvers.ownHours],
    trainingRecords: [...training.trainingRecords, ...handOvers.trainingRecords],
    attestations: [...competence.attestations, ...training.attestations, ...handOvers.attestations],
    auditEvents: [loadEvent(today)],
  };
}
