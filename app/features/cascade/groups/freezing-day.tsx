import { useT } from "~/i18n/context";
import { DateField } from "~/ui/form";
import { Form } from "~/ui/navigation";
import { Button } from "~/ui/page";
import type { FreezingView } from "./required-groups.queries.server";

type FreezingDayProps = Pick<FreezingView, "project" | "day" | "refusal" | "today">;

/** Chooses the day whose people are shown, and would become the groups. */
export function FreezingDay({ project, day, refusal, today }: FreezingDayProps) {
  const t = useT();
  return (
    <Form method="get" action={`/projects/${project.code}/groups/freeze`} className="inline-form">
      <DateField
        key={day}
        name="day"
        label={t("cascade.freeze.day")}
        hint={t("cascade.freeze.dayHint")}
        defaultValue={day}
        max={today}
        required
        error={refusal ? t(`cascade.freeze.refusal.${refusal}`) : undefined}
      />
      <Button type="submit">{t("cascade.freeze.show")}</Button>
    </Form>
  );
}
