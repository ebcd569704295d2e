import { useT } from "~/i18n/context";
import { SearchField } from "~/ui/form";
import "./colleague-search.css";
import type { HandOverFormView } from "./hand-over-form.queries.server";

type ColleagueSearchProps = Pick<HandOverFormView, "chosen" | "earlier" | "found">;

/**
 * Where no scripts run the lists to tick hold one's own units: this search puts people of others
 * into them. Each search keeps what the ones before it found.
 */
export function ColleagueSearch({ chosen, earlier, found }: ColleagueSearchProps) {
  const t = useT();
  return (
    <form method="get" action="/handovers/new" className="colleague-search">
      {chosen && <input type="hidden" name="competence" value={chosen.code} />}
      {earlier && <input type="hidden" name="from" value={earlier.id} />}
      {found.map(({ query }) => (
        <input key={query} type="hidden" name="colleague" value={query} />
      ))}
      <SearchField name="colleague" label={t("cascade.enter.findColleague")} withButton />
      <p className="field-hint">{t("cascade.enter.findColleagueHint")}</p>
      {found.map(({ query, people }) => (
        <p key={query}>
          {people.length > 0
            ? t("cascade.enter.foundColleagues", { query, count: people.length })
            : t("ui.picker.noMatch", { query })}
        </p>
      ))}
    </form>
  );
}
