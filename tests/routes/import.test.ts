import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { openSession } from "~/features/access/sessions.server";
import { sessionCookie } from "~/features/access/visit.server";
import type { ImportPage } from "~/features/exchange/uploads/import-page.queries.server";
import { action as upload } from "~/routes/import";
import { action as apply, loader as show } from "~/routes/import.$id";
import { action as cancel } from "~/routes/import.$id.cancel";
import { action as withdraw, loader as askWithdraw } from "~/routes/import.$id.withdraw";
import { next } from "../factories/sequence";
import { ledgerText } from "../factories/ledger-file";
import { makeCost } from "../factories/cost";
import { makeProject } from "../factories/project";
import { testDatabase } from "../support/database";

const { db } = await testDatabase();

/** A project, and the cookie of its manager; everybody else here is another project's. */
async function makeProjectManager() {
  const project = await makeProject(db);
  const { id } = await db.account.create({
    data: {
      authorityId: project.authorityId,
      name: "Vera Ek",
      email: `vera${next()}@example.se`,
      roleGrants: { create: [{ role: "project_manager", projectId: project.id }] },
    },
  });
  return { project, cookie: `${sessionCookie}=${await openSession(db, id)}` };
}

type Route = (args: { request: Request; params: Record<string, string> }) => Promise<unknown>;
type Call = {
  cookie: string;
  id?: string;
  form?: Record<string, string | File | string[]>;
  query?: string;
};

/** What the route answers: `status location`, or the refused form's errors, or its data. */
async function call(route: Route, { cookie, id = "", form, query = "" }: Call): Promise<unknown> {
  const body = new FormData();
  for (const [name, value] of Object.entries(form ?? {}))
    for (const each of [value].flat()) body.append(name, each);
  const request = new Request(`http://localhost/import/${id}${query}`, {
    method: form ? "POST" : "GET",
    headers: { cookie, "accept-language": "sv" },
    ...(form && { body }),
  });
  try {
    return plain(await route({ request, params: { id } }));
  } catch (thrown) {
    if (thrown instanceof Error) throw thrown;
    return plain(thrown);
  }
}

function plain(result: unknown): unknown {
  if (result instanceof Response) {
    return `${result.status} ${result.headers.get("location") ?? ""}`.trim();
  }
  // What Remix's `data` makes, as the routes return or throw it.
  const { data, init } = result as { data?: { form?: { errors: unknown } }; init?: ResponseInit };
  return data?.form ? data.form.errors : init ? String(init.status) : result;
}

const vouchers = [{ number: "1", rows: [{ kronor: 100 }] }];
let organisations = 0;

function ledger(given: Partial<Parameters<typeof ledgerText>[0]> = {}): File {
  organisations += 1;
  const orgNumber = `556${String(organisations).padStart(7, "0")}`;
  return new File([ledgerText({ orgNumber, vouchers, ...given })], "bok.se");
}

async function handIn(cookie: string, file: File): Promise<string> {
  const form = { submissionId: randomUUID(), kind: "sie", file };
  const answer = String(await call(upload, { cookie, form }));
  const [, id] = /^303 \/import\/([0-9a-f-]{36})$/.exec(answer) ?? [];
  if (!id) throw new Error(`The upload was answered with ${answer}`);
  return id;
}

async function pageOf(cookie: string, id: string, query = ""): Promise<ImportPage> {
  // What the loader returns where it neither throws nor redirects.
  return (await call(show, { cookie, id, query })) as ImportPage;
}

/** The form as the preview of object P1 fills it in. */
async function formOf(cookie: string, { id, project }: { id: string; project: { id: string } }) {
  const page = await pageOf(cookie, id, `?project=${project.id}&object=P1`);
  if (page.state !== "ledger" || !page.ledger.plan) throw new Error("There is no plan to agree to");
  return {
    submissionId: page.submissionId,
    seen: page.ledger.plan.seen,
    project: project.id,
    object: "P1",
  };
}

