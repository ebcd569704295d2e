import { linkIn } from "../page-forms";
import { visitor } from "../visitor";
import { idIn, type Kaskad, password } from "./kaskad";

const units = [
  ["Individ och familj", "Socialförvaltningen"],
  ["Ungdomsgruppen", "Individ och familj"],
  ["Fältgruppen", "Individ och familj"],
  ["Vuxenenheten", "Socialförvaltningen"],
] as const;

// Who have accounts: given name, family name, title, unit, roles and projects as forms name them.
const accounts = [
  ["Berit", "Norén", "Enhetschef", "Individ och familj", ["Medarbetare", "Enhetschef"], []],
  ["Cecilia", "Palm", "Enhetschef", "Vuxenenheten", ["Enhetschef"], []],
  ["Disa", "Rask", "Socialsekreterare", "Ungdomsgruppen", ["Medarbetare"], []],
  ["Erik", "Sund", "Socialsekreterare", "Ungdomsgruppen", ["Medarbetare"], []],
  ["Farida", "Aziz", "Fältsekreterare", "Fältgruppen", ["Medarbetare"], []],
  ["Gunnar", "Tell", "Fältsekreterare", "Fältgruppen", ["Medarbetare"], []],
  [
    ...(["Hanna", "Uggla", "Projektledare", "Vuxenenheten"] as const),
    ...[
      ["Medarbetare", "Projektledare"],
      ["UNGA-NET", "VUX-1"],
    ],
  ],
  ["Ragnhild", "Öman", "", "Ingen", ["Bidragsgivare"], ["UNGA-NET"]],
] as const;

// Who have none. Two of one name and unit; one has left.
const others = [
  ["Anna", "Lind", "Socialsekreterare", "Ungdomsgruppen", "anna.lind@norrvik.example", ""],
  ["Anna", "Lind", "Behandlare", "Ungdomsgruppen", "", ""],
  ["Ivar", "Vik", "Fältsekreterare", "Fältgruppen", "ivar.vik@norrvik.example", "2026-06-01"],
  ["Jonna", "Wall", "Socialsekreterare", "Vuxenenheten", "jonna.wall@norrvik.example", ""],
  ["Kalle", "Åberg", "Socialsekreterare", "Vuxenenheten", "", ""],
] as const;

/** Units in a tree, under the one that the first administrator made. */
export async function fillUnits({ administrator }: Kaskad): Promise<void> {
  for (const [name, parent] of units) {
    await administrator.fill("/units/new", { name, parentId: { label: parent } });
  }
}

/** A dozen people, and accounts of every role. */
export async function fillPeople(kaskad: Kaskad): Promise<void> {
  const { administrator } = kaskad;
  for (const [givenName, familyName, jobTitle, unit, email, leftOn] of others) {
    const made = await administrator.fill("/people/new", {
      ...{ givenName, familyName, jobTitle, email, leftOn },
      ...{ unitId: { label: unit }, joinedOn: "2024-02-01" },
    });
    kaskad.people[`${givenName} ${familyName}, ${jobTitle}`] = idIn(made);
  }
  for (const account of accounts) await addAccount(kaskad, account);
  await administrator.fill(`/people/${await personId(kaskad, "Astrid Ekman")}/edit`, {
    joinedOn: "2020-01-01",
  });
}

/** Somebody moves to another unit; her account goes with her. */
export async function moveFarida(kaskad: Kaskad): Promise<void> {
  const { administrator, people } = kaskad;
  await administrator.fill(`/people/${people.Farida}/edit`, {
    unitId: { label: "Ungdomsgruppen" },
    jobTitle: "Socialsekreterare",
  });
}

async function addAccount(kaskad: Kaskad, account: (typeof accounts)[number]): Promise<void> {
  const { administrator } = kaskad;
  const [givenName, familyName, jobTitle, unit, roles, projects] = account;
  const email = `${givenName}.${familyName}@norrvik.example`
    .toLowerCase()
    .replace(/[éö]/g, (letter) => (letter === "é" ? "e" : "o"));
  const made = await administrator.fill("/accounts/new", {
    ...{ givenName, familyName, jobTitle, email },
    ...{ unitId: { label: unit }, roles: { labels: [...roles] } },
    ...(projects.length > 0 && { projects: { labels: [...projects] } }),
  });
  const page = await administrator.ask(`/accounts/${idIn(made)}/link`, {});
  const link = /\/password\/[\w-]+/.exec(page)?.[0] ?? "";
  const user = visitor(kaskad.base);
  await user.fill(link, { password, again: password });
  kaskad.users[givenName] = user;
  if (unit === "Ingen") return;
  const id = await personId(kaskad, `${givenName} ${familyName}`);
  await administrator.fill(`/people/${id}/edit`, { joinedOn: "2023-08-15" });
  kaskad.people[givenName] = id;
}

async function personId({ administrator }: Kaskad, name: string): Promise<string> {
  const list = await administrator.open(`/people?q=${encodeURIComponent(name)}`);
  return idIn(linkIn(list, /^\/people\/[0-9a-f-]{36}$/, name));
}
