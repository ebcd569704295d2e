import { useT } from "~/i18n/context";
import { SelectField } from "~/ui/form";
import { Form } from "~/ui/navigation";
import { Button } from "~/ui/page";
import type { LineChoice } from "./costs.queries.server";
import { lineTitle } from "../rules/line-title";

/** Which line's costs are listed; a plain form that goes to the list's own address. */
export function CostFilter({ lines, filter }: { lines: LineChoice[]; filter: string }) {
  const t = useT();
  return (
    <Form method="get" className="inline-form" key={filter}>
      <SelectField
        name="line"
        label={t("funding.line")}
        required
        placeholder={t("funding.costs.allLines")}
        defaultValue={filter}
        options={[
          { value: "unplaced", label: t("funding.unplaced") },
          ...lines.map((line) => ({ value: line.id, label: lineTitle(line) })),
        ]}
      />
      <Button type="submit">{t("funding.costs.show")}</Button>
    </Form>
  );
}
