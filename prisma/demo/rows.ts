import type { Prisma } from "~/generated/prisma/client";
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

/** All rows of the demo, by table. */
export type DemoRows = {
  authorities: Prisma.AuthorityCreateManyInput[];
  units: Prisma.UnitCreateManyInput[];
  people: Prisma.PersonCreateManyInput[];
  funders: Prisma.FunderCreateManyInput[];
  projects: Prisma.ProjectCreateManyInput[];
  grants: Prisma.GrantCreateManyInput[];
  phases: Prisma.PhaseCreateManyInput[];
  decisions: Prisma.DecisionCreateManyInput[];
  appendices: Prisma.AppendixCreateManyInput[];
  partners: Prisma.PartnerCreateManyInput[];
  competences: Prisma.CompetenceCreateManyInput[];
  coreElements: Prisma.CoreElementCreateManyInput[];
  requirements: Prisma.RequirementCreateManyInput[];
  courses: Prisma.CourseCreateManyInput[];
  frozenGroups: Prisma.FrozenGroupCreateManyInput[];
  groupMembers: Prisma.GroupMemberCreateManyInput[];
  budgetLines: Prisma.BudgetLineCreateManyInput[];
  budgetAmounts: Prisma.BudgetAmountCreateManyInput[];
  hourRates: Prisma.HourRateCreateManyInput[];
  vouchers: Prisma.VoucherCreateManyInput[];
  costs: Prisma.CostCreateManyInput[];
  ownHours: Prisma.OwnHoursCreateManyInput[];
  trainingRecords: Prisma.TrainingRecordCreateManyInput[];
  trainingDecisions: Prisma.TrainingDecisionCreateManyInput[];
  handOvers: Prisma.HandOverCreateManyInput[];
  handOverTrainers: Prisma.HandOverTrainerCreateManyInput[];
  handOverLearners: Prisma.HandOverLearnerCreateManyInput[];
  handOverElements: Prisma.HandOverElementCreateManyInput[];
  attestations: Prisma.AttestationCreateManyInput[];
  indicators: Prisma.IndicatorCreateManyInput[];
  indicatorTargets: Prisma.IndicatorTargetCreateManyInput[];
  measurements: Prisma.MeasurementCreateManyInput[];
  reports: Prisma.ReportCreateManyInput[];
  reportComments: Prisma.ReportCommentCreateManyInput[];
  accounts: Prisma.AccountCreateManyInput[];
  roleGrants: Prisma.RoleGrantCreateManyInput[];
  auditEvents: Prisma.AuditEventCreateManyInput[];
};

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
