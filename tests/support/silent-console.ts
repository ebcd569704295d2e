import { afterAll, afterEach, expect } from "vitest";

// A test that expects console output replaces the method itself (`vi.spyOn(console, "warn")`)
// and asserts on it; whatever still arrives here, also while a file is loaded, is a fault.
let unexpected: string[] = [];

for (const method of ["debug", "error", "info", "log", "warn"] as const) {
  console[method] = (...values: unknown[]) => {
    unexpected.push(`console.${method}: ${values.map(String).join(" ")}`);
  };
}

afterEach(expectSilence);
afterAll(expectSilence);

function expectSilence(): void {
  const heard = unexpected;
  unexpected = [];
  expect(heard, "unexpected console output").toEqual([]);
}
