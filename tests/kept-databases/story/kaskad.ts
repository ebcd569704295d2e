import { type Visitor, visitor } from "../visitor";

/** A running Kaskad, the people who use it, and the ids of what they have made. */
export type Kaskad = {
  base: string;
  administrator: Visitor;
  /** Signed-in people by their given name. */
  users: Record<string, Visitor>;
  people: Record<string, string>;
  units: Record<string, string>;
};

export const password = "ett långt lösenord 1";

/** Makes the first administrator with the code of the terminal. */
export async function openKaskad(base: string, code: string): Promise<Kaskad> {
  const administrator = visitor(base);
  await administrator.fill("/setup", {
    code,
    authorityName: "Norrvik kommun",
    unitName: "Socialförvaltningen",
    name: "Astrid Ekman",
    email: "astrid.ekman@norrvik.example",
    password,
  });
  return { base, administrator, users: {}, people: {}, units: {} };
}

/** Somebody who has signed in. */
export function user(kaskad: Kaskad, name: string): Visitor {
  const found = kaskad.users[name];
  if (!found) throw new Error(`${name} has not signed in`);
  return found;
}

/** The last id in an address. */
export function idIn(address: string): string {
  const ids = address.match(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g);
  const id = ids?.at(-1);
  if (!id) throw new Error(`${address} holds no id`);
  return id;
}
