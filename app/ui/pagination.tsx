import { useT } from "~/i18n/context";
import { Link } from "./navigation";

type PaginationProps = {
  /** From 1. */
  page: number;
  pageCount: number;
  hrefFor: (page: number) => string;
};

/** Links to the pages of a long list; nothing for a list of one page. */
export function Pagination({ page, pageCount, hrefFor }: PaginationProps) {
  const t = useT();
  if (pageCount <= 1) return null;
  return (
    <nav className="pagination" aria-label={t("ui.table.pages")}>
      <span className="soft">{t("ui.table.pageOf", { page, count: pageCount })}</span>
      <ul className="pagination-pages">
        {page > 1 && (
          <li>
            <Link className="button" data-variant="quiet" to={hrefFor(page - 1)} rel="prev">
              {t("ui.table.previous")}
            </Link>
          </li>
        )}
        {pagesAround(page, pageCount).map((number, index) => (
          <li key={number ?? `gap-${index}`}>
            {number === null ? (
              <span className="pagination-page" aria-hidden="true">
                …
              </span>
            ) : (
              <Link
                className="pagination-page"
                to={hrefFor(number)}
                aria-label={t("ui.table.page", { page: number })}
                aria-current={number === page ? "page" : undefined}
              >
                {number}
              </Link>
            )}
          </li>
        ))}
        {page < pageCount && (
          <li>
            <Link className="button" data-variant="quiet" to={hrefFor(page + 1)} rel="next">
              {t("ui.table.next")}
            </Link>
          </li>
        )}
      </ul>
    </nav>
  );
}

/** The first, the last and the neighbours of the page; `null` where pages are left out. */
export function pagesAround(page: number, pageCount: number): (number | null)[] {
  const shown = [...new Set([1, page - 1, page, page + 1, pageCount])]
    .filter((number) => number >= 1 && number <= pageCount)
    .sort((a, b) => a - b);
  return shown.flatMap((number, index) => {
    const before = shown[index - 1];
    if (before === undefined || number === before + 1) return [number];
    return number === before + 2 ? [number - 1, number] : [null, number];
  });
}
