import { toDbDate, type IsoDate } from "~/terms/day";
import type { Calendar, When } from "../days";
import {
  authorityId,
  grantId,
  idOf,
  methodId,
  partnerId,
  personId,
  projectId,
  unitId,
} from "../ids";
import { history } from "../story/history";
import { authority, people, personKeys, type PersonKey, type UnitKey } from "../story/people";
import { present } from "../story/present";
import type { ProjectStory } from "../story/project";
import type { DemoRows } from "../tables";
import { oreOfKronor } from "./ore";

export const projects = [...history, ...present];

export function projectRows(
  day: Calendar,
): Pick<
  DemoRows,
  | "funders"
  | "projects"
  | "grants"
  | "phases"
  | "decisions"
  | "appendices"
  | "partners"
  | "frozenGroups"
  | "groupMembers"
> {
  const period = (stretch: { starts: When; endsBefore: When }) => ({
    startsOn: toDbDate(day(stretch.starts)),
    endsBefore: toDbDate(day(stretch.endsBefore)),
  });
  const groups = projects.flatMap((project) => groupsOf(project, day));
  return {
    funders: [...new Set(projects.map(({ grant }) => grant.funder))].map((name) => ({
      id: idOf("funder", name),
      name,
    })),
    projects: projects.map((project) => ({
      id: projectId(project.code),
      authorityId,
      unitId: unitId(project.unit),
      code: project.code,
      name: project.name,
      purpose: project.purpose,
      ...period(project),
    })),
    grants: projects.map((project) => grantRow(project, day)),
    phases: projects.flatMap(({ code, phases }) =>
      phases.map(({ name, isExtension = false, ...phase }) => ({
        id: idOf("phase", code, name),
        projectId: projectId(code),
        name,
        isExtension,
        ...period(phase),
      })),
    ),
    decisions: projects.flatMap(({ code, decisions }) =>
      decisions.map(({ body, on, ref, summary }, index) => ({
        id: idOf("decision", code, String(index)),
        projectId: projectId(code),
        body,
        decidedOn: toDbDate(day(on)),
        ref: registered(ref, day(on)),
        summary,
      })),
    ),
    appendices: projects.flatMap(({ code, appendices }) =>
      appendices.map(({ title, dated }) => ({
        id: idOf("appendix", code, title),
        projectId: projectId(code),
        title,
        datedOn: dated ? toDbDate(day(dated)) : null,
      })),
    ),
    partners: projects.flatMap(({ code, partners }) =>
      partners.map(({ name, role }) => ({
        id: partnerId(code, name),
        projectId: projectId(code),
        name,
        role,
        orgNumber: name === authority.name ? authority.orgNumber : null,
      })),
    ),
    frozenGroups: groups.map(({ members: _members, ...group }) => group),
    groupMembers: groups.flatMap(({ id, members }) =>
      members.map((member) => ({ groupId: id, personId: personId(member) })),
    ),
  };
}

function grantRow({ code, grant }: ProjectStory, day: Calendar): DemoRows["grants"][number] {
  return {
    id: grantId(code),
    projectId: projectId(code),
    funderId: idOf("funder", grant.funder),
    programme: grant.programme ?? "",
    funderRef: registered(grant.funderRef, day(grant.applied)),
    ownRef: registered(grant.ownRef, day(grant.applied)),
    appliedOn: toDbDate(day(grant.applied)),
    appliedOre: oreOfKronor(grant.appliedTkr * 1000),
    grantedOn: toDbDate(day(grant.granted)),
    grantedOre: oreOfKronor(grant.grantedTkr * 1000),
    closedOn: grant.closed ? toDbDate(day(grant.closed)) : null,
    conditions: grant.conditions ?? "",
  };
}

/** A register's number with its year, as authorities write it. */
function registered(ref: string | undefined, on: IsoDate): string | null {
  return ref ? `${ref}/${on.slice(0, 4)}` : null;
}

function groupsOf({ code, starts, groups }: ProjectStory, day: Calendar) {
  const frozenOn = day(starts);
  return groups.map(({ method, units }) => ({
    id: idOf("frozen-group", code, method),
    projectId: projectId(code),
    competenceId: methodId(method),
    frozenOn: toDbDate(frozenOn),
    members: personKeys.filter((key) => worksIn(key, { units, on: frozenOn, day })),
  }));
}

function worksIn(
  key: PersonKey,
  { units, on, day }: { units: UnitKey[]; on: IsoDate; day: Calendar },
): boolean {
  const { unit, joined, left } = people[key];
  return units.includes(unit) && day(joined) <= on && (left === undefined || day(left) > on);
}
