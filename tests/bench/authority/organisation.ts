import { idOf, numbers } from "./row-ids";
import type { AuthoritySize } from "./size";

const givenNames =
  "Åsa,Björn,Cecilia,Dariusz,Elin,Fatima,Göran,Helena,Ingrid,Johan,Karin,Leila,Mehmet,Nadia,Oskar,Patrik,Rania,Sofia,Torbjörn,Ulla,Viktor,Ylva,Zainab,Östen".split(
    ",",
  );
const familyNames =
  "Åkerblom,Ahmadi,Andersson,Bergström,Björk,Dahl,Ekström,Eriksson,Fors,Granath,Hassan,Hägg,Isaksson,Johansson,Karlsson,Kowalczyk,Lind,Lindberg,Lindgren,Lundmark,Malmqvist,Nguyen,Nilsson,Nowak,Olofsson,Persson,Petrović,Rahimi,Sandström,Sjögren,Svärd,Söderlund,Tesfaye,Wallgren,Wikström,Yıldız,Öberg".split(
    ",",
  );

/**
 * Units in three steps, and people in their work groups. Person number p is of group p modulo
 * the number of groups, and number p ÷ groups in it. However many they are, one in five shares
 * their name with somebody, and with nobody else.
 */
export function organisationRows(size: AuthoritySize): string[] {
  const { departments, groups, people, today } = size;
  return [
    `insert into authority (id, name, org_number) values (${idOf("authority", 0)}, 'Staden', '212000-0000')`,
    `insert into unit (id, authority_id, parent_id, name)
      select ${idOf("unit", "n")}, ${idOf("authority", 0)},
        case when n = 0 then null when n <= ${departments} then ${idOf("unit", 0)}
          else ${idOf("unit", `1 + (n - 1 - ${departments}) % ${departments}`)} end,
        'Enhet ' || lpad(n::text, 4, '0')
      from ${numbers(1 + departments + groups)}`,
    `insert into person (id, authority_id, given_name, family_name, email)
      select ${idOf("person", "p")}, ${idOf("authority", 0)}, given, family,
        'p' || p || '@staden.example'
      from ${numbers(people, "p")}, ${names("p")}`,
    ...inTwoSteps(
      "placement",
      people,
      (some) =>
        `insert into placement (id, person_id, unit_id, job_title, starts_on, ends_before)
        select ${idOf("placement", "p")}, ${idOf("person", "p")},
          ${groupUnit(size, `p % ${groups}`)}, 'Socialsekreterare',
          ${on(today)} - 3000 + p % 1500,
          case when p / ${groups} % 20 = 19 then ${on(today)} - 100 end
        from ${some}`,
    ),
  ];
}

/**
 * Few rows first. A trigger's statements are planned at its first row: with an empty table in sight
 * they would go through all of it for each of the others.
 */
function inTwoSteps(table: string, people: number, insert: (some: string) => string): string[] {
  const few = Math.min(people, 500);
  return [
    insert(`generate_series(0, ${few - 1}) as p(p)`),
    `analyze ${table}`,
    insert(`generate_series(${few}, ${people - 1}) as p(p)`),
  ];
}

/** SQL for the unit of a group's number. */
export function groupUnit({ departments }: AuthoritySize, group: string): string {
  return idOf("unit", `${1 + departments} + (${group})`);
}

/** SQL for the person number `inGroup` of a group. */
export function personIn({ groups }: AuthoritySize, group: string, inGroup: string): string {
  return idOf("person", `(${inGroup}) * ${groups} + (${group})`);
}

/** SQL for a day. */
export function on(day: string): string {
  return `date '${day}'`;
}

/** SQL for what the person number `p` is called. */
function names(p: string): string {
  const [given, family] = [givenNames.length, familyNames.length];
  const all = given * given * family * family;
  // A prime, by which all names are met before one comes again.
  const number = `(${p} - case when ${p} % 10 = 9 then 1 else 0 end)::bigint * 7919 % ${all}`;
  return `lateral (select ${number}) numbered (n), lateral (select
    concat_ws(' ', ${pick(givenNames, "n")}, ${pick(givenNames, `n / ${given}`)}),
    concat_ws(' ', ${pick(familyNames, `n / ${given * given}`)},
      ${pick(familyNames, `n / ${given * given * family}`)})) called (given, family)`;
}

function pick(names: string[], number: string): string {
  const list = names.map((name) => `'${name}'`).join(", ");
  return `(array[${list}])[1 + (${number}) % ${names.length}]`;
}
