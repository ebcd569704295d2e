import { useT } from "~/i18n/context";
import { SelectField } from "~/ui/form";
import { Form, useSubmit } from "~/ui/navigation";
import { Button } from "~/ui/page";
import "../choose-form.css";
import type { HandOverFormView } from "./hand-over-form.queries.server";

type MethodChoiceProps = Pick<HandOverFormView, "competences" | "chosen" | "found"> & {
  /** The hand-over whose values fill the form. */
  from: string | null;
};

/**
 * Chooses the method whose form is shown: at once where scripts run, by its button elsewhere.
 * Those that the viewer may hand on stand first.
 */
export function MethodChoice({ competences, chosen, found, from }: MethodChoiceProps) {
  const t = useT();
  const submit = useSubmit();
  const optionsOf = (cleared: boolean) =>
    competences
      .filter(({ standing }) => (standing === "cleared") === cleared)
      .map(({ code, name }) => ({ value: code, label: name }));
  const groups = [
    { label: t("cascade.enter.methodMine"), options: optionsOf(true) },
    { label: t("cascade.enter.methodOthers"), options: optionsOf(false) },
  ];
  return (
    <Form
      method="get"
      action="/handovers/new"
      className="choose-form"
      onChange={(event) => submit(event.currentTarget, { replace: true, preventScrollReset: true })}
    >
      {from !== null && <input type="hidden" name="from" value={from} />}
      {found.map(({ query }) => (
        <input key={query} type="hidden" name="colleague" value={query} />
      ))}
      <SelectField
        name="competence"
        label={t("cascade.enter.method")}
        required
        placeholder={chosen ? null : undefined}
        defaultValue={chosen?.code}
        options={groups.filter(({ options }) => options.length > 0)}
      />
      <Button type="submit">{t("cascade.enter.choose")}</Button>
    </Form>
  );
}
