import type { HandOverStory, ToldHandOver } from "./hand-over-story";
import { chat, outreach, privacy } from "./hand-overs-of-contact";
import { mapping, searching, sourceCriticism } from "./hand-overs-of-searching";
import type { MethodKey } from "./methods";

export const handOvers: HandOverStory[] = [
  ...of("sokmetoder", searching),
  ...of("kartlaggning", mapping),
  ...of("uppsokande-natet", outreach),
  ...of("kallkritik", sourceCriticism),
  ...of("chattsamtal", chat),
  ...of("integritet", privacy),
];

function of(method: MethodKey, told: ToldHandOver[]): HandOverStory[] {
  return told.map((handOver) => ({ ...handOver, method }));
}
