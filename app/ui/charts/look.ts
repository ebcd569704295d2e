import type { Language } from "~/i18n/language";
import type { Translate } from "~/i18n/translator";

/** The colours a chart is drawn with. `series` is told apart in grey and by colour-blind readers. */
export type ChartLook = {
  series: readonly [string, string, string, string, string, string];
  ink: string;
  inkSoft: string;
  line: string;
  grid: string;
  band: string;
  surface: string;
  danger: string;
};

/** What every chart builder takes beside its rows. */
export type ChartSetting = { language: Language; t: Translate; look: ChartLook };

/** Equal to the light theme of `styles/tokens.css` (a test holds them together): files and print. */
export const lightLook: ChartLook = {
  series: ["#0e3151", "#1c656d", "#791838", "#c1470f", "#5185b4", "#b68b47"],
  ink: "#14263d",
  inkSoft: "#4a5a6d",
  line: "#76838f",
  grid: "#dbe0e1",
  band: "#dcecea",
  surface: "#ffffff",
  danger: "#a51d2d",
};

/** Where each colour stands in `styles/tokens.css`. */
export const lookTokens = {
  series: ["--chart-1", "--chart-2", "--chart-3", "--chart-4", "--chart-5", "--chart-6"],
  ink: "--ink",
  inkSoft: "--ink-soft",
  line: "--line-strong",
  grid: "--chart-grid",
  band: "--chart-band",
  surface: "--surface",
  danger: "--danger",
} as const;

/** The font family of all charts; the server registers its files under the same name. */
export const chartFont = '"Source Sans 3 Variable", "Source Sans 3", sans-serif';
