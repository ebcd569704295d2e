import type { Database } from "~/platform/db.server";
import { next } from "./sequence";

type Given = {
  authorityId?: string;
  name?: string;
  personId?: string;
  passwordHash?: string;
  role?: "project_manager" | "funder" | "administrator";
};

/** An account: without a role it is only who something is recorded by. */
export function makeAccount(db: Database, { role, ...given }: Given = {}) {
  const number = next();
  return db.account.create({
    data: {
      name: `Konto ${number}`,
      email: `konto${number}@example.se`,
      ...given,
      ...(role && { roleGrants: { create: { role } } }),
    },
  });
}
