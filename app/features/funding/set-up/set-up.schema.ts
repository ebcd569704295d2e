import { z } from "zod";
import { numberedRows } from "~/formats/form-rows";
import { optionalId, submissionId, text, ticked, word } from "~/formats/form-fields";
import { organisationNumber } from "~/formats/organisation-number";
import { amount, day, freeText, orNothing } from "~/formats/typed-fields";
import { typedKronor } from "~/formats/typed-numbers";
import { notFound } from "~/platform/app-error";
import { idParam } from "~/platform/ids";
import { agreedChange } from "../reported/agreed-change.schema";
import { mostPeriods } from "../rules/budget-periods";
import { budgetTemplates } from "../rules/budget-templates";
import type { PartPlace } from "../rules/set-up-parts";
import { readAccounts, repeatedAccounts } from "../rules/typed-accounts";

// The forms of a project's set-up. Days are the first and the last, as people say them.

const kronor = amount({ maxKronor: 1_000_000_000 });
const reference = orNothing(text({ max: 60 }));
/** What the form showed, see `seenState`; forms from before it was asked have none. */
const seen = text({ max: 64 }).optional();

export const grantForm = z.object({
  submissionId,
  seen,
  ...agreedChange,
  funder: text({ max: 120 }),
  programme: text({ max: 120, optional: true }),
  funderRef: reference,
  ownRef: reference,
  appliedOn: orNothing(day),
  appliedOre: orNothing(kronor),
  grantedOn: orNothing(day),
  grantedOre: orNothing(kronor),
  closedOn: orNothing(day),
  conditions: freeText({ max: 2000, optional: true }),
});
export type GrantInput = z.output<typeof grantForm>;

export const decisionForm = z.object({
  submissionId,
  seen,
  body: text({ max: 120 }),
  decidedOn: day,
  ref: reference,
  summary: freeText({ max: 1000 }),
});
export type DecisionInput = z.output<typeof decisionForm>;

export const partnerForm = z.object({
  submissionId,
  seen,
  ...agreedChange,
  name: freeText({ max: 120 }),
  orgNumber: orNothing(organisationNumber),
  role: z.enum(["owner", "coordinator", "partner"], "errors.required"),
});
export type PartnerInput = z.output<typeof partnerForm>;

const periodShape = { startsOn: day, endsOn: day };
const rightWay = {
  path: ["endsOn"],
  message: "funding.errors.endsBeforeStart",
};

export const phaseForm = z
  .object({ submissionId, seen, name: text({ max: 120 }), ...periodShape, isExtension: ticked })
  .refine(({ startsOn, endsOn }) => endsOn >= startsOn, rightWay);
export type PhaseInput = z.output<typeof phaseForm>;

export const appendixForm = z.object({
  submissionId,
  seen,
  title: freeText({ max: 200 }),
  datedOn: orNothing(day),
});
export type AppendixInput = z.output<typeof appendixForm>;

const rateShape = {
  validFrom: day,
  rateOre: amount({ maxKronor: 10_000 }).refine((ore) => ore > 0, "funding.errors.rateZero"),
};

export const rateForm = z.object({ submissionId, ...rateShape });
export type RateInput = z.output<typeof rateForm>;

/** The page that asks before a rate books hours anew; without the rate, before it is taken out. */
export function rateHref(
  { code, id }: PartPlace,
  rate: Pick<RateInput, "validFrom" | "rateOre"> | null,
): string {
  const query = new URLSearchParams(
    rate
      ? [
          ["validFrom", rate.validFrom],
          ["rateOre", typedKronor(rate.rateOre, "sv")],
        ]
      : [["remove", "on"]],
  );
  return `/projects/${code}/setup/rates/${id ?? "new"}/confirm?${query}`;
}

/** The rate that such an address carries; null: it is to be taken out. */
export function rateAsked(url: URL): Pick<RateInput, "validFrom" | "rateOre"> | null {
  if (url.searchParams.has("remove")) return null;
  const asked = z.object(rateShape).safeParse(Object.fromEntries(url.searchParams));
  return asked.success ? asked.data : notFound();
}

/** What a person agrees to who has seen which booked hours a rate touches. */
export const rateAgreedForm = z.object({
  submissionId,
  seen: text({ max: 64 }),
  reason: freeText({ max: 500, optional: true }),
});

const accounts = text({ max: 200, optional: true }).transform((typed, context) => {
  const read = readAccounts(typed);
  const fault = read.ok ? repeatedAccounts(read.accounts) : read.part;
  if (read.ok && fault === null) return read.accounts;
  const message = read.ok ? "funding.errors.accountsRepeated" : "funding.errors.accountsUnreadable";
  context.issues.push({ code: "custom", message, params: { part: fault }, input: typed });
  return z.NEVER;
});

const planned = z
  .object({ ...periodShape, amountOre: kronor })
  .refine(({ startsOn, endsOn }) => endsOn >= startsOn, rightWay);

export const lineForm = z
  .object({
    submissionId,
    seen,
    ...agreedChange,
    costCategory: text({ max: 80 }),
    name: text({ max: 120 }),
    financing: word(["grant", "cash", "in_kind"], "errors.required"),
    grantId: optionalId,
    accounts,
    budgetSince: orNothing(z.enum(["start", "decided"], "errors.unreadable")),
    decidedOn: orNothing(day),
  })
  .and(numberedRows(planned, { most: mostPeriods }));
export type LineInput = z.output<typeof lineForm>;

export const templateForm = z.object({
  submissionId,
  template: z.enum(budgetTemplates, "errors.required"),
});
export type TemplateInput = z.output<typeof templateForm>;

/** A form with nothing to fill in: a verb. */
export const confirmForm = z.object({ submissionId });

/** What says of something that it was entered by mistake. */
export const withdrawalForm = z.object({ submissionId, ...agreedChange });
export type WithdrawalInput = z.output<typeof withdrawalForm>;

/** The place that an address names; 404 for what can't be one. */
export function partPlace(params: Record<string, string | undefined>): PartPlace {
  return { code: params.code ?? "", id: params.id === "new" ? null : idParam(params.id) };
}
