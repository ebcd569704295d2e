import type { Translate } from "~/i18n/translator";
import type { Border } from "./borders";

/** Which places move along with a day; undefined where none does. */
export function borderHint(t: Translate, border: Border<string> | null): string | undefined {
  if (border === null) return undefined;
  const { ends, begins } = border;
  return [
    ...(ends.length > 0 ? [t("organisation.placement.movedFrom", { units: ends.join(", ") })] : []),
    ...(begins.length > 0
      ? [t("organisation.placement.movesTo", { units: begins.join(", ") })]
      : []),
  ].join(" ");
}
