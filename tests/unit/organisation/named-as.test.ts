import { expect, test } from "vitest";
import { namedAs } from "~/features/organisation/names/named-as";

const people = ["Elin Björk", "Elin Bjork", "Åsa Öberg", "Bo Ek"].map((name) => ({ name }));

test.each([
  ["Elin Björk", ["Elin Björk"]],
  ["elin  bjork ", ["Elin Bjork"]],
  ["Asa Oberg", ["Åsa Öberg"]],
  ["Åsa Oberg", []],
  ["Bo Åk", []],
  ["Bo Ekman", []],
])("%j is %j", (written, found) => {
  expect(namedAs(people, written).map(({ name }) => name)).toEqual(found);
});
