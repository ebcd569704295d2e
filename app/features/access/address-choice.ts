import { FieldError } from "~/platform/field-error";
import { requireAgreement, type Touched } from "~/platform/question";

/**
 * Who an address leads to. The two may be strangers to each other: an equal address alone makes no
 * account anybody's, since whoever writes it may mean somebody else.
 */
export type AddressHolders = {
  account: {
    id: string;
    name: string;
    authorityId: string | null;
    personId: string | null;
    /** Has a role of the authority's own: a funder, who looks in from outside, has none. */
    worksHere: boolean;
  } | null;
  person: PersonHolder | null;
};

export type PersonHolder = {
  id: string;
  name: string;
  authorityId: string;
  /** Where they are placed today, if anywhere: `home_of`. */
  unit: { id: string; name: string } | null;
  hasAccount: boolean;
};

/** What the form for a new account says of whom it is for. */
type AccountWanted = {
  authorityId: string;
  name: string;
  unitId: string;
  worksHere: boolean;
  /** The yes to what was asked: see `Question`. */
  agreed: string;
};

/**
 * The person of the register whom a new account with an address is for, or null for somebody new.
 * It is who is named in full, by name, unit and address, or said yes to: throws a `Question` where
 * it may be somebody else, and a `FieldError` where it can't be whose the address is.
 */
export function personChosen({ account, person }: AddressHolders, wanted: AccountWanted) {
  if (account) throw new FieldError({ email: { key: "access.emailTaken" } });
  if (!person) {
    if (wanted.agreed) throw new FieldError({ email: { key: "access.address.notTheirs" } });
    return null;
  }
  if (person.authorityId !== wanted.authorityId) {
    throw new FieldError({ email: { key: "access.address.taken" } });
  }
  const whose = { name: person.name, unit: person.unit?.name ?? "–" };
  if (person.hasAccount) {
    throw new FieldError({ email: { key: "access.address.personHasAccount", values: whose } });
  }
  if (!wanted.worksHere) {
    throw new FieldError({ email: { key: "access.address.ofStaff", values: whose } });
  }
  if (!isNamedInFull(person, wanted))
    requireAgreement([whoseAddress(person, whose)], wanted.agreed);
  return person;
}

function whoseAddress({ id, name }: PersonHolder, values: { name: string; unit: string }): Touched {
  return {
    ...{ key: "access.address.ofPerson", values },
    links: [{ label: name, href: `/people/${id}` }],
  };
}

// Asking would show nothing but what has just been written.
function isNamedInFull({ name, unit }: PersonHolder, wanted: AccountWanted): boolean {
  return name.toLowerCase() === wanted.name.toLowerCase() && unit?.id === wanted.unitId;
}

/** What a form about somebody in the register says of the account with their address. */
type PersonWanted = {
  authorityId: string;
  /** Null for somebody new. */
  id: string | null;
  hasAccount: boolean;
  /** Only administrators choose; others are told that one has to. */
  mayChoose: boolean;
};

/**
 * The account that becomes a person's, of those who have none yet, with what is to be asked before;
 * null where the address leads to none or was theirs already. Throws a `FieldError` that says that
 * somebody else signs in with the address.
 */
export function accountChosen(
  { account, person }: AddressHolders,
  wanted: PersonWanted,
): { id: string; asked: Touched } | null {
  if (account === null) return null;
  const isTheirs = person?.id === wanted.id || account.personId === wanted.id;
  if (wanted.id !== null && isTheirs) return null;
  const isFree =
    account.personId === null && account.worksHere && account.authorityId === wanted.authorityId;
  if (!isFree || wanted.hasAccount) {
    throw new FieldError({ email: { key: "access.address.signsIn" } });
  }
  if (!wanted.mayChoose) {
    throw new FieldError({ email: { key: "access.address.administratorChooses" } });
  }
  const { id, name } = account;
  // The id says to which account of this name the yes is.
  return { id, asked: { key: "access.address.ofAccount", values: { name, account: id } } };
}
