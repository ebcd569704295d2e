import { expect, test } from "vitest";
import { isId } from "~/platform/ids";
import { demoDatabase } from "../support/demo-database";
import { accessTable, type Answers } from "./access-table";
import { answerOf, type Answer } from "./support/call-route";
import { everyRoute, unreachableFiles } from "./support/every-route";
import { callers, cookieOf, type Caller } from "./support/session";

const { db } = await demoDatabase();
const routes = await everyRoute();

test("every file in app/routes has an address", () => {
  expect(unreachableFiles()).toEqual([]);
});

test("the table has a line for every route, and for none that is gone", () => {
  expect(Object.keys(accessTable).sort()).toEqual(routes.map(({ id }) => id).sort());
});

const cases = routes.flatMap((route) => {
  const line = accessTable[route.id];
  if (!line) return [];
  return (["GET", "POST"] as const)
    .filter((method) => method in line || answers(route.module, method))
    .map((method) => ({ id: route.id, method, route, line }));
});

test.each(cases)("$method $id", async ({ method, route, line }) => {
  const given: Partial<Record<Caller, Answer>> = {};
  for (const caller of callers) {
    const { params = {}, form = {} } = line;
    const cookie = await cookieOf(db, caller);
    given[caller] = await answerOf(route, { method, params, form, cookie });
  }
  expect(given).toEqual(forEveryCaller(line[method] ?? {}));
});

// An address in which something else stands where an id should.
test.each(cases.filter(({ line }) => idsIn(line.params).length > 0))(
  "$method $id, with words where an id should be",
  async ({ method, route, line }) => {
    const { params = {}, form = {} } = line;
    for (const name of idsIn(params)) {
      for (const caller of callers) {
        const call = { method, params: { ...params, [name]: "x" }, form };
        const cookie = await cookieOf(db, caller);
        expect(wellAnswered).toContain(await answerOf(route, { ...call, cookie }));
      }
    }
  },
);

const wellAnswered: Answer[] = ["sign-in", 302, 303, 400, 403, 404];

function idsIn(params: Record<string, string> = {}): string[] {
  return Object.keys(params).filter((name) => isId(params[name]));
}

function answers(module: (typeof routes)[number]["module"], method: "GET" | "POST"): boolean {
  return method === "POST" ? Boolean(module.action) : Boolean(module.loader ?? module.default);
}

function forEveryCaller({ others, ...named }: Answers): Partial<Record<Caller, Answer>> {
  return Object.fromEntries(callers.map((caller) => [caller, named[caller] ?? others]));
}