test("a ledger is handed in, shown, brought in, shown as done and taken back", async () => {
  const { project, cookie } = await makeProjectManager();
  const id = await handIn(cookie, ledger());
  const form = await formOf(cookie, { id, project });
  expect(await db.cost.count({ where: { projectId: project.id } })).toBe(0);
  expect(await call(apply, { cookie, id, form })).toBe(`303 /import/${id}`);
  expect(await pageOf(cookie, id)).toMatchObject({
    ...{ state: "applied", appliedBy: "Vera Ek", mayWithdraw: true },
    outcome: { vouchers: 1, sumOre: 10_000 },
  });

  expect(await call(askWithdraw, { cookie, id })).toMatchObject({
    withdrawal: { vouchers: 1, sumOre: 10_000 },
  });
  const yes = { submissionId: randomUUID() };
  expect(await call(withdraw, { cookie, id, form: yes })).toBe(`303 /import/${id}`);
  expect(await pageOf(cookie, id)).toMatchObject({
    state: "ledger",
    withdrawnAt: expect.stringMatching(/^\d{4}-/),
  });
  const standing = { projectId: project.id, withdrawnAt: null };
  expect(await db.cost.count({ where: standing })).toBe(0);
});

test("a file far too large is refused beside its field, and past that with a page", async () => {
  const { cookie } = await makeProjectManager();
  const sent = (bytes: number) => {
    const file = new File([new Uint8Array(bytes)], "bok.se");
    return call(upload, { cookie, form: { submissionId: randomUUID(), kind: "sie", file } });
  };
  expect(await sent(60_000_000)).toEqual({
    file: "Filen är större än 20 MB. Exportera ett år eller ett projekt i taget.",
  });
  expect(await sent(70_000_000)).toBe("413");
});

test("a form that is sent again leads to what came of it", async () => {
  const { project, cookie } = await makeProjectManager();
  const id = await handIn(cookie, ledger());
  const form = await formOf(cookie, { id, project });
  const answers = await Promise.all([1, 2].map(() => call(apply, { cookie, id, form })));
  expect(answers).toEqual([`303 /import/${id}`, `303 /import/${id}`]);
  expect(await call(apply, { cookie, id, form })).toBe(`303 /import/${id}`);
  const others = [
    { ...form, submissionId: randomUUID() },
    { ...form, "line:4010": "" },
  ];
  for (const other of others) {
    expect(await call(apply, { cookie, id, form: other })).toContain(`303 /import/${id}`);
  }
  expect(await db.cost.count({ where: { projectId: project.id } })).toBe(1);
});

test("a yes to what is no longer so writes nothing and shows it anew", async () => {
  const { project, cookie } = await makeProjectManager();
  const file = ledger();
  const [first, second] = [await handIn(cookie, file), await handIn(cookie, file)];
  const forms = [
    await formOf(cookie, { id: first, project }),
    await formOf(cookie, { id: second, project }),
  ];
  await call(apply, { cookie, id: first, form: forms[0] });
  const moved = `?project=${project.id}&object=P1&moved=1`;
  expect(await call(apply, { cookie, id: second, form: forms[1] })).toBe(
    `303 /import/${second}${moved}`,
  );
  expect(await pageOf(cookie, second, moved)).toMatchObject({
    hasMoved: true,
    ledger: { plan: { added: { count: 0 }, sameCount: 1 } },
  });
  expect(await db.cost.count({ where: { projectId: project.id } })).toBe(1);
});

test("with one project and one object there is nothing to choose; an unknown choice is none", async () => {
  const { cookie } = await makeProjectManager();
  const only = await handIn(cookie, ledger());
  expect(await pageOf(cookie, only)).toMatchObject({
    ledger: { isPresumed: true, plan: { added: { count: 1 } } },
  });
  const rows = [{ kronor: 1 }, { kronor: 2, objects: ["P2"] }];
  const two = await handIn(cookie, ledger({ vouchers: [{ number: "1", rows }] }));
  expect(await pageOf(cookie, two)).toMatchObject({
    ledger: { plan: null, suggested: { objectCode: null } },
  });
  for (const query of ["?project=x&object=P1", `?project=${randomUUID()}&object=__proto__`]) {
    expect(await pageOf(cookie, two, query)).toMatchObject({ ledger: { plan: null } });
  }
});

