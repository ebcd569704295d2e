import { linkIn } from "../page-forms";
import { idIn, type Kaskad, user } from "./kaskad";

const projects = [
  ["UNGA-NET", "Unga på nätet", "Individ och familj", "2025-01-01", "2026-12-31"],
  ["VUX-1", "Uppsökande bland vuxna", "Vuxenenheten", "2026-03-01", "2027-02-28"],
] as const;

// Funder, programme, what was asked for and granted in kronor, when it was granted and closed.
const grants = [
  ["UNGA-NET", "Länsstyrelsen", "Utvecklingsmedel", "900 000", "750 000", "2024-12-05", ""],
  [
    "UNGA-NET",
    "Länsstyrelsen",
    "Utvecklingsmedel, förlängning",
    "200 000",
    "150 000",
    "2025-11-20",
    "",
  ],
  ["VUX-1", "Stiftelsen Framtid", "", "300 000,50", "", "", ""],
] as const;

// Category, name, who pays, accounts, and amounts by period.
const lines = [
  [
    "UNGA-NET",
    "Utbildning",
    "Kursavgifter",
    "Bidrag",
    "7610-7619",
    [
      ["2025-01-01", "2025-12-31", "200 000"],
      ["2026-01-01", "2026-12-31", "150 000,50"],
    ],
  ],
  ["UNGA-NET", "Drift", "Resor", "Bidrag", "5800-5899", [["2025-01-01", "2026-12-31", "120 000"]]],
  [
    "UNGA-NET",
    "Drift",
    "Utrustning",
    "Egna medel",
    "5410",
    [["2025-01-01", "2026-12-31", "40 000"]],
  ],
  [
    "UNGA-NET",
    "Personal",
    "Egen arbetsinsats",
    "Egen arbetsinsats",
    "",
    [["2025-01-01", "2026-12-31", "180 000"]],
  ],
  ["VUX-1", "Utbildning", "Kurser", "Egna medel", "7610", [["2026-03-01", "2027-02-28", "60 000"]]],
  [
    "VUX-1",
    "Personal",
    "Arbetad tid",
    "Egen arbetsinsats",
    "",
    [["2026-03-01", "2027-02-28", "90 000"]],
  ],
] as const;

// Name, unit, what is better, source, how values add up, baseline, targets, measurements.
const indicators = [
  [
    "Kontakter på nätet",
    "kontakter",
    "higher",
    "Någon mäter",
    "sum",
    "0",
    [
      ["300", "2025-12-31"],
      ["700", "2026-12-31"],
    ],
    [
      ["2025-06-30", "120"],
      ["2025-12-31", "205"],
      ["2026-06-30", "188,5"],
    ],
  ],
  [
    "Väntetid till första samtal",
    "dagar",
    "lower",
    "Någon mäter",
    "latest",
    "21",
    [["10", "2026-12-31"]],
    [["2026-01-31", "17"]],
  ],
  [
    "Personer som har utbildats",
    "personer",
    "higher",
    "Räknas: personer som",
    "latest",
    "0",
    [["8", "2026-12-31"]],
    [],
  ],
] as const;

/** Two projects, as yet without content: accounts are bound to them. */
export async function fillProjects({ administrator }: Kaskad): Promise<void> {
  for (const [code, name, unit, startsOn, endsOn] of projects) {
    const purpose = `Metoder för ${name.toLowerCase()} ska nå hela arbetsgruppen.`;
    await administrator.fill("/projects/new", {
      ...{ code, name, purpose, startsOn, endsOn, unitId: { label: unit } },
    });
  }
}

