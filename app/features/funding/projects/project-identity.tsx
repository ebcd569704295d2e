import { useT } from "~/i18n/context";
import { useFormat } from "~/i18n/format";
import { DataTable } from "~/ui/data-table";
import { Badge, Card, DescriptionList, Section } from "~/ui/page";
import type { GrantView } from "../grants/grants.queries.server";
import type { ProjectIdentity } from "./identity.queries.server";
import { usePeriod } from "./period";

/** Who the project is by its papers: grants, phases, decisions and appendices. */
export function ProjectIdentitySections({ identity }: { identity: ProjectIdentity }) {
  const t = useT();
  return (
    <>
      {identity.grants.length > 0 && (
        <Section level={3} title={t("funding.identity.grants")}>
          <div className="grid">
            {identity.grants.map((grant) => (
              <GrantCard key={grant.id} grant={grant} />
            ))}
          </div>
        </Section>
      )}
      {identity.phases.length > 0 && <Phases phases={identity.phases} />}
      {identity.decisions.length > 0 && <Decisions decisions={identity.decisions} />}
      {identity.appendices.length > 0 && <Appendices appendices={identity.appendices} />}
    </>
  );
}

function GrantCard({ grant }: { grant: GrantView }) {
  const t = useT();
  const { formatTkr, formatDate } = useFormat();
  const dated = (amountOre: number | null, day: string | null) =>
    [amountOre === null ? "" : formatTkr(amountOre), day === null ? "" : formatDate(day)]
      .filter(Boolean)
      .join(", ");
  const facts = [
    { term: t("funding.identity.programme"), value: grant.programme },
    { term: t("funding.identity.applied"), value: dated(grant.appliedOre, grant.appliedOn) },
    { term: t("funding.identity.granted"), value: dated(grant.grantedOre, grant.grantedOn) },
    { term: t("funding.identity.funderRef"), value: grant.funderRef },
    { term: t("funding.identity.ownRef"), value: grant.ownRef },
    { term: t("funding.identity.closed"), value: grant.closedOn && formatDate(grant.closedOn) },
    { term: t("funding.identity.conditions"), value: grant.conditions },
  ];
  return (
    <Card title={grant.title} level={3}>
      <DescriptionList items={facts.filter(({ value }) => value)} />
    </Card>
  );
}

function Phases({ phases }: Pick<ProjectIdentity, "phases">) {
  const t = useT();
  const period = usePeriod();
  return (
    <Section level={3} title={t("funding.identity.phases")}>
      <DataTable
        caption={t("funding.identity.phases")}
        hideCaption
        rows={phases}
        rowKey={(row) => row.id}
        columns={[
          {
            key: "name",
            header: t("funding.identity.phase"),
            cell: (row) => (
              <>
                {row.name}{" "}
                {row.isExtension && <Badge tone="info">{t("funding.identity.extension")}</Badge>}
              </>
            ),
          },
          { key: "period", header: t("funding.list.period"), cell: period },
        ]}
      />
    </Section>
  );
}

function Decisions({ decisions }: Pick<ProjectIdentity, "decisions">) {
  const t = useT();
  const { formatDate } = useFormat();
  return (
    <Section level={3} title={t("funding.identity.decisions")}>
      <DataTable
        caption={t("funding.identity.decisions")}
        hideCaption
        rows={decisions}
        rowKey={(row) => row.id}
        columns={[
          {
            key: "date",
            header: t("funding.identity.decidedOn"),
            cell: (row) => formatDate(row.decidedOn),
          },
          { key: "body", header: t("funding.identity.body"), cell: (row) => row.body },
          { key: "ref", header: t("funding.identity.ref"), cell: (row) => row.ref ?? "–" },
          { key: "summary", header: t("funding.identity.decision"), cell: (row) => row.summary },
        ]}
      />
    </Section>
  );
}

function Appendices({ appendices }: Pick<ProjectIdentity, "appendices">) {
  const t = useT();
  const { formatDate } = useFormat();
  return (
    <Section level={3} title={t("funding.identity.appendices")}>
      <ul>
        {appendices.map(({ id, title, datedOn }) => (
          <li key={id}>
            {title}
            {datedOn && <span className="soft">, {formatDate(datedOn)}</span>}
          </li>
        ))}
      </ul>
    </Section>
  );
}
