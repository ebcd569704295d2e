import { useT } from "~/i18n/context";
import { TextField, type FormState } from "~/ui/form";
import { reasonMax } from "./measurement-limits";

/** Why a measurement was wrong: it stays beside what it was. */
export function ReasonField({ state }: { state: FormState | undefined }) {
  const t = useT();
  return (
    <TextField
      name="reason"
      label={t("outcomes.measurement.reason")}
      hint={t("outcomes.measurement.reasonHint")}
      maxLength={reasonMax}
      required
      state={state}
    />
  );
}
