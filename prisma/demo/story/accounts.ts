import type { PersonKey, UnitKey } from "./people";
import type { ProjectCode } from "./project";

export type DemoRole = "manager" | "employee" | "project_manager" | "funder" | "administrator";

/** The five doors into the demo; nobody else has an account. */
export type AccountStory = {
  role: DemoRole;
  roles: { role: DemoRole; unit?: UnitKey; project?: ProjectCode }[];
} & ({ person: PersonKey } | { name: string; email: string });

export const accounts: AccountStory[] = [
  {
    role: "manager",
    person: "helena",
    roles: [{ role: "manager", unit: "section" }, { role: "employee" }],
  },
  { role: "employee", person: "elin", roles: [{ role: "employee" }] },
  {
    role: "project_manager",
    person: "johanna",
    roles: [
      { role: "project_manager", project: "NATET" },
      { role: "project_manager", project: "KALLKRITIK" },
      { role: "employee" },
    ],
  },
  {
    role: "funder",
    name: "Marguerite Dahl",
    email: "marguerite.dahl@lansstyrelsen.example.se",
    roles: [
      { role: "funder", project: "NATET" },
      { role: "funder", project: "ONLINE-2012" },
    ],
  },
  {
    role: "administrator",
    person: "henrik",
    roles: [{ role: "administrator" }, { role: "employee" }],
  },
];
