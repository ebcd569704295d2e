import { on } from "./organisation";
import { idOf, numbers } from "./row-ids";
import type { AuthoritySize } from "./size";

const indicators = 6;
const reports = 4;

/**
 * Six indicators, two of them computed, and four reports a project, of which the first project has
 * shared three; files that were imported.
 */
export function outcomeRows({ projects, people, lines, today }: AuthoritySize): string[] {
  const ofProjects = numbers(projects, "j");
  const imports = projects * 36;
  return [
    `insert into indicator (id, project_id, position, name, unit, baseline, baseline_on, cumulation,
        source)
      select ${idOf("indicator", `j * ${indicators} + i`)}, ${idOf("project", "j")}, i,
        'Indikator ' || i, 'antal', 0, ${on(today)} - 900, 'sum',
        case i when 0 then 'trained-people' when 1 then 'reach-percent' end
      from ${ofProjects}, ${numbers(indicators, "i")}`,
    `insert into indicator_target (id, indicator_id, due_on, decided_on, value)
      select ${idOf("target", `(j * ${indicators} + i) * 4 + part`)},
        ${idOf("indicator", `j * ${indicators} + i`)}, ${on(today)} - 600 + part * 250,
        date '1900-01-01', 10 * part
      from ${ofProjects}, ${numbers(indicators, "i")}, ${numbers(4, "part")}`,
    `insert into measurement (id, indicator_id, measured_on, value)
      select ${idOf("measurement", `(j * ${indicators} + i) * 30 + part`)},
        ${idOf("indicator", `j * ${indicators} + i`)}, ${on(today)} - 890 + part * 29, part
      from ${ofProjects}, ${numbers(indicators, "i")}, ${numbers(30, "part")} where i > 1`,
    `insert into report (id, project_id, kind, title, starts_on, ends_before, due_on, activities,
        shared_at)
      select ${idOf("report", `j * ${reports} + part`)}, ${idOf("project", "j")}, 'interim',
        'Delrapport ' || part, ${on(today)} - 900 + part * 240, ${on(today)} - 660 + part * 240,
        ${on(today)} - 630 + part * 240, repeat('Vi har lärt oss. ', 100),
        case when part < 3 and j = 0 then now() end
      from ${ofProjects}, ${numbers(reports, "part")}`,
    `insert into report_comment (report_id, budget_line_id, text)
      select ${idOf("report", `j * ${reports} + part`)}, ${idOf("line", `j * ${lines} + x`)}, 'Enligt plan'
      from ${ofProjects}, ${numbers(reports, "part")}, ${numbers(lines, "x")}`,
    `insert into stored_file (id, authority_id, name, media_type, size, sha256, bytes)
      select ${idOf("file", "n")}, ${idOf("authority", 0)}, 'huvudbok-' || n || '.se', 'text/plain',
        4000, md5(n::text), decode(repeat('23', 4000), 'hex')
      from ${numbers(imports)}`,
    `insert into import (id, authority_id, kind, file_id, project_id, outcome, uploaded_by_id,
        created_at, applied_at)
      select ${idOf("import", "n")}, ${idOf("authority", 0)}, 'sie', ${idOf("file", "n")},
        ${idOf("project", `n % ${projects}`)}, '{"kind": "ledger", "object": "100", "vouchers": 10, "rows": 20, "sumOre": 100,
          "replaced": []}',
        (select account_id from role_grant
          where id = ${idOf("role-grant", `${2 * people} + n % ${projects}`)}),
        now() - interval '1 hour' * (${imports} - n), now()
      from ${numbers(imports)}`,
  ];
}