test("an object that has fed the project before is suggested", async () => {
  const { project, cookie } = await makeProjectManager();
  const rows = [{ kronor: 1 }, { kronor: 2, objects: ["A0"] }];
  const id = await handIn(cookie, ledger({ vouchers: [{ number: "1", rows }] }));
  await call(apply, { cookie, id, form: await formOf(cookie, { id, project }) });
  const later = await handIn(cookie, ledger({ vouchers: [{ number: "2", rows }] }));
  expect(await pageOf(cookie, later)).toMatchObject({
    ledger: { suggested: { projectId: project.id, objectCode: "P1" } },
  });
});

const workbook = `PK\u0003\u0004${"\0".repeat(22)}\u0013\0\0\0[Content_Types].xml`;
const sevenZip = new Uint8Array([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]);

test.each([
  ["nothing", {}, { file: "Välj en fil." }],
  ["no file", { file: new File([], "") }, { file: "Välj en fil." }],
  ["an empty file", { file: new File([], "tom.se") }, { file: "Filen är tom." }],
  ["a letter", { file: new File(["Hej"], "hej.se") }, { file: "Det är ingen SIE-fil." }],
  ["a workbook", { file: new File([workbook], "bok.xlsx") }, { file: /SIE typ 4 från ekonomi/ }],
  ["a PDF", { file: new File(["%PDF-1.7"], "bok.pdf") }, { file: /SIE typ 4 från ekonomi/ }],
  ["a zipped ledger", { file: new File(["PK\u0003\u0004"], "bok.se") }, { file: /Packa upp/ }],
  ["a ledger in 7z", { file: new File([sevenZip], "bok.7z") }, { file: /Packa upp/ }],
  ["SIE 5", { file: new File(["<?xml ?><Sie/>"], "bok.sie") }, { file: /SIE 5/ }],
  ["balances", { file: ledger({ vouchers: [] }) }, null],
  ["a large file", { file: new File([new Uint8Array(20_000_001)], "b.se") }, { file: /20 MB/ }],
])("%s is answered in words", async (_, given, words) => {
  const { cookie } = await makeProjectManager();
  const form = { submissionId: randomUUID(), kind: "sie", ...given };
  const answer = await call(upload, { cookie, form });
  if (words) {
    expect(answer).toEqual({
      // Vitest's matchers are of type any.
      file: expect.stringMatching(words.file) as unknown,
    });
  } else expect(answer).toContain("303 /import/");
});

test("a training list is not a project manager's to hand in", async () => {
  const { cookie } = await makeProjectManager();
  const file = new File(["Namn;Kurs;Datum;Timmar\nÅsa;A;2026-01-01;1\n"], "lista.csv");
  const form = { submissionId: randomUUID(), kind: "training", file };
  expect(await call(upload, { cookie, form })).toBe("403");
});

test("a ledger with faults is shown with them, and can't be brought in", async () => {
  const { project, cookie } = await makeProjectManager();
  const whole = ledgerText({ vouchers });
  const id = await handIn(cookie, new File([whole.slice(0, -3)], "bok.se"));
  expect(await pageOf(cookie, id, `?project=${project.id}&object=P1`)).toMatchObject({
    ledger: { isTrusted: false, plan: null, problems: [{ severity: "error" }] },
  });
  const seen = "0".repeat(64);
  const form = { submissionId: randomUUID(), seen, project: project.id, object: "P1" };
  expect(await call(apply, { cookie, id, form })).toEqual({
    form: "Filen går inte att lita på. Se felen nedan.",
  });
});

test("somebody else's file is not there, whatever one does with it", async () => {
  const { project, cookie: owner } = await makeProjectManager();
  const { cookie } = await makeProjectManager();
  const id = await handIn(owner, ledger());
  const form = await formOf(owner, { id, project });
  expect(await call(show, { cookie, id })).toBe("404");
  expect(await call(apply, { cookie, id, form })).toBe("404");
  expect(await call(cancel, { cookie, id, form: {} })).toBe("404");
  await call(apply, { cookie: owner, id, form });
  expect(await call(askWithdraw, { cookie, id })).toBe("404");
  const yes = { submissionId: randomUUID() };
  expect(await call(withdraw, { cookie, id, form: yes })).toBe("404");
});

test("a file can't be brought into somebody else's project", async () => {
  const { cookie } = await makeProjectManager();
  const other = await makeProjectManager();
  const id = await handIn(cookie, ledger());
  const seen = "0".repeat(64);
  const form = { submissionId: randomUUID(), seen, project: other.project.id, object: "P1" };
  expect(await call(apply, { cookie, id, form })).toBe("404");
  expect(await db.cost.count({ where: { projectId: other.project.id } })).toBe(0);
});

