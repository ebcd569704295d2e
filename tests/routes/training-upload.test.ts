import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { openSession } from "~/features/access/sessions.server";
import { sessionCookie } from "~/features/access/visit.server";
import { todayInStockholm } from "~/platform/clock";
import { action } from "~/routes/training.log";
import { loader as evidence } from "~/routes/training.$id.evidence";
import { pdfFile } from "../factories/document-files";
import { makeWorkplace } from "../factories/workplace";
import { testDatabase } from "../support/database";

const { db } = await testDatabase();
const { authorityId, employee } = await makeWorkplace(db);
const account = await db.account.create({
  data: {
    authorityId,
    personId: employee.personId,
    name: employee.name,
    email: "employee@example.se",
    roleGrants: { create: [{ role: "employee" }] },
  },
});
const cookie = `${sessionCookie}=${await openSession(db, account.id)}`;

function courseForm(evidenceFile: File): FormData {
  const form = new FormData();
  const typed = { title: "Sökmetoder", heldOn: todayInStockholm(), hours: "1,5" };
  for (const [name, value] of Object.entries({ submissionId: randomUUID(), ...typed })) {
    form.set(name, value);
  }
  form.set("evidenceFile", evidenceFile);
  return form;
}

async function send(form: FormData, cutOff = 0) {
  const whole = new Request("http://localhost/training/log", { method: "POST", body: form });
  const bytes = new Uint8Array(await whole.arrayBuffer());
  const request = new Request(whole.url, {
    method: "POST",
    body: bytes.slice(0, bytes.length - cutOff),
    headers: { cookie, "content-type": whole.headers.get("content-type") ?? "" },
  });
  return action({ request, params: {} }).then(
    (answer) => ({ status: answer.init?.status, ...answer.data.form }),
    (thrown: unknown) => {
      if (thrown instanceof Response) {
        return { status: thrown.status, location: thrown.headers.get("location") ?? "" };
      }
      if (thrown instanceof Error) throw thrown;
      // What the action throws besides responses is data with a status.
      return { status: (thrown as { init: { status: number } }).init.status };
    },
  );
}

test("a course with a file is sent in whole, and its file comes back as it was", async () => {
  const sent = pdfFile("Intyg Åsa.pdf");
  const answer = await send(courseForm(sent));
  expect(answer.status).toBe(303);

  const address = "location" in answer ? (answer.location ?? "") : "";
  const id = new URL(address, "http://localhost").searchParams.get("logged");
  const request = new Request(`http://localhost/training/${id}/evidence`, { headers: { cookie } });
  const response = await evidence({ request, params: { id: id ?? "" } });
  expect(await response.text()).toBe(await sent.text());
  expect(response.headers.get("content-disposition")).toMatch(/^attachment;/);
  expect(response.headers.get("content-type")).toBe("application/pdf");
});

test.each([1, 20, 70, 200])("a form that lost its last %d bytes is refused whole", async (lost) => {
  const before = await db.trainingRecord.count();

  expect((await send(courseForm(pdfFile()), lost)).status).toBe(400);
  expect(await db.trainingRecord.count()).toBe(before);
  expect(await db.submission.count({ where: { result: null } })).toBe(0);
});

test("a file that is too large is told beside its field, and what was typed comes back", async () => {
  const large = new File([new Uint8Array(10_000_001)], "film.pdf");

  expect(await send(courseForm(large))).toMatchObject({
    status: 400,
    errors: { evidenceFile: expect.stringContaining("10 MB") },
    values: { title: "Sökmetoder", hours: "1,5" },
  });
});

test("a form that is larger than any form is not read to its end", async () => {
  const huge = new File([new Uint8Array(32_000_001)], "film.pdf");

  expect((await send(courseForm(huge))).status).toBe(413);
});
