import { expect, test } from "vitest";
import { lostEffects } from "../../../scripts/checks/effects";

test("a file imported for its effect must be kept by the build", () => {
  const files = [
    { path: "app/entry.ts", text: 'import "./hook.server";\nimport "./look.css";\nimport "pg";\n' },
    { path: "scripts/run.ts", text: 'import "~/hook.server";\nimport { x } from "./x";\n' },
  ];
  expect(lostEffects(files, ["./app/hook.server.ts"])).toEqual([]);
  expect(lostEffects(files, ["*.css"])).toEqual([
    "app/entry.ts imports ./hook.server: name it in sideEffects of package.json",
    "scripts/run.ts imports ~/hook.server: name it in sideEffects of package.json",
  ]);
});
