import { execFileSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { makeLogWriter } from "~/platform/log-writer";

/** A writer of a file in a folder of its own, and what it has said on standard error. */
function writerIn(name = "kaskad.log") {
  const folder = mkdtempSync(join(tmpdir(), "kaskad-log-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return { folder, ...writerOf(join(folder, name)) };
}

function writerOf(file: string) {
  const said: string[] = [];
  const { write } = makeLogWriter(file, { say: (text) => said.push(text), retryMs: 20 });
  return { file, said, write };
}

const textOf = (file: string) => (existsSync(file) ? readFileSync(file, "utf8") : "");
const line = (number: number) => `{"line":${number},"å":"${"ö".repeat(50)}"}\n`;

test("every line is written once, in order", async () => {
  const { file, said, write } = writerIn("below/it/kaskad.log");
  const lines = Array.from({ length: 5000 }, (_, number) => line(number));
  for (const [number, text] of lines.entries()) {
    write(text);
    if (number % 500 === 0) await sleep(1);
  }
  await expect.poll(() => textOf(file)).toBe(lines.join(""));
  expect(said).toEqual([]);
});

test.skipIf(process.platform !== "linux")(
  "a full disk is told of once, however much is written",
  async () => {
    const { said, write } = writerOf("/dev/full");
    for (let round = 0; round < 10; round++) {
      for (let number = 0; number < 1000; number++) write(line(number));
      await sleep(10);
    }
    expect(said).toEqual([
      expect.stringMatching(/^The log \/dev\/full can't be written \(ENOSPC.*\)\. Kaskad goes on/),
    ]);
  },
);

test("what can't be written waits, up to a limit, and what is missing is counted", async () => {
  const { folder, file, said, write } = writerIn("below/kaskad.log");
  writeFileSync(join(folder, "below"), "a file where the folder should be");
  const count = 100_000;
  write(line(0));
  await expect.poll(() => said).toHaveLength(1);
  for (let number = 1; number < count; number++) {
    write(line(number));
    // Now and then it is tried again in between.
    if (number % 10_000 === 0) await sleep(30);
  }
  rmSync(join(folder, "below"));
  await expect.poll(() => said).toHaveLength(2);
  write("the last\n");
  await expect.poll(() => textOf(file)).toMatch(/the last\n$/);

  const lines = textOf(file).trimEnd().split("\n");
  const kept = lines.filter((text) => text.startsWith('{"line"'));
  expect(kept).toEqual(kept.map((_, number) => line(number).trimEnd()));
  expect(kept.join("").length).toBeLessThan(1_000_000);
  const lost = count - kept.length;
  expect(lines.filter((text) => text.includes(`"lost":${lost},`))).toHaveLength(1);
  expect(said[1]).toContain(`can be written again. Lines that are missing: ${lost}.`);
});

test("a folder that was taken away is made anew, a file that was put aside begun again", async () => {
  const { folder, file, said, write } = writerIn("below/kaskad.log");
  write("one\n");
  await expect.poll(() => textOf(file)).toBe("one\n");
  rmSync(join(folder, "below"), { recursive: true });
  write("two\n");
  await expect.poll(() => textOf(file)).toBe("two\n");
  renameSync(file, `${file}.1`);
  write("three\n");
  await expect.poll(() => textOf(file)).toBe("three\n");
  expect(said).toEqual([]);
});

test("it is told of again when it happens again", async () => {
  const { file, said, write } = writerIn();
  for (const round of [1, 2]) {
    rmSync(file, { force: true });
    mkdirSync(file);
    write(`${round}\n`);
    await expect.poll(() => said).toHaveLength(2 * round - 1);
    rmSync(file, { recursive: true });
    await expect.poll(() => said).toHaveLength(2 * round);
    expect(textOf(file)).toBe(`${round}\n`);
  }
});

test.skipIf(process.platform === "win32")("a pipe that nobody reads holds nothing up", async () => {
  const { folder, said } = writerIn();
  const pipe = join(folder, "pipe");
  execFileSync("mkfifo", [pipe]);
  const writer = writerOf(pipe);
  writer.write("one\n");
  await expect.poll(() => writer.said).toHaveLength(1);
  expect(statSync(pipe).isFIFO()).toBe(true);
  expect(said).toEqual([]);
});
