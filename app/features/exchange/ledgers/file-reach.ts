import { companyRelation } from "./company-relation";

/**
 * How far a company's vouchers in a file reach, from the first day to the last, and until when the
 * file says that it holds them: what is missing within that has vanished.
 */
export type Reach = { first: string; last: string; until: string; series: ReadonlySet<string> };

export type ReachFacts = {
  /** By company. */
  reach: ReadonlyMap<string, Reach>;
  /** The day that the file was made; null where it doesn't say. */
  generatedOn: string | null;
};

/** One that stands, and the day that the file was made which it came with. */
type Standing = { organisation: string; series: string; date: string; generatedOn: string | null };

/** Whether the file no longer has one that it would have. */
export function hasVanished(known: Standing, facts: ReachFacts): boolean {
  return laterReaches(known, facts).some(({ series }) => series.has(known.series));
}

/** Whether the file would have it, and has nothing of its series: that may be called otherwise now. */
export function isOfGoneSeries(known: Standing, facts: ReachFacts): boolean {
  const reaches = laterReaches(known, facts);
  return reaches.length > 0 && reaches.every(({ series }) => !series.has(known.series));
}

/** Whether the file's vouchers reach over the day of one that stands. */
export function isReached(known: Standing, facts: ReachFacts): boolean {
  return reachesOver(known, facts).some(
    ({ first, last }) => first <= known.date && known.date <= last,
  );
}

/** Of a later file: an earlier one couldn't have had what has been booked since. */
function laterReaches(known: Standing, facts: ReachFacts): Reach[] {
  const isLater =
    facts.generatedOn === null ||
    known.generatedOn === null ||
    known.generatedOn <= facts.generatedOn;
  if (!isLater) return [];
  return reachesOver(known, facts).filter(
    ({ first, until }) => first <= known.date && known.date <= until,
  );
}

/** The file's reaches that may be of the company of one that stands: the same one's, where there is. */
function reachesOver({ organisation }: Standing, { reach }: ReachFacts): Reach[] {
  const same = reach.get(organisation);
  if (same && organisation !== "") return [same];
  return [...reach].flatMap(([company, each]) =>
    companyRelation(company, organisation) === "another" ? [] : [each],
  );
}