test("a draft is thrown away with its file; what has been brought in isn't", async () => {
  const { project, cookie } = await makeProjectManager();
  const draft = await handIn(cookie, ledger());
  const { fileId } = await db.import.findUniqueOrThrow({ where: { id: draft } });
  expect(await call(cancel, { cookie, id: draft, form: {} })).toBe("303 /import");
  expect(await db.storedFile.count({ where: { id: fileId } })).toBe(0);
  expect(await call(cancel, { cookie, id: draft, form: {} })).toBe("404");

  const id = await handIn(cookie, ledger());
  await call(apply, { cookie, id, form: await formOf(cookie, { id, project }) });
  expect(await call(cancel, { cookie, id, form: {} })).toBe("409");
  expect(await db.voucher.count({ where: { importId: id } })).toBe(1);
});

test("drafts that were left for a week are gone with the next file", async () => {
  const { cookie } = await makeProjectManager();
  const old = await handIn(cookie, ledger());
  const eightDaysAgo = new Date(Date.now() - 8 * 86_400_000);
  await db.import.update({ where: { id: old }, data: { createdAt: eightDaysAgo } });
  const recent = await handIn(cookie, ledger());
  await handIn(cookie, ledger());
  expect(await db.import.count({ where: { id: { in: [old, recent] } } })).toBe(1);
});

test("any pair of a logged course and an invoice can be ticked, and what can't go together is said", async () => {
  const { project, cookie } = await makeProjectManager();
  const logged = { projectId: project.id, bookedOn: "2013-03-01", amountOre: 10_000 };
  await makeCost(db, { ...logged, sourceId: randomUUID(), text: "Sökmetoder" });
  await makeCost(db, { ...logged, sourceId: randomUUID(), text: "Samtal" });
  const rows = [{ kronor: 100 }, { kronor: 100 }];
  const both = { number: "2", rows };
  const id = await handIn(cookie, ledger({ vouchers: [...vouchers, both] }));
  const page = await pageOf(cookie, id, `?project=${project.id}&object=P1`);
  const { twins = [] } = page.state === "ledger" ? (page.ledger.plan ?? {}) : {};
  const nameOf = new Map(
    twins.map(({ key, ...twin }) => [`${twin.text} ${twin.voucher.number}`, key]),
  );
  expect([...nameOf.values()].filter((name) => /^[0-9a-f-]{36}$/.test(name))).toHaveLength(2);
  const form = await formOf(cookie, { id, project });
  const tick = (...pairs: string[]) =>
    call(apply, {
      cookie,
      id,
      form: { ...form, replace: pairs.map((pair) => nameOf.get(pair) ?? "") },
    });
  expect(await tick("Samtal 1", "Sökmetoder 1")).toEqual({
    // Vitest's matchers are of type any.
    replace: expect.stringMatching(/en faktura/) as unknown,
  });
  expect(await tick("Samtal 2")).toEqual({
    // Vitest's matchers are of type any.
    replace: expect.stringMatching(/också vara kursen Sökmetoder/) as unknown,
  });
  expect(await tick("Samtal 2", "Sökmetoder 2")).toBe(`303 /import/${id}`);
  const costs = await db.cost.findMany({ where: { projectId: project.id, withdrawnAt: null } });
  expect(costs).toHaveLength(2);
});

test.each([
  ["an id that is none", { project: "x" }, { project: /går inte att läsa/ }],
  ["no object", { object: "" }, { object: /Fyll i/ }],
  ["a mark that is none", { seen: "x" }, { seen: /går inte att läsa/ }],
  ["a cost that is none", { replace: "x" }, { replace: /går inte att läsa/ }],
])("%s is answered beside its field", async (_, given, words) => {
  const { project, cookie } = await makeProjectManager();
  const id = await handIn(cookie, ledger());
  const form = { ...(await formOf(cookie, { id, project })), ...given };
  const [field = "", pattern = /./] = Object.entries(words)[0] ?? [];
  expect(await call(apply, { cookie, id, form })).toEqual({
    // Vitest's matchers are of type any.
    [field]: expect.stringMatching(pattern) as unknown,
  });
});
