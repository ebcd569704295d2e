import { expect, test } from "vitest";
import { setAccountDisabled } from "~/features/access/accounts.commands.server";
import { requireAnotherAdministrator } from "~/features/access/administrators.server";
import { loadViewer } from "~/features/access/viewer.queries.server";
import type { Viewer } from "~/features/access/viewer";
import { makeAccount } from "../../factories/account";
import { makeAuthority } from "../../factories/authority";
import { testDatabase } from "../../support/database";
import { outcomeOf } from "../../support/outcome-of";

const { db } = await testDatabase();

/** The administrators of an authority of their own, as many as asked for. */
async function administrators(count: number): Promise<Viewer[]> {
  const { id: authorityId } = await makeAuthority(db);
  const given = { authorityId, role: "administrator" as const, passwordHash: "$argon2id$" };
  return Promise.all(
    Array.from({ length: count }, async () => {
      const viewer = await loadViewer(db, (await makeAccount(db, given)).id);
      if (!viewer) throw new Error("The account is there");
      return viewer;
    }),
  );
}

const openOf = (viewer: Viewer | undefined) =>
  db.account.count({
    where: {
      authorityId: viewer?.authorityId ?? null,
      disabledAt: null,
      roleGrants: { some: { role: "administrator" } },
    },
  });

const close = (viewer: Viewer, accountId: string) =>
  outcomeOf(setAccountDisabled(db, viewer, { accountId, disabled: true }));

/** As a command would that takes the role away. */
const takeRole = (viewer: Viewer, accountId: string) =>
  outcomeOf(
    db.$transaction(async (tx) => {
      await requireAnotherAdministrator(tx, viewer, accountId);
      await tx.roleGrant.deleteMany({ where: { accountId, role: "administrator" } });
    }),
  );

const ends = { "closes the account": close, "takes the role": takeRole };
const pairs = Object.entries(ends).flatMap(([first, one]) =>
  Object.entries(ends).map(([second, other]) => [first, second, one, other] as const),
);

test.each(pairs)(
  "of two last administrators at once, where one %s and the other %s, one stays",
  async (_first, _second, one, other) => {
    for (let round = 0; round < 10; round++) {
      const [a, b] = await administrators(2);
      if (!a || !b) throw new Error("Two were asked for");
      const outcomes = await Promise.all([one(a, b.accountId), other(b, a.accountId)]);
      expect(outcomes.sort()).toEqual(["done", "forbidden"]);
      expect(await openOf(a)).toBe(1);
    }
  },
);

test("of five who close each other in a ring at once, somebody stays", async () => {
  for (let round = 0; round < 5; round++) {
    const ring = await administrators(5);
    await Promise.all(ring.map((viewer, at) => close(viewer, ring[(at + 1) % 5]?.accountId ?? "")));
    expect(await openOf(ring[0])).toBeGreaterThanOrEqual(1);
  }
});

test("an administrator who can't sign in isn't one who stays", async () => {
  const [a, b] = await administrators(2);
  if (!a || !b) throw new Error("Two were asked for");
  await db.account.update({ where: { id: a.accountId }, data: { passwordHash: null } });
  expect(await close(a, b.accountId)).toBe("conflict");
  await db.account.update({ where: { id: a.accountId }, data: { demoRole: "administrator" } });
  expect(await close(a, b.accountId)).toBe("conflict");
  expect(await openOf(a)).toBe(2);
});

test("others are closed as before, and an administrator of another authority is none", async () => {
  const [a] = await administrators(1);
  if (!a) throw new Error("One was asked for");
  const other = await makeAccount(db, { authorityId: a.authorityId ?? "" });
  expect(await close(a, other.id)).toBe("done");
  const [stranger] = await administrators(1);
  expect(await close(a, stranger?.accountId ?? "")).toBe("not-found");
  expect(await close(a, a.accountId)).toBe("conflict");
});
