import type { Prisma } from "~/generated/prisma/client";

/** All rows of the demo, by table. */
export type DemoRows = { [Table in keyof Stored]: Plain<Stored[Table][number]>[] };

/** A row without the client's own sign for a column that is left out. */
type Plain<Row> = { [Column in keyof Row]: Exclude<Row[Column], typeof Prisma.skip> };

type Stored = {
  authorities: Prisma.AuthorityCreateManyInput[];
  units: Prisma.UnitCreateManyInput[];
  people: Prisma.PersonCreateManyInput[];
  placements: Prisma.PlacementCreateManyInput[];
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
  commitments: Prisma.CommitmentCreateManyInput[];
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
  reportedPeriods: Prisma.ReportedPeriodCreateManyInput[];
  accounts: Prisma.AccountCreateManyInput[];
  roleGrants: Prisma.RoleGrantCreateManyInput[];
  auditEvents: Prisma.AuditEventCreateManyInput[];
};
