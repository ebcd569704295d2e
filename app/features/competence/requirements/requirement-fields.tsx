import { useT } from "~/i18n/context";
import type { IsoDate } from "~/terms/day";
import { levels } from "~/terms/level";
import { DateField, FormRow, NumberField, RadioGroup, type FormState } from "~/ui/form";

type Draft = { level: number; minHolders: number; minCarriers: number; dueOn: string | null };

type RequirementFieldsProps = {
  draft?: Draft;
  /** The field of the day from which it holds, with the day that is offered. */
  from: { name: "startsOn" | "from"; day: IsoDate };
  state: FormState | undefined;
};

/** What is asked for in a competence: a level of everybody, how many at least, and from when. */
export function RequirementFields({ draft, from, state }: RequirementFieldsProps) {
  const t = useT();
  return (
    <>
      <RadioGroup
        name="level"
        label={t("competence.requirements.level")}
        hint={t("competence.requirements.levelHint")}
        options={levels
          .filter((level) => level > 0)
          .map((level) => ({
            value: String(level),
            label: t("competence.levelWords", { level, name: t(`ui.level.l${level}`) }),
          }))}
        defaultValue={draft && String(draft.level)}
        required
        state={state}
      />
      <FormRow>
        <NumberField
          name="minHolders"
          label={t("competence.requirements.minHolders")}
          hint={t("competence.requirements.minHoldersHint")}
          defaultValue={draft?.minHolders ?? 2}
          whole
          required
          state={state}
        />
        <NumberField
          name="minCarriers"
          label={t("competence.requirements.minCarriers")}
          hint={t("competence.requirements.minCarriersHint")}
          defaultValue={draft?.minCarriers ?? 1}
          whole
          required
          state={state}
        />
      </FormRow>
      <DateField
        name="dueOn"
        label={t("competence.requirements.dueOn")}
        hint={t("competence.requirements.dueOnHint")}
        defaultValue={draft?.dueOn ?? undefined}
        state={state}
      />
      <DateField
        name={from.name}
        label={t("competence.requirements.from")}
        hint={t(
          draft ? "competence.requirements.fromHintChange" : "competence.requirements.fromHint",
        )}
        defaultValue={from.day}
        required
        state={state}
      />
    </>
  );
}
