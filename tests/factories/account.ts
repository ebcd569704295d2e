import type { Database } from "~/platform/db.server";
import { makeProject } from "./project";
import { next } from "./sequence";

type Given = {
  authorityId?: string;
  name?: string;
  personId?: string;
  passwordHash?: string;
  role?: "project_manager" | "funder" | "administrator";
};

/**
 * An account: without a role it is only who something is recorded by. A role that reaches a
 * project has one of its own.
 */
export async function makeAccount(db: Database, { role, ...given }: Given = {}) {
  const number = next();
  const reaches = role === "project_manager" || role === "funder";
  const projectId = reaches ? (await makeProject(db)).id : null;
  return db.account.create({
    data: {
      name: `Konto ${number}`,
      email: `konto${number}@example.se`,
      ...given,
      ...(role && { roleGrants: { create: { role, projectId } } }),
    },
  });
}
