import { monthStart, type When } from "../days";
import type { ProjectCode } from "./project";

export type IndicatorStory = {
  project: ProjectCode;
  name: string;
  unit: string;
  lowerIsBetter?: boolean;
  baseline: number;
  baselineOn: When;
  cumulation: "sum" | "latest" | "average";
  /** The figure of the records that it is; typed where nothing is said. */
  source?: "trained-people" | "reach-percent" | "hand-overs";
  targets: DatedTargets;
  /** What the targets were until others were decided. */
  before?: { targets: DatedTargets; until: When };
  /** `wrong` is what was entered first, and why it was corrected. */
  measured?: {
    on: When;
    value: number;
    note?: string;
    wrong?: { value: number; reason: string };
  }[];
};

const atStart = { project: "NATET", baselineOn: monthStart(-10) } as const;
const [early, halfTime, end] = [monthStart(-4), monthStart(-1), monthStart(7, 28)];

type DatedTargets = [on: When, value: number][];

export const indicators: IndicatorStory[] = [
  {
    ...atStart,
    name: "Utbildade medarbetare",
    unit: "personer",
    baseline: 0,
    cumulation: "latest",
    source: "trained-people",
    targets: [
      [halfTime, 18],
      [end, 30],
    ],
  },
  {
    ...atStart,
    name: "Räckvidd i arbetsgrupperna",
    unit: "procent",
    baseline: 20,
    cumulation: "latest",
    source: "reach-percent",
    targets: [
      [halfTime, 62],
      [end, 85],
    ],
  },
  {
    ...atStart,
    name: "Genomförda kunskapsöverföringar",
    unit: "tillfällen",
    baseline: 0,
    cumulation: "sum",
    source: "hand-overs",
    targets: [
      [halfTime, 16],
      [end, 30],
    ],
  },
  {
    ...atStart,
    name: "Kontakter på nätet",
    unit: "kontakter",
    baseline: 0,
    cumulation: "sum",
    targets: [
      [early, 150],
      [end, 900],
    ],
    before: {
      targets: [
        [early, 150],
        [end, 750],
      ],
      until: monthStart(-3, 10),
    },
    measured: [
      { on: monthStart(-7, 3), value: 21, note: "Två pass i veckan." },
      { on: monthStart(-6, 2), value: 44 },
      {
        on: monthStart(-5, 3),
        value: 58,
        wrong: { value: 85, reason: "Siffrorna hade bytt plats." },
      },
      { on: monthStart(-4, 2), value: 37, note: "Färre pass, två vakanser." },
      { on: monthStart(-3, 3), value: 72 },
      { on: monthStart(-2, 2), value: 89, note: "Tre pass i veckan." },
      { on: monthStart(-1, 3), value: 94 },
    ],
  },
  {
    ...atStart,
    name: "Trygga i metoden enligt enkät",
    unit: "procent",
    baseline: 30,
    cumulation: "average",
    targets: [
      [halfTime, 60],
      [end, 75],
    ],
    measured: [
      { on: monthStart(-8, 15), value: 41, note: "Enkät till båda enheterna." },
      { on: monthStart(-5, 16), value: 52 },
      { on: monthStart(-2, 15), value: 58 },
    ],
  },
  {
    ...atStart,
    name: "Väntetid till första svar",
    unit: "timmar",
    lowerIsBetter: true,
    baseline: 26,
    cumulation: "latest",
    targets: [
      [halfTime, 12],
      [end, 6],
    ],
    measured: [
      { on: monthStart(-7, 20), value: 19.5 },
      { on: monthStart(-4, 21), value: 13 },
      { on: monthStart(-1, 4), value: 7.5, note: "Gemensam jour mellan enheterna." },
    ],
  },
  {
    project: "KALLKRITIK",
    name: "Räckvidd i arbetsgruppen",
    unit: "procent",
    baseline: 0,
    baselineOn: monthStart(-5),
    cumulation: "latest",
    source: "reach-percent",
    targets: [
      [monthStart(1), 60],
      [monthStart(6, 28), 90],
    ],
  },
  {
    project: "KALLKRITIK",
    name: "Kartläggningar med prövade uppgifter",
    unit: "kartläggningar",
    baseline: 0,
    baselineOn: monthStart(-5),
    cumulation: "sum",
    targets: [[monthStart(6, 28), 12]],
    measured: [
      { on: monthStart(-2, 8), value: 2 },
      { on: monthStart(-1, 6), value: 3 },
    ],
  },
  {
    project: "KOMP-2004",
    name: "Räckvidd i arbetsgruppen",
    unit: "procent",
    baseline: 0,
    baselineOn: "2005-01-01",
    cumulation: "latest",
    source: "reach-percent",
    targets: [["2005-12-31", 100]],
  },
  {
    project: "ONLINE-2012",
    name: "Kontakter på nätet",
    unit: "kontakter",
    baseline: 0,
    baselineOn: "2012-07-01",
    cumulation: "sum",
    targets: [["2013-06-30", 300]],
    measured: [
      { on: "2012-12-31", value: 84 },
      { on: "2013-03-31", value: 117 },
      { on: "2013-06-30", value: 132 },
    ],
  },
];
