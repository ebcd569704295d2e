import { fileURLToPath } from "node:url";
import { expect, test, vi } from "vitest";
import { runCommand } from "../../support/run-command";

// Each call starts a Node of its own.
vi.setConfig({ testTimeout: 60_000 });

function fixture(name: string): string {
  return fileURLToPath(new URL(`../../fixtures/sie/${name}`, import.meta.url));
}

// A database that isn't there: none is needed.
const env = { DATABASE_URL: "postgresql://nobody@127.0.0.1:9/none" };

test("--inspect prints the file's figures as one line of JSON, and nothing else", async () => {
  const args = ["sie", fixture("municipal-4e-cp437.se"), "--inspect"];
  const { code, out, err } = await runCommand("import", args, env);

  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(out.split("\n")).toHaveLength(2);
  expect(JSON.parse(out)).toEqual({
    program: "Påhittad Ekonomi",
    encoding: "cp437",
    vouchers: 4,
    rows: 9,
    projects: { "42": 900_000, "0042": 3_120_050 },
  });
});

test("of a file that can't be trusted it prints the figures and the reasons, and ends with 1", async () => {
  const args = ["sie", fixture("damaged-unbalanced.se"), "--inspect"];
  const { code, out, err } = await runCommand("import", args, env);

  expect(code).toBe(1);
  expect(JSON.parse(out)).toMatchObject({ vouchers: 1, projects: { P1: 100_000 } });
  expect(err).toMatch(/^error: Line 6, #VER A 1, .*do not sum to zero/);
});

test("of a file that can't be read at all it gives the reasons only", async () => {
  const args = ["sie", fixture("../../unit/exchange/inspect-command.test.ts"), "--inspect"];
  const { code, out, err } = await runCommand("import", args, env);

  expect({ code, out }).toEqual({ code: 1, out: "" });
  expect(err).toMatch(/^error: This is not a SIE file\./);
});

test.each([
  [["sie"], "Name what to import, and one file."],
  [["bank", "a.se"], "Name what to import, and one file."],
  [["sie", "no-such-file.se", "--inspect"], "no-such-file.se can't be read: ENOENT"],
  [["sie", "a.se", "--frobnicate"], "Unknown option '--frobnicate'"],
  [["sie", fixture("cloud-4e-utf-8-mark.se")], "--project CODE --object ID"],
])("%j is refused in words", async (args, words) => {
  const { code, out, err } = await runCommand("import", args, env);

  expect({ code, out }).toEqual({ code: 1, out: "" });
  expect(err).toContain(words);
  expect(err).not.toContain("    at ");
});
