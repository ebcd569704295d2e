import { randomUUID } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test, vi } from "vitest";
import { withdrawImport } from "~/features/exchange/uploads/withdraw-import.commands.server";
import { makeCost } from "../../factories/cost";
import { ledgerBytes, ledgerText, type LedgerGiven } from "../../factories/ledger-file";
import { makePerson } from "../../factories/person";
import { makeProject } from "../../factories/project";
import { makeUnit } from "../../factories/unit";
import { makeViewer } from "../../factories/viewer";
import { runCommand } from "../../support/run-command";
import { testDatabase } from "../../support/database";
import { makeLedgerProject, sumOf } from "./ledger-project";

// Each call starts a Node of its own.
vi.setConfig({ testTimeout: 120_000 });

const { db, url } = await testDatabase();
const folder = await mkdtemp(join(tmpdir(), "kaskad-import-"));
afterAll(() => rm(folder, { recursive: true }));

async function file(content: string | Uint8Array, name = `${randomUUID()}.se`): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

const command = (...args: string[]) => runCommand("import", args, { DATABASE_URL: url });

/** Two vouchers, the second after the project's end. */
const ledgerOf = (orgNumber: string) =>
  ledgerBytes({
    orgNumber,
    fiscalYears: [
      ["2014-01-01", "2014-12-31"],
      ["2013-01-01", "2013-12-31"],
    ],
    vouchers: [
      { number: "1", text: "Resa 19121212-1212", rows: [{ kronor: 100 }] },
      { number: "2", date: "2014-02-01", rows: [{ kronor: 7, account: "6210" }] },
    ],
  });

test("a ledger is shown, written once with --yes, and known the second time", async () => {
  const { project, travel } = await makeLedgerProject(db);
  const path = await file(ledgerOf("555555-5551"));
  const to = ["--project", project.code, "--object", "P1"];

  const shown = await command("sie", path, ...to);
  expect(shown).toMatchObject({
    code: 0,
    err: expect.stringContaining("Nothing has been written"),
  });
  expect(shown.out).toContain("new: 2 vouchers, 107,00 kr");
  expect(shown.out).toContain("dated outside the project's period: A 2, 2014-02-01");
  expect(shown.out).toContain("1 text with what looks like a personal identity number");
  expect(shown.out).toContain("account 5810 → Utbildning: Resor");
  expect(shown.out).toContain("account 6210 → not yet placed");
  expect(await sumOf(db, project.id)).toBe(0);

  const written = await command("sie", path, ...to, "--yes");
  expect(written).toMatchObject({ code: 0, err: "" });
  expect(written.out).toContain("Written: 2 vouchers, 2 rows, 107,00 kr.");
  expect(await sumOf(db, project.id)).toBe(10_700);
  expect(await db.cost.count({ where: { budgetLineId: travel.id } })).toBe(1);

  const again = await command("sie", path, ...to, "--yes");
  expect(again.out).toContain("new: 0 vouchers, 0,00 kr");
  expect(again.out).not.toContain("Written");
  expect(await sumOf(db, project.id)).toBe(10_700);
});

test("an object that a later file no longer has is named, and can be taken back", async () => {
  const { project } = await makeLedgerProject(db);
  const to = ["--project", project.code, "--object", "P1", "--yes"];
  const given = { orgNumber: "555555-5535", generatedOn: "2013-06-01" };
  const voucher = { number: "1", date: "2013-03-05", rows: [{ kronor: 100 }] };
  const path = async (ledger: LedgerGiven, name: string) => file(ledgerText(ledger), name);
  await command("sie", await path({ ...given, vouchers: [voucher] }, "forst.se"), ...to);
  const others = ["2013-03-01", "2013-03-20"].map((date, index) => ({
    ...{ number: `${index + 2}`, date, rows: [{ kronor: 1, objects: ["P9"] }] },
  }));
  const later = await path({ ...given, vouchers: others }, "sedan.se");
  const shown = await command("sie", later, ...to);
  expect(shown).toMatchObject({ code: 0 });
  expect(shown.out).toContain("1 voucher is in the project but no longer in the ledger");
  expect(await sumOf(db, project.id)).toBe(10_000);
  await command("sie", later, ...to, "--replace", "vanished");
  expect(await sumOf(db, project.id)).toBe(0);
  const unknown = await command("sie", later, "--project", project.code, "--object", "P7");
  expect(unknown).toMatchObject({ code: 1 });
  expect(unknown.err).toContain("The file has no object P7.");
});

