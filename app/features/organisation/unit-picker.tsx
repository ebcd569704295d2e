import { useT } from "~/i18n/context";
import { Form } from "~/ui/navigation";
import { Button } from "~/ui/page";
import { SelectField } from "~/ui/form";
import type { UnitOption } from "./unit-tree.queries.server";

/** Chooses among the units in reach; with one unit there is nothing to choose. */
export function UnitPicker({
  units,
  unitId,
  action,
  day = null,
}: {
  units: UnitOption[];
  unitId: string;
  action: string;
  /** The past day that is shown, and kept. */
  day?: string | null;
}) {
  const t = useT();
  if (units.length < 2) return null;
  return (
    <Form method="get" action={action} className="inline-form">
      {day && <input type="hidden" name="day" value={day} />}
      <SelectField
        name="unit"
        label={t("organisation.unit.choose")}
        placeholder={null}
        required
        defaultValue={unitId}
        options={units.map(({ id, name, depth }) => ({
          value: id,
          label: `${"\u2003".repeat(depth)}${name}`,
        }))}
      />
      <Button type="submit">{t("organisation.unit.show")}</Button>
    </Form>
  );
}
