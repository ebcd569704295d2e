import { useT } from "~/i18n/context";
import { SelectField } from "~/ui/form";
import { Form } from "~/ui/navigation";
import { Button } from "~/ui/page";
import { lineTitle } from "../rules/line-title";
import type { OwnHoursFilter as Filter } from "./own-hours-href";

type OwnHoursFilterProps = {
  lines: { id: string; costCategory: string; name: string }[];
  filter: Filter;
};

/** Which line's hours are listed, and whether those that count; a plain form. */
export function OwnHoursFilter({ lines, filter }: OwnHoursFilterProps) {
  const t = useT();
  const { line, isAwaiting } = filter;
  return (
    <Form method="get" className="inline-form" key={`${line} ${isAwaiting}`}>
      <SelectField
        name="line"
        label={t("funding.line")}
        required
        placeholder={t("funding.hours.allLines")}
        defaultValue={line ?? ""}
        options={lines.map((one) => ({ value: one.id, label: lineTitle(one) }))}
      />
      <SelectField
        name="state"
        label={t("funding.hours.state")}
        required
        placeholder={t("funding.hours.counted")}
        defaultValue={isAwaiting ? "awaiting" : ""}
        options={[{ value: "awaiting", label: t("funding.hours.awaitingState") }]}
      />
      <Button type="submit">{t("funding.costs.show")}</Button>
    </Form>
  );
}
