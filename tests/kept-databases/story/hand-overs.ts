import { idIn, type Kaskad, user } from "./kaskad";
import type { Answer } from "../visitor";

/**
 * Hand-overs of every state: confirmed (one by two trainers, one without a project), declined, half confirmed
 * and half awaiting, and withdrawn after it was confirmed.
 */
export async function fillHandOvers(kaskad: Kaskad): Promise<void> {
  const { people } = kaskad;
  const [twoTrainers, first] = ["walk-through", "side-by-side"];
  const both = await enter(kaskad, "Disa", "sokning", {
    ...{ heldOn: "2025-03-10", hours: "3", form: twoTrainers, givesLevel: "3" },
    ...{
      trainers: ids(people, "Disa", "Farida"),
      learners: ids(people, "Erik", "Gunnar", "Anna Lind, Socialsekreterare"),
    },
    elements: { labels: ["Planera sökningen", "Spåra utan att synas"] },
    project: { label: "Unga på nätet" },
  });
  await answer(kaskad, "Erik", both, "confirm");
  await answer(kaskad, "Gunnar", both, "confirm");

  const chat = await enter(kaskad, "Disa", "chatt", {
    ...{ heldOn: "2026-01-20", hours: "1:30", form: first, givesLevel: "2" },
    ...{ trainers: ids(people, "Disa"), learners: ids(people, "Erik", "Farida") },
    elements: { labels: ["Öppna samtalet"] },
    project: { label: "Unga på nätet" },
  });
  await answer(kaskad, "Farida", chat, "confirm");
  await answer(kaskad, "Erik", chat, "decline");

  const declined = await enter(kaskad, "Farida", "sokning", {
    ...{ heldOn: "2026-02-11", hours: "2", form: "supervision", givesLevel: "2" },
    ...{ trainers: ids(people, "Farida"), learners: ids(people, "Gunnar") },
    project: { label: "Unga på nätet" },
  });
  await answer(kaskad, "Gunnar", declined, "decline");

  await enter(kaskad, "Disa", "sokning", {
    ...{ heldOn: "2026-10-05", hours: "2,5", form: "in-house-course", givesLevel: "2" },
    ...{ trainers: ids(people, "Disa"), learners: ids(people, "Farida", "Anna Lind, Behandlare") },
    elements: { labels: ["Spara det som hittas"] },
    project: { label: "Unga på nätet" },
  });

  const withdrawn = await enter(kaskad, "Farida", "sokning", {
    ...{ heldOn: "2026-05-06", hours: "1", form: twoTrainers, givesLevel: "1" },
    ...{ trainers: ids(people, "Farida"), learners: ids(people, "Gunnar") },
    project: { label: "Unga på nätet" },
  });
  await answer(kaskad, "Gunnar", withdrawn, "confirm");
  await user(kaskad, "Farida").fill(`/handovers/${withdrawn}/withdraw`, { reason: "Fel dag." });

  const outside = await enter(kaskad, "Disa", "sokning", {
    ...{ heldOn: "2026-06-15", hours: "4", form: twoTrainers, givesLevel: "2" },
    ...{ trainers: ids(people, "Disa"), learners: ids(people, "Hanna") },
    ...{ project: "", note: "På eget initiativ." },
  });
  await answer(kaskad, "Hanna", outside, "confirm");
}

async function enter(
  kaskad: Kaskad,
  who: string,
  competence: string,
  answers: Record<string, Answer>,
): Promise<string> {
  return idIn(await user(kaskad, who).fill(`/handovers/new?competence=${competence}`, answers));
}

async function answer(
  kaskad: Kaskad,
  who: string,
  id: string,
  verb: "confirm" | "decline",
): Promise<void> {
  await user(kaskad, who).fill(`/handovers/${id}`, {}, `/handovers/${id}/${verb}`);
}

function ids(people: Kaskad["people"], ...names: string[]): string[] {
  return names.map((name) => people[name] ?? name);
}
