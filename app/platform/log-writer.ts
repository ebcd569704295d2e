import { closeSync, constants, openSync, writeSync } from "node:fs";
import { mkdir, open, type FileHandle } from "node:fs/promises";
import { dirname } from "node:path";
import { toStandardError } from "./standard-error";

export type LogWriter = { write: (line: string) => void };

const writersKey = Symbol.for("kaskad.log-writers");

/** The process's writer of a file: one also for the built app, which has this module of its own. */
export function logWriter(file: string): LogWriter {
  // Nothing else in the process knows the symbol.
  const shared = globalThis as { [writersKey]?: Map<string, LogWriter> };
  const writers = (shared[writersKey] ??= new Map<string, LogWriter>());
  const writer = writers.get(file) ?? makeLogWriter(file);
  writers.set(file, writer);
  return writer;
}

/** Characters that wait for a file that takes none; the lines that come then are left out. */
const MOST_WAITING = 500_000;
const RETRY_MS = 5000;
// A pipe that nobody reads is no reason to wait either. Windows has no such flag: then it is none.
const FLAGS = constants.O_APPEND | constants.O_CREAT | constants.O_WRONLY | constants.O_NONBLOCK;

/**
 * Adds lines to a file, which is opened by its name for every few of them: a folder that was taken
 * away is made anew, a file that was put aside begun again. While it can't be written the program
 * goes on: that is said once, a limited number of lines wait, and what had to be left out is
 * counted in the file as soon as it takes lines again.
 */
export function makeLogWriter(
  file: string,
  {
    say = toStandardError,
    retryMs = RETRY_MS,
  }: { say?: (text: string) => void; retryMs?: number } = {},
): LogWriter {
  let waiting: string[] = [];
  let waitingLength = 0;
  let lost = 0;
  // What has been taken from those and is not in the file yet.
  let unwritten: Buffer = Buffer.alloc(0);
  let isBusy = false;
  let isBeingWritten = false;
  let isBroken = false;

  process.once("exit", writeRest);
  return { write };

  function write(line: string): void {
    if (waitingLength + line.length > MOST_WAITING) {
      lost += 1;
      return;
    }
    waiting.push(line);
    waitingLength += line.length;
    if (!isBusy) void writeOut();
  }

  async function writeOut(): Promise<void> {
    isBusy = true;
    try {
      while (unwritten.length > 0 || waiting.length > 0) {
        if (unwritten.length === 0) unwritten = takeWaiting();
        await append();
        tellOfGap();
      }
      isBusy = false;
    } catch (error) {
      if (!isBroken) say(complaint(file, error, retryMs));
      isBroken = true;
      setTimeout(() => void writeOut(), retryMs).unref();
    }
  }

  function takeWaiting(): Buffer {
    const taken = Buffer.from(waiting.join(""));
    waiting = [];
    waitingLength = 0;
    return taken;
  }

  async function append(): Promise<void> {
    const handle = await openLog(file);
    try {
      while (unwritten.length > 0) {
        isBeingWritten = true;
        const { bytesWritten } = await handle.write(unwritten);
        isBeingWritten = false;
        if (bytesWritten === 0) throw new Error("it takes nothing");
        unwritten = unwritten.subarray(bytesWritten);
      }
    } finally {
      isBeingWritten = false;
      await handle.close();
    }
  }

  function tellOfGap(): void {
    if (isBroken) {
      say(`The log ${file} can be written again. Lines that are missing: ${lost}.\n`);
    }
    isBroken = false;
    if (lost === 0) return;
    const msg = "Lines are missing here: the log could not be written";
    waiting.push(`${JSON.stringify({ level: 40, time: Date.now(), lost, msg })}\n`);
    lost = 0;
  }

  /** The process ends: what still waits is written at once, or never. */
  function writeRest(): void {
    // What is being written gets there by itself.
    const rest = Buffer.concat([isBeingWritten ? Buffer.alloc(0) : unwritten, takeWaiting()]);
    if (rest.length === 0) return;
    try {
      const descriptor = openSync(file, FLAGS);
      writeSync(descriptor, rest);
      closeSync(descriptor);
    } catch (error) {
      if (!isBroken) say(complaint(file, error, retryMs));
    }
  }
}

async function openLog(file: string): Promise<FileHandle> {
  try {
    return await open(file, FLAGS);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
    await mkdir(dirname(file), { recursive: true });
    return open(file, FLAGS);
  }
}

function complaint(file: string, error: unknown, retryMs: number): string {
  const reason = error instanceof Error ? error.message : String(error);
  return `The log ${file} can't be written (${reason}). Kaskad goes on without it, and tries again every ${retryMs / 1000} seconds.\n`;
}
