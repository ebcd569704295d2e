import { expect, test } from "vitest";
import { AppError } from "~/platform/app-error";
import { makeCookie, readCookie, readForm, safeReturnTo } from "~/platform/http.server";

function posted(body: BodyInit, type?: string): Request {
  return new Request("http://localhost/form", {
    method: "POST",
    body,
    ...(type && { headers: { "content-type": type } }),
  });
}

test("a form is read, url-encoded or in parts", async () => {
  const plain = await readForm(posted("a=1&a=2", "application/x-www-form-urlencoded"));
  expect(plain.getAll("a")).toEqual(["1", "2"]);
  const parts = new FormData();
  parts.append("file", new File(["hej"], "å.txt"));
  const file = (await readForm(posted(parts))).get("file");
  expect(file).toBeInstanceOf(File);
});

test("more than fits is refused, whatever length the sender claims", async () => {
  const request = posted("a=" + "x".repeat(2000), "application/x-www-form-urlencoded");
  await expect(readForm(request, 1000)).rejects.toMatchObject({ code: "too-large", status: 413 });
});

test.each<[string, (fields: number) => Request]>([
  ["url-encoded", (fields) => posted("a&".repeat(fields), "application/x-www-form-urlencoded")],
  ["in parts", (fields) => posted(partsOf(fields), 'multipart/form-data; boundary="b"')],
])("a form of more fields than any has is refused before it is read: %s", async (_how, form) => {
  expect([...(await readForm(form(2000)))]).toHaveLength(2000);
  await expect(readForm(form(4000))).rejects.toMatchObject({ code: "too-large", status: 413 });
});

function partsOf(fields: number): string {
  return `${'--b\r\nContent-Disposition: form-data; name="a"\r\n\r\n\r\n'.repeat(fields)}--b--`;
}

test("JSON is no form, and a form that was cut off can't be read", async () => {
  await expect(readForm(posted("{}", "application/json"))).rejects.toBeInstanceOf(AppError);
  const cut = posted(
    '--b\r\nContent-Disposition: form-data; name="a"\r\n\r\nhal',
    "multipart/form-data; boundary=b",
  );
  await expect(readForm(cut)).rejects.toMatchObject({ code: "bad-request" });
});

test.each([
  ["/training?page=2", "/training?page=2"],
  ["//evil.example", "/"],
  ["/\\evil.example", "/"],
  ["https://evil.example", "/"],
  ["javascript:alert(1)", "/"],
  ["/a b", "/"],
  [null, "/"],
])("to come back to %s means %s", (asked, given) => {
  expect(safeReturnTo(asked)).toBe(given);
});

test("cookies: one among several, and none that a script can read", () => {
  const request = new Request("http://localhost/", {
    headers: { cookie: "a=1; session=x=y; b=2" },
  });
  expect(readCookie(request, "session")).toBe("x=y");
  expect(readCookie(request, "sess")).toBeNull();
  const cookie = makeCookie("session", "t", { maxAge: 60, secure: true });
  expect(cookie).toBe("session=t; Path=/; HttpOnly; SameSite=Lax; Max-Age=60; Secure");
});
