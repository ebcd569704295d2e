import { useT } from "~/i18n/context";
import { SelectField } from "~/ui/form";
import { Form } from "~/ui/navigation";
import { Button } from "~/ui/page";
import type { GroupOptions } from "./cascade-groups.queries.server";
import "../choose-form.css";

type GroupChoiceProps = {
  options: GroupOptions;
  /** The chosen group, as an address names it. */
  query: string;
  action: string;
};

/** Chooses whose cascade is shown; with one group there is nothing to choose. */
export function GroupChoice({ options: { units, projects }, query, action }: GroupChoiceProps) {
  const t = useT();
  if (units.length + projects.length < 2) return null;
  const groups = [
    {
      label: t("cascade.spread.units"),
      options: units.map(({ id, name, depth }) => ({
        value: `unit=${id}`,
        label: `${"\u2003".repeat(depth)}${name}`,
      })),
    },
    {
      label: t("cascade.spread.projects"),
      options: projects.map(({ code, name }) => ({
        value: `project=${encodeURIComponent(code)}`,
        label: name,
      })),
    },
  ];
  return (
    <Form method="get" action={action} className="choose-form no-print">
      <SelectField
        key={query}
        name="group"
        label={t("cascade.spread.group")}
        required
        placeholder={null}
        defaultValue={query}
        options={groups.filter(({ options }) => options.length > 0)}
      />
      <Button type="submit">{t("cascade.spread.show")}</Button>
    </Form>
  );
}
