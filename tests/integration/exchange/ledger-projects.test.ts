import { expect, test } from "vitest";
import { previewLedger } from "~/features/exchange/ledgers/ledger-preview.queries.server";
import { readSie } from "~/formats/sie/read-sie";
import { ledgerBytes } from "../../factories/ledger-file";
import { makeProject } from "../../factories/project";
import { makeUnit } from "../../factories/unit";
import { makeViewer } from "../../factories/viewer";
import { testDatabase } from "../../support/database";

const { db } = await testDatabase();

test("a ledger may go to the projects that one manages, or all of an administrator's authority", async () => {
  const unit = await makeUnit(db);
  const make = (code: string, startsOn: string) => makeProject(db, { unit, code, startsOn });
  const early = await make("LP-B", "2012-01-01");
  const [second, first] = [await make("LP-D", "2013-01-01"), await make("LP-C", "2013-01-01")];
  const late = await make("LP-A", "2013-02-01");
  const foreign = await makeProject(db, { code: "LP-E" });
  const read = readSie(ledgerBytes({ vouchers: [{ rows: [{ objects: ["P1"], kronor: 1 }] }] }));
  const offered = async (viewer: ReturnType<typeof makeViewer>) => {
    const chosen = { projectId: null, objectCode: null };
    return (await previewLedger(db, viewer, { read, ...chosen })).projects.map(({ id }) => id);
  };
  const { authorityId } = unit;
  const managedProjectIds = [early.id, late.id, foreign.id];
  const manager = makeViewer({ authorityId, roles: ["project_manager"], managedProjectIds });
  expect((await offered(manager)).filter((id) => id !== foreign.id)).toEqual([late.id, early.id]);
  expect(await offered(manager)).toContain(foreign.id);
  const administrator = makeViewer({ authorityId, roles: ["administrator"] });
  expect(await offered(administrator)).toEqual([late.id, first.id, second.id, early.id]);
});
