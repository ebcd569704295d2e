import { useT } from "~/i18n/context";
import { MatrixTable } from "~/ui/matrix-table";
import type { MatrixView } from "./matrix.queries.server";

/** The matrix of one page of people, each level beside what is required. */
export function UnitMatrix({ matrix }: { matrix: MatrixView }) {
  const t = useT();
  return (
    <MatrixTable
      caption={t("organisation.matrix.caption", { unit: matrix.unit.name })}
      cornerLabel={t("organisation.matrix.person")}
      rows={matrix.people.map(({ id, name, jobTitle }) => ({
        key: id,
        label: name,
        note: jobTitle,
        href: `/people/${id}`,
      }))}
      columns={matrix.competences.map(({ id, code, name }) => ({
        key: id,
        label: name,
        href: `/cascade/${code}?unit=${matrix.unit.id}`,
      }))}
      gapsInColumn={matrix.gaps}
      cellAt={(person, competence) => {
        // The same key as `cellKey` of the query, which a page can't import.
        const key = `${person.key} ${competence.key}`;
        const known = matrix.levels[key];
        const required = matrix.required[key];
        if (!known && !required) return null;
        return {
          level: known?.level ?? 0,
          basis: known?.basis ?? "confirmed",
          isGap: required?.isGap ?? false,
          isRequired: required !== undefined,
        };
      }}
    />
  );
}
