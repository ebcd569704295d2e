import { groupUnit } from "./organisation";
import { idOf, numbers } from "./row-ids";
import type { AuthoritySize } from "./size";

/**
 * An account for everybody. The first person of a group is its manager, the second manages its
 * projects; those of the first group, a colleague of theirs, a funder and an administrator bear
 * the demo's roles, so that the same question finds them here and there.
 */
export function accountRows(size: AuthoritySize): string[] {
  const { groups, people, projects } = size;
  return [
    `insert into account (id, authority_id, person_id, name, email, password_hash, demo_role)
      select ${idOf("account", "p")}, ${idOf("authority", 0)}, person.id,
        given_name || ' ' || family_name, person.email, case when p % 10 > 0 then 'none' end,
        case p when 0 then 'manager' when ${groups} then 'project_manager'
          when ${7 * groups} then 'employee' when 2 then 'administrator' end::role
      from ${numbers(people, "p")} join person on person.id = ${idOf("person", "p")}
      union all
      select ${idOf("account", people)}, ${idOf("authority", 0)}, null, 'Frida Funder',
        'frida@funder.example', 'none', 'funder'::role`,
    `insert into role_grant (id, account_id, role, unit_id, project_id)
      select ${idOf("role-grant", "p")}, ${idOf("account", "p")}, 'employee'::role, null::uuid, null::uuid
      from ${numbers(people, "p")}
      union all
      select ${idOf("role-grant", `${people} + g`)}, ${idOf("account", "g")}, 'manager',
        ${groupUnit(size, "g")}, null
      from ${numbers(groups, "g")}
      union all
      select ${idOf("role-grant", `${2 * people} + j`)}, ${idOf("account", `${groups} + j % ${groups}`)},
        'project_manager', null, ${idOf("project", "j")}
      from ${numbers(projects, "j")}
      union all
      select ${idOf("role-grant", 3 * people)}, ${idOf("account", people)}, 'funder', null,
        ${idOf("project", 0)}
      union all
      select ${idOf("role-grant", 3 * people + 1)}, ${idOf("account", 2)}, 'administrator', null, null`,
    `insert into audit_event (authority_id, account_id, actor_name, action, subject_type, subject_id)
      select ${idOf("authority", 0)}, ${idOf("account", `n % ${people}`)}, 'Somebody', 'person.look',
        'person', ${idOf("person", `n * 7 % ${people}`)}::text
      from ${numbers(20 * people)}`,
  ];
}
