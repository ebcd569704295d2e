import { nameWithNote } from "~/features/organisation/names/person-name";
import { bookedThroughText } from "~/features/funding/budget/booked-through";
import { useLanguage, useT } from "~/i18n/context";
import { useFormat } from "~/i18n/format";
import type { Level } from "~/terms/level";
import { DescriptionList, Notice, type DescriptionItem } from "~/ui/page";
import type { RecordDetails } from "./record-details.server";
import { voucherName } from "./voucher-name";

type RecordFactsProps = {
  record: RecordDetails;
  /** Under a heading that says whose course it is. */
  named?: boolean;
};

/** What somebody sent in, whole: all that a manager needs to decide on it. */
export function RecordFacts({ record, named = false }: RecordFactsProps) {
  const t = useT();
  const { formatDate, formatHours } = useFormat();
  const { costOre, plan } = record;
  const items: (DescriptionItem | false | null)[] = [
    !named && { term: t("training.record.person"), value: nameWithNote(record.person) },
    !named && { term: t("training.record.kind"), value: t(`training.kind.${record.kind}`) },
    {
      term: t("training.record.competence"),
      value: record.competence?.name ?? t("training.record.noCompetence"),
    },
    { term: t("training.record.heldOn"), value: formatDate(record.heldOn) },
    { term: t("training.record.hours"), value: formatHours(record.minutes) },
    record.kind === "course" && {
      term: t("training.record.learned"),
      value: record.learned ? (
        <span className="prewrap">{record.learned}</span>
      ) : (
        t("training.record.noLearned")
      ),
    },
    record.kind === "course" && {
      term: t("training.record.claimed"),
      value:
        record.claimedLevel === null ? t("training.record.noClaimed") : words(record.claimedLevel),
    },
    record.confirmed && {
      term: t("training.record.confirmed"),
      value: [
        words(record.confirmed.level),
        record.confirmed.observed && t("training.record.observed"),
      ]
        .filter(Boolean)
        .join(", "),
    },
    record.competence !== null && {
      term: t("training.record.current"),
      value: words(record.currentLevel),
    },
    record.kind === "course" && {
      term: t("training.record.evidence"),
      value: <Evidence record={record} />,
    },
    record.kind !== "hand_over" && {
      term: t("training.record.cost"),
      value: costOre === null ? t("training.record.noCost") : <Payment record={record} />,
    },
    record.kind !== "hand_over" &&
      record.payment === null && {
        term: t("training.record.project"),
        value: record.projectName ?? t("training.log.projectNone"),
      },
    plan !== null && {
      term: t("training.record.plan"),
      value: t("training.record.planValue", {
        count: plan.colleagues,
        date: formatDate(plan.dueOn),
      }),
    },
  ];

  function words(level: Level) {
    return t("competence.levelWords", { level, name: t(`ui.level.l${level}`) });
  }

  return (
    <>
      <DescriptionList items={items.filter((item) => item !== false && item !== null)} />
      <OverspendWarning record={record} />
      <LedgerWarning record={record} />
    </>
  );
}

function Evidence({ record: { id, evidence } }: { record: RecordDetails }) {
  const t = useT();
  const { formatBytes } = useFormat();
  if (!evidence.file && !evidence.link) return <>{t("training.record.noEvidence")}</>;
  return (
    <>
      {evidence.file && (
        <p>
          <a href={`/training/${id}/evidence`} download>
            {t("training.record.evidenceFile", {
              name: evidence.file.name,
              size: formatBytes(evidence.file.size),
            })}
          </a>
        </p>
      )}
      {evidence.link && (
        <p>
          <a href={evidence.link} rel="noreferrer noopener nofollow">
            {evidence.link}
          </a>
        </p>
      )}
    </>
  );
}

function Payment({ record: { costOre, payment, may } }: { record: RecordDetails }) {
  const t = useT();
  const language = useLanguage();
  const { formatDate, formatKronor } = useFormat();
  const available = payment?.availableOre ?? null;
  return (
    <>
      <p>{formatKronor(costOre ?? 0, { withOre: (costOre ?? 0) % 100 !== 0 })}</p>
      {payment && (
        <p>
          {t("training.record.payment", {
            project: payment.projectName,
            category: payment.costCategory,
            line: payment.lineName,
          })}
        </p>
      )}
      {payment?.invoices.map((invoice) => (
        <p key={voucherName(invoice)}>
          {t("training.record.invoice", {
            voucher: voucherName(invoice),
            date: formatDate(invoice.bookedOn),
            amount: formatKronor(invoice.amountOre, { withOre: invoice.amountOre % 100 !== 0 }),
          })}
        </p>
      ))}
      {may.decide && available !== null && (
        <p>
          {t("training.record.available", { available: formatKronor(available) })}.{" "}
          {bookedThroughText(payment?.bookedThrough ?? null, { t, language })}
        </p>
      )}
    </>
  );
}

/** Booking the cost too would count the same money twice. */
function LedgerWarning({ record: { payment } }: { record: RecordDetails }) {
  const t = useT();
  const { formatDate } = useFormat();
  if (!payment || payment.inLedger.length === 0) return null;
  return (
    <Notice tone="warning" title={t("training.record.inLedger")}>
      {payment.inLedger.map((twin) => (
        <p key={twin.costId}>
          {t("training.record.inLedgerText", {
            voucher: voucherName(twin),
            date: formatDate(twin.bookedOn),
          })}
        </p>
      ))}
    </Notice>
  );
}

function OverspendWarning({ record: { payment, costOre, may } }: { record: RecordDetails }) {
  const t = useT();
  const { formatKronor } = useFormat();
  const available = payment?.availableOre ?? null;
  if (!may.decide || costOre === null || available === null || costOre <= available) return null;
  return (
    <Notice tone="warning" title={t("training.record.overspend")}>
      {t("training.record.overspendText", {
        available: formatKronor(available),
        cost: formatKronor(costOre),
      })}
    </Notice>
  );
}
