// On which version a report builds: of those that stand at a moment the one whose period ended last
// before its own begins.
import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { baseOf } from "~/features/reports/payload/report-base.queries.server";
import { addDays, toDbDate } from "~/terms/day";
import { makeProject } from "../../factories/project";
import { makeReport } from "../../factories/report";
import { makeUnit } from "../../factories/unit";
import { testDatabase } from "../../support/database";

const { db } = await testDatabase();
const unit = await makeUnit(db);

const dayOf = (number: number) => addDays("2013-05-01", number);
const momentOf = (number: number) => new Date(Date.UTC(2014, 0, 1 + number));
const small = fc.nat(2);
const content = "{}";
const sha256 = createHash("sha256").update(content).digest("hex");

/** One version each of a report: of a period, frozen at a moment, and perhaps taken back later. */
const version = fc
  .record({ startsOn: small, length: fc.integer({ min: 1, max: 2 }), frozen: small })
  .chain((given) =>
    fc.record({
      ...{ startsOn: fc.constant(given.startsOn), frozen: fc.constant(given.frozen) },
      endsBefore: fc.constant(given.startsOn + given.length),
      takenBack: fc.option(fc.integer({ min: given.frozen + 1, max: 4 })),
      shared: fc.nat(1),
      isOfOther: fc.nat(5).map((number) => number === 0),
    }),
  );

test("a report builds on the last that ended before it begins, of those that stood then", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(version, { minLength: 3, maxLength: 7 }),
      fc.integer({ min: 1, max: 5 }),
      async (versions, startsOn) => {
        const [{ id: projectId }, other] = [
          await makeProject(db, { unit }),
          await makeProject(db, { unit }),
        ];
        const stored: ((typeof versions)[number] & { id: string; reportId: string })[] = [];
        for (const given of versions) {
          const heading = { startsOn: dayOf(given.startsOn), endsBefore: dayOf(given.endsBefore) };
          // The report's own period isn't the one that it was shared with.
          const report = await makeReport(db, {
            ...{ projectId: given.isOfOther ? other.id : projectId },
            ...{ startsOn: "2013-01-01", endsBefore: "2013-01-02" },
          });
          const { id } = await db.reportVersion.create({
            data: {
              ...{ reportId: report.id, number: 1, heading, content, sha256 },
              ...{ sharedAt: momentOf(given.shared), frozenAt: momentOf(given.frozen) },
              ...{ frozenOn: toDbDate("2014-01-01"), freezing: "shared" },
              takenBackAt: given.takenBack === null ? null : momentOf(given.takenBack),
            },
          });
          stored.push({ ...given, id, reportId: report.id });
        }
        const latest = (a: (typeof stored)[number], b: (typeof stored)[number]) =>
          b.endsBefore - a.endsBefore ||
          b.startsOn - a.startsOn ||
          b.shared - a.shared ||
          (a.id < b.id ? 1 : -1);
        const own = stored[0]?.reportId ?? null;
        for (const reportId of [null, own]) {
          for (const at of [null, 0, 1, 2, 3]) {
            const [expected] = stored
              .filter((each) => !each.isOfOther && each.reportId !== reportId)
              .filter(({ endsBefore }) => endsBefore <= startsOn)
              .filter(({ frozen }) => at === null || frozen <= at)
              .filter(({ takenBack }) => takenBack === null || (at !== null && takenBack > at))
              .sort(latest);
            const asked = { projectId, reportId, startsOn: dayOf(startsOn) };
            const found = await baseOf(db, at === null ? asked : { ...asked, at: momentOf(at) });
            expect(found).toBe(expected?.id ?? null);
          }
        }
      },
    ),
    { numRuns: 25 },
  );
}, 30_000);
