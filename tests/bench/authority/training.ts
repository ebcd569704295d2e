import { on } from "./organisation";
import { idOf, numbers } from "./row-ids";
import type { AuthoritySize } from "./size";

/** Two logged courses, three hand-overs and an imported course for everybody, and decisions. */
export function trainingRows(size: AuthoritySize): string[] {
  const { groups, people, methods, trainingRecords, projects, lines, today } = size;
  const record = `(
    select n, n % ${people} as p, n / ${people} as round, n % ${people} / ${groups} as place
    from ${numbers(trainingRecords)}
  ) record`;
  return [
    `insert into training_record (id, authority_id, person_id, kind, status, course_id, title,
        competence_id, held_on, minutes, cost_ore, budget_line_id, source_id, source_type,
        plan_colleagues, plan_due_on, submitted_at)
      select ${idOf("record", "n")}, ${idOf("authority", 0)}, ${idOf("person", "p")},
        case when round < 2 then 'course' when round < 5 then 'hand_over' else 'import'
          end::training_kind,
        case when round = 1 and place >= 44 then 'submitted'
          when round = 0 and place = 43 then 'returned' else 'approved' end::training_status,
        case when round < 2 then ${idOf("course", "n % 300")} end, 'Kurs ' || n % 300,
        ${idOf("method", `n % ${methods}`)}, ${on(today)} - 1300 + round * 210 + p % 100, 180,
        case when round < 2 then 450000 end,
        case when round < 2 and p % 3 = 0
          then ${idOf("line", `p % ${groups} % ${projects} * ${lines} + p % 5`)} end,
        case when round between 2 and 4 then ${idOf("hand-over", `n % ${size.handOvers}`)} end,
        case when round between 2 and 4 then 'hand_over'::source_type end,
        case when round = 0 and place < 5 then 4 end,
        case when round = 0 and place < 5 then ${on(today)} + 100 end,
        now() - interval '1 minute' * (${trainingRecords} - n)
      from ${record}`,
    `insert into training_decision (id, training_record_id, approved, word, confirmed_level,
        decided_by_name)
      select ${idOf("decision-on-record", "n")}, ${idOf("record", "n")}, place <> 43,
        'Bra skrivet', 2, 'Helena Åström'
      from ${record} where round = 0 or round = 1 and place < 44`,
  ];
}
