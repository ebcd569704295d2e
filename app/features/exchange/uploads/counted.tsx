import { useSpeech } from "~/i18n/context";
import { formatNumber } from "~/i18n/format";
import type { MessageKey, MessageValues, Speech } from "~/i18n/translator";

/** A message about so many of something: `{{n}}` is the number as it is written. */
export function useCounted() {
  return countedIn(useSpeech());
}

/** The same where the language is given. */
export function countedIn({ t, language }: Speech) {
  return (key: MessageKey, count: number, values: MessageValues = {}) =>
    t(key, { count, n: formatNumber(count, language), ...values });
}
