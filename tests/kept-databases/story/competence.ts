import { linkIn } from "../page-forms";
import { type Kaskad, user } from "./kaskad";

const competences = [
  [
    "Sökmetoder på nätet",
    "sokning",
    ["Planera sökningen", "Spåra utan att synas", "Spara det som hittas"],
  ],
  ["Kontakt i chatt", "chatt", ["Öppna samtalet", "Bedöma läget"]],
  ["Dokumentation av uppsök", "dokumentation", []],
] as const;

const courses = [
  ["Att söka på nätet, två dagar", "Nätinstitutet", "14", "Sökmetoder på nätet", "3 Självständigt"],
  ["Samtal i chatt", "Ungdomsakademin", "6", "Kontakt i chatt", "2 Med stöd"],
  ["Introduktion till uppsökande arbete", "", "", "Ingen", "Ingen bestämd"],
] as const;

const requirements = [
  ["Individ och familj", "Sökmetoder på nätet", "2", "4", "2", "2026-09-30"],
  ["Ungdomsgruppen", "Kontakt i chatt", "2", "3", "1", ""],
  ["Vuxenenheten", "Sökmetoder på nätet", "1", "2", "1", "2027-01-31"],
] as const;

/** Methods with their core elements, the courses that teach them, and what is required of whom. */
export async function fillCompetences(kaskad: Kaskad): Promise<void> {
  const { administrator } = kaskad;
  for (const [name, code, elements] of competences) {
    const description = `${name}: hur arbetsgruppen gör det.`;
    await administrator.fill("/competences/new", {
      name,
      code,
      description,
      elements: elements.join("\n"),
    });
  }
  for (const [title, provider, hours, competence, level] of courses) {
    await administrator.fill("/courses/new", {
      ...{ title, provider, hours },
      ...{ competenceId: { label: competence }, givesLevel: { label: level } },
    });
  }
  const units = await administrator.open("/units");
  for (const [unit, competence, level, minHolders, minCarriers, dueOn] of requirements) {
    await administrator.fill(`${linkIn(units, /^\/units\/[0-9a-f-]{36}$/, unit)}/requirements`, {
      ...{ competenceId: { label: competence }, level, minHolders, minCarriers, dueOn },
      startsOn: "2024-06-01",
    });
  }
}

/** What managers say of their people: levels, a teach-back, and a level that is taken back. */
export async function fillAttestations(kaskad: Kaskad): Promise<void> {
  const attest = async (
    manager: string,
    person: string,
    competence: string,
    level: string,
    attestedOn: string,
  ) =>
    user(kaskad, manager).fill(`/people/${kaskad.people[person]}/attest`, {
      ...{ competenceId: { label: competence }, level, attestedOn },
      ...(level === "4" && { observed: "on" }),
    });
  await attest("Berit", "Disa", "Sökmetoder på nätet", "4", "2024-12-10");
  await attest("Berit", "Farida", "Sökmetoder på nätet", "4", "2025-02-03");
  await attest("Berit", "Disa", "Kontakt i chatt", "3", "2025-03-20");
  await attest(
    "Cecilia",
    "Kalle Åberg, Socialsekreterare",
    "Sökmetoder på nätet",
    "1",
    "2026-04-01",
  );
  await attest("Berit", "Erik", "Kontakt i chatt", "2", "2025-05-05");
  await user(kaskad, "Berit").fill(`/people/${kaskad.people.Disa}/teach-back`, {
    competenceId: { label: "Kontakt i chatt" },
    attestedOn: "2025-04-15",
  });
  const mistaken = `/people/${kaskad.people.Erik}`;
  const page = await user(kaskad, "Berit").open(mistaken);
  const withdraw = /\/people\/[\w-]+\/attestations\/[\w-]+\/withdraw/.exec(page)?.[0] ?? "";
  await user(kaskad, "Berit").fill(mistaken, {}, withdraw);
}
