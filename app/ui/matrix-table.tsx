import type { ReactNode } from "react";
import { useT } from "~/i18n/context";
import type { Level } from "~/terms/level";
import { Link } from "./navigation";
import { LevelKey, LevelMark, type LevelBasis } from "./page/level-mark";

export type MatrixColumn = { key: string; label: string; href?: string };
export type MatrixRow = { key: string; label: string; note?: string; href?: string };

/**
 * One meeting of a row and a column. `claimed` stands beside a confirmed level, never instead of
 * it. `isGap`: required and not reached. `isRequired: false` shades the cell as not asked for.
 */
export type MatrixCell = {
  level: Level;
  basis?: LevelBasis;
  expired?: boolean;
  claimed?: Level;
  isGap?: boolean;
  isRequired?: boolean;
  href?: string;
};

type MatrixTableProps = {
  /** Names table and scroll region: "Kompetenser i Prostitutionsenheten, 21 november 2013". */
  caption: string;
  /** Over the row heads: "Medarbetare". */
  cornerLabel: string;
  rows: MatrixRow[];
  columns: MatrixColumn[];
  /** `null` where nothing is known and nothing is required. */
  cellAt: (row: MatrixRow, column: MatrixColumn) => MatrixCell | null;
  /**
   * Gaps by column key, where the rows are one page of more: the foot then counts them all.
   * Without it the gaps in sight are counted.
   */
  gapsInColumn?: Record<string, number>;
  /** Under the table, beside the key. */
  footnote?: ReactNode;
};

/**
 * People × competences with levels, and the gaps counted on both margins. Heads and margins stay
 * in sight while the grid scrolls inside its own region.
 */
export function MatrixTable({
  caption,
  cornerLabel,
  rows,
  columns,
  cellAt,
  gapsInColumn: counted,
  footnote,
}: MatrixTableProps) {
  const t = useT();
  const grid = rows.map((row) => ({ row, cells: columns.map((column) => cellAt(row, column)) }));
  const gapsInColumn = columns.map(
    ({ key }, index) => counted?.[key] ?? countGaps(grid.map(({ cells }) => cells[index])),
  );
  return (
    <div className="stack">
      {columns.length > 3 && <p className="matrix-hint">{t("ui.matrix.scrollHint")}</p>}
      <div
        className="matrix-region"
        role="region"
        aria-label={caption}
        // A region that scrolls must be reachable by keyboard (WCAG 2.1.1).
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
      >
        <table className="matrix">
          <caption className="visually-hidden">{caption}</caption>
          <thead>
            <tr>
              <th className="matrix-corner" scope="col">
                {cornerLabel}
              </th>
              {columns.map((column) => (
                <th key={column.key} scope="col">
                  <Head label={column.label} href={column.href} />
                </th>
              ))}
              <th className="matrix-gaps" scope="col">
                {t("ui.matrix.gaps")}
              </th>
            </tr>
          </thead>
          <tbody>
            {grid.map(({ row, cells }) => (
              <tr key={row.key}>
                <th scope="row">
                  <Head label={row.label} href={row.href} />
                  {row.note && <span className="matrix-row-note">{row.note}</span>}
                </th>
                {cells.map((cell, index) => (
                  <Cell key={columns[index]?.key} cell={cell} />
                ))}
                <GapCount
                  count={countGaps(cells)}
                  label={t("ui.matrix.gapsInRow", { name: row.label })}
                />
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t("ui.matrix.gaps")}</th>
              {columns.map((column, index) => (
                <GapCount
                  key={column.key}
                  count={gapsInColumn[index] ?? 0}
                  label={t("ui.matrix.gapsInColumn", { name: column.label })}
                />
              ))}
              <GapCount count={gapsInColumn.reduce((sum, gaps) => sum + gaps, 0)} />
            </tr>
          </tfoot>
        </table>
      </div>
      <MatrixFoot footnote={footnote} />
    </div>
  );
}

function Head({ label, href }: { label: string; href?: string }) {
  return href ? <Link to={href}>{label}</Link> : <>{label}</>;
}

function Cell({ cell }: { cell: MatrixCell | null }) {
  const t = useT();
  if (!cell) return <td data-required="false" />;
  const marks = (
    <span className="matrix-cell">
      <LevelMark level={cell.level} basis={cell.basis} expired={cell.expired} />
      {cell.claimed !== undefined && <LevelMark level={cell.claimed} basis="claimed" />}
      {cell.isGap && <span className="visually-hidden">, {t("ui.matrix.gap")}</span>}
    </span>
  );
  return (
    <td data-gap={cell.isGap ?? false} data-required={cell.isRequired ?? true}>
      {cell.href ? <Link to={cell.href}>{marks}</Link> : marks}
    </td>
  );
}

function GapCount({ count, label }: { count: number; label?: string }) {
  return (
    <td className="matrix-gaps" data-some={count > 0}>
      {label && <span className="visually-hidden">{label}: </span>}
      {count}
    </td>
  );
}

function MatrixFoot({ footnote }: { footnote?: ReactNode }) {
  const t = useT();
  return (
    <div className="matrix-foot">
      <LevelKey />
      <ul className="level-key">
        <li>
          <span className="gap-swatch" aria-hidden="true" /> {t("ui.matrix.gapKey")}
        </li>
        <li>
          <span className="off-swatch" aria-hidden="true" /> {t("ui.matrix.notRequired")}
        </li>
      </ul>
      {footnote}
    </div>
  );
}

function countGaps(cells: (MatrixCell | null | undefined)[]): number {
  return cells.filter((cell) => cell?.isGap).length;
}
