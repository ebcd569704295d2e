import { idIn, type Kaskad, user } from "./kaskad";
import type { Answer } from "../visitor";

// The smallest picture that there is.
const pixel = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

/** Courses that staff logged: approved, returned, returned and sent anew, waiting, withdrawn. */
export async function fillTraining(kaskad: Kaskad): Promise<void> {
  const approved = await log(kaskad, "Disa", {
    ...{ title: "Att söka på nätet, två dagar", heldOn: "2025-02-12", hours: "14" },
    ...{ claimedLevel: "3", cost: "8 450,50", budgetLineId: { label: "Kursavgifter" } },
    evidenceFile: new File([pixel], "intyg.png", { type: "image/png" }),
    learned: "Att planera en sökning och spara det som hittas.",
  });
  await approve(kaskad, approved, {
    level: "3",
    observed: "on",
    planColleagues: "3",
    planDueOn: nextYear(),
  });

  const mended = await log(kaskad, "Erik", {
    title: "Samtal i chatt",
    heldOn: "2025-04-02",
    hours: "6",
  });
  await giveBack(kaskad, mended, "Skriv vad kursen kostade.");
  await user(kaskad, "Erik").fill(`/training/${mended}/edit`, {
    ...{ cost: "3 200", budgetLineId: { label: "Kursavgifter" } },
    evidenceLink: "https://ungdomsakademin.example/intyg/17",
  });
  await approve(kaskad, mended, { level: "2", word: "Bra." });

  const returned = await log(kaskad, "Erik", {
    title: "Egen läsning",
    heldOn: "2026-02-20",
    hours: "1,5",
  });
  await giveBack(kaskad, returned, "Vilken kurs var det?");

  await log(kaskad, "Gunnar", {
    ...{ title: "Samtal i chatt", heldOn: "2026-09-16", hours: "6", claimedLevel: "2" },
    ...{ cost: "3 300", budgetLineId: { label: "Kursavgifter" } },
  });

  const withdrawn = await log(kaskad, "Disa", {
    title: "Fel kurs",
    heldOn: "2026-03-03",
    hours: "2",
  });
  await user(kaskad, "Disa").fill(`/training/${withdrawn}/withdraw`, {});
}

async function log(kaskad: Kaskad, who: string, answers: Record<string, Answer>): Promise<string> {
  return idIn(await user(kaskad, who).fill("/training/log", answers));
}

async function approve(kaskad: Kaskad, id: string, answers: Record<string, Answer>): Promise<void> {
  await user(kaskad, "Berit").fill(`/training/${id}/approve`, answers);
}

async function giveBack(kaskad: Kaskad, id: string, word: string): Promise<void> {
  await user(kaskad, "Berit").fill(`/training/${id}/return`, { word });
}

// A plan is for a day to come.
function nextYear(): string {
  return `${new Date().getFullYear() + 1}-06-30`;
}
