import { useFormat } from "~/i18n/format";
import { Link } from "~/ui/navigation";
import type { CascadePage, LineagePerson } from "./cascade-page.queries.server";
import { StandingBadges } from "./lineage-standing";

/** The tree as a list within lists: for phones, where a drawing would be too wide. */
export function LineageList({ people }: Pick<CascadePage, "people">) {
  const shown = new Set(people.map(({ id }) => id));
  const childrenOf = new Map<string | null, LineagePerson[]>();
  for (const person of people) {
    const parent = person.parent !== null && shown.has(person.parent) ? person.parent : null;
    const siblings = childrenOf.get(parent);
    if (siblings) siblings.push(person);
    else childrenOf.set(parent, [person]);
  }
  return <Level people={childrenOf.get(null) ?? []} childrenOf={childrenOf} />;
}

type LevelProps = {
  people: LineagePerson[];
  childrenOf: ReadonlyMap<string | null, LineagePerson[]>;
};

function Level({ people, childrenOf }: LevelProps) {
  const { formatDate } = useFormat();
  if (people.length === 0) return null;
  return (
    <ul className="lineage-list">
      {people.map((person) => (
        <li key={person.id}>
          <div className="lineage-item" data-left={person.hasLeft}>
            <strong>
              {person.branch === null ? person.name : <Link to={person.branch}>{person.name}</Link>}
            </strong>{" "}
            <span className="soft nowrap">{formatDate(person.acquiredOn, "short")}</span>{" "}
            <StandingBadges person={person} />
          </div>
          <Level people={childrenOf.get(person.id) ?? []} childrenOf={childrenOf} />
        </li>
      ))}
    </ul>
  );
}
