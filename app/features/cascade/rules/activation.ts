import type { Share } from "~/terms/share";
import type { Lineage } from "./lineage";
import { peopleWhoTaught } from "./teaching";

export type Activation = Share;

/** Of those who learned outside, how many have passed the method on. */
export function activation(lineage: Lineage): Activation {
  const taught = peopleWhoTaught(lineage);
  const outside = [...lineage.people].filter(([, { generation }]) => generation === 0);
  return {
    numerator: outside.filter(([person]) => taught.has(person)).length,
    denominator: outside.length,
  };
}
