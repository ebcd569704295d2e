import { toDbDate, type IsoDate } from "~/terms/day";
import { instantOn, type Calendar } from "../days";
import { authorityId, idOf, personId, unitId } from "../ids";
import {
  authority,
  people,
  personKeys,
  units,
  type PersonKey,
  type UnitKey,
} from "../story/people";
import type { DemoRows } from "../tables";

export function organisationRows(
  day: Calendar,
): Pick<DemoRows, "authorities" | "units" | "people" | "placements"> {
  return {
    authorities: [{ id: authorityId, ...authority, createdAt: instantOn("2004-11-22") }],
    units: Object.entries(units).map(([key, { name, below }]) => ({
      id: idOf("unit", key),
      authorityId,
      parentId: below ? idOf("unit", below) : null,
      name,
    })),
    people: personKeys.map(personRow),
    placements: personKeys.flatMap((key) => placementRows(key, day)),
  };
}

function personRow(key: PersonKey): DemoRows["people"][number] {
  const { left } = people[key];
  return {
    id: personId(key),
    authorityId,
    ...nameOf(key),
    // Those of long ago have no address any more.
    email: typeof left === "string" ? null : emailOf(key),
  };
}

function placementRows(key: PersonKey, day: Calendar): DemoRows["placements"] {
  const { unit, title, joined, left, movedFrom, share = 100, also } = people[key];
  const place = { personId: personId(key), endsBefore: left ? toDbDate(day(left)) : null };
  const startsOn = toDbDate(day(movedFrom?.on ?? joined));
  const jobTitle = title ?? usualTitle[unit];
  const own = { id: idOf("placement", key), unitId: unitId(unit), jobTitle, share, startsOn };
  return [
    ...(movedFrom
      ? [rowBefore(key, { ...movedFrom, joined: day(joined), on: day(movedFrom.on) })]
      : []),
    { ...place, ...own },
    ...(also
      ? [
          {
            ...{ ...place, ...own, id: idOf("placement", key, also.unit) },
            ...{ unitId: unitId(also.unit), share: also.share, jobTitle: usualTitle[also.unit] },
          },
        ]
      : []),
  ];
}

type Before = { unit: UnitKey; title?: string; joined: IsoDate; on: IsoDate };

function rowBefore(key: PersonKey, { unit, title, joined, on }: Before) {
  return {
    id: idOf("placement", key, unit),
    personId: personId(key),
    unitId: unitId(unit),
    jobTitle: title ?? usualTitle[unit],
    startsOn: toDbDate(joined),
    endsBefore: toDbDate(on),
  };
}

const usualTitle: Record<UnitKey, string> = {
  root: "Handläggare",
  department: "Handläggare",
  section: "Handläggare",
  prostitution: "Socialsekreterare",
  youth: "Fältsekreterare",
  outreach: "Uppsökare",
  family: "Familjebehandlare",
};

export function nameOf(key: PersonKey): { givenName: string; familyName: string } {
  const [familyName = "", givenName = ""] = people[key].name.split(", ");
  return { givenName, familyName };
}

export function emailOf(key: PersonKey): string {
  const { givenName, familyName } = nameOf(key);
  const plain = `${givenName}.${familyName}`
    .toLowerCase()
    .replaceAll("ı", "i")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replaceAll(" ", "-");
  return `${plain}@example.se`;
}
