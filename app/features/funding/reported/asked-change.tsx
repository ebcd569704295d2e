import { useT } from "~/i18n/context";
import { AskedAgain, TextField, type FormState } from "~/ui/form";

type AskedChangeProps = { state: FormState | undefined; label: string };

/** What a change touches, the box that says yes to it, and why it is made: see `requireAgreedChange`. */
export function AskedChange({ state, label }: AskedChangeProps) {
  const t = useT();
  if (!state?.asked) return null;
  return (
    <>
      <AskedAgain state={state} label={label} />
      <TextField
        name="reason"
        label={t("funding.touched.reason")}
        hint={t("funding.touched.reasonHint")}
        maxLength={500}
        required={state.asked.needed?.includes("reason")}
        state={state}
      />
    </>
  );
}
