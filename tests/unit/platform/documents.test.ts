import { expect, test } from "vitest";
import { downloadOf, readDocument } from "~/platform/files.server";
import { safeFileName } from "~/platform/file-name";
import { docxFile, pdfFile, pictureFile, zipOf } from "../../factories/document-files";

const maxBytes = 1_000_000;

const documents: [string, () => File | Promise<File>, string][] = [
  ["pdf", () => pdfFile(), "application/pdf"],
  ["png", () => pictureFile("png", "a.png"), "image/png"],
  ["jpg", () => pictureFile("jpeg", "a.jpeg"), "image/jpeg"],
  ["webp", () => pictureFile("webp", "a.webp"), "image/webp"],
  [
    "docx",
    () => docxFile(),
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  ],
];

test.each(documents)("takes a %s for what it is", async (extension, make, mediaType) => {
  const file = await readDocument(await make(), { maxBytes });

  expect(file).toMatchObject({ mediaType, name: expect.stringMatching(`\\.${extension}$`) });
});

test.each(documents)("says that a %s was cut off on its way", async (_extension, make) => {
  const whole = new Uint8Array(await (await make()).arrayBuffer());
  const cut = new File([whole.slice(0, -8)], "cut");

  expect(await readDocument(cut, { maxBytes })).toBe("cut-off");
});

test.each([
  ["a web page", new File(["<!doctype html><script>alert(1)</script>"], "intyg.pdf")],
  ["a drawing that may hold scripts", new File(["<svg onload='alert(1)'/>"], "intyg.png")],
  ["a program", new File([new Uint8Array([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0])], "intyg.docx")],
  ["a plain zip", new File([zipOf([["a.txt", "hej"]])], "intyg.docx")],
  ["plain text", new File(["Jag var där."], "intyg.pdf", { type: "application/pdf" })],
  ["a picture of another kind", new File(["GIF89a\x01\0\x01\0\0\0\0;"], "intyg.png")],
  ["one byte", new File(["x"], "x.pdf")],
])("does not take %s, whatever it calls itself", async (_what, file) => {
  expect(await readDocument(file, { maxBytes })).toBe("wrong-kind");
});

test("does not take a file without content", async () => {
  expect(await readDocument(new File([], "intyg.pdf"), { maxBytes })).toBe("empty");
});

test("takes a file of the most bytes, and none of one more", async () => {
  const file = pdfFile();

  expect(await readDocument(file, { maxBytes: file.size })).toMatchObject({ name: "intyg.pdf" });
  expect(await readDocument(file, { maxBytes: file.size - 1 })).toBe("too-large");
});

test.each([
  ["Intyg Åsa Öberg.PDF", "Intyg Åsa Öberg.pdf"],
  ["../../etc/passwd", "passwd.pdf"],
  ["C:\\Users\\Kim\\intyg.pdf", "intyg.pdf"],
  ["intyg.html", "intyg.html.pdf"],
  ["fdp.gnp\u202Eintyg.pdf", "fdp.gnpintyg.pdf"],
  ['a<b>"c|d?.pdf', "a_b__c_d_.pdf"],
  ["line\r\nbreak\0.pdf", "linebreak.pdf"],
  ["...", "document.pdf"],
  ["", "document.pdf"],
  [" .pdf", "document.pdf"],
  [`${"å".repeat(200)}.pdf`, `${"å".repeat(96)}.pdf`],
])("keeps %j as %j", (given, kept) => {
  expect(safeFileName(given, "pdf")).toBe(kept);
});

test("a download is saved and never shown, and its name can't add headers", () => {
  const { headers } = downloadOf({
    name: 'Åsas "intyg".pdf',
    mediaType: "application/pdf",
    bytes: new Uint8Array([1, 2, 3]),
  });

  expect(headers.get("content-disposition")).toBe(
    `attachment; filename="_sas _intyg_.pdf"; filename*=UTF-8''%C3%85sas%20%22intyg%22.pdf`,
  );
  expect(headers.get("x-content-type-options")).toBe("nosniff");
  expect(headers.get("content-type")).toBe("application/pdf");
  expect(headers.get("content-security-policy")).toContain("sandbox");
});
