import { useT } from "~/i18n/context";
import { Link } from "~/ui/navigation";
import type { HandOverList } from "./hand-overs.queries.server";

/** Links between given, received and all in reach; with one part there is nothing to choose. */
export function HandOverParts({ list: { part: shown, parts } }: { list: HandOverList }) {
  const t = useT();
  if (parts.length < 2) return null;
  return (
    <nav aria-label={t("cascade.list.parts")} className="actions">
      {parts.map(({ part, count }) => (
        <Link
          key={part}
          className="button"
          data-variant={part === shown ? "secondary" : "quiet"}
          data-size="small"
          aria-current={part === shown ? "page" : undefined}
          to={`/handovers?part=${part}`}
        >
          {t(`cascade.list.part.${part}`, { count })}
        </Link>
      ))}
    </nav>
  );
}
