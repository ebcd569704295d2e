import { expect, test } from "vitest";
import { failureLine } from "~/platform/failure-line";

const token = "q1W2e3R4t5Y6u7I8o9P0-_aSdFgHjKlZxCvBnM12345";
const requestId = "0f8fad5b-d9cb-469f-a165-70867728950e";

function lineOf(error: unknown, address: string, path: string, referer?: string) {
  return failureLine(error, { address, path, requestId, referer });
}

const invalid = (url: string): Error => {
  try {
    return new Error(new URL(url).href);
  } catch (error) {
    if (error instanceof Error) return error;
    throw error;
  }
};

test.each([
  ["in its text", new Error(`No route matches URL "/password/${token}/x"`)],
  ["in a cause's", new Error("It failed", { cause: new Error(`${token} is spent`) })],
  ["in a property", invalid(`http://a b/password/${token}`)],
  ["as a route's answer", { status: 404, data: `Error: No route matches "/password/${token}"` }],
  ["as a text", `/password/${token} failed`],
])("an error that quotes the address %s doesn't bring its secret to the log", (_where, error) => {
  const address = `http://localhost:3000/password/${token}.data?returnTo=${token}`;
  const line = lineOf(error, address, "/password/:token.data");
  expect(line).toMatchObject({ requestId, path: "/password/:token.data" });
  expect(JSON.stringify(line)).not.toContain(token);
});

test("nor one that quotes the query, the page that the request came from, or what it means", () => {
  const odd = token.replace("-", "%2D");
  const texts = [token, odd, `%2Fpassword%2F${token}`, `/password/${token}`];
  for (const text of texts) {
    const error = new Error(`Not understood: ${text}`);
    const lines = [
      lineOf(error, `/sign-in?returnTo=%2Fpassword%2F${token}&x=${odd}`, "/sign-in"),
      lineOf(error, "/language", "/language", `http://localhost/password/${odd}?a=${token}`),
      lineOf(error, `/password/${odd}`, "/password/:token"),
      lineOf(error, `/pasword/${odd}`, "/*"),
    ];
    for (const line of lines) {
      expect(JSON.stringify(line)).not.toContain(token);
      expect(JSON.stringify(line)).not.toContain(odd);
    }
  }
});

test("the rest of an error stays: its type, text, code and where it was thrown", () => {
  const error = Object.assign(new TypeError("No person 17 in /people/elin-bjork"), {
    code: "P2025",
    meta: { email: "elin@example.se" },
  });
  const { err } = lineOf(error, "/people/elin-bjork/edit?q=1", "/people/elin-bjork/edit");
  expect(err).toMatchObject({
    type: "TypeError",
    message: "No person 17 in /people/elin-bjork",
    code: "P2025",
  });
  expect(err.stack).toContain("failure-line.test.ts");
  expect(JSON.stringify(err)).not.toContain("elin@example.se");
});

test("anything can be thrown", () => {
  for (const thrown of [undefined, null, 0, {}, Object.create(null), new Response("")]) {
    expect(lineOf(thrown, "/", "/").err.type).toBeTypeOf("string");
  }
});
