import { readFileSync } from "node:fs";

export type Theme = Record<string, string>;

/** The custom properties of tokens.css by theme; the dark one stands on the light one's shoulders. */
export function readThemes(): { light: Theme; dark: Theme } {
  const css = readFileSync(new URL("../../../app/ui/styles/tokens.css", import.meta.url), "utf8");
  const [lightCss = "", darkCss = ""] = css.split("prefers-color-scheme: dark");
  const light = readProperties(lightCss);
  return { light, dark: { ...light, ...readProperties(darkCss) } };
}

function readProperties(css: string): Theme {
  const pairs = [...css.matchAll(/(--[\w-]+):\s*([^;]+);/g)];
  return Object.fromEntries(pairs.map(([, name, value]) => [name, value]));
}
