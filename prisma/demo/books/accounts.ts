import type { IsoDate } from "~/terms/day";
import { instantOn } from "../days";
import { authorityId, idOf, personId, projectId, unitId } from "../ids";
import { accounts, type AccountStory } from "../story/accounts";
import type { PersonKey } from "../story/people";
import type { DemoRows } from "../tables";
import { emailOf, nameOf } from "./organisation";

export function accountRows(today: IsoDate): Pick<DemoRows, "accounts" | "roleGrants"> {
  const createdAt = instantOn(today, "00:00");
  return {
    accounts: accounts.map((account) => ({
      id: idOf("account", account.role),
      authorityId,
      demoRole: account.role,
      createdAt,
      ...ownerOf(account),
    })),
    roleGrants: accounts.flatMap(({ role: door, roles }) =>
      roles.map(({ role, unit, project }) => ({
        id: idOf("role-grant", door, role, unit ?? project ?? ""),
        accountId: idOf("account", door),
        role,
        unitId: unit ? unitId(unit) : null,
        projectId: project ? projectId(project) : null,
        createdAt,
      })),
    ),
  };
}

function ownerOf(account: AccountStory) {
  if (!("person" in account)) return { personId: null, name: account.name, email: account.email };
  return {
    personId: personId(account.person),
    name: fullName(account.person),
    email: emailOf(account.person),
  };
}

export function fullName(key: PersonKey): string {
  const { givenName, familyName } = nameOf(key);
  return `${givenName} ${familyName}`;
}

/** The account of a person; null for those who have none, and so have done nothing in the app. */
export function accountOf(key: PersonKey | undefined): string | null {
  const account = accounts.find((each) => "person" in each && each.person === key);
  return account ? idOf("account", account.role) : null;
}

/** The trail's only row: that all of this was loaded, and when. */
export function loadEvent(today: IsoDate): DemoRows["auditEvents"][number] {
  return {
    at: instantOn(today, "00:00"),
    authorityId,
    accountId: null,
    actorName: "Kaskad",
    action: "demo.load",
    subjectType: "authority",
    subjectId: authorityId,
    detail: { today },
  };
}
