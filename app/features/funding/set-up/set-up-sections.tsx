import type { ReactNode } from "react";
import { useT } from "~/i18n/context";
import { useFormat } from "~/i18n/format";
import { dayBefore } from "~/terms/day";
import { DataTable, type Column } from "~/ui/data-table";
import { Link } from "~/ui/navigation";
import { Badge, ButtonLink, Section } from "~/ui/page";
import type { GrantView } from "../grants/grants.queries.server";
import type { DecisionView, PartnerView, PhaseView } from "../projects/identity.queries.server";
import { lineTitle } from "../rules/line-title";
import { usePeriod } from "../projects/period";
import type { RateStretch } from "../rules/hour-rates";
import type { SetUpPart } from "../rules/set-up-parts";
import type { LineSetUp, MoneySetUp } from "./set-up.queries.server";

/** The papers and money of a project as they are entered, each with its way to change it. */
export function SetUpSections({ code, money }: { code: string; money: MoneySetUp }) {
  const { identity, lines, rates } = money;
  return (
    <>
      <Grants code={code} grants={identity.grants} />
      <Lines code={code} lines={lines} />
      <Rates code={code} rates={rates} />
      <Decisions code={code} decisions={identity.decisions} />
      <Partners code={code} partners={identity.partners} />
      <Phases code={code} phases={identity.phases} />
      <Appendices code={code} appendices={identity.appendices} />
    </>
  );
}

function Grants({ code, grants }: { code: string; grants: GrantView[] }) {
  const t = useT();
  const { formatTkr, formatDate } = useFormat();
  const dated = (amountOre: number | null, day: string | null) =>
    [amountOre === null ? "" : formatTkr(amountOre), day === null ? "" : formatDate(day)]
      .filter(Boolean)
      .join(", ") || "–";
  return (
    <PartSection
      code={code}
      part="grants"
      rows={grants}
      nameOf={(row) => row.title}
      columns={[
        {
          key: "programme",
          header: t("funding.identity.programme"),
          cell: (row) => row.programme || "–",
        },
        {
          key: "applied",
          header: t("funding.identity.applied"),
          cell: (row) => dated(row.appliedOre, row.appliedOn),
        },
        {
          key: "granted",
          header: t("funding.identity.granted"),
          cell: (row) => dated(row.grantedOre, row.grantedOn),
        },
      ]}
    />
  );
}

function Lines({ code, lines }: { code: string; lines: LineSetUp[] }) {
  const t = useT();
  const { formatKronor } = useFormat();
  const sum = lines.reduce((total, { budgetOre }) => total + (budgetOre ?? 0), 0);
  return (
    <PartSection
      code={code}
      part="lines"
      title={
        lines.length > 0
          ? t("funding.setUp.lines.titleSum", { amount: formatKronor(sum) })
          : undefined
      }
      rows={lines}
      nameOf={lineTitle}
      actions={
        <ButtonLink to={`/projects/${code}/setup/template`} size="small">
          {t("funding.setUp.template.start")}
        </ButtonLink>
      }
      columns={[
        {
          key: "financing",
          header: t("funding.financingCaption"),
          cell: (row) => row.grantTitle ?? t(`funding.financing.${row.financing}`),
        },
        {
          key: "accounts",
          header: t("funding.setUp.lines.accounts"),
          cell: (row) => row.accounts.replaceAll(",", ", ") || "–",
        },
        {
          key: "budget",
          header: t("funding.budgetOre"),
          align: "end",
          cell: (row) =>
            row.budgetOre === null ? (
              <Badge tone="warning">{t("funding.setUp.lines.noBudget")}</Badge>
            ) : (
              formatKronor(row.budgetOre)
            ),
        },
      ]}
    />
  );
}

