import { describe, expect, it, vi } from "vitest";
import { DataTable, type Column } from "~/ui/data-table";
import { MatrixTable, type MatrixCell } from "~/ui/matrix-table";
import { pagesAround } from "~/ui/pagination";
import { show } from "./showing";

// Remix's own links render only inside a whole Remix app.
vi.mock("~/ui/navigation", () => import("./plain-navigation"));

type Cost = { name: string; kronor: number };
const columns: Column<Cost>[] = [
  { key: "name", header: "Post", cell: (row) => row.name },
  {
    key: "kronor",
    header: "Kronor",
    align: "end",
    cell: (row) => row.kronor,
    sort: { href: "?sort=kronor", direction: "descending" },
  },
];

describe("DataTable", () => {
  const table = (rows: Cost[]) => (
    <DataTable
      caption="Kostnader 2013"
      columns={columns}
      rows={rows}
      rowKey={(row) => row.name}
      footer={{ name: "Summa", kronor: 12 }}
    />
  );

  it("names its rows by a head, its columns for the folded cards, and its order", () => {
    const html = show(table([{ name: "Resor", kronor: 12 }]));
    expect(html).toContain('<th scope="row" data-label="Post">Resor</th>');
    expect(html).toContain('<td data-align="end" data-label="Kronor">12</td>');
    expect(html).toContain('aria-sort="descending"');
    expect(html).toMatch(/<tfoot><tr><th[^>]*>Summa<\/th>/);
  });

  it("says so when it is empty", () => {
    expect(show(table([]))).toBe('<p class="soft">Här finns inget än.</p>');
  });
});

describe("MatrixTable", () => {
  const people = ["Ek", "Lind", "Berg"].map((label) => ({ key: label, label }));
  const methods = ["Sök", "Karta"].map((label) => ({ key: label, label }));
  const gap: MatrixCell = { level: 1, isGap: true };
  const cells: Record<string, MatrixCell | null> = {
    "Ek/Sök": gap,
    "Ek/Karta": gap,
    "Lind/Sök": { level: 4 },
    "Lind/Karta": { level: 3, basis: "observed", claimed: 4 },
    "Berg/Sök": gap,
    "Berg/Karta": null,
  };
  const html = show(
    <MatrixTable
      caption="Enheten"
      cornerLabel="Medarbetare"
      rows={people}
      columns={methods}
      cellAt={(row, column) => cells[`${row.key}/${column.key}`] ?? null}
    />,
  );

  it("counts the gaps of each row, each column and all", () => {
    expect(gapCounts(html)).toEqual([
      "Saknas för Ek: 2",
      "Saknas för Lind: 0",
      "Saknas för Berg: 1",
      "Saknas i Sök: 2",
      "Saknas i Karta: 1",
      "3",
    ]);
  });

  it("can be scrolled with the keyboard and says what it is", () => {
    expect(html).toMatch(/role="region" aria-label="Enheten" tabindex="0"/i);
  });

  it("says level and basis in words, with the claim beside and apart", () => {
    expect(html).toContain("Nivå 3: Självständigt, sedd i arbete");
    expect(html).toContain("Nivå 4: Kan lära ut, egen uppgift");
    expect(html).toContain("Nivå 4: Kan lära ut, bekräftad");
  });
});

it.each([
  [1, 1, [1]],
  [1, 4, [1, 2, 3, 4]],
  [5, 12, [1, null, 4, 5, 6, null, 12]],
  [3, 12, [1, 2, 3, 4, null, 12]],
  [12, 12, [1, null, 11, 12]],
])("on page %i of %i shows its neighbours and both ends", (page, count, shown) => {
  expect(pagesAround(page, count)).toEqual(shown);
});

function gapCounts(html: string): string[] {
  return [...html.matchAll(/<td class="matrix-gaps"[^>]*>(.*?)<\/td>/g)].map(([, inside = ""]) =>
    inside.replace(/<[^>]+>/g, ""),
  );
}
