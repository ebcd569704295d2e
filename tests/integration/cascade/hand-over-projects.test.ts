import { expect, test } from "vitest";
import { projectsForHours } from "~/features/cascade/entering/hand-over-projects.queries.server";
import { makeBudgetLine } from "../../factories/budget-line";
import { makeFrozenGroup } from "../../factories/frozen-group";
import { makeHourRates } from "../../factories/hour-rates";
import { makeProject } from "../../factories/project";
import { makeUnit } from "../../factories/unit";
import { makeViewer } from "../../factories/viewer";
import { makeWorkGroup } from "../../factories/work-group";
import { testDatabase } from "../../support/database";

const { db } = await testDatabase();

async function makeScene() {
  const { unit, competence, id } = await makeWorkGroup(db, "ann");
  const make = async (given: Parameters<typeof makeProject>[1]) => {
    const project = await makeProject(db, { unit, ...given });
    await makeBudgetLine(db, { projectId: project.id, financing: "in_kind" });
    await makeHourRates(db, project.id, [{ validFrom: "2013-01-01", rateOre: 35_000 }]);
    return project;
  };
  const { authorityId, id: unitId } = unit;
  const viewer = makeViewer({ authorityId, unitId, personId: id.ann, roles: ["employee"] });
  const offered = async (who = viewer, held: string | null = null) => {
    const days = { from: "2013-05-01", to: "2013-05-03" };
    const asked = { competenceId: competence.id, ...days, held };
    return projectsForHours(db, who, asked);
  };
  return { competence, id, make, viewer, offered };
}

test("a project with a group for the competence is offered first, then the newest", async () => {
  const { competence, id, make, offered } = await makeScene();
  const [older, newer, meant] = [
    await make({ startsOn: "2013-02-01" }),
    await make({ startsOn: "2013-03-01" }),
    await make({ startsOn: "2013-01-01", endsBefore: "2013-05-03" }),
  ];
  await makeFrozenGroup(db, { project: meant, competenceId: competence.id, members: [id.ann] });
  expect(await offered()).toMatchObject([
    { id: meant.id, isForCompetence: true, takesLastDay: false },
    { id: newer.id, isForCompetence: false, takesLastDay: true },
    { id: older.id, isForCompetence: false, takesLastDay: true },
  ]);
});

test("only the authority's own that take hours then are offered, and the one held already", async () => {
  const { make, viewer, offered } = await makeScene();
  const foreign = await make({ unit: await makeUnit(db) });
  const over = await make({ endsBefore: "2013-05-01" });
  const manager = { ...viewer, managedProjectIds: [foreign.id, over.id] };
  expect(await offered(manager)).toEqual([]);
  for (const { id } of [foreign, over]) {
    expect((await offered(viewer, id)).map((each) => each.id)).toEqual([id]);
  }
});
