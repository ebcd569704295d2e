import type { Db } from "~/platform/db.server";
import { notFound } from "~/platform/app-error";
import { homeUnits } from "./home-units.server";
import { only } from "~/platform/only";
import { pageCountOf } from "~/platform/paging";
import type { Role, Viewer } from "./viewer";

const pageSize = 25;

export type AccountRow = {
  id: string;
  name: string;
  email: string;
  roles: Role[];
  state: "active" | "disabled" | "noPassword";
  person: AccountPerson | null;
};

/** Whose record in the register an account opens. */
export type AccountPerson = { name: string; unitName: string };

/** The authority's accounts by name, a page at a time. */
export async function listAccounts(db: Db, viewer: Viewer, page: number) {
  const where = { authorityId: only(viewer.authorityId) };
  const [count, accounts] = await Promise.all([
    db.account.count({ where }),
    db.account.findMany({
      where,
      orderBy: [{ name: "asc" }, { id: "asc" }],
      skip: (page - 1) * pageSize,
      take: pageSize,
      include: { roleGrants: { select: { role: true } }, person: personNamed },
    }),
  ]);
  const people = accounts.flatMap(({ person }) => (person ? [person.id] : []));
  const homes = await homeUnits(db, people, viewer.today);
  return {
    count,
    page,
    pageCount: pageCountOf(count, pageSize),
    accounts: accounts.map((account): AccountRow => ({
      id: account.id,
      name: account.name,
      email: account.email,
      roles: [...new Set(account.roleGrants.map(({ role }) => role))],
      state: account.disabledAt ? "disabled" : account.passwordHash ? "active" : "noPassword",
      person: account.person && accountPerson(account.person, homes),
    })),
  };
}

/** The account that a link is to be made for, and whose it is. */
export async function showAccount(db: Db, viewer: Viewer, id: string) {
  const account = await db.account.findFirst({
    where: { id, authorityId: only(viewer.authorityId) },
    select: { id: true, name: true, email: true, person: personNamed },
  });
  if (!account) return notFound();
  const { person, ...rest } = account;
  const homes = await homeUnits(db, person ? [person.id] : [], viewer.today);
  return { ...rest, person: person && accountPerson(person, homes) };
}

const personNamed = { select: { id: true, givenName: true, familyName: true } } as const;

function accountPerson(
  { id, givenName, familyName }: { id: string; givenName: string; familyName: string },
  homes: Map<string, { name: string }>,
): AccountPerson {
  return { name: `${givenName} ${familyName}`.trim(), unitName: homes.get(id)?.name ?? "–" };
}

/** How many accounts of the viewer's authority are open, and how many of them await a password. */
export async function countAccounts(db: Db, viewer: Viewer) {
  const where = { authorityId: only(viewer.authorityId), disabledAt: null };
  const [open, withoutPassword] = await Promise.all([
    db.account.count({ where }),
    db.account.count({ where: { ...where, passwordHash: null } }),
  ]);
  return { open, withoutPassword };
}

/** What a new account can be given: the authority's units and projects. */
export async function showNewAccount(db: Db, viewer: Viewer) {
  const { authorityId } = viewer;
  const [units, projects] = await Promise.all([
    db.$queryRaw<{ id: string; name: string }[]>`
      select id, name from units() where authority_id = ${authorityId}::uuid order by name`,
    db.$queryRaw<{ id: string; code: string; name: string }[]>`
      select id, code, name from projects() where authority_id = ${authorityId}::uuid
      order by starts_on desc, id`,
  ]);
  return { units, projects, submissionId: crypto.randomUUID() };
}
