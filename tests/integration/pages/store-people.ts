import type { Database } from "~/platform/db.server";
import { toDbDate } from "~/terms/day";
import {
  above,
  competenceKeys,
  personKeys,
  unitKeys,
  type PersonKey,
  type UnitKey,
} from "../competence/random-facts";
import { projectKeys, projectUnits } from "./page-facts";
import { daysOf, wrong } from "./stored-days";
import { codeOf, givenNameOf, projectCode, shareIn, type World } from "./page-world";

export async function storeFrame(db: Database, world: World): Promise<void> {
  const { authorityId, units, people, competences, projects, accounts, facts } = world;
  const parentOf = (key: UnitKey) => {
    const over = above[key];
    return over && units[over];
  };
  await db.unit.createMany({
    data: unitKeys.map((key) => ({
      ...{ id: units[key], authorityId, name: key, parentId: parentOf(key) },
    })),
  });
  await db.person.createMany({
    data: personKeys.map((key) => ({
      ...{ id: people[key], authorityId, givenName: givenNameOf(key), familyName: key },
    })),
  });
  await db.competence.createMany({
    data: competenceKeys.map((key) => ({
      ...{ id: competences[key], authorityId, code: codeOf(world, key), name: key },
    })),
  });
  await db.project.createMany({
    data: projectKeys.map((key) => ({
      ...{ id: projects[key], authorityId, unitId: units[projectUnits[key]], name: key },
      ...{ code: projectCode(world, key), startsOn: toDbDate(facts.projects[key].startsOn) },
      endsBefore: toDbDate(facts.projects[key].endsBefore),
    })),
  });
  const account = (key: keyof World["accounts"], person: PersonKey | null) => ({
    ...{ id: accounts[key], authorityId, name: key, email: `${accounts[key]}@example.se` },
    personId: person && people[person],
  });
  await db.account.createMany({
    data: [
      account("administrator", null),
      account("manager", "ann"),
      account("employee", "bo"),
      account("project_manager", "cia"),
      account("funder", null),
    ],
  });
  await db.roleGrant.createMany({
    data: [
      { accountId: accounts.administrator, role: "administrator" },
      { accountId: accounts.manager, role: "manager", unitId: units.left },
      { accountId: accounts.employee, role: "employee" },
      { accountId: accounts["project_manager"], role: "project_manager", projectId: projects.far },
      { accountId: accounts["project_manager"], role: "employee" },
      { accountId: accounts.funder, role: "funder", projectId: projects.near },
    ],
  });
}

export async function storePeoplesFacts(db: Database, { facts, ...ids }: World): Promise<void> {
  await db.placement.createMany({
    data: facts.placements.map((place) => ({
      ...{ id: place.id, personId: ids.people[place.person], unitId: ids.units[place.unit] },
      // A share of its own for each unit, so that one of two places is the larger.
      ...{ share: shareIn(place.unit), jobTitle: place.unit, ...daysOf(place) },
      withdrawnAt: wrong(place),
    })),
  });
  await db.requirement.createMany({
    data: facts.requirements.map(({ unit, competence, withdrawn, dueOn, ...row }) => ({
      ...{ ...row, ...daysOf(row), dueOn: dueOn && toDbDate(dueOn) },
      ...{ unitId: ids.units[unit], competenceId: ids.competences[competence] },
      withdrawnAt: wrong({ withdrawn }),
    })),
  });
  await db.attestation.createMany({
    data: facts.attestations.map(({ person, competence, attestedOn, withdrawn, ...row }) => ({
      ...{ ...row, personId: ids.people[person], competenceId: ids.competences[competence] },
      ...{ attestedOn: toDbDate(attestedOn), standsFrom: toDbDate(attestedOn) },
      withdrawnAt: wrong({ withdrawn }),
    })),
  });
  await db.coreElement.createMany({
    data: facts.elements.map(({ id, competence, withdrawn, ...days }, index) => ({
      ...{ id, competenceId: ids.competences[competence], position: index, ...daysOf(days) },
      ...{ name: `Moment ${index}`, withdrawnAt: wrong({ withdrawn }) },
    })),
  });
}
