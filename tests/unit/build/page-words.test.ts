import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import sv from "~/i18n/sv";
import { wordsOfPage, type Words } from "../../../scripts/build/page-words";

test("a page has its own words and those of the frame, and not those of others", () => {
  const words = keysOf(wordsOfPage("app/routes/sign-in.tsx", sv));
  expect(words).toContain("access.signIn.title");
  expect(words.some((key) => key.startsWith("errors."))).toBe(true);
  expect(words.filter((key) => /^(funding|outcomes|reports)\./.test(key))).toEqual([]);
});

test("every message is some page's, or a file's alone", () => {
  const routes = readdirSync("app/routes").map((file) => `app/routes/${file}`);
  const shown = new Set(routes.flatMap((route) => keysOf(wordsOfPage(route, sv))));
  expect(keysOf(sv).filter((key) => !shown.has(key))).toEqual([]);
});

function keysOf(words: Words, prefix = ""): string[] {
  return Object.entries(words).flatMap(([name, word]) =>
    typeof word === "string" ? [prefix + name] : keysOf(word, `${prefix}${name}.`),
  );
}
