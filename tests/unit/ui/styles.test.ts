import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { readThemes } from "./stylesheet";

const uiFolder = fileURLToPath(new URL("../../../app/ui", import.meta.url));

it("sets no style attribute, which the content security policy would drop", () => {
  const guilty = filesOf(".tsx").filter((file) => /\sstyle=/.test(readFileSync(file, "utf8")));
  expect(guilty).toEqual([]);
});

it("uses only custom properties that exist", () => {
  const known = new Set([
    ...Object.keys(readThemes().light),
    "--tone",
    "--tone-tint",
    "--picker-height",
  ]);
  const used = filesOf(".css").flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(/var\((--[\w-]+)/g)].map(([, name = ""]) => name),
  );
  expect(used.filter((name) => !known.has(name))).toEqual([]);
});

it("embeds no data addresses, which the content security policy would block", () => {
  const guilty = filesOf(".css").filter((file) =>
    readFileSync(file, "utf8").includes('url("data:'),
  );
  expect(guilty).toEqual([]);
});

function filesOf(ending: string): string[] {
  return readdirSync(uiFolder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(ending))
    .map((file) => join(uiFolder, file));
}
