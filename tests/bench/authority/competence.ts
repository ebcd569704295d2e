import { sinceAlways } from "~/terms/day";
import { on } from "./organisation";
import { idOf, numbers } from "./row-ids";
import type { AuthoritySize } from "./size";

/**
 * Methods, what is required where (one of the whole authority, one of each department, the rest
 * of each group), and attestations. The first five of a group learned outside, the next five
 * have passed a teach-back, the others learned from them.
 */
export function competenceRows(size: AuthoritySize): string[] {
  const { departments, groups, people, methods, elements, attestations, today } = size;
  const units = 1 + departments + groups;
  return [
    `insert into competence (id, authority_id, code, name, description)
      select ${idOf("method", "m")}, ${idOf("authority", 0)}, 'metod-' || m, 'Metod ' || m,
        'Att söka och kartlägga'
      from ${numbers(methods, "m")}`,
    `insert into core_element (id, competence_id, position, name, starts_on)
      select ${idOf("element", `m * ${elements} + e`)}, ${idOf("method", "m")}, e, 'Moment ' || e,
        ${on(sinceAlways)}
      from ${numbers(methods, "m")}, ${numbers(elements, "e")}`,
    `insert into requirement (id, unit_id, competence_id, level, min_holders, min_carriers,
        starts_on)
      select ${idOf("requirement", `u * ${methods} + m`)}, ${idOf("unit", "u")}, ${idOf("method", "m")},
        2, 5, 2, ${on(sinceAlways)}
      from ${numbers(units, "u")}, ${numbers(methods, "m")}
      where case when u = 0 then m = 0 when u <= ${departments} then m = 1 else m > 1 end`,
    // The levels from hand-overs follow from the lineage, which is reckoned at the end.
    `insert into attestation (id, person_id, competence_id, level, observed, source, attested_on,
        stands_from, withdrawn_at)
      select ${idOf("attestation", "n")}, ${idOf("person", "p")}, ${idOf("method", "m")},
        case when source = 'teach_back' then null when place < 5 then 4 else least(3, 1 + round) end,
        n % 3 = 0, source::attestation_source,
        ${on(today)} - 1500 + round * 280 + p % 200, ${on(today)} - 1500 + round * 280 + p % 200,
        case when n % 50 = 0 then now() end
      from (
        select n, p, m, round, p / ${groups} as place,
          case when p / ${groups} < 5 then case when round = 0 then 'course' else 'manager' end
            when p / ${groups} < 10 and round = 2 then 'teach_back'
            when round = 4 then 'manager' else 'hand_over' end as source
        from (
          select n, n % ${people} as p, n / ${people} % ${methods} as m,
            n / ${people * methods} as round
          from ${numbers(attestations)}
        ) numbered
      ) attested
      where source <> 'hand_over'`,
    `insert into course (id, authority_id, title, competence_id, minutes, gives_level)
      select ${idOf("course", "n")}, ${idOf("authority", 0)}, 'Kurs ' || n,
        ${idOf("method", `n % ${methods}`)}, 360, 2
      from ${numbers(300)}`,
  ];
}
