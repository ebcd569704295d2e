import { linkIn, valueOf } from "../page-forms";
import type { Answer } from "../visitor";
import { type Kaskad, user } from "./kaskad";

/** Two ledgers, of which one is taken back, and a training list. */
export async function fillImports(kaskad: Kaskad): Promise<void> {
  await bringInLedger(
    kaskad,
    "4711",
    [
      [1, "2025-02-20", "7610", 8_450.5],
      [2, "2025-05-14", "5810", 1_234.56],
      [3, "2026-03-02", "5410", 7_990],
      [4, "2026-03-30", "6990", 412.25],
      [5, "2026-04-08", "5810", -234.5],
      [6, "2026-04-20", "6991", 99.95],
    ],
    { replace: { labels: ["8 450"] } },
  );
  await bringInLedger(kaskad, "9999", [[7, "2026-05-05", "7610", 15_000]]);
  const page = await user(kaskad, "Hanna").open("/import");
  const newest = linkIn(page, /^\/import\/[0-9a-f-]{36}$/);
  await user(kaskad, "Hanna").fill(`${newest}/withdraw`, {});
  await placeCost(kaskad);
  await bringInList(kaskad);
}

type Row = [number: number, day: string, account: string, kronor: number];

async function bringInLedger(
  kaskad: Kaskad,
  object: string,
  rows: Row[],
  answers: Record<string, Answer> = {},
): Promise<void> {
  const manager = user(kaskad, "Hanna");
  const file = new File([ledger(object, rows)], `bok-${object}.se`);
  const draft = await manager.fill("/import", { kind: "sie", file });
  const project = valueOf(await manager.open(draft), "project", "UNGA-NET");
  await manager.fill(`${draft}?project=${project}&object=${object}`, answers);
}

function ledger(object: string, rows: Row[]): string {
  const head = [
    ...["#FLAGGA 0", '#PROGRAM "Exempelekonomi" 7.2', "#FORMAT PC8", "#GEN 20260601", "#SIETYP 4"],
    ...["#ORGNR 212000-0142", '#FNAMN "Norrvik kommun"'],
    ...["#RAR 0 20260101 20261231", "#RAR -1 20250101 20251231"],
    ...['#DIM 6 "Projekt"', `#OBJEKT 6 "${object}" "Unga"`],
  ];
  const vouchers = rows.flatMap(([number, day, account, kronor]) => [
    `#VER A ${number} ${day.replaceAll("-", "")} "Faktura ${number}"`,
    "{",
    `#TRANS ${account} {6 "${object}"} ${kronor.toFixed(2)}`,
    `#TRANS 2440 {} ${(-kronor).toFixed(2)}`,
    "}",
  ]);
  return [...head, ...vouchers].map((line) => `${line}\r\n`).join("");
}

async function placeCost(kaskad: Kaskad): Promise<void> {
  const manager = user(kaskad, "Hanna");
  const costs = await manager.open("/projects/UNGA-NET/costs?line=unplaced");
  await manager.fill(linkIn(costs, /\/costs\/[0-9a-f-]{36}\/place/), {
    budgetLineId: { label: "Resor" },
  });
}

async function bringInList(kaskad: Kaskad): Promise<void> {
  const manager = user(kaskad, "Berit");
  const list = [
    "Anställd;E-post;Kurs;Slutdatum;Antal timmar;Kursavgift",
    "Anna Lind;anna.lind@norrvik.example;Introduktion till uppsökande arbete;2026-03-12;3,5;950,00",
    "Ivar Vik;ivar.vik@norrvik.example;Introduktion till uppsökande arbete;2026-03-12;3,5;950,00",
    "Gunnar Tell;gunnar.tell@norrvik.example;Introduktion till uppsökande arbete;2026-02-30;3,5;950,00",
  ];
  const file = new File([list.map((line) => `${line}\r\n`).join("")], "utbildning.csv");
  const draft = await manager.fill("/import", { kind: "training", file });
  await manager.fill(draft, { skipBad: "on" });
}