test("rows that only stand below a project's object are named", async () => {
  const { project } = await makeLedgerProject(db);
  const text = ledgerText({ orgNumber: "555555-5543", vouchers: [] });
  const below = `#UNDERDIM 21 "Del" 6\n#VER A 1 20130301 "x"\n{\n#TRANS 5810 {21 U1A} 3\n#TRANS 1930 {} -3\n}\n`;
  const path = await file(text + below, "under.se");
  const to = ["--project", project.code, "--object", "U1"];
  expect((await command("sie", path)).err).toContain("on U1A (21)");
  const shown = await command("sie", path, ...to, "--yes");
  expect(shown.out).toContain("1 voucher has rows beside or below the object");
  expect(shown.out).toContain("U1A (21)");
  expect(await sumOf(db, project.id)).toBe(0);
});

test("the trail has the program as actor and the project's authority; an administrator may undo it", async () => {
  const { project } = await makeLedgerProject(db);
  const path = await file(ledgerOf("555555-5569"), "bok 2013.SE");
  await command("sie", path, "--project", project.code, "--object", "P1", "--yes");

  const { authorityId } = project;
  const imported = await db.import.findFirstOrThrow({
    where: { projectId: project.id },
    include: { file: { select: { name: true } } },
  });
  expect(imported).toMatchObject({
    authorityId,
    uploadedById: null,
    file: { name: "bok 2013.se" },
  });
  expect(await db.auditEvent.findMany({ where: { subjectId: project.id } })).toMatchObject([
    { action: "ledger.import", authorityId, accountId: null, actorName: "Kaskad" },
  ]);
  const administrator = makeViewer({ authorityId, roles: ["administrator"] });
  const form = { importId: imported.id, submissionId: randomUUID() };
  await withdrawImport(db, administrator, form);
  expect(await sumOf(db, project.id)).toBe(0);
});

test("a logged cost is told of, and replaced only when asked", async () => {
  const { project } = await makeLedgerProject(db);
  const logged = () =>
    makeCost(db, {
      ...{ projectId: project.id, bookedOn: "2013-03-01", sourceId: randomUUID() },
      ...{ amountOre: 10_000, text: "Sökmetoder" },
    });
  await logged();
  const to = ["--project", project.code, "--object", "P1", "--yes"];
  const first = await file(ledgerOf("555555-5577"));
  const { out } = await command("sie", first, ...to);
  expect(out).toContain(
    'may be the same cost as the logged course "Sökmetoder" (2013-03-01, 100,00 kr): A 1',
  );
  expect(out).toContain("left as it is without --replace-logged or --also logged");
  expect(await sumOf(db, project.id)).toBe(10_700);

  // Written beside the logged cost it is asked about again.
  await command("sie", first, ...to, "--also", "logged");
  expect(await sumOf(db, project.id)).toBe(20_700);
  const again = await command("sie", first, ...to);
  expect(again.out).toContain("left as it is without --replace-logged:");
  expect(await sumOf(db, project.id)).toBe(20_700);
  await command("sie", first, ...to, "--replace-logged");
  expect(await sumOf(db, project.id)).toBe(10_700);
});

test("an invoice of several logged courses is left, and counts only where it is asked for", async () => {
  const { project } = await makeLedgerProject(db);
  for (const text of ["Ett", "Två"]) {
    await makeCost(db, {
      ...{ projectId: project.id, bookedOn: "2013-03-01", sourceId: randomUUID() },
      ...{ amountOre: 5000, text },
    });
  }
  const to = ["--project", project.code, "--object", "P1", "--yes"];
  const first = await file(ledgerOf("555555-5619"));
  const { out } = await command("sie", first, ...to);
  expect(out).toContain("left as it is without --replace-logged or --also logged:");
  expect(out).toMatch(/A 1, .*\((Ett \+ Två|Två \+ Ett)\)/);
  expect(await sumOf(db, project.id)).toBe(10_700);
  await command("sie", first, ...to, "--also", "logged");
  expect(await sumOf(db, project.id)).toBe(20_700);
  // As one that is here already it is asked about again, and the courses share it.
  const shared = await command("sie", first, ...to, "--replace-logged");
  expect(shared.out).toContain("takes the place of the logged courses");
  expect(await sumOf(db, project.id)).toBe(10_700);
});

