import { monitorEventLoopDelay } from "node:perf_hooks";
import iconv from "iconv-lite";
import { readSie, readSieBeside } from "~/formats/sie/read-sie";
import { summariseSie } from "~/formats/sie/summarise";
import { printTable } from "./table";
import { computingTime } from "./timing";

/** The largest file that is taken in should be read in a few seconds. */
const limitMbPerSecond = 5;
/** Who else uses the program should not notice that a ledger is read. */
const limitMsOfWaiting = 100;
const rounds = 5;

/** How fast a ledger is read, and read and summed up by its objects. */
export async function benchSieReader(share: number): Promise<void> {
  const bytes = ledger(Math.round(100_000 * share));
  const mb = bytes.length / 1e6;
  const read = (1000 * mb) / computingTime(rounds, () => readSie(bytes));
  const both = (1000 * mb) / computingTime(rounds, () => summariseSie(readSie(bytes).file));
  console.log(`\nA SIE 4 file of ${mb.toFixed(1)} MB in CP437`);
  printTable(
    ["", "MB/s", `limit of ${limitMbPerSecond} MB/s ÷ ours`],
    [
      ["read", read.toFixed(1), (limitMbPerSecond / read).toFixed(2)],
      ["read and sum up", both.toFixed(1), (limitMbPerSecond / both).toFixed(2)],
    ],
  );
  const waited = await longestWait(() => readSieBeside(bytes));
  printTable(
    ["", "ms", `ours ÷ limit of ${limitMsOfWaiting} ms`],
    [["longest wait of others", waited.toFixed(0), (waited / limitMsOfWaiting).toFixed(2)]],
  );
}

/** The longest time, in milliseconds, that nothing else got its turn while `work` was done. */
async function longestWait(work: () => Promise<unknown>): Promise<number> {
  const delays = monitorEventLoopDelay({ resolution: 5 });
  delays.enable();
  await work();
  delays.disable();
  return delays.max / 1e6;
}

/** A ledger with so many vouchers of three rows each. */
function ledger(vouchers: number): Buffer {
  const lines = ["#FLAGGA 0", '#PROGRAM "Ekonomi" 1', "#FORMAT PC8", "#GEN 20260101", "#SIETYP 4"];
  lines.push("#ORGNR 212000-0000", '#FNAMN "Socialförvaltningen"', "#RAR 0 20260101 20261231");
  for (let n = 1; n <= vouchers; n += 1) {
    const date = `2026${twoDigits(1 + (n % 12))}${twoDigits(1 + (n % 28))}`;
    const project = 100 + (n % 200);
    lines.push(`#VER A ${n} ${date} "Handledning på nätet, öppna källor" ${date}`, "{");
    lines.push(`   #TRANS 7010 {1 "40" 6 "${project}"} ${n % 9000}.50 ${date} "Lön åäö"`);
    lines.push(`   #TRANS 5800 {1 "40" 6 "${project}"} 100.00 ${date} "Resa"`);
    lines.push(`   #TRANS 1930 {} -${(n % 9000) + 100}.50 ${date}`, "}");
  }
  return iconv.encode(lines.map((line) => `${line}\r\n`).join(""), "cp437");
}

function twoDigits(number: number): string {
  return String(number).padStart(2, "0");
}
