import type { Role } from "~/features/access/viewer";

/** Pages that are looked at in both languages, on a desk and on a phone. */
export type PagesOf = { visitor: Role | "anonymous"; paths: string[] };

export const pages: PagesOf[] = [
  { visitor: "anonymous", paths: ["/sign-in"] },
  { visitor: "employee", paths: ["/"] },
  { visitor: "manager", paths: ["/"] },
  { visitor: "project-manager", paths: ["/"] },
  { visitor: "funder", paths: ["/"] },
  { visitor: "administrator", paths: ["/", "/accounts", "/accounts/new"] },
];