test("a project that isn't there is answered with those that are", async () => {
  const { project } = await makeLedgerProject(db);
  const path = await file(ledgerOf("555555-5585"));
  const { code, out, err } = await command("sie", path, "--project", "NONE", "--object", "P1");
  expect({ code, out }).toEqual({ code: 1, out: "" });
  expect(err).toContain("There is no project NONE.");
  expect(err).toContain(`${project.code}  ${project.name}`);
});

test("a training list is shown, refused while rows are bad, and written without them when asked", async () => {
  const unit = await makeUnit(db);
  const { name } = await db.authority.findUniqueOrThrow({ where: { id: unit.authorityId } });
  const asa = await makePerson(db, { unit, givenName: "Åsa", familyName: "Öberg" });
  const list = [
    "Namn;Kurs;När;Timmar",
    "Åsa Öberg;Metod;2026-03-04;7,5",
    "Åsa Öberg;Metod;2026-02-30;7,5",
    "19121212-1212;Metod;2026-03-04;7,5",
  ];
  const path = await file(list.join("\r\n"), "lista.csv");
  const records = () => db.trainingRecord.count({ where: { personId: asa.id } });
  const of = ["--authority", name];

  const unmapped = await command("training", path, ...of, "--yes");
  expect(unmapped.code).toBe(1);
  expect(unmapped.err).toContain("No column is date.");
  expect(unmapped.err).toContain("--map HEADING=FIELD");

  const refused = await command("training", path, ...of, "--map", "När=date", "--yes");
  expect(refused.code).toBe(1);
  expect(refused.out).toContain("  Kurs → title\n  När → date\n");
  expect(refused.out).toContain("new: 1");
  expect(refused.out).toContain('row 2: Åsa Öberg, "Metod", 2026-03-04, 7,5 h\n');
  expect(refused.err).toContain('row 3, column "När", "2026-02-30": There is no such date.');
  expect(refused.err).toContain('row 4, column "Namn": It looks like a personal identity number.');
  expect(refused.err).toContain("2 rows can't be brought in. --skip-bad-rows brings in the rest.");
  expect(refused.err).not.toContain("1212");
  expect(await records()).toBe(0);

  const written = await command(
    ...["training", path, ...of, "--map", "När=date", "--yes", "--skip-bad-rows"],
  );
  expect(written.code).toBe(0);
  expect(written.out).toContain("Written: 1 row.");
  expect(await records()).toBe(1);
  expect(await db.auditEvent.findMany({ where: { action: "training.import" } })).toMatchObject([
    { authorityId: unit.authorityId, accountId: null },
  ]);
});

test("rows from before the employment are named, left out by --yes alone, and written when asked", async () => {
  const unit = await makeUnit(db);
  const { name } = await db.authority.findUniqueOrThrow({ where: { id: unit.authorityId } });
  const bo = await makePerson(db, { unit, givenName: "Bo", familyName: "Ek" });
  const path = await file("Namn;Kurs;Datum;Timmar\nBo Ek;Grund;1999-05-04;6\n", "tidig.csv");
  const records = () => db.trainingRecord.count({ where: { personId: bo.id } });
  const of = ["training", path, "--authority", name, "--yes"];

  const left = await command(...of);
  expect(left.out).toContain('row 2: Bo Ek, "Grund", 1999-05-04, 6 h\n');
  expect(left.out).toContain("--before-employment brings them in too.");
  expect(left.out).not.toContain("Written");
  expect({ code: left.code, records: await records() }).toEqual({ code: 0, records: 0 });

  const written = await command(...of, "--before-employment");
  expect(written.out).toContain("Written: 1 row.");
  expect(await records()).toBe(1);
});

