import { useState, type FormEvent } from "react";
import { useT } from "~/i18n/context";
import { DateField, FormRow, NumberField, SelectField, TextField, type FormState } from "~/ui/form";
import type { IsoDate } from "~/terms/day";
import { jobTitleMax } from "../people-limits";
import type { Stretch } from "../stretches";
import { unitOptions } from "../unit-options";
import type { UnitOption } from "../unit-tree.queries.server";
import "./place-fields.css";

type Place = Pick<Stretch, "unitId" | "jobTitle" | "share">;

type PlaceFieldsProps = {
  units: UnitOption[];
  place?: Partial<Place>;
  /** For a place that is changed: the day from which another holds unless somebody says otherwise. */
  changeFrom?: IsoDate;
  shareHint?: string;
  state: FormState | undefined;
};

/**
 * A unit, a title and a share. For a place that is changed the day of the change is asked for as
 * soon as one of them is another; where no scripts run it always is.
 */
export function PlaceFields({ units, place = {}, changeFrom, shareHint, state }: PlaceFieldsProps) {
  const t = useT();
  const [isChanged, setChanged] = useState(() => isOther(place, valuesOf(state)));
  const onlyUnit = units.length === 1 ? units[0]?.id : undefined;

  function follow({ currentTarget }: FormEvent<HTMLElement>) {
    const form = currentTarget.closest("form");
    if (form) setChanged(isOther(place, Object.fromEntries(new FormData(form))));
  }

  return (
    <div className="place-fields" onInput={follow} onChange={follow}>
      <SelectField
        name="unitId"
        label={t("organisation.people.unit")}
        options={unitOptions(units)}
        defaultValue={place.unitId ?? onlyUnit}
        required
        state={state}
      />
      <FormRow>
        <TextField
          name="jobTitle"
          label={t("organisation.people.jobTitle")}
          defaultValue={place.jobTitle}
          maxLength={jobTitleMax}
          state={state}
        />
        <NumberField
          name="share"
          label={t("organisation.people.share")}
          hint={shareHint ?? t("organisation.people.shareHint")}
          suffix="%"
          whole
          defaultValue={place.share ?? 100}
          required
          state={state}
        />
      </FormRow>
      {changeFrom && (
        <div className="change-day" data-asked={isChanged || Boolean(state?.errors.from)}>
          <DateField
            name="from"
            label={t("organisation.people.from")}
            hint={t("organisation.people.fromHint")}
            defaultValue={changeFrom}
            state={state}
          />
        </div>
      )}
    </div>
  );
}

function valuesOf(state: FormState | undefined): Record<string, unknown> {
  return state?.values ?? {};
}

function isOther(place: Partial<Place>, typed: Record<string, unknown>): boolean {
  const { unitId, jobTitle = "", share } = place;
  const known = { unitId, jobTitle, share: String(share) };
  return Object.entries(known).some(([name, value]) => {
    const now = typed[name];
    return typeof now === "string" && now.trim() !== value;
  });
}
