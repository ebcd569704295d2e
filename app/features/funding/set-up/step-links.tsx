import { useT } from "~/i18n/context";
import { Link } from "~/ui/navigation";
import { budgetSteps, type BudgetStep } from "../rules/budget-periods";

/** Lays out a new line's periods in other steps. */
export function StepLinks({ step }: { step: BudgetStep }) {
  const t = useT();
  return (
    <nav className="badges" aria-label={t("funding.setUp.lines.steps")}>
      <span>{t("funding.setUp.lines.steps")}</span>
      {budgetSteps.map((each) =>
        each === step ? (
          <strong key={each} aria-current="true">
            {t(`funding.setUp.lines.step.${each}`)}
          </strong>
        ) : (
          <Link key={each} to={`?periods=${each}`} replace>
            {t(`funding.setUp.lines.step.${each}`)}
          </Link>
        ),
      )}
    </nav>
  );
}