test("what is asked of a list is left and named by --yes alone, and the rest is written", async () => {
  const unit = await makeUnit(db);
  const { name } = await db.authority.findUniqueOrThrow({ where: { id: unit.authorityId } });
  const bo = await makePerson(db, { unit, givenName: "Bo", familyName: "Ek" });
  const kim = { unit, givenName: "Kim", familyName: "Alm" };
  await makePerson(db, kim);
  await makePerson(db, kim);
  const project = await makeProject(db, { unit, startsOn: "2026-01-01", endsBefore: "2026-07-01" });
  await db.projectCode.create({ data: { projectId: project.id, code: `${project.code}-före` } });
  const of = (path: string) => ["training", path, "--authority", name, "--yes"];
  const head = "Namn;Kurs;Datum;Timmar";
  const first = await file(`${head}\nBo Ek;Metod;2026-03-04;2\n`, "först.csv");
  await command(...of(first));
  const rows = ["Bo Ek;Metod;2026-03-04;3", "Kim Alm;Metod;2026-03-04;1", "Bo Ek;Ny;03/04/2026;1"];
  const path = await file([head, ...rows, "Bo Ek;Ny;2026-03-05;1"].join("\n"), "frågor.csv");

  const nowhere = await command(...of(path), "--project", "INGET");
  expect(nowhere.err).toContain("There is no project INGET.");
  const written = await command(...of(path), "--project", `${project.code}-före`);
  expect(written.code).toBe(0);
  expect(written.err).toBe(`The project ${project.code}-före has the code ${project.code} now.\n`);
  expect(written.out).toContain("asked about, and left out until it is answered: 2\n");
  expect(written.out).toContain('  row 3, column "Namn", "Kim Alm": ');
  expect(written.out).toContain('  row 4, column "Datum", "03/04/2026": ');
  expect(written.out).toContain("They are left as they are: --replace-changed replaces them.");
  expect(written.out).toContain("Written: 1 row.");
  const records = await db.trainingRecord.findMany({
    where: { personId: bo.id },
    orderBy: { heldOn: "asc" },
  });
  expect(records).toMatchObject([
    { title: "Metod", minutes: 120, projectId: null },
    { title: "Ny", minutes: 60, projectId: project.id },
  ]);
});

test("a list's own words for completion are named with the option that answers them", async () => {
  const unit = await makeUnit(db);
  const { name } = await db.authority.findUniqueOrThrow({ where: { id: unit.authorityId } });
  await makePerson(db, { unit, givenName: "Bo", familyName: "Ek" });
  const rows = ["Bo Ek;Grund;2026-03-04;6;Grön", "Bo Ek;Metod;2026-03-05;6;Bo's"];
  const path = await file(["Namn;Kurs;Datum;Timmar;Status", ...rows].join("\n"), "ord.csv");
  const of = ["training", path, "--authority", name, "--yes"];

  const left = await command(...of);
  expect(left.out).toContain("asked about, and left out until it is answered: 2\n");
  expect(left.out).toContain("--status 'Grön=completed' or\n");
  expect(left.out).toContain(String.raw`--status 'Bo'\''s=not-completed' says what that means`);
  const wrong = await command(...of, "--status", "Gul=completed");
  expect(wrong.err).toContain("--status gul: no such word in the list is asked about.");
  const unread = await command(...of, "--status", "Grön=kanske");
  expect(unread.err).toContain("it is none of completed, not-completed.");
  const written = await command(
    ...of,
    "--status",
    "grön=completed",
    "--status",
    "Bo's=not-completed",
  );
  expect(written.out).toContain("not completed, and left out: 1\n");
  expect(written.out).toContain("Written: 1 row.");
});

test("a list that would fill the memory is refused in a sentence that names the limit", async () => {
  const list = `${"Namn;".repeat(12_000)}\n${"x\n".repeat(24_000)}`;
  const { code, err } = await command("training", await file(list, "bred.csv"), "--yes");
  expect(code).toBe(1);
  expect(err).toContain("The file has more than 200 columns.");
});

test("with several authorities one must be named", async () => {
  await makeUnit(db);
  await makeUnit(db);
  const path = await file("Namn;Kurs;Datum;Timmar\nÅsa;Metod;2026-03-04;1\n", "lista2.csv");
  const { code, err } = await command("training", path, "--yes");
  expect(code).toBe(1);
  expect(err).toContain("Name the authority: --authority NAME.");
});

test("a former code leads to its project, and the command says which code it has now", async () => {
  const { project } = await makeLedgerProject(db);
  const { code } = project;
  await db.project.update({ where: { id: project.id }, data: { code: `${code}-NY` } });
  const path = await file(ledgerOf("555555-5559"));

  const written = await command("sie", path, "--project", code, "--object", "P1", "--yes");
  expect(written).toMatchObject({ code: 0 });
  expect(written.err).toContain(`The project ${code} has the code ${code}-NY now.`);
  expect(written.out).toContain(`Project ${code}-NY`);
  expect(await sumOf(db, project.id)).toBe(10_700);

  const present = await command("sie", path, "--project", `${code}-ny`, "--object", "P1");
  expect(present).toMatchObject({ code: 0, err: "" });
});
