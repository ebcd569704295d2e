import { holdersOf } from "~/features/access/address-holders.server";
import type { setupForm } from "~/features/access/accounts.schema";
import { countAttempt } from "~/features/access/attempts.server";
import { program } from "~/features/access/audit.server";
import { spendLink } from "~/features/access/one-time-links.server";
import { openAccount, type NewGrant } from "~/features/access/open-account.server";
import { hashPassword } from "~/features/access/passwords.server";
import { openSession } from "~/features/access/sessions.server";
import { isSetUp } from "~/features/access/setup-code.server";
import { AppError } from "~/platform/app-error";
import type { Database, Transaction } from "~/platform/db.server";
import { FieldError } from "~/platform/field-error";
import { transact } from "~/platform/transact.server";
import type { IsoDate } from "~/terms/day";
import type { z } from "zod";
import { enterPerson, placeOfWholeTime } from "../enter-person.server";

/**
 * Makes the authority, its first unit and the first administrator, who proves with the code from
 * the terminal that the program is theirs. Returns the session's token.
 */
export async function setUp(
  db: Database,
  input: z.output<typeof setupForm>,
  today: IsoDate,
): Promise<string> {
  await countAttempt(db, "setup");
  const passwordHash = await hashPassword(input.password);
  const accountId = await transact(db, { actor: program, action: "setup" }, async (tx, audit) => {
    await spendSetupCode(tx, input.code.toUpperCase());
    const { person } = await holdersOf(tx, input.email, today);
    if (person) throw new FieldError({ email: { key: "access.address.taken" } });
    const { authorityName, orgNumber } = input;
    const authority = await tx.authority.create({ data: { name: authorityName, orgNumber } });
    const unit = await tx.unit.create({
      data: { authorityId: authority.id, name: input.unitName },
    });
    const [givenName = "", ...family] = input.name.split(/\s+/);
    const { name, email } = input;
    const personId = await enterPerson(tx, {
      ...{ authorityId: authority.id, givenName, familyName: family.join(" "), email },
      place: placeOfWholeTime({ unitId: unit.id, startsOn: today }),
    });
    const grants: NewGrant[] = [
      { role: "administrator" },
      { role: "employee" },
      { role: "manager", unitId: unit.id },
    ];
    const account = { authorityId: authority.id, personId, name, email, passwordHash, grants };
    return openAccount(tx, audit, account, { roles: ["administrator"] });
  });
  return openSession(db, accountId);
}

async function spendSetupCode(tx: Transaction, code: string): Promise<void> {
  if (await isSetUp(tx)) throw new AppError("forbidden");
  try {
    await spendLink(tx, "setup", code);
  } catch (error) {
    if (error instanceof AppError) throw new FieldError({ code: { key: "access.wrongCode" } });
    throw error;
  }
}
