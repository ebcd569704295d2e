import { useT } from "~/i18n/context";
import { useFormat } from "~/i18n/format";
import { DataTable } from "~/ui/data-table";
import { Link } from "~/ui/navigation";
import { Badge, ButtonLink, EmptyState } from "~/ui/page";
import { nameWithNote } from "./names/person-name";
import type { PersonPlace, PersonRow } from "./people-list.queries.server";

/** People with where they work, and whether they (still) do. */
export function PeopleTable({ rows, search }: { rows: PersonRow[]; search: string }) {
  const t = useT();
  return (
    <DataTable
      caption={t("organisation.people.caption")}
      hideCaption
      rows={rows}
      rowKey={({ id }) => id}
      empty={<NoPeople search={search} />}
      columns={[
        {
          key: "name",
          header: t("organisation.people.name"),
          cell: ({ id, name, note, places }) => (
            <>
              <Link to={`/people/${id}`}>{name}</Link>
              {note && <div>{note}</div>}
              {titlesOf(places) && <div className="soft">{titlesOf(places)}</div>}
            </>
          ),
        },
        {
          key: "unit",
          header: t("organisation.people.unit"),
          cell: ({ places }) => <Places places={places} />,
        },
        {
          key: "state",
          header: t("organisation.people.state"),
          cell: (row) => <PersonState row={row} />,
        },
        {
          key: "change",
          header: t("organisation.people.change"),
          screenOnly: true,
          cell: ({ id, ...named }) => (
            <ButtonLink to={`/people/${id}/edit`} size="small">
              {t("organisation.people.change")}
              <span className="visually-hidden"> {nameWithNote(named)}</span>
            </ButtonLink>
          ),
        },
      ]}
    />
  );
}

/** Each title once. */
function titlesOf(places: PersonPlace[]): string {
  const titles = places.flatMap(({ jobTitle }) => (jobTitle === "" ? [] : [jobTitle]));
  return [...new Set(titles)].join(", ");
}

/** Of several places each with its share. */
function Places({ places }: { places: PersonPlace[] }) {
  const t = useT();
  if (places.length === 1) return <>{places[0]?.unitName}</>;
  return (
    <>
      {places.map(({ unitName, share }) => (
        <div key={unitName}>
          {unitName}, {t("organisation.placement.percent", { share })}
        </div>
      ))}
    </>
  );
}

function PersonState({ row: { state, joinedOn, leftOn } }: { row: PersonRow }) {
  const t = useT();
  const { formatDate } = useFormat();
  if (state === "left" && leftOn) {
    return <Badge>{t("organisation.people.hasLeft", { date: formatDate(leftOn, "short") })}</Badge>;
  }
  if (state === "coming") {
    return (
      <Badge tone="info">
        {t("organisation.people.coming", { date: formatDate(joinedOn, "short") })}
      </Badge>
    );
  }
  if (!leftOn) return <>{t("organisation.people.here")}</>;
  return (
    <Badge tone="warning">
      {t("organisation.people.leaves", { date: formatDate(leftOn, "short") })}
    </Badge>
  );
}

function NoPeople({ search }: { search: string }) {
  const t = useT();
  if (search.trim()) {
    return (
      <EmptyState
        title={t("organisation.people.noneFound", { search })}
        action={<ButtonLink to="/people">{t("organisation.people.showAll")}</ButtonLink>}
      >
        {t("organisation.people.noneFoundText")}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title={t("organisation.people.empty")}
      action={<ButtonLink to="/people/new">{t("organisation.people.new")}</ButtonLink>}
    >
      {t("organisation.people.emptyText")}
    </EmptyState>
  );
}
