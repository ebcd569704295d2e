import { useT } from "~/i18n/context";
import type { IsoDate } from "~/terms/day";
import { DateField, FormRow, RadioGroup, TextField, type FormState } from "~/ui/form";
import type { ReportKind } from "../rules/report";
import { titleMax } from "./report-fields";

type HeadFieldsProps = {
  draft: {
    kind: ReportKind;
    title?: string;
    startsOn?: IsoDate;
    endsOn?: IsoDate;
    dueOn?: IsoDate;
  };
  state: FormState | undefined;
};

/** What kind of report, of which days, and when the funder wants it. */
export function HeadFields({ draft, state }: HeadFieldsProps) {
  const t = useT();
  return (
    <>
      <RadioGroup
        name="kind"
        label={t("reports.new.kind")}
        required
        state={state}
        defaultValue={draft.kind}
        options={[
          { value: "interim", label: t("reports.kind.interim") },
          { value: "final", label: t("reports.kind.final") },
        ]}
      />
      <TextField
        name="title"
        label={t("reports.new.title")}
        hint={t("reports.new.titleHint")}
        required
        maxLength={titleMax}
        state={state}
        defaultValue={draft.title}
      />
      <FormRow>
        <DateField
          name="startsOn"
          label={t("reports.new.startsOn")}
          required
          state={state}
          defaultValue={draft.startsOn}
        />
        <DateField
          name="endsOn"
          label={t("reports.new.endsOn")}
          required
          state={state}
          defaultValue={draft.endsOn}
        />
      </FormRow>
      <DateField
        name="dueOn"
        label={t("reports.new.dueOn")}
        hint={t("reports.new.dueHint")}
        required
        state={state}
        defaultValue={draft.dueOn}
      />
    </>
  );
}
