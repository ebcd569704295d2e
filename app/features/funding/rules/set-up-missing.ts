import type { SetUpPart } from "./set-up-parts";

/** What a project still lacks before its money can be followed and accounted for. */
export type MissingMoney =
  | "purpose"
  | "grants"
  | "granted"
  | "lines"
  | "amounts"
  | "line-grant"
  | "hour-rate"
  | "hour-rate-start";

type Entered = {
  purpose: string;
  startsOn: string;
  grants: { grantedOre: number | null }[];
  lines: { financing: "grant" | "cash" | "in_kind"; grantId: string | null; hasBudget: boolean }[];
  rates: { validFrom: string }[];
};

/** In the order in which one enters it. Decisions, partners, phases and appendices may be none. */
export function missingMoney({ purpose, startsOn, grants, lines, rates }: Entered): MissingMoney[] {
  const paidByGrant = lines.filter(({ financing }) => financing === "grant");
  const takesHours = lines.some(({ financing }) => financing === "in_kind");
  const startsRated = rates.some(({ validFrom }) => validFrom <= startsOn);
  const lacks: Record<MissingMoney, boolean> = {
    purpose: purpose === "",
    grants: grants.length === 0,
    granted: grants.length > 0 && grants.every(({ grantedOre }) => grantedOre === null),
    lines: lines.length === 0,
    amounts: lines.some(({ hasBudget }) => !hasBudget),
    "line-grant": grants.length > 0 && paidByGrant.some(({ grantId }) => grantId === null),
    "hour-rate": takesHours && rates.length === 0,
    "hour-rate-start": takesHours && rates.length > 0 && !startsRated,
  };
  return order.filter((lack) => lacks[lack]);
}

const order: MissingMoney[] = [
  "purpose",
  "grants",
  "granted",
  "lines",
  "amounts",
  "line-grant",
  "hour-rate",
  "hour-rate-start",
];

/** Where each is entered; null for the project's own form. */
export const placeOfMissing: Record<MissingMoney, SetUpPart | null> = {
  purpose: null,
  grants: "grants",
  granted: "grants",
  lines: "lines",
  amounts: "lines",
  "line-grant": "lines",
  "hour-rate": "rates",
  "hour-rate-start": "rates",
};
