import { sinceAlways, toDbDate } from "~/terms/day";
import { instantOn, type Calendar } from "../days";
import { authorityId, coreElementId, idOf, methodId, personId, unitId } from "../ids";
import { confirmations, teachBacks } from "../story/attestations";
import { courses } from "../story/courses";
import { methodKeys, methods, requirements } from "../story/methods";
import { headOf, people } from "../story/people";
import type { DemoRows } from "../tables";
import { accountOf } from "./accounts";

export function competenceRows(
  day: Calendar,
): Pick<DemoRows, "competences" | "coreElements" | "requirements" | "courses" | "attestations"> {
  return {
    competences: methodKeys.map((code) => ({
      id: methodId(code),
      authorityId,
      code,
      name: methods[code].name,
      description: methods[code].description,
      escoUri: escoUri(methods[code].esco),
      jobtechId: methods[code].jobtech ?? null,
    })),
    coreElements: methodKeys.flatMap((code) =>
      methods[code].coreElements.map((name, index) => ({
        id: coreElementId(code, index + 1),
        competenceId: methodId(code),
        position: index + 1,
        name,
        startsOn: toDbDate(sinceAlways),
      })),
    ),
    requirements: requirements.flatMap(({ unit, method, due, earlier, ...present }) => {
      const place = { unitId: unitId(unit), competenceId: methodId(method) };
      const change = earlier && toDbDate(day(earlier.until));
      return [
        {
          id: idOf("requirement", unit, method),
          ...{ ...place, ...leastOf(present), dueOn: due ? toDbDate(day(due)) : null },
          startsOn: change ?? toDbDate(sinceAlways),
        },
        ...(earlier
          ? [
              {
                id: idOf("requirement", unit, method, "earlier"),
                ...{ ...place, ...leastOf(earlier) },
                ...{ startsOn: toDbDate(sinceAlways), endsBefore: change },
              },
            ]
          : []),
      ];
    }),
    courses: Object.entries(courses).map(([key, { title, provider, method, hours, level }]) => ({
      id: idOf("course", key),
      authorityId,
      title,
      provider,
      competenceId: method ? methodId(method) : null,
      minutes: hours * 60,
      givesLevel: level ?? null,
    })),
    attestations: [
      ...teachBacks.map((passed) => ({
        ...passed,
        level: null,
        observed: true,
        source: "teach_back" as const,
      })),
      ...confirmations.map((confirmed) => ({ ...confirmed, source: "manager" as const })),
    ].map(({ who, method, level, observed, source, on }) => ({
      id: idOf("attestation", source, who, method),
      personId: personId(who),
      competenceId: methodId(method),
      level,
      observed,
      source,
      attestedOn: toDbDate(day(on)),
      standsFrom: toDbDate(day(on)),
      attestedById: accountOf(headOf[people[who].unit]),
      createdAt: instantOn(day(on), "14:00"),
    })),
  };
}

function leastOf(asked: { level: number; holders: number; carriers: number }) {
  return { level: asked.level, minHolders: asked.holders, minCarriers: asked.carriers };
}

function escoUri(skill: string | undefined): string | null {
  return skill ? `http://data.europa.eu/esco/skill/${skill}` : null;
}
