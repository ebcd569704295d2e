import { useT } from "~/i18n/context";
import {
  Checkbox,
  DateField,
  FormRow,
  MoneyField,
  RadioGroup,
  TextArea,
  TextField,
  type FormState,
} from "~/ui/form";
import { AskedChange } from "../reported/asked-change";

type Fields = { state: FormState };

export function GrantFields({ state }: Fields) {
  const t = useT();
  return (
    <>
      <TextField
        name="funder"
        label={t("funding.setUp.grants.funder")}
        hint={t("funding.setUp.grants.funderHint")}
        required
        state={state}
      />
      <TextField name="programme" label={t("funding.identity.programme")} state={state} />
      <FormRow>
        <TextField name="funderRef" label={t("funding.identity.funderRef")} state={state} />
        <TextField name="ownRef" label={t("funding.identity.ownRef")} state={state} />
      </FormRow>
      <FormRow>
        <DateField name="appliedOn" label={t("funding.setUp.grants.appliedOn")} state={state} />
        <MoneyField name="appliedOre" label={t("funding.setUp.grants.appliedOre")} state={state} />
      </FormRow>
      <FormRow>
        <DateField name="grantedOn" label={t("funding.setUp.grants.grantedOn")} state={state} />
        <MoneyField name="grantedOre" label={t("funding.setUp.grants.grantedOre")} state={state} />
      </FormRow>
      <DateField name="closedOn" label={t("funding.setUp.grants.closedOn")} state={state} />
      <TextArea
        name="conditions"
        label={t("funding.identity.conditions")}
        hint={t("funding.setUp.grants.conditionsHint")}
        rows={3}
        state={state}
      />
      <AskedChange state={state} label={t("funding.touched.agree")} />
    </>
  );
}

export function DecisionFields({ state }: Fields) {
  const t = useT();
  return (
    <>
      <TextField
        name="body"
        label={t("funding.identity.body")}
        hint={t("funding.setUp.decisions.bodyHint")}
        required
        state={state}
      />
      <FormRow>
        <DateField
          name="decidedOn"
          label={t("funding.setUp.decisions.decidedOn")}
          required
          state={state}
        />
        <TextField name="ref" label={t("funding.identity.ref")} state={state} />
      </FormRow>
      <TextArea
        name="summary"
        label={t("funding.setUp.decisions.summary")}
        rows={3}
        required
        state={state}
      />
    </>
  );
}

const partyRoles = ["owner", "coordinator", "partner"] as const;

export function PartnerFields({ state }: Fields) {
  const t = useT();
  return (
    <>
      <TextField name="name" label={t("funding.setUp.partners.name")} required state={state} />
      <TextField
        name="orgNumber"
        label={t("funding.setUp.partners.orgNumber")}
        hint={t("funding.setUp.partners.orgNumberHint")}
        state={state}
      />
      <RadioGroup
        name="role"
        label={t("funding.hours.role")}
        layout="row"
        options={partyRoles.map((value) => ({ value, label: t(`funding.role.${value}`) }))}
        required
        state={state}
      />
      <AskedChange state={state} label={t("funding.touched.agree")} />
    </>
  );
}

export function PhaseFields({ state }: Fields) {
  const t = useT();
  return (
    <>
      <TextField name="name" label={t("funding.setUp.phases.name")} required state={state} />
      <FormRow>
        <DateField name="startsOn" label={t("funding.firstDay")} required state={state} />
        <DateField name="endsOn" label={t("funding.lastDay")} required state={state} />
      </FormRow>
      <Checkbox
        name="isExtension"
        label={t("funding.identity.extension")}
        hint={t("funding.setUp.phases.extensionHint")}
        state={state}
      />
    </>
  );
}

export function AppendixFields({ state }: Fields) {
  const t = useT();
  return (
    <>
      <TextField name="title" label={t("funding.setUp.appendices.name")} required state={state} />
      <DateField name="datedOn" label={t("funding.setUp.appendices.datedOn")} state={state} />
    </>
  );
}

export function RateFields({ state }: Fields) {
  const t = useT();
  return (
    <FormRow>
      <DateField
        name="validFrom"
        label={t("funding.setUp.rates.validFrom")}
        required
        state={state}
      />
      <MoneyField name="rateOre" label={t("funding.setUp.rates.rate")} required state={state} />
    </FormRow>
  );
}
