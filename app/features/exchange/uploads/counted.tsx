import { useT } from "~/i18n/context";
import { useFormat } from "~/i18n/format";
import type { MessageKey, MessageValues } from "~/i18n/translator";

/** A message about so many of something: `{{n}}` is the number as it is written. */
export function useCounted() {
  const t = useT();
  const { formatNumber } = useFormat();
  return (key: MessageKey, count: number, values: MessageValues = {}) =>
    t(key, { count, n: formatNumber(count), ...values });
}
