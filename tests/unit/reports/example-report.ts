import type { Report, ReportSums } from "~/features/reports/rules/report";
import { counted } from "../../support/counted";

const ids = {
  partner: "55555555-5555-4555-8555-555555555555",
  grant: "66666666-6666-4666-8666-666666666666",
  decision: "77777777-7777-4777-8777-777777777777",
  appendix: "88888888-8888-4888-8888-888888888888",
  method: "99999999-9999-4999-8999-999999999999",
};

/** A whole report with awkward amounts and words, for what is made from reports. */
export function exampleReport(given: Partial<Report> = {}): Report {
  const lines = [
    {
      lineId: "11111111-1111-4111-8111-111111111111",
      costCategory: "Utbildning",
      name: "Kurser; föreläsare",
      financing: "grant" as const,
      funder: "Länsstyrelsen",
      grantTitle: "Länsstyrelsen",
      comment: "",
      ...sums({ budgetOre: 120_000_001, previousOre: 1_234_567, thisPeriodOre: 89 }),
    },
    {
      lineId: "22222222-2222-4222-8222-222222222222",
      costCategory: "Resor",
      name: "=Tåg",
      financing: "cash" as const,
      funder: null,
      grantTitle: null,
      comment: "-Dyrare än väntat",
      ...sums({ budgetOre: 100_000, previousOre: 0, thisPeriodOre: 123_456 }),
    },
    {
      lineId: "33333333-3333-4333-8333-333333333333",
      costCategory: "Egen arbetsinsats",
      name: "Timmar",
      financing: "in_kind" as const,
      funder: null,
      grantTitle: null,
      comment: "",
      ...sums({ budgetOre: 5_000_000, previousOre: 52_500, thisPeriodOre: 210_000 }),
    },
  ];
  const unplaced = { ...sums({ budgetOre: 0, previousOre: 0, thisPeriodOre: 7_700 }), count: 1 };
  return {
    asOf: "2013-05-31",
    periodHasEnded: true,
    bookedThrough: "2013-05-28",
    plannedThrough: "2013-05-28",
    hoursPlannedThrough: "2013-05-31",
    report: {
      id: "44444444-4444-4444-8444-444444444444",
      kind: "interim",
      title: "Delredovisning 1",
      startsOn: "2013-03-01",
      endsBefore: "2013-06-01",
      dueOn: "2013-06-30",
      sharedOn: null,
      version: null,
    },
    project: {
      code: "NATET",
      name: "@Nätet",
      purpose: "Att kunna söka.",
      startsOn: "2013-01-01",
      endsBefore: "2014-01-01",
      unit: "Ungdomsjouren",
      owner: "Socialtjänstförvaltningen",
      orgNumber: "212000-0134",
      partners: [{ id: ids.partner, name: "Stiftelsen Lyktan", orgNumber: null, role: "partner" }],
    },
    grants: [
      {
        id: ids.grant,
        title: "Länsstyrelsen",
        funder: "Länsstyrelsen",
        programme: "Utvecklingsmedel",
        funderRef: "801-3238",
        ownRef: "3.1-0412",
        appliedOn: "2012-10-01",
        appliedOre: 155_000_050,
        grantedOn: null,
        grantedOre: null,
        closedOn: null,
        conditions: "",
      },
    ],
    grantUse: [
      {
        grantId: ids.grant,
        title: "Länsstyrelsen",
        grantedOre: 120_000_001,
        spentOre: 1_234_656,
        remainingOre: 118_765_345,
        share: 1_234_656 / 120_000_001,
      },
    ],
    decisions: [
      { id: ids.decision, body: "Nämnden", decidedOn: "2012-09-01", ref: null, summary: "Ansök." },
    ],
    appendices: [{ id: ids.appendix, title: "Projektplan", datedOn: null }],
    money: {
      lines,
      unplaced,
      totals: sums({ budgetOre: 125_100_001, previousOre: 1_287_067, thisPeriodOre: 341_245 }),
      paid: sums({ budgetOre: 120_100_001, previousOre: 1_234_567, thisPeriodOre: 131_245 }),
      categories: lines.map(
        ({ costCategory, budgetOre, planOre, accumulatedOre, remainingOre }) => ({
          costCategory,
          budgetOre,
          planOre,
          accumulatedOre,
          remainingOre,
        }),
      ),
    },
    financing: [
      ...lines.map(({ financing, funder, ...line }) => ({
        ...{ ...line, kind: financing, funder },
        grantId: financing === "grant" ? ids.grant : null,
      })),
      { ...unplaced, kind: "unplaced" as const, grantId: null, funder: null, grantTitle: null },
    ],
    points: [
      {
        month: "2013-05-01",
        through: "2013-05-31",
        planOre: 500_003,
        actualOre: 1_365_812,
        earlierOre: 0,
        forecastOre: 1_365_812,
      },
      {
        month: "2013-06-01",
        through: "2013-06-30",
        planOre: 600_004,
        actualOre: null,
        earlierOre: null,
        forecastOre: 1_638_974,
      },
    ],
    ownHours: {
      ...{ changedMinutes: 0, lateMinutes: 0, changedOre: 0, lateOre: 0 },
      previousMinutes: 90,
      thisPeriodMinutes: 360,
      accumulatedMinutes: 450,
      previousOre: 52_500,
      thisPeriodOre: 210_000,
      accumulatedOre: 262_500,
      awaiting: { minutes: 125, amountOre: 70_011 },
      notCounted: { handOvers: 0, minutes: 0 },
      parties: [
        {
          partnerId: ids.partner,
          name: "Stiftelsen Lyktan",
          role: "partner",
          ...{ changedMinutes: 0, lateMinutes: 0, changedOre: 0, lateOre: 0 },
          previousMinutes: 90,
          thisPeriodMinutes: 0,
          accumulatedMinutes: 90,
          previousOre: 52_500,
          thisPeriodOre: 0,
          accumulatedOre: 52_500,
        },
      ],
    },
    training: {
      trainedPeople: counted(3, 1),
      ...{ activePeople: 3, besidePeople: 1 },
      coursePeople: counted(2, 1),
      courses: counted(2, 1),
      minutes: counted(960, 480),
      cost: {
        ...{ previousOre: 398_114, changedOre: 0, thisPeriodOre: 1_903, lateOre: 0 },
        accumulatedOre: 400_017,
      },
    },
    cascade: {
      methods: [
        {
          competenceId: ids.method,
          code: "sok",
          name: "Sökmetoder",
          reachBefore: { numerator: 1, denominator: 4 },
          ...{ reachCame: 2, reachLeft: 0 },
          reach: { numerator: 3, denominator: 4, beside: 1 },
          activation: { numerator: 1, denominator: 2 },
          reproduction: { learners: 2, trainers: 1 },
          generations: [
            { generation: 0, people: 2, handOvers: 0, ownHandOvers: 0, delivered: 0, possible: 0 },
            { generation: 1, people: 2, handOvers: 1, ownHandOvers: 1, delivered: 3, possible: 4 },
          ],
          handOvers: counted(1, 0),
          minutes: counted(100, 0),
          trainedPeople: counted(3, 1),
          ...{ handOversBeside: 0, besidePeople: 1 },
        },
      ],
      reachPercentBefore: 25,
      reachPercent: 75,
      handOvers: counted(1, 0),
      minutes: counted(100, 0),
    },
    indicators: [
      indicator({ id: "a", name: "Kontakter", actual: 120.5, ratio: 0.8, band: "behind" }),
      indicator({ id: "b", name: "Enkät", actual: null, ratio: null, band: "not-measured" }),
    ],
    texts: {
      activities: "<script>alert(1)</script>\n\nVi gick kurs.\nSedan lärde vi ut.",
      results: "=1+1",
      lessons: "",
    },
    ...given,
  };
}

function indicator(
  given: Pick<Report["indicators"][number], "id" | "name" | "actual" | "ratio" | "band">,
): Report["indicators"][number] {
  return {
    unit: "kontakter",
    higherIsBetter: true,
    baseline: 0,
    baselineOn: "2013-01-01",
    cumulation: "sum",
    isComputed: false,
    targets: [{ dueOn: "2014-01-01", value: 365, decidedOn: null }],
    source: null,
    on: "2013-05-31",
    measuredOn: given.actual === null ? null : "2013-05-31",
    percent: given.ratio === null ? null : given.ratio * 100,
    plan: 150.4,
    ...given,
  };
}

function sums(spent: Pick<ReportSums, "budgetOre" | "previousOre" | "thisPeriodOre">): ReportSums {
  const accumulatedOre = spent.previousOre + spent.thisPeriodOre;
  const varianceOre = spent.budgetOre - accumulatedOre;
  return {
    ...spent,
    ...{ changedOre: 0, lateOre: 0 },
    planOre: Math.floor(spent.budgetOre / 3),
    accumulatedOre,
    remainingOre: varianceOre,
    varianceOre,
    varianceShare: spent.budgetOre === 0 ? null : varianceOre / spent.budgetOre,
  };
}
