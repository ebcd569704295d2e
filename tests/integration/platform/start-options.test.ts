import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { fingerprint } from "../../../scripts/start/fingerprint.mjs";
import { readOptions } from "../../../scripts/start/options.mjs";
import { hasLockedPackages } from "../../../scripts/start/packages.mjs";
import { isDemoOpen } from "../../../scripts/start/sign-in-hint";

describe("the options of npm start", () => {
  it("come from the command line, then from the environment, then from us", () => {
    const usual = readOptions([], {});
    expect(usual).toMatchObject({ host: "127.0.0.1", port: 3000, dataDir: resolve("data") });
    const env = { PORT: "4000", KASKAD_DATA: "/tmp/there" };
    expect(readOptions([], env)).toMatchObject({ port: 4000, dataDir: "/tmp/there" });
    const args = ["--port", "0", "--data", "/tmp/here", "--host", "::1", "--empty"];
    const said = { port: 0, dataDir: "/tmp/here", host: "::1", empty: true };
    expect(readOptions(args, env)).toMatchObject(said);
  });

  it.each([[""], ["a b"], ["http://localhost"]])("refuse %j as a host", (host) => {
    expect(() => readOptions([`--host=${host}`], {})).toThrow(`"${host}" is none`);
  });

  it.each([["http"], ["65536"], ["-1"], ["3000.5"]])("refuse %s as a port", (port) => {
    expect(() => readOptions([`--port=${port}`], {})).toThrow(`"${port}" is none`);
  });

  it("refuse what they don't know, and show what they do", () => {
    expect(() => readOptions(["--prot", "1"], {})).toThrow("Usage: npm start");
  });
});

describe("the demo's one-click sign-in", () => {
  it.each([
    [["--host", "127.0.0.1"], true],
    [["--host", "localhost"], true],
    [["--host", "0.0.0.0"], false],
    [["--host", "::"], false],
    [["--host", "127.evil.test"], false],
    [["--host", "0.0.0.0", "--demo-public"], true],
  ])("with %j: %s", (args, open) => {
    expect(isDemoOpen("demo", readOptions(args, {}))).toBe(open);
    expect(isDemoOpen("own", readOptions(args, {}))).toBe(false);
  });

  it("is closed behind a proxy, which brings everybody to this machine's own address", () => {
    const env = { KASKAD_TRUST_PROXY: "1" };
    expect(isDemoOpen("demo", readOptions([], env))).toBe(false);
    expect(isDemoOpen("demo", readOptions(["--demo-public"], env))).toBe(true);
  });
});

describe("node_modules", () => {
  const locked = {
    "": {},
    "node_modules/a": { version: "1.0.0", integrity: "sha512-a" },
    "node_modules/b": { version: "2.0.0", integrity: "sha512-b", optional: true },
    "node_modules/c": { version: "3.0.0", integrity: "sha512-c", dev: true },
  };
  const { "node_modules/a": a, "node_modules/b": b } = locked;

  it.each([
    ["all is there", { "node_modules/a": a, "node_modules/b": b }, true],
    ["what may be missing is missing", { "node_modules/a": a }, true],
    ["a package is missing", { "node_modules/b": b }, false],
    ["a package is of another version", { "node_modules/a": { ...a, version: "1.0.1" } }, false],
    ["a package has another content", { "node_modules/a": { ...a, integrity: "sha512-x" } }, false],
    ["nothing is installed", null, false],
  ])("when %s", (_what, installed, upToDate) => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, "package-lock.json"), JSON.stringify({ packages: locked }));
    mkdirSync(join(folder, "node_modules"));
    const record = join(folder, "node_modules", ".package-lock.json");
    if (installed) writeFileSync(record, JSON.stringify({ packages: installed }));
    expect(hasLockedPackages(folder)).toBe(upToDate);
  });
});

describe("a fingerprint", () => {
  it("changes with contents and names, and with nothing else", () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, "app", "made"), { recursive: true });
    const write = (name: string, text: string) => writeFileSync(join(folder, "app", name), text);
    const print = () => fingerprint(folder, ["app", "missing"], ["app/made"]);
    write("a.ts", "1");
    const first = print();
    write("a.ts", "1");
    write("made/b.ts", "2");
    expect(print()).toBe(first);
    write("a.ts", "2");
    expect(print()).not.toBe(first);
    write("a.ts", "1");
    write("c.ts", "");
    expect(print()).not.toBe(first);
  });
});

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "kaskad-start-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}
