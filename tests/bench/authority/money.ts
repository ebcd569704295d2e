import { groupUnit, on, personIn } from "./organisation";
import { idOf, numbers } from "./row-ids";
import type { AuthoritySize } from "./size";

const partners = 8;

/** Projects of the groups with their papers, budgets and books; vouchers have two rows each. */
export function moneyRows(size: AuthoritySize): string[] {
  return [...projectRows(size), ...budgetRows(size), ...bookRows(size)];
}

function projectRows(size: AuthoritySize): string[] {
  const { groups, projects, today } = size;
  const ofProjects = numbers(projects, "j");
  return [
    `insert into funder (id, name) select ${idOf("funder", "n")}, 'Finansiär ' || n
      from ${numbers(20)}`,
    `insert into project (id, authority_id, unit_id, code, name, purpose, starts_on, ends_before)
      select ${idOf("project", "j")}, ${idOf("authority", 0)}, ${groupUnit(size, `j % ${groups}`)},
        'P-' || lpad(j::text, 4, '0'), 'Projekt ' || j, 'Kunskap som stannar',
        ${on(today)} - 900 - j % 100, ${on(today)} + 195 - case when j % 3 = 2 then 500 else 0 end
      from ${ofProjects}`,
    `insert into "grant" (id, project_id, funder_id, granted_on, granted_ore)
      select ${idOf("grant", "j * 2 + part")}, ${idOf("project", "j")}, ${idOf("funder", "j % 20")},
        ${on(today)} - 900, 120000000
      from ${ofProjects}, ${numbers(2, "part")}`,
    `insert into phase (id, project_id, name, starts_on, ends_before)
      select ${idOf("phase", "j * 3 + part")}, ${idOf("project", "j")}, 'Etapp ' || part,
        ${on(today)} - 900 + part * 365, ${on(today)} - 535 + part * 365
      from ${ofProjects}, ${numbers(3, "part")}`,
    `insert into decision (id, project_id, body, decided_on, summary)
      select ${idOf("decision", "j * 4 + part")}, ${idOf("project", "j")}, 'Socialnämnden',
        ${on(today)} - 950 + part * 90, 'Nämnden ger uppdraget.'
      from ${ofProjects}, ${numbers(4, "part")}`,
    `insert into appendix (id, project_id, title)
      select ${idOf("appendix", "j * 3 + part")}, ${idOf("project", "j")}, 'Bilaga ' || part
      from ${ofProjects}, ${numbers(3, "part")}`,
    `insert into partner (id, project_id, name, role)
      select ${idOf("partner", `j * ${partners} + part`)}, ${idOf("project", "j")}, 'Part ' || part,
        case part when 0 then 'owner' when 1 then 'coordinator' else 'partner' end::partner_role
      from ${ofProjects}, ${numbers(partners, "part")}`,
  ];
}

function budgetRows({ projects, lines, today }: AuthoritySize): string[] {
  const ofProjects = numbers(projects, "j");
  const ofLines = numbers(lines, "x");
  return [
    `insert into budget_line (id, project_id, position, cost_category, name, financing, grant_id)
      select ${idOf("line", `j * ${lines} + x`)}, ${idOf("project", "j")}, x, 'Personal', 'Rad ' || x,
        case when x = ${lines - 1} then 'in_kind' when x < 5 then 'grant' else 'cash' end::financing,
        case when x < 5 then ${idOf("grant", "j * 2 + x % 2")} end
      from ${ofProjects}, ${ofLines}`,
    `insert into budget_amount (id, budget_line_id, starts_on, ends_before, amount_ore)
      select ${idOf("amount", `(j * ${lines} + x) * 3 + part`)}, ${idOf("line", `j * ${lines} + x`)},
        ${on(today)} - 900 + part * 365, ${on(today)} - 535 + part * 365, 20000000
      from ${ofProjects}, ${ofLines}, ${numbers(3, "part")}`,
    `insert into hour_rate (id, project_id, valid_from, ends_before, rate_ore)
      select ${idOf("rate", "j * 3 + part")}, ${idOf("project", "j")},
        ${on(today)} - 900 + part * 365,
        case when part < 2 then ${on(today)} - 535 + part * 365 end, 48000 + part * 1000
      from ${ofProjects}, ${numbers(3, "part")}`,
  ];
}

function bookRows(size: AuthoritySize): string[] {
  const { groups, projects, lines, costs, ownHours, handOvers, methods, people, today } = size;
  const vouchers = costs / 2;
  return [
    `insert into voucher (id, project_id, identity, object_code, org_number, fiscal_year, series,
        number, booked_on, text)
      select ${idOf("voucher", "v")}, ${idOf("project", `v % ${projects}`)}, 'A-' || v, '100',
        '212000-0000', '2026', 'A', v::text, ${on(today)} - 900 + v / ${projects} % 900,
        'Leverantörsfaktura'
      from ${numbers(vouchers, "v")}`,
    `insert into cost (id, project_id, budget_line_id, booked_on, amount_ore, text, account,
        voucher_id, row_number, source_id, source_type)
      select ${idOf("cost", "n")}, ${idOf("project", `n % ${projects}`)},
        case when n / ${projects} % 20 < 19
          then ${idOf("line", `n % ${projects} * ${lines} + n / ${projects} % 7`)} end,
        ${on(today)} - 900 + n / ${projects} % 900, 125000 + n % 9000, 'Handledning', '7010',
        case when n / ${projects} % 50 > 0 then ${idOf("voucher", `n % ${vouchers}`)} end,
        case when n / ${projects} % 50 > 0 then 1 + n / ${vouchers} end,
        case when n / ${projects} % 50 = 0 then ${idOf("record", `n * 7 % ${2 * people}`)} end,
        case when n / ${projects} % 50 = 0 then 'training_record'::source_type end
      from ${numbers(costs)}`,
    `insert into own_hours (id, project_id, budget_line_id, person_id, worked_on, minutes, rate_ore,
        amount_ore, source_id, source_type)
      select ${idOf("own-hours", "n")}, ${idOf("project", "j")},
        ${idOf("line", `j * ${lines} + ${lines - 1}`)}, ${personIn(size, `j % ${groups}`, "r % 50")},
        ${on(today)} - 850 + r * 3, 90, 48000, 72000,
        case when h < ${handOvers} then ${idOf("hand-over", "h")} end,
        case when h < ${handOvers} then 'hand_over'::source_type end
      from (
        select n, n % ${projects} as j, n / ${projects} as r,
          (n / ${projects} / 14 * ${methods} + (n % ${projects} + n / ${projects} / 7 % 2) % ${methods})
            * ${groups} + n % ${projects} % ${groups} as h
        from ${numbers(ownHours)}
      ) worked`,
  ];
}
