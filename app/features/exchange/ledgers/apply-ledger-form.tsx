import { lineTitle } from "~/features/funding/rules/line-title";
import { useT } from "~/i18n/context";
import { useFormat } from "~/i18n/format";
import {
  CheckboxGroup,
  FormActions,
  FormErrors,
  SelectField,
  SubmissionId,
  SubmitButton,
  type FormState,
} from "~/ui/form";
import { Form } from "~/ui/navigation";
import { Disclosure } from "~/ui/page";
import { useCounted } from "../uploads/counted";
import { AskedFields } from "./asked-fields";
import type { AccountPlacement, PlanPreview } from "./plan-preview.queries.server";
import { voucherName } from "./voucher-name";

type Props = { plan: PlanPreview; submissionId: string; state: FormState | undefined };

/** Asks what only a person can tell, and brings the ledger's costs in. */
export function ApplyLedgerForm({ plan, submissionId, state }: Props) {
  const t = useT();
  const counted = useCounted();
  const { formatDate } = useFormat();
  return (
    <Form method="post" className="form" noValidate>
      <FormErrors errors={state?.errors} />
      <SubmissionId value={submissionId} />
      <input type="hidden" name="project" value={plan.project.id} />
      <input type="hidden" name="object" value={plan.objectCode} />
      <input type="hidden" name="seen" value={plan.seen} />
      <AskedFields asked={plan.asked.filter(({ reason }) => reason !== "logged")} state={state} />
      <Twins plan={plan} state={state} />
      <Placements plan={plan} state={state} />
      <FormActions>
        <SubmitButton busyLabel={t("exchange.ledger.writing")}>
          {plan.added.count > 0
            ? counted("exchange.ledger.submit", plan.added.count)
            : plan.knownUntil === null
              ? t("exchange.ledger.submitTicked")
              : t("exchange.ledger.submitRead", { date: formatDate(plan.knownUntil) })}
        </SubmitButton>
      </FormActions>
    </Form>
  );
}

type PartProps = Pick<Props, "plan" | "state">;

/** One invoice is one course's: what is no logged course's is brought in beside. */
function Twins({ plan: { twins, asked }, state }: PartProps) {
  const t = useT();
  const { formatDate, formatKronor } = useFormat();
  const logged = asked.filter(
    ({ reason, first }) => reason === "logged" && first.some(({ mayTake }) => mayTake),
  );
  if (twins.length === 0) return <AskedFields asked={logged} state={state} />;
  return (
    <>
      <CheckboxGroup
        name="replace"
        label={t("exchange.ledger.twins")}
        hint={t("exchange.ledger.twinsHint")}
        options={twins.map((twin) => ({
          value: twin.key,
          label: t("exchange.ledger.twin", {
            text: twin.text,
            date: formatDate(twin.bookedOn, "short"),
            sum: formatKronor(twin.amountOre, { withOre: true }),
          }),
          hint: [
            t(twin.isShared ? "exchange.ledger.twinShared" : "exchange.ledger.twinVoucher", {
              voucher: voucherName(twin.voucher),
              date: formatDate(twin.voucher.date, "short"),
              sum: formatKronor(twin.voucher.sumOre, { withOre: true }),
              text: twin.voucher.text || "–",
            }),
            twin.isWithVat && t("exchange.ledger.twinWithVat"),
          ]
            .filter(Boolean)
            .join(" · "),
        }))}
        state={state}
      />
      {logged.length > 0 && (
        <Disclosure summary={t("exchange.ledger.noTwin")}>
          <AskedFields asked={logged} state={state} />
        </Disclosure>
      )}
    </>
  );
}

const mostInSight = 6;

/** Accounts that no line claims are asked for; the rest wait behind one line of text. */
function Placements({ plan, state }: PartProps) {
  const t = useT();
  const counted = useCounted();
  const unplaced = plan.placement.filter(({ lineId }) => lineId === null);
  const placed = plan.placement.filter(({ lineId }) => lineId !== null);
  const more = unplaced.slice(mostInSight);
  return (
    <>
      {unplaced.length > 0 && (
        <fieldset className="field">
          <legend className="field-label">{t("exchange.ledger.placement")}</legend>
          <p className="field-hint">{t("exchange.ledger.placementLead")}</p>
          <PlacementFields accounts={unplaced.slice(0, mostInSight)} plan={plan} state={state} />
        </fieldset>
      )}
      {more.length > 0 && (
        <Disclosure summary={counted("exchange.ledger.moreUnplaced", more.length)}>
          <PlacementFields accounts={more} plan={plan} state={state} />
        </Disclosure>
      )}
      {placed.length > 0 && (
        <Disclosure summary={counted("exchange.ledger.placed", placed.length)}>
          <PlacementFields accounts={placed} plan={plan} state={state} />
        </Disclosure>
      )}
    </>
  );
}

function PlacementFields({
  accounts,
  plan,
  state,
}: PartProps & { accounts: readonly AccountPlacement[] }) {
  const t = useT();
  const { formatKronor } = useFormat();
  return accounts.map(({ account, accountName, sumOre, lineId }) => (
    <SelectField
      key={account}
      name={`line:${account}`}
      label={t("exchange.ledger.account", { account, name: accountName }).trim()}
      hint={formatKronor(sumOre, { withOre: true })}
      placeholder={t("exchange.ledger.unplaced")}
      required
      defaultValue={lineId ?? ""}
      options={[
        ...(lineId === "by-day" ? [{ value: lineId, label: t("exchange.ledger.byDay") }] : []),
        ...plan.lines.map((line) => ({ value: line.id, label: lineTitle(line) })),
      ]}
      state={state}
    />
  ));
}