/** What the project manager sets up: money, decisions, partners, phases and indicators. */
export async function fillSetUp(kaskad: Kaskad): Promise<void> {
  const manager = user(kaskad, "Hanna");
  const part = (code: string, name: string, answers: Parameters<typeof manager.fill>[1]) =>
    manager.fill(`/projects/${code}/setup/${name}/new`, answers);

  for (const [code, funder, programme, appliedOre, grantedOre, grantedOn, closedOn] of grants) {
    await part(code, "grants", {
      ...{ funder, programme, appliedOre, grantedOre, grantedOn, closedOn },
      ...{ appliedOn: "2024-10-01", ownRef: "SN 2024/117", conditions: "Redovisas varje halvår." },
    });
  }
  for (const [code, costCategory, name, financing, accounts, amounts] of lines) {
    const periods = amounts.flatMap(([startsOn, endsOn, amount], row) => [
      [`startsOn${row}`, startsOn],
      [`endsOn${row}`, endsOn],
      [`amountOre${row}`, amount],
    ]);
    await part(code, "lines", {
      ...{ costCategory, name, accounts, financing: { label: financing } },
      grantId: financing === "Bidrag" ? { label: "Länsstyrelsen" } : "",
      ...Object.fromEntries(periods),
    });
  }
  await part("UNGA-NET", "rates", { validFrom: "2025-01-01", rateOre: "310" });
  await part("UNGA-NET", "rates", { validFrom: "2026-01-01", rateOre: "322,50" });
  await part("VUX-1", "rates", { validFrom: "2026-03-01", rateOre: "335" });
  await part("UNGA-NET", "decisions", {
    ...{ body: "Socialnämnden", decidedOn: "2024-09-24", ref: "SN § 88" },
    summary: "Nämnden godkänner ansökan om utvecklingsmedel.",
  });
  await part("UNGA-NET", "decisions", {
    body: "Länsstyrelsen",
    decidedOn: "2024-12-05",
    summary: "Beviljas.",
  });
  await part("UNGA-NET", "partners", {
    name: "Södervik kommun",
    orgNumber: "212000-0142",
    role: "partner",
  });
  await part("UNGA-NET", "partners", { name: "Stiftelsen Nätvärn", role: "coordinator" });
  await part("UNGA-NET", "phases", {
    name: "Införande",
    startsOn: "2025-01-01",
    endsOn: "2025-12-31",
  });
  await part("UNGA-NET", "phases", {
    ...{ name: "Spridning", startsOn: "2026-01-01", endsOn: "2026-12-31", isExtension: "on" },
  });
  await part("UNGA-NET", "appendices", { title: "Projektbeskrivning", datedOn: "2024-09-30" });
  await fillIndicators(kaskad);
}

/** Who should have a method, as of the project's start. */
export async function freezeGroups(kaskad: Kaskad): Promise<void> {
  const manager = user(kaskad, "Hanna");
  await manager.fill("/projects/UNGA-NET/groups/freeze", {});
  await manager.fill("/projects/UNGA-NET/groups/freeze", {});
}

async function fillIndicators(kaskad: Kaskad): Promise<void> {
  const manager = user(kaskad, "Hanna");
  for (const [
    name,
    unit,
    direction,
    source,
    cumulation,
    baseline,
    targets,
    measurements,
  ] of indicators) {
    const dated = targets.flatMap(([target, dueOn], row) => [
      [`target${row}`, target],
      [`dueOn${row}`, dueOn],
    ]);
    await manager.fill("/projects/UNGA-NET/indicators/new", {
      ...{
        name,
        unit,
        direction,
        cumulation,
        baseline,
        source: { label: source },
        baselineOn: "2025-01-01",
      },
      ...Object.fromEntries(dated),
    });
    const setUp = await manager.open("/projects/UNGA-NET/setup");
    const indicator = idIn(linkIn(setUp, /\/indicators\/[0-9a-f-]{36}\/edit$/, name));
    for (const [measuredOn, value] of measurements) {
      await manager.fill(`/projects/UNGA-NET/indicators/${indicator}/measurements`, {
        ...{ measuredOn, value, note: "Ur gruppens statistik." },
      });
    }
  }
}
