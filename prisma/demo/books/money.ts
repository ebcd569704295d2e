import { voucherIdentity } from "~/features/funding/rules/voucher-identity";
import { lineOfAccount } from "~/features/funding/rules/account-ranges";
import { ownHoursAmountOre } from "~/features/funding/rules/own-hours-amount";
import { toDbDate, type IsoDate } from "~/terms/day";
import type { Calendar, When } from "../days";
import { grantId, idOf, lineId, partnerId, projectId } from "../ids";
import { money } from "../story/money";
import type { LineStory, MoneyStory, VoucherStory } from "../story/money-story";
import { authority } from "../story/people";
import type { ProjectCode } from "../story/project";
import type { DemoRows } from "../tables";
import { oreOfKronor } from "./ore";
import { projects } from "./projects";

type Books = Pick<
  DemoRows,
  "budgetLines" | "budgetAmounts" | "hourRates" | "vouchers" | "costs" | "ownHours"
>;

export function moneyRows(day: Calendar): Books {
  const codes = projects.map(({ code }) => code);
  const ledger = numberedVouchers(codes, day);
  return {
    budgetLines: codes.flatMap((code) =>
      money[code].lines.map((line, index) => ({
        id: lineId(code, line.key),
        projectId: projectId(code),
        position: index + 1,
        costCategory: line.category,
        name: line.name,
        financing: line.financing,
        grantId: line.financing === "grant" ? grantId(code) : null,
        accounts: line.accounts ?? "",
      })),
    ),
    budgetAmounts: codes.flatMap((code) =>
      money[code].lines.flatMap((line) => [
        ...amountRows({ code, line, day, decided: line.changed ? { from: line.changed.on } : {} }),
        ...(line.changed
          ? amountRows({
              ...{ code, day, decided: { until: line.changed.on } },
              line: { ...line, tkr: line.changed.tkrBefore },
            })
          : []),
      ]),
    ),
    hourRates: codes.flatMap((code) =>
      money[code].hourRates.map(({ from, kronor }, index, rates) => {
        const next = rates[index + 1];
        return {
          id: idOf("hour-rate", code, day(from)),
          projectId: projectId(code),
          validFrom: toDbDate(day(from)),
          endsBefore: next ? toDbDate(day(next.from)) : null,
          rateOre: oreOfKronor(kronor),
        };
      }),
    ),
    vouchers: ledger.map(voucherRow),
    costs: ledger.flatMap(costRows),
    ownHours: codes.flatMap((code) => partnerHourRows(code, day)),
  };
}

type Budget = {
  code: ProjectCode;
  line: LineStory;
  day: Calendar;
  /** Since when and until when it is what was decided; always where left out. */
  decided: { from?: When; until?: When };
};

function amountRows({ code, line, day, decided: { from, until } }: Budget) {
  const { periods } = money[code];
  return line.tkr.map((tkr, index) => {
    const [starts, endsBefore] = [periods[index], periods[index + 1]];
    if (!starts || !endsBefore) throw new Error(`${code}/${line.key} has more than its periods`);
    return {
      id: idOf("budget-amount", code, line.key, String(index), ...(until ? ["before"] : [])),
      budgetLineId: lineId(code, line.key),
      startsOn: toDbDate(day(starts)),
      endsBefore: toDbDate(day(endsBefore)),
      amountOre: oreOfKronor(tkr * 1000),
      ...(from && { decidedOn: toDbDate(day(from)) }),
      ...(until && { replacedOn: toDbDate(day(until)) }),
    };
  });
}

type NumberedVoucher = VoucherStory & {
  id: string;
  code: ProjectCode;
  bookedOn: IsoDate;
  number: string;
};

/** All projects' vouchers as one ledger has them: numbered through each series and year. */
function numberedVouchers(codes: ProjectCode[], day: Calendar): NumberedVoucher[] {
  const inYear = new Map<string, number>();
  return codes
    .flatMap((code) =>
      money[code].vouchers.map((voucher) => ({ ...voucher, code, bookedOn: day(voucher.on) })),
    )
    .sort((a, b) => a.bookedOn.localeCompare(b.bookedOn))
    .map((voucher) => {
      const year = `${voucher.series}${voucher.bookedOn.slice(0, 4)}`;
      // Most of the ledger's vouchers are not the projects'.
      const number = (inYear.get(year) ?? 104) + 23;
      inYear.set(year, number);
      return { ...voucher, number: String(number), id: idOf("voucher", year, String(number)) };
    });
}

function voucherRow(voucher: NumberedVoucher): DemoRows["vouchers"][number] {
  const { id, code, series, number, bookedOn } = voucher;
  const content = { date: bookedOn, text: textOf(voucher), rows: ledgerRows(voucher) };
  const organisation = authority.orgNumber;
  return {
    id,
    projectId: projectId(code),
    identity: voucherIdentity({ organisation, series, number, ...content }),
    objectCode: money[code].objectCode,
    orgNumber: organisation,
    fiscalYear: `${bookedOn.slice(0, 4)}-01-01`,
    series,
    number,
    bookedOn: toDbDate(bookedOn),
    text: content.text,
  };
}

function ledgerRows(voucher: NumberedVoucher): { account: string; amountOre: number }[] {
  return voucher.rows.map(([account, kronor]) => ({
    account,
    amountOre: Number(oreOfKronor(kronor)),
  }));
}

function textOf({ text, bookedOn }: NumberedVoucher): string {
  return text.replace("{month}", monthName(bookedOn));
}

function monthName(on: IsoDate): string {
  const format = { month: "long", year: "numeric", timeZone: "UTC" } as const;
  return toDbDate(on).toLocaleDateString("sv-SE", format);
}

function costRows(voucher: NumberedVoucher): DemoRows["costs"] {
  const { id, code, bookedOn } = voucher;
  const lines = money[code].lines.map(({ key, accounts = "" }) => ({
    id: lineId(code, key),
    accounts,
  }));
  return ledgerRows(voucher).map(({ account, amountOre }, index) => ({
    id: idOf("cost", id, String(index)),
    projectId: projectId(code),
    budgetLineId: lineOfAccount(lines, account),
    bookedOn: toDbDate(bookedOn),
    amountOre,
    text: textOf(voucher),
    account,
    voucherId: id,
    rowNumber: index + 1,
  }));
}

function partnerHourRows(code: ProjectCode, day: Calendar): DemoRows["ownHours"] {
  const line = money[code].lines.findLast(({ financing }) => financing === "in_kind");
  return money[code].partnerHours.map(({ partner, on, hours }) => ({
    id: idOf("own-hours", code, partner, day(on)),
    projectId: projectId(code),
    budgetLineId: lineId(code, line?.key ?? ""),
    partnerId: partnerId(code, partner),
    workedOn: toDbDate(day(on)),
    countsOn: toDbDate(day(on)),
    ...worth(money[code], { minutes: hours * 60, on: day(on), day }),
    text: "Enligt partens intyg",
  }));
}

/** What minutes of own work on a day are worth in a project. */
export function worth(
  { hourRates }: MoneyStory,
  { minutes, on, day }: { minutes: number; on: IsoDate; day: Calendar },
): { minutes: number; rateOre: bigint; amountOre: bigint } {
  const rate = hourRates.findLast(({ from }) => day(from) <= on);
  if (!rate) throw new Error(`There is no rate for an own hour on ${on}`);
  const rateOre = oreOfKronor(rate.kronor);
  const amountOre = ownHoursAmountOre({ minutes, rateOre: Number(rateOre) });
  return { minutes, rateOre, amountOre: BigInt(amountOre) };
}
