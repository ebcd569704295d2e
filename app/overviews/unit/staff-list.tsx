import { useT } from "~/i18n/context";
import type { StaffOfDay } from "~/features/organisation/staff.queries.server";
import { DataTable } from "~/ui/data-table";
import { Link } from "~/ui/navigation";
import { Disclosure } from "~/ui/page";

type StaffListProps = {
  staff: StaffOfDay;
  /** All who work there, also those whom the viewer can't see any more. */
  count: number;
  /** Whether it is a past day. */
  isPast: boolean;
};

/** Who work in a unit on a day. */
export function StaffList({ staff: { people, seen }, count, isPast }: StaffListProps) {
  const t = useT();
  const title = t(isPast ? "organisation.past.staffThen" : "organisation.past.staff", { count });
  if (count === 0) return null;
  return (
    <Disclosure summary={title} open={isPast}>
      {people.length > 0 && (
        <DataTable
          caption={title}
          hideCaption
          rows={people}
          rowKey={({ id }) => id}
          columns={[
            {
              key: "name",
              header: t("organisation.people.name"),
              cell: ({ id, name }) => <Link to={`/people/${id}`}>{name}</Link>,
            },
            {
              key: "jobTitle",
              header: t("organisation.placement.jobTitle"),
              cell: ({ jobTitle }) => jobTitle || "–",
            },
            {
              key: "unit",
              header: t("organisation.placement.unit"),
              cell: ({ unitName }) => unitName,
            },
            {
              key: "share",
              header: t("organisation.placement.share"),
              align: "end",
              cell: ({ share }) => t("organisation.placement.percent", { share }),
            },
          ]}
        />
      )}
      {people.length < seen && (
        <p className="soft">{t("organisation.past.onlyFirst", { shown: people.length })}</p>
      )}
      {count > seen && <p>{t("organisation.past.others", { count: count - seen })}</p>}
    </Disclosure>
  );
}