function Rates({ code, rates }: { code: string; rates: RateStretch[] }) {
  const t = useT();
  const { formatKronor, formatDate } = useFormat();
  const inKronor = (ore: number) => formatKronor(ore, { withOre: ore % 100 !== 0 });
  return (
    <PartSection
      code={code}
      part="rates"
      rows={rates.map((rate) => ({ ...rate, id: rate.id ?? "" }))}
      nameOf={(row) => t("funding.setUp.rates.perHour", { amount: inKronor(row.rateOre) })}
      columns={[
        {
          key: "from",
          header: t("funding.setUp.rates.validFrom"),
          cell: (row) => formatDate(row.validFrom),
        },
        {
          key: "until",
          header: t("funding.lastDay"),
          cell: (row) => (row.endsBefore ? formatDate(dayBefore(row.endsBefore)) : "–"),
        },
      ]}
    />
  );
}

function Decisions({ code, decisions }: { code: string; decisions: DecisionView[] }) {
  const t = useT();
  const { formatDate } = useFormat();
  return (
    <PartSection
      code={code}
      part="decisions"
      rows={decisions}
      nameOf={(row) => row.body}
      columns={[
        {
          key: "day",
          header: t("funding.identity.decidedOn"),
          cell: (row) => formatDate(row.decidedOn),
        },
        { key: "summary", header: t("funding.identity.decision"), cell: (row) => row.summary },
      ]}
    />
  );
}

function Partners({ code, partners }: { code: string; partners: PartnerView[] }) {
  const t = useT();
  return (
    <PartSection
      code={code}
      part="partners"
      rows={partners}
      nameOf={(row) => row.name}
      columns={[
        {
          key: "role",
          header: t("funding.hours.role"),
          cell: (row) => t(`funding.role.${row.role}`),
        },
        {
          key: "number",
          header: t("funding.setUp.partners.orgNumber"),
          cell: (row) => row.orgNumber ?? "–",
        },
      ]}
    />
  );
}

function Phases({ code, phases }: { code: string; phases: PhaseView[] }) {
  const t = useT();
  const period = usePeriod();
  return (
    <PartSection
      code={code}
      part="phases"
      rows={phases}
      nameOf={(row) => row.name}
      columns={[{ key: "period", header: t("funding.setUp.period"), cell: period }]}
    />
  );
}

type AppendixRow = MoneySetUp["identity"]["appendices"][number];

function Appendices({ code, appendices }: { code: string; appendices: AppendixRow[] }) {
  const t = useT();
  const { formatDate } = useFormat();
  return (
    <PartSection
      code={code}
      part="appendices"
      rows={appendices}
      nameOf={(row) => row.title}
      columns={[
        {
          key: "day",
          header: t("funding.setUp.appendices.datedOn"),
          cell: (row) => (row.datedOn ? formatDate(row.datedOn) : "–"),
        },
      ]}
    />
  );
}

type PartSectionProps<Row extends { id: string }> = {
  code: string;
  part: SetUpPart;
  title?: ReactNode;
  rows: Row[];
  /** The link that leads to the thing's own page. */
  nameOf: (row: Row) => string;
  columns: Column<Row>[];
  actions?: ReactNode;
};

const nameHeaders = {
  grants: "funding.setUp.grants.funder",
  decisions: "funding.identity.body",
  partners: "funding.hours.party",
  phases: "funding.identity.phase",
  appendices: "funding.setUp.appendices.name",
  lines: "funding.line",
  rates: "funding.setUp.rates.rate",
} as const satisfies Record<SetUpPart, string>;

function PartSection<Row extends { id: string }>(props: PartSectionProps<Row>) {
  const { code, part, title, rows, nameOf, columns, actions } = props;
  const t = useT();
  const href = (id: string) => `/projects/${code}/setup/${part}/${id}`;
  const name = t(`funding.setUp.${part}.title`);
  return (
    <Section
      id={part}
      title={title ?? name}
      actions={
        <>
          {actions}
          <ButtonLink to={href("new")} size="small">
            {t(`funding.setUp.${part}.add`)}
          </ButtonLink>
        </>
      }
    >
      <DataTable
        caption={name}
        hideCaption
        rows={rows}
        rowKey={({ id }) => id}
        empty={<p className="soft">{t(`funding.setUp.${part}.empty`)}</p>}
        columns={[
          {
            key: "name",
            header: t(nameHeaders[part]),
            cell: (row) => <Link to={href(row.id)}>{nameOf(row)}</Link>,
          },
          ...columns,
        ]}
      />
    </Section>
  );
}
