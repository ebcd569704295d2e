import { useT } from "~/i18n/context";
import type { Translate } from "~/i18n/translator";
import { dayBefore, type IsoDate } from "~/terms/day";
import { DateField } from "~/ui/form";
import { Form } from "~/ui/navigation";
import { Button, ButtonLink, Disclosure } from "~/ui/page";

type PastDayFormProps = {
  /** The page's own address. */
  action: string;
  /** What else its query string says. */
  fields?: Record<string, string>;
  /** The day that is shown; null for today. */
  day: IsoDate | null;
  today: IsoDate;
};

/** Asks for a past day; shown openly where one is, with the way back. */
export function PastDayForm({ action, fields = {}, day, today }: PastDayFormProps) {
  const t = useT();
  const query = new URLSearchParams(fields).toString();
  return (
    <Disclosure summary={t("organisation.past.see")} open={day !== null} key={day}>
      <Form method="get" action={action} className="inline-form">
        {Object.entries(fields).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <DateField
          name="day"
          label={t("organisation.past.day")}
          max={dayBefore(today)}
          defaultValue={day ?? undefined}
          required
        />
        <Button type="submit">{t("organisation.past.show")}</Button>
        {day && (
          <ButtonLink to={query ? `${action}?${query}` : action} variant="quiet">
            {t("organisation.past.today")}
          </ButtonLink>
        )}
      </Form>
    </Disclosure>
  );
}

/** What a page of a unit tells, of a past day with that day as it is written. */
export function titleOfDay(t: Translate, date: string | null, finding: string): string {
  return date === null ? finding : t("organisation.past.title", { date, finding });
}
