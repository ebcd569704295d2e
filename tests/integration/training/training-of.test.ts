import { expect, test } from "vitest";
import { toDbDate } from "~/terms/day";
import { makeBudgetLine } from "../../factories/budget-line";
import { makePerson } from "../../factories/person";
import { makeProject } from "../../factories/project";
import { makeUnit } from "../../factories/unit";
import { testDatabase } from "../../support/database";

const { db } = await testDatabase();

type Given = {
  kind?: "course" | "import" | "hand_over";
  status?: "approved" | "submitted" | "returned" | "withdrawn";
  budgetLineId?: string;
  projectId?: string;
};

async function makeProjects() {
  const [first, second] = [await makeProject(db), await makeProject(db)];
  const person = await makePerson(db, { unit: await makeUnit(db) });
  const line = await makeBudgetLine(db, { projectId: first.id });
  async function record(title: string, given: Given) {
    await db.trainingRecord.create({
      data: {
        ...{ title, authorityId: person.authorityId, personId: person.id, minutes: 60 },
        heldOn: toDbDate("2013-03-01"),
        kind: "course",
        status: "approved",
        ...given,
      },
    });
  }
  return { first, second, line, record };
}

async function titlesOf(projectId: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ title: string }[]>`
    select record.title from training_of(${projectId}::uuid) training
    join training_record record on record.id = training.record_id order by record.title`;
  return rows.map(({ title }) => title);
}

test("a project's training is what its lines have paid and what was logged for it, once approved", async () => {
  const { first, second, line, record } = await makeProjects();
  await record("paid", { budgetLineId: line.id });
  await record("logged", { projectId: first.id });
  await record("listed", { projectId: first.id, kind: "import" });
  await record("another's", { projectId: second.id });
  await record("nobody's", {});
  await record("waiting", { projectId: first.id, status: "submitted" });
  await record("paid and returned", { budgetLineId: line.id, status: "returned" });
  await record("taken back", { projectId: first.id, status: "withdrawn" });
  await record("a hand-over's", { projectId: first.id, kind: "hand_over" });
  expect(await titlesOf(first.id)).toEqual(["listed", "logged", "paid"]);
  expect(await titlesOf(second.id)).toEqual(["another's"]);
});

test("a course with a budget line is its project's and can be no other's", async () => {
  const { second, line, record } = await makeProjects();
  await expect(record("two", { budgetLineId: line.id, projectId: second.id })).rejects.toThrow(
    "training_record_one_project",
  );
});
