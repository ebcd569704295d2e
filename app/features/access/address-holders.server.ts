import type { Transaction } from "~/platform/db.server";
import type { IsoDate } from "~/terms/day";
import type { AddressHolders } from "./address-choice";
import { homeUnits } from "./home-units.server";

/**
 * Whose an address is: the account that signs in with it, and the person who has it in the
 * register. The address is the transaction's until it ends, so that two who give it to two are
 * told. Asked before any person's row is locked, by all who lock both.
 */
export async function holdersOf(
  tx: Transaction,
  email: string | null,
  today: IsoDate,
): Promise<AddressHolders> {
  if (email === null) return { account: null, person: null };
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`address:${email}`}, 0))`;
  const account = await tx.account.findUnique({
    where: { email },
    select: {
      id: true,
      name: true,
      authorityId: true,
      personId: true,
      roleGrants: { where: { role: { not: "funder" } }, select: { id: true } },
    },
  });
  const [person] = await tx.$queryRaw<StoredPerson[]>`
    select person.id, person.authority_id as "authorityId",
      full_name(person.given_name, person.family_name) as name,
      exists (select from account where account.person_id = person.id) as "hasAccount"
    from people() person where person.email = ${email}`;
  return {
    account: account && { ...account, worksHere: account.roleGrants.length > 0 },
    person: person
      ? { ...person, unit: (await homeUnits(tx, [person.id], today)).get(person.id) ?? null }
      : null,
  };
}

type StoredPerson = { id: string; authorityId: string; name: string; hasAccount: boolean };
