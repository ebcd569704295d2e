import { on, personIn } from "./organisation";
import { idOf, numbers } from "./row-ids";
import type { AuthoritySize } from "./size";

const learnersOfOne = 4;

/**
 * Hand-overs within the groups, for the group's project where they are of its two methods. Every
 * eighth of a method has a trainer of another group in the department, and of the last method one
 * of any group: that method's lineage runs through the whole authority.
 */
export function cascadeRows(size: AuthoritySize): string[] {
  const { groups, methods, elements, handOvers, projects, today } = size;
  const lastMethod = methods - 1;
  const occasion = `(
    select n as h, n % ${groups} as g, n / ${groups} as i, n / ${groups} % ${methods} as m
    from ${numbers(handOvers)}
  ) occasion`;
  const trainersGroup = `case when i / ${methods} % 8 > 0 then g
    when m = ${lastMethod} then (g * 37 + i) % ${groups} else ${neighbour(size, "g")} end`;
  const trainersPlace = "case when i < 30 then i % 5 else i % 10 end";
  const learnersPlace = "5 + (i * 7 + part * 11) % 45";
  return [
    `insert into hand_over (id, authority_id, competence_id, project_id, held_on, minutes, form,
        gives_level, note, withdrawn_at, withdrawn_reason)
      select ${idOf("hand-over", "h")}, ${idOf("authority", 0)}, ${idOf("method", "m")},
        case when g < ${projects} and (m + ${methods} - g % ${methods}) % ${methods} < 2
          then ${idOf("project", "g")} end,
        ${on(today)} - 1400 + i * 13, 90, 'side_by_side', 2, 'Vi sökte tillsammans.',
        case when h % 100 = 7 then now() end, case when h % 100 = 7 then 'Fel dag' end
      from ${occasion}`,
    `insert into hand_over_trainer (hand_over_id, person_id)
      select ${idOf("hand-over", "h")}, ${personIn(size, trainersGroup, trainersPlace)}
      from ${occasion}
      union
      select ${idOf("hand-over", "h")}, ${personIn(size, "g", "i % 5")}
      from ${occasion} where i % 4 = 0`,
    `insert into hand_over_learner (hand_over_id, person_id, confirmed_on, declined_on)
      select ${idOf("hand-over", "h")}, ${personIn(size, "g", learnersPlace)},
        case when i * 13 < 1370 and (h + part) % 50 > 0 then ${on(today)} - 1397 + i * 13 end,
        case when (h + part) % 50 = 0 then ${on(today)} - 1397 + i * 13 end
      from ${occasion} cross join ${numbers(learnersOfOne, "part")}
      where (${learnersPlace}) <> (${trainersPlace}) and (${learnersPlace}) <> i % 5
      order by h, part`,
    `insert into hand_over_element (hand_over_id, core_element_id)
      select ${idOf("hand-over", "h")}, ${idOf("element", `m * ${elements} + e`)}
      from ${occasion}, ${numbers(elements, "e")} where (h + e) % 5 > 0`,
    `insert into frozen_group (id, project_id, competence_id, frozen_on)
      select ${idOf("frozen-group", "j * 2 + part")}, ${idOf("project", "j")},
        ${idOf("method", `(j + part) % ${methods}`)}, ${on(today)} - 900
      from ${numbers(projects, "j")}, ${numbers(2, "part")}`,
    `insert into group_member (group_id, person_id)
      select ${idOf("frozen-group", "j * 2 + part")}, ${personIn(size, `j % ${groups}`, "k")}
      from ${numbers(projects, "j")}, ${numbers(2, "part")}, ${numbers(50, "k")}`,
  ];
}

/** SQL for the department's other group that a group learns from now and then. */
function neighbour({ departments, groups }: AuthoritySize, group: string): string {
  return `case when ${group} + ${departments} < ${groups} then ${group} + ${departments}
    else ${group} % ${departments} end`;
}
