import { expect, test } from "vitest";
import { plainLetters, swedishLetters } from "~/features/organisation/names/letters";

test.each([
  ["Åsa ÖBERG", "åsa öberg", "asa oberg"],
  ["Mehmet Yıldız", "mehmet yildiz", "mehmet yildiz"],
  ["İdil Çelik", "idil celik", "idil celik"],
  ["André Müller-Strauß", "andre muller-strauss", "andre muller-strauss"],
  ["Søren Kjær", "sören kjär", "soren kjar"],
  ["Łukasz Dąbrowski", "lukasz dabrowski", "lukasz dabrowski"],
  ["Þóra Ðórðardóttir", "thora dordardottir", "thora dordardottir"],
  // The same letters, written as a letter and its mark.
  ["A\u030asa O\u0308berg", "åsa öberg", "asa oberg"],
])("%s is compared as %s, and as %s", (written, swedish, plain) => {
  expect(swedishLetters(written)).toBe(swedish);
  expect(plainLetters(written)).toBe(plain);
});
