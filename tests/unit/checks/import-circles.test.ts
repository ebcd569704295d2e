import { expect, test } from "vitest";
import { circlesAmong } from "../../../scripts/checks/import-circles";

const a = { path: "app/terms/a.ts", text: 'import { b } from "./b";' };

test("files that need each other are told by the way from one back to it, of types too", () => {
  const b = { path: "app/terms/b.ts", text: 'export * from "~/ui/c";' };
  const c = { path: "app/ui/c.tsx", text: 'import type { A } from "~/terms/a";' };
  expect(circlesAmong([c, a, b])).toEqual([
    "app/ui/c.tsx → app/terms/a.ts → app/terms/b.ts → app/ui/c.tsx",
  ]);
});

test("two ways to one file are no circle", () => {
  const b = { path: "app/terms/b.ts", text: 'import "./d";' };
  const c = { path: "app/terms/c.ts", text: 'import "./b"; import "./d";' };
  const d = { path: "app/terms/d.ts", text: 'import "zod";' };
  expect(circlesAmong([a, b, c, d])).toEqual([]);
});
