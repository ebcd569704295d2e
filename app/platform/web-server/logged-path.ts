import type { ServerBuild } from "@remix-run/node";

/**
 * The app's addresses, word by word: what may follow a word is another word, or a value that has
 * the name of a route's parameter.
 */
export type AddressTree = {
  words: Map<string, { spelling: string; next: AddressTree }>;
  value?: { name: string; next: AddressTree };
};

// A link with one of these in it opens something for whoever holds it.
const secretValues = ["token"];

/**
 * What the log may say of a request's address: the words and values of the app's own addresses.
 * A secret value is given by its name, and from the first word on that leads nowhere the rest is
 * `*`, since it may be a secret that was misspelt, cut or wrapped on its way. Nothing is said of
 * the query. Only ASCII, fit for a header.
 */
export function loggedPath(address: string, tree: AddressTree): string {
  const pathname = pathnameOf(address);
  if (pathname === null) return "/*";
  // What the browser asks for when it goes to a page without loading it whole.
  const isData = pathname.endsWith(".data");
  const path = isData ? pathname.slice(0, -".data".length) : pathname;
  const parts = path === "/_root" ? [] : path.split("/").filter((part) => part !== "");
  return `/${shownParts(parts, tree).join("/")}${isData ? ".data" : ""}`.slice(0, 500);
}

function shownParts([part, ...rest]: string[], tree: AddressTree): string[] {
  if (part === undefined) return [];
  const word = tree.words.get(decoded(part).toLowerCase());
  if (word) return [word.spelling, ...shownParts(rest, word.next)];
  if (!tree.value) return ["*"];
  const { name, next } = tree.value;
  return [secretValues.includes(name) ? `:${name}` : part, ...shownParts(rest, next)];
}

// As the app itself reads it: with dots, backslashes and the like resolved.
function pathnameOf(address: string): string | null {
  const url = address.startsWith("/") ? `http://localhost${address}` : address;
  return URL.canParse(url) ? new URL(url).pathname : null;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** The tree of addresses that are written as routes write them: `people/:id/edit`. */
export function addressTree(patterns: Iterable<string>): AddressTree {
  const tree: AddressTree = { words: new Map() };
  for (const pattern of patterns) {
    let branch = tree;
    for (const part of pattern.split("/"))
      if (part !== "" && part !== "*") branch = grow(branch, part);
  }
  return tree;
}

function grow(tree: AddressTree, part: string): AddressTree {
  // A route may write an ending behind a parameter: `:id.csv`.
  const name = /^:(\w+)/.exec(part)?.[1];
  if (name !== undefined) {
    tree.value ??= { name, next: { words: new Map() } };
    return tree.value.next;
  }
  const key = part.toLowerCase();
  const word = tree.words.get(key) ?? { spelling: part, next: { words: new Map() } };
  tree.words.set(key, word);
  return word.next;
}

/** The addresses of a build's routes. */
export function addressesOf({ routes }: Pick<ServerBuild, "routes">): string[] {
  const pathOf = (id: string | undefined): string => {
    const route = id === undefined ? undefined : routes[id];
    return route ? `${pathOf(route.parentId)}/${route.path ?? ""}` : "";
  };
  return Object.keys(routes).map(pathOf);
}
