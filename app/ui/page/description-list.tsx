import type { ReactNode } from "react";

/** `key` only where two terms are alike or a term is not plain text. */
export type DescriptionItem = { term: ReactNode; value: ReactNode; key?: string };

/** Facts of one thing: term beside value on wide screens, above it on phones. */
export function DescriptionList({ items }: { items: DescriptionItem[] }) {
  return (
    <dl className="description-list">
      {items.map(({ term, value, key }, index) => (
        <div key={key ?? (typeof term === "string" ? term : index)}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
