type Titled = { costCategory: string | null; name: string };

/** A budget line with its cost category, said once where both are the same; a sum has no category. */
export function lineTitle({ costCategory, name }: Titled): string {
  return costCategory === null || costCategory === name ? name : `${costCategory}: ${name}`;
}
