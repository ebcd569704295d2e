import { describe, expect, test } from "vitest";
import { addressTree, loggedPath } from "~/platform/web-server/logged-path";
import routes from "~/routes";

const patterns = routes.map(({ path }) => path ?? "");
const tree = addressTree([...patterns, "health/live", "assets/app-1a2b.js", "__manifest"]);
const token = "q1W2e3R4t5Y6u7I8o9P0-_aSdFgHjKlZxCvBnM12345";
const encoded = [...token].map((letter) => `%${letter.charCodeAt(0).toString(16)}`).join("");

describe("a link's secret is never said", () => {
  test.each([
    [`/password/${token}`, "/password/:token"],
    [`/password/${token}/`, "/password/:token"],
    [`/password/${token}.data`, "/password/:token.data"],
    [`/password/${token}.data/`, "/password/:token"],
    [`/password/${token}?_routes=routes%2Fpassword.%24token`, "/password/:token"],
    [`/password/${token}.data?again=${token}#${token}`, "/password/:token.data"],
    [`/password/${encoded}`, "/password/:token"],
    [`/password/${token}.`, "/password/:token"],
    [`/password/${token.slice(0, 20)}`, "/password/:token"],
    [`/password/${token}/${token}`, "/password/:token/*"],
    [`//password//${token}`, "/password/:token"],
    [`/PassWord/${token}`, "/password/:token"],
    [`/%70assword/${token}`, "/password/:token"],
    [`/assets/../password/${token}`, "/password/:token"],
    [`/assets/%2e%2e/password/${token}`, "/password/:token"],
    [`\\password\\${token}`, "/*"],
    [`/\\password\\${token}`, "/password/:token"],
    [`/password%2F${token}`, "/*"],
    [`/password;${token}`, "/*"],
    [`/pasword/${token}`, "/*"],
    [`/sv/password/${token}`, "/*"],
    [`/${token}`, "/*"],
    [`/${token}.data`, "/*.data"],
    [`/assets/${token}.js`, "/assets/*"],
    [`/people/${"0".repeat(8)}/${token}`, "/people/00000000/*"],
    [`/sign-in?returnTo=%2Fpassword%2F${token}`, "/sign-in"],
    [`/__manifest?p=%2Fpassword%2F${token}&version=1`, "/__manifest"],
    [`/password/${token}%`, "/password/:token"],
    [`/password/%E0%A4%A/${token}`, "/password/:token/*"],
    [`http://elsewhere.test/password/${token}`, "/password/:token"],
    [`http://${token}`, "/"],
    [`http://[${token}`, "/*"],
    ["*", "/*"],
    ["", "/*"],
  ])("%s", (address, said) => {
    expect(loggedPath(address, tree)).toBe(said);
  });
});

test.each([
  ["/", "/"],
  ["/_root.data", "/.data"],
  ["/people/0f8fad5b-d9cb-469f-a165-70867728950e/edit", undefined],
  ["/projects/NATET/setup/lines/new", undefined],
  ["/reports/0f8fad5b.csv", undefined],
  ["/training.csv", undefined],
  ["/training.csv.data", undefined],
  ["/assets/app-1a2b.js", undefined],
  ["/health/live", undefined],
  ["/cascade/k%C3%A4llkritik?project=NATET", "/cascade/k%C3%A4llkritik"],
  ["/units/1/nothing", "/units/1/*"],
])("an address without a secret is said: %s", (address, said = address) => {
  expect(loggedPath(address, tree)).toBe(said);
});

test("an endless address is cut", () => {
  expect(loggedPath(`/people/${"1".repeat(9000)}`, tree)).toHaveLength(500);
});

test("what a route calls its parameters tells which of them are secret", () => {
  const names = patterns.flatMap((path) => path.match(/(?<=:)\w+/g) ?? []);
  // A new name has to be thought about: is it a secret, then call it `token`.
  expect([...new Set(names)].sort()).toEqual([
    "attestationId",
    "code",
    "competence",
    "file",
    "id",
    "measurementId",
    "number",
    "part",
    "placementId",
    "requirementId",
    "token",
  ]);
});
