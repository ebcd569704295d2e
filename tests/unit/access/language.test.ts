import { expect, test } from "vitest";
import { preferredLanguage } from "~/i18n/language";

test.each([
  [null, "sv"],
  ["", "sv"],
  ["en-GB,en;q=0.9", "en"],
  ["de,fr;q=0.8", "sv"],
  ["de,en;q=0.5,sv;q=0.4", "en"],
  ["en;q=0,sv", "sv"],
  ["sv;q=0.1, en;q=0.9", "en"],
])("a browser that prefers %s reads %s", (header, language) => {
  expect(preferredLanguage(header)).toBe(language);
});
