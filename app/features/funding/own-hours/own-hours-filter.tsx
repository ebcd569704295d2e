import { useT } from "~/i18n/context";
import { SelectField } from "~/ui/form";
import { Form } from "~/ui/navigation";
import { Button } from "~/ui/page";
import { lineTitle } from "../rules/line-title";
import type { OwnHoursFilter as Filter } from "./own-hours-href";

type OwnHoursFilterProps = {
  lines: { id: string; costCategory: string; name: string }[];
  parties: { id: string; name: string }[];
  filter: Filter;
};

/** Which line's and party's hours are listed, and whether those that count; a plain form. */
export function OwnHoursFilter({ lines, parties, filter }: OwnHoursFilterProps) {
  const t = useT();
  const { line, party, isAwaiting } = filter;
  return (
    <Form method="get" className="inline-form" key={`${line} ${party} ${isAwaiting}`}>
      <SelectField
        name="line"
        label={t("funding.line")}
        required
        placeholder={t("funding.hours.allLines")}
        defaultValue={line ?? ""}
        options={lines.map((one) => ({ value: one.id, label: lineTitle(one) }))}
      />
      <SelectField
        name="party"
        label={t("funding.hours.party")}
        required
        placeholder={t("funding.hours.allParties")}
        defaultValue={party ?? ""}
        options={parties.map(({ id, name }) => ({ value: id, label: name }))}
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
