import { useSpeech, useT } from "~/i18n/context";
import { useFormat } from "~/i18n/format";
import { CheckboxGroup, type FormState } from "~/ui/form";
import { Disclosure } from "~/ui/page";
import { Breakable } from "../uploads/breakable";
import { useCounted } from "../uploads/counted";
import { answerField, everyOne } from "./ledger-answers";
import type { AskedGroup, AskedPreview } from "./plan-preview.queries.server";
import { differenceInWords } from "./difference-in-words";
import { voucherName } from "./voucher-name";

type Props = { asked: readonly AskedGroup[]; state: FormState | undefined };

/** What is left as it is until it is ticked, one list for each reason. */
export function AskedFields({ asked, state }: Props) {
  return asked.map((group) => <AskedGroupFields key={group.reason} group={group} state={state} />);
}

function AskedGroupFields({ group, state }: { group: AskedGroup; state: FormState | undefined }) {
  const t = useT();
  const counted = useCounted();
  const { reason, count, first } = group;
  const optionsOf = useOptions(group);
  const replaceable = first.filter(({ mayReplace }) => mayReplace);
  const takeable = first.filter(({ mayTake }) => mayTake);
  const label = counted(`exchange.ledger.ask.${reason}`, count);
  const hint = t(`exchange.ledger.askHint.${reason}`);
  if (replaceable.length === 0) {
    const name = answerField("take", reason);
    return <CheckboxGroup {...{ name, label, hint, state }} options={optionsOf(takeable)} />;
  }
  return (
    <>
      <CheckboxGroup
        {...{ name: answerField("replace", reason), label, hint, state }}
        options={optionsOf(replaceable)}
      />
      {takeable.length > 0 && (
        <Disclosure summary={t("exchange.ledger.beside")}>
          <CheckboxGroup
            {...{ name: answerField("take", reason), state }}
            label={t("exchange.ledger.beside")}
            options={optionsOf(takeable)}
          />
        </Disclosure>
      )}
    </>
  );
}

/** One for each, and one for all where there are several. */
function useOptions({ count, sumOre }: AskedGroup) {
  const counted = useCounted();
  const t = useT();
  const { formatDate, formatKronor } = useFormat();
  const explain = useExplanation();
  return (asked: readonly AskedPreview[]) => [
    ...(count > 1
      ? [
          {
            value: everyOne,
            label: counted("exchange.ledger.askAll", count, {
              sum: formatKronor(sumOre, { withOre: true }),
            }),
          },
        ]
      : []),
    ...asked.map((each) => ({
      value: each.key,
      label: t("exchange.ledger.asked", {
        voucher: voucherName(each.voucher),
        date: formatDate(each.voucher.date, "short"),
        sum: formatKronor(each.voucher.sumOre, { withOre: true }),
      }),
      hint: <Breakable text={explain(each)} />,
    })),
  ];
}

function useExplanation() {
  const t = useT();
  const { formatDate, formatKronor } = useFormat();
  const speech = useSpeech();
  return (asked: AskedPreview): string => {
    const { voucher, earlier, also, details, mayReplace, mayTake, gone, come } = asked;
    const before = earlier && {
      voucher: voucherName(earlier),
      sum: formatKronor(earlier.sumOre, { withOre: true }),
      date: formatDate(earlier.date, "short"),
    };
    const reasons = also.map((reason) => t(`exchange.ledger.askReason.${reason}`)).join(", ");
    return [
      voucher.text,
      ...details,
      mayReplace && mayTake && before && t("exchange.ledger.askedBefore", before),
      mayReplace && mayTake && differenceInWords({ gone, come }, speech),
      !mayReplace && earlier && t("exchange.ledger.askedThere", { project: earlier.projectCode }),
      earlier?.otherObject && t("exchange.ledger.askedUnder", { object: earlier.otherObject }),
      reasons && t("exchange.ledger.askedAlso", { reasons }),
    ]
      .filter(Boolean)
      .join(" · ");
  };
}
