import { useT } from "~/i18n/context";
import type { FormState } from "~/ui/form";
import { EmptyState, Notice, Page } from "~/ui/page";
import { ColleagueSearch } from "./colleague-search";
import { HandOverForm } from "./hand-over-form";
import type { HandOverFormView } from "./hand-over-form.queries.server";
import { MethodChoice } from "./method-choice";
import { NotClearedNotice, StandingTable } from "./not-cleared-notice";

type EnterPageProps = { view: HandOverFormView; state?: FormState };

/** Where a hand-over is entered, or where it is told why it can't be. */
export function EnterPage({ view, state }: EnterPageProps) {
  const t = useT();
  const { competences, chosen, earlier, entersForOthers } = view;
  const mayEnter = chosen?.mayEnter === true;
  const mayNone = competences.every(({ standing }) => standing !== "cleared");
  return (
    <Page
      width="narrow"
      title={t("cascade.enter.title")}
      lead={t("cascade.enter.lead")}
      breadcrumb={[{ to: "/handovers", label: t("cascade.breadcrumb") }]}
    >
      {competences.length === 0 ? (
        <EmptyState title={t("cascade.enter.noMethods")}>
          {t("cascade.enter.noMethodsText")}
        </EmptyState>
      ) : (
        <MethodChoice
          competences={competences}
          chosen={chosen}
          from={earlier?.id ?? null}
          found={view.found}
        />
      )}
      {earlier && <EarlierNotice isWithdrawn={earlier.isWithdrawn} />}
      {chosen && !mayEnter && <NotClearedNotice competence={chosen} standing={chosen.standing} />}
      {chosen && (mayEnter || state) && (
        <>
          <ColleagueSearch chosen={chosen} earlier={earlier} found={view.found} />
          <HandOverForm view={view} chosen={chosen} state={state} />
        </>
      )}
      {mayNone && !entersForOthers && competences.length > 0 && (
        <StandingTable competences={competences} />
      )}
    </Page>
  );
}

function EarlierNotice({ isWithdrawn }: { isWithdrawn: boolean }) {
  const t = useT();
  const which = isWithdrawn ? "correcting" : "copying";
  return (
    <Notice tone={isWithdrawn ? "info" : "warning"} title={t(`cascade.enter.${which}`)}>
      {t(`cascade.enter.${which}Text`)}
    </Notice>
  );
}
