import { expect, test } from "vitest";
import { readForm } from "~/platform/http.server";

const formId = "0b8f4a5e-6d0c-4a43-9d6f-0c6d2f6f8a11";
const texts: [string, string][] = [
  ["submissionId", formId],
  ["learned", "Att söka\noch pröva"],
  ["level", "2"],
];
const fields: [string, string | File][] = [
  ...texts,
  ["evidence", new File(["ett intyg"], "intyg.pdf", { type: "application/pdf" })],
];

test("the same form with the same content is the same submission, however it is written", async () => {
  const sent = await sealOf(fields);
  expect(sent).toMatch(new RegExp(`^${formId}\\.[\\w-]{43}$`));
  expect(await sealOf(fields)).toBe(sent);
  // A browser without scripts ends its lines in another way.
  expect(await sealOf(changed("learned", "Att söka\r\noch pröva"))).toBe(sent);
  // A form that is shown again has the whole of the last one in its field.
  const again = changed("submissionId", String(sent));
  expect(await sealOf(again)).toBe(sent);
  expect(await sealOf([...again, ["level", "3"]])).not.toBe(sent);
});

test("a form in parts and one in a line are the same submission", async () => {
  expect(await sealOf(new URLSearchParams(texts))).toBe(await sealOf(texts));
});

test.each<[string, string | File]>([
  ["learned", "Att söka"],
  ["level", "3"],
  ["evidence", new File(["ett annat"], "intyg.pdf")],
  ["evidence", new File(["ett intyg"], "intyg (1).pdf")],
])("another %s is another submission", async (name, value) => {
  expect(await sealOf(changed(name, value))).not.toBe(await sealOf(fields));
});

test("so is the form of another address, a field more, and one that went from field to field", async () => {
  const sent = await sealOf(fields);
  expect(await sealOf(fields, "/training/mend")).not.toBe(sent);
  expect(await sealOf([...fields, ["level", ""]])).not.toBe(sent);
  const pair = (a: string, b: string) => sealOf([fields[0]!, ["a", a], ["b", b]]);
  expect(await pair("1", "")).not.toBe(await pair("", "1"));
});

test.each(["", "1", `${formId}x`])("an id that is none stays as it is: %j", async (id) => {
  expect(await sealOf(changed("submissionId", id))).toBe(id);
});

function changed(name: string, value: string | File) {
  return fields.map<[string, string | File]>((field) =>
    field[0] === name ? [name, value] : field,
  );
}

async function sealOf(
  content: [string, string | File][] | URLSearchParams,
  path = "/training/log",
): Promise<unknown> {
  const body = content instanceof URLSearchParams ? content : inParts(content);
  const request = new Request(`http://localhost${path}`, { method: "POST", body });
  return (await readForm(request)).get("submissionId");
}

function inParts(content: [string, string | File][]): FormData {
  const form = new FormData();
  for (const [name, value] of content) {
    if (typeof value === "string") form.append(name, value);
    else form.append(name, value);
  }
  return form;
}
