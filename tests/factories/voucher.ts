import { randomUUID } from "node:crypto";
import type { Database } from "~/platform/db.server";
import { toDbDate } from "~/terms/day";

type Given = {
  projectId: string;
  bookedOn: string;
  series?: string;
  number: string;
  text?: string;
};

/** A ledger's voucher, without rows. */
export function makeVoucher(db: Database, { bookedOn, ...given }: Given) {
  return db.voucher.create({
    data: {
      identity: randomUUID(),
      objectCode: "4120",
      orgNumber: "",
      fiscalYear: bookedOn.slice(0, 4),
      series: "A",
      text: "",
      ...given,
      bookedOn: toDbDate(bookedOn),
    },
  });
}
