import { ago, type When } from "../days";
import type { MethodKey } from "./methods";
import type { PersonKey } from "./people";

/** Who showed before a colleague that they can teach a method, and when. Each before they did. */
export const teachBacks: { who: PersonKey; method: MethodKey; on: When }[] = [
  { who: "karin", method: "sokmetoder", on: "2006-02-08" },
  { who: "asa", method: "sokmetoder", on: "2009-03-18" },
  { who: "elin", method: "sokmetoder", on: "2019-04-03" },
  { who: "nils", method: "sokmetoder", on: ago(240) },
  { who: "jonas", method: "sokmetoder", on: ago(92) },
  { who: "leila", method: "uppsokande-natet", on: ago(262) },
  { who: "elin", method: "uppsokande-natet", on: ago(190) },
  { who: "filip", method: "uppsokande-natet", on: ago(186) },
  { who: "shirin", method: "uppsokande-natet", on: ago(110) },
  { who: "shirin", method: "kallkritik", on: ago(122) },
  { who: "jonas", method: "kallkritik", on: ago(80) },
  { who: "asa", method: "kallkritik", on: ago(28) },
  { who: "oskar", method: "chattsamtal", on: ago(250) },
  { who: "linh", method: "chattsamtal", on: ago(158) },
  { who: "ebba", method: "chattsamtal", on: ago(82) },
];

/** What a head has confirmed beside courses and hand-overs. */
export const confirmations: {
  who: PersonKey;
  method: MethodKey;
  level: number;
  observed: boolean;
  on: When;
}[] = [
  { who: "nils", method: "uppsokande-natet", level: 4, observed: true, on: ago(210) },
  { who: "elin", method: "sokmetoder", level: 4, observed: true, on: ago(310) },
  { who: "jonas", method: "sokmetoder", level: 3, observed: true, on: ago(92) },
  { who: "fatima", method: "uppsokande-natet", level: 3, observed: true, on: ago(88) },
  { who: "shirin", method: "uppsokande-natet", level: 3, observed: true, on: ago(110) },
  { who: "asa", method: "kartlaggning", level: 3, observed: false, on: ago(101) },
];
