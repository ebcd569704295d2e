import { describe, expect, it } from "vitest";
import { lightLook, lookTokens } from "~/ui/charts/look";
import { contrast, distance, lightness, visions } from "./colour";
import { readThemes, type Theme } from "./stylesheet";

const themes = Object.entries(readThemes());
const grounds = ["--paper", "--surface", "--sunken"];
const tones = ["--info", "--good", "--warning", "--danger"];

/** Words and what they stand on. */
const textPairs: [string, string][] = [
  ...["--ink", "--ink-soft", "--accent", "--accent-hover", ...tones].flatMap((text) =>
    grounds.map((ground): [string, string] => [text, ground]),
  ),
  ...[...tones, "--accent"].flatMap((tone): [string, string][] => [
    [tone, `${tone}-tint`],
    ["--ink", `${tone}-tint`],
    ["--ink-soft", `${tone}-tint`],
  ]),
  ["--on-accent", "--accent"],
  ["--on-accent", "--accent-hover"],
  ["--on-danger", "--danger"],
  ["--on-danger", "--danger-hover"],
  ...[0, 1, 2, 3].map((level): [string, string] => ["--on-level", `--level-${level}`]),
  ["--ink-soft", "--level-0"],
  ["--on-level-4", "--level-4"],
];

/** Edges of controls, focus rings and drawn parts. */
const partPairs: [string, string][] = [
  ...["--line-strong", "--focus", "--accent"].flatMap((part) =>
    grounds.map((ground): [string, string] => [part, ground]),
  ),
  ["--focus", "--accent-tint"],
  ["--focus", "--danger-tint"],
  ["--danger", "--danger-tint"],
  ["--warning", "--surface"],
  ...lookTokens.series.map((series): [string, string] => [series, "--surface"]),
];

describe.each(themes)("the %s theme", (_, theme) => {
  it.each(textPairs)("%s can be read on %s (4.5:1)", (text, ground) => {
    expect(contrast(colour(theme, text), colour(theme, ground))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(partPairs)("%s can be seen on %s (3:1)", (part, ground) => {
    expect(contrast(colour(theme, part), colour(theme, ground))).toBeGreaterThanOrEqual(3);
  });

  it.each(visions)("tells the six chart colours apart with %s vision", (vision) => {
    for (const [one, other] of pairs(series(theme))) {
      expect(distance(one, other, vision), `${one} and ${other}`).toBeGreaterThan(12);
    }
  });

  it("tells the six chart colours apart in grey", () => {
    for (const [one, other] of pairs(series(theme))) {
      const apart = Math.abs(lightness(one) - lightness(other));
      expect(apart, `${one} and ${other}`).toBeGreaterThan(6);
    }
  });

  it("darkens or lightens the levels in one direction", () => {
    const steps = [0, 1, 2, 3, 4].map((level) => lightness(colour(theme, `--level-${level}`)));
    const sorted = [...steps].sort((a, b) => a - b);
    expect([sorted, sorted.toReversed()]).toContainEqual(steps);
  });
});

it("draws files with the colours of the light theme", () => {
  const { light } = readThemes();
  const { series: seriesTokens, ...tokens } = lookTokens;
  const { series: seriesColours, ...colours } = lightLook;
  expect(seriesTokens.map((token) => light[token])).toEqual([...seriesColours]);
  for (const [name, token] of Object.entries(tokens)) {
    expect(light[token]).toBe(Object.entries(colours).find(([key]) => key === name)?.[1]);
  }
});

function colour(theme: Theme, token: string): string {
  const value = theme[token];
  if (!value) throw new Error(`tokens.css has no ${token}`);
  return value;
}

function series(theme: Theme): string[] {
  return lookTokens.series.map((token) => colour(theme, token));
}

function pairs(all: string[]): [string, string][] {
  return all.flatMap((one, index) =>
    all.slice(index + 1).map((other): [string, string] => [one, other]),
  );
}
