import { expect, test } from "vitest";
import { readDetail, type Act } from "~/features/reports/rules/act";
import type { ChangedRow } from "~/features/reports/rules/changed-row";
import type { ReportRow } from "~/features/reports/rules/report-row";
import { actBehind, type Links } from "~/features/reports/rules/row-causes";
import { withTwins } from "~/features/reports/rules/row-twins";

const nothing: Links = {
  ...{ own: new Set(), people: new Set(), under: new Set(), kin: new Set(), besides: new Set() },
  ...{
    gone: new Set(),
    costs: new Set(),
    rebookings: new Set(),
    project: "project",
    places: new Set(["unit"]),
  },
};

function linked(links: Partial<Record<Exclude<keyof Links, "project">, string[]>>): Links {
  const sets = Object.entries(links).map(([name, ids]) => [name, new Set(ids)]);
  return { ...nothing, ...Object.fromEntries(sets) };
}

function act(action: string, on: string, detail: Record<string, unknown> = {}): Act {
  const [type = "", subject = ""] = on.split(" ");
  return { action, type, subject, ...readDetail(detail) };
}

/** A row of a kind; what is left out is of no matter here. */
function row(kind: ReportRow["kind"], facts: object, more: Partial<ReportRow> = {}): ReportRow {
  const bare = { id: "row", under: null, day: null, person: null, source: null };
  // The facts of each test are those that it tells of.
  return { ...bare, ...more, kind, facts } as ReportRow;
}

function changed(then: ReportRow, now: ReportRow): ChangedRow {
  return { kind: then.kind, then, now };
}

function came(now: ReportRow): ChangedRow {
  return { kind: now.kind, then: null, now };
}

/** The verb of the act behind a row; acts stand with the latest first. */
function behind(row: ChangedRow, links: Links, ...acts: Act[]) {
  return actBehind(row, links, acts)?.action;
}

test("hours at another rate are whose who booked them anew, whatever happened to people since", () => {
  const hours = (id: string, facts: object) =>
    row("own-hours", { origin: "first", ...facts }, { id });
  const was = hours("old", { amountOre: 100, rateOre: 50, minutes: 120, party: null });
  const is = hours("new", { amountOre: 200, rateOre: 100, minutes: 120, party: null });
  const [then, now] = withTwins([
    { kind: "own-hours", then: was, now: null },
    { kind: "own-hours", then: null, now: is },
  ]);
  const links = linked({ own: ["old", "new", "held"], people: ["elin"], rebookings: ["anew"] });
  const acts = [
    act("competence.attest", "attestation a", { personId: "elin" }),
    act("hand-over.confirm", "hand-over held", { personId: "elin" }),
    act("group.freeze", "frozen-group g", { projectId: "project", competenceId: "method" }),
    act("hour-rate.add", "rebooking anew"),
  ];
  for (const one of [then, now]) expect(one && behind(one, links, ...acts)).toBe("hour-rate.add");
  const longer = changed(was, hours("old", { ...is.facts, minutes: 60 }));
  expect(behind(longer, links, ...acts)).toBe("hand-over.confirm");
});

test("what an import brought is the import's, and no fact of its project", () => {
  const imported = act("ledger.import", "project project", {
    importId: "import",
    readOn: "2026-03-01",
  });
  const renamed = act("project.change", "project project", {
    ...{ name: "Ny", endsOn: "2027-09-30", was: { name: "Ny", endsOn: "2027-06-30" } },
  });
  const placed = act("cost.place", "cost other");
  const cost = came(row("cost", { amountOre: 100, import: "import" }));
  expect(behind(cost, linked({ own: ["row", "import"] }), placed, renamed, imported)).toBe(
    "ledger.import",
  );
  const project = (lastDay: string) => row("project", { lastDay, name: "Ny" }, { id: "project" });
  const moved = changed(project("2027-06-30"), project("2027-09-30"));
  const own = linked({ own: ["project"] });
  expect(behind(moved, own, imported, renamed)).toBe("project.change");
  expect(behind(moved, own, imported)).toBeUndefined();
  const listed = came(row("training", { minutes: 60 }));
  const list = act("training.import", "import list", { rows: "1" });
  const upload = act("import.upload", "import list");
  const shared = act("report.share", "report r", { projectId: "project" });
  expect(behind(listed, linked({ own: ["row", "list"] }), shared, upload, list)).toBe(
    "training.import",
  );
  expect(behind(listed, linked({ own: ["row"] }), shared, list)).toBeUndefined();
});

test("a core element, and no new name, makes more of a hand-over possible", () => {
  const elements = (...ids: (string | null)[]) => ids.map((id) => ({ id, name: `${id}` }));
  const own = act("competence.change", "competence method", {
    ...{ name: "M", coreElements: elements("a", null) },
    was: { name: "M", coreElements: elements("a") },
  });
  const renamed = act("competence.change", "competence method", {
    ...{ name: "N", coreElements: elements("a", "b").map(({ id }) => ({ id, name: "x" })) },
    was: { name: "M", coreElements: elements("a", "b") },
  });
  const held = (possible: number) => row("hand-over", { possible, delivered: 1, generation: 1 });
  const links = linked({ own: ["row"], under: ["method"] });
  const required = act("requirement.change", "requirement r", { competenceId: "method" });
  const other = act("project.change", "project project", { name: "Q", was: { name: "P" } });
  expect(behind(changed(held(10), held(11)), links, other, required, renamed, own)).toBe(
    own.action,
  );
  expect(actBehind(changed(held(10), held(11)), links, [renamed, own])).toBe(own);
  expect(behind(changed(held(10), held(11)), links, required, renamed)).toBeUndefined();
  const named = (name: string) => row("method", { name, code: "M" }, { id: "method" });
  expect(
    actBehind(changed(named("M"), named("N")), linked({ own: ["method"] }), [own, renamed]),
  ).toBe(renamed);
});

test("what somebody has learned is by what they learned it from, not by their name or requirement", () => {
  const acquired = (facts: object) =>
    row("acquired", { inGroup: true, leftOn: null, mayTeach: true, ...facts }, { person: "sofia" });
  const gone: ChangedRow = { kind: "acquired", then: acquired({}), now: null };
  const links = linked({
    ...{ own: ["row"], people: ["sofia"], under: ["method"] },
    ...{ kin: ["row", "course"], besides: ["row", "course"] },
  });
  const places = [{ unitId: "u", share: 100, startsOn: "2020-01-01", endsBefore: null }];
  const half = [
    { ...places[0], jobTitle: "Samordnare", endsBefore: "2026-02-01" },
    { ...places[0], share: 50, startsOn: "2026-02-01" },
  ];
  const left = places.map((place) => ({ ...place, endsBefore: "2026-03-01" }));
  const takenBack = act("training.withdraw", "training-record course");
  const called = act("person.change", "person sofia", { placements: places, was: places });
  const shared = act("person.change-placement", "person sofia", { placements: half, was: places });
  const leaves = act("person.change-placement", "person sofia", { placements: left, was: places });
  const required = act("requirement.change", "requirement r", { competenceId: "method" });
  expect(behind(gone, links, required, called, shared, takenBack)).toBe("training.withdraw");
  expect(behind(gone, links, required, called, shared)).toBeUndefined();
  const went = changed(acquired({}), acquired({ leftOn: "2026-03-01" }));
  expect(behind(went, links, called, takenBack, leaves)).toBe("person.change-placement");
  expect(behind(went, links, called, shared, takenBack)).toBeUndefined();
  const joined = changed(acquired({ inGroup: false }), acquired({}));
  const frozen = act("group.freeze", "frozen-group g", {
    projectId: "project",
    competenceId: "method",
  });
  expect(behind(joined, links, takenBack, frozen)).toBe("group.freeze");
});

test("an act on one person is no other's", () => {
  const reached = (isReached: boolean) =>
    row("group", { isReached, leftOn: null }, { person: "bo", under: "method" });
  const links = linked({ own: ["row"], people: ["bo"], under: ["method"] });
  const attested = act("competence.attest", "attestation a", {
    personId: "linh",
    competenceId: "other",
  });
  const frozen = act("group.freeze", "frozen-group g", {
    projectId: "project",
    competenceId: "method",
  });
  expect(behind(came(reached(true)), links, attested, frozen)).toBe("group.freeze");
  expect(behind(changed(reached(false), reached(true)), links, attested)).toBeUndefined();
});

test("an indicator, its target and its measurements are each by who made them", () => {
  const made = act("indicator.add", "indicator i", { before: null, after: { unit: "st" } });
  const measured = act("measurement.add", "measurement m", { indicatorId: "i", value: "3" });
  const under = { under: "i" };
  expect(
    behind(
      came(row("indicator", {}, { id: "i" })),
      linked({ own: ["i"], under: ["i"] }),
      measured,
      made,
    ),
  ).toBe("indicator.add");
  expect(
    behind(came(row("target", {}, under)), linked({ own: ["t"], under: ["i"] }), measured, made),
  ).toBe("indicator.add");
  expect(
    behind(
      came(row("measurement", {}, under)),
      linked({ own: ["m"], under: ["i"] }),
      made,
      measured,
    ),
  ).toBe("measurement.add");
});

test("what went with an indicator or a group is by who took that back", () => {
  const gone = (kind: ReportRow["kind"], under: string) => {
    return { kind, then: row(kind, {}, { under }), now: null };
  };
  const measured = act("measurement.record", "measurement other", { indicatorId: "i" });
  const changed = act("indicator.change", "indicator i", {
    before: { unit: "st" },
    after: { unit: "kr" },
  });
  const withdrawn = act("indicator.withdraw", "indicator i", {
    ...{ projectId: "project", before: { unit: "st" }, after: null },
  });
  for (const kind of ["indicator", "target", "measurement"] as const) {
    const links = linked({ own: [kind === "indicator" ? "i" : "row"], under: ["i"] });
    const acts = [measured, withdrawn, changed];
    expect(behind(gone(kind, "i"), links, ...acts), kind).toBe("indicator.withdraw");
  }
  const unfrozen = act("group.withdraw", "frozen-group g", {
    ...{ projectId: "project", competenceId: "method", before: { day: "2026-01-01" }, after: null },
  });
  const heldElsewhere = act("hand-over.enter", "hand-over other", { competenceId: "method" });
  const links = linked({ own: ["row"], people: ["bo"], under: ["method"] });
  for (const kind of ["group", "method", "hand-over", "acquired"] as const) {
    expect(behind(gone(kind, "method"), links, heldElsewhere, unfrozen), kind).toBe(
      "group.withdraw",
    );
  }
  const beside = came(row("hand-over", {}, { under: "method" }));
  expect(behind(beside, links, unfrozen, heldElsewhere)).toBe("hand-over.enter");
});

test("a budget's amount is by who decided it, and a line's name by who named it", () => {
  const named = act("budget-line.change", "budget-line l", { name: "B", was: { name: "A" } });
  const decided = act("budget-line.change", "budget-line l", {
    ...{ name: "A", was: { name: "A" }, before: [], amounts: [1], step: "new" },
  });
  const budget = (amountOre: number) => row("budget", { amountOre }, { under: "l" });
  const line = (name: string) => row("line", { name }, { id: "l" });
  const links = linked({ own: ["l"], under: ["l"] });
  expect(actBehind(changed(budget(1), budget(2)), links, [named, decided])).toBe(decided);
  expect(actBehind(changed(line("A"), line("B")), links, [decided, named])).toBe(named);
});

/** A correction of a hand-over with other hours, and an answer to these. */
const withdrawn = act("hand-over.withdraw", "hand-over h1", { competenceId: "method" });
const entered = act("hand-over.enter", "hand-over h2", { competenceId: "method", replaces: "h1" });
const moved = act("person.change-placement", "person ebba", {
  ...{ placements: [{ unitId: "a" }], was: [{ unitId: "b" }] },
});

function answered(answer: "confirm" | "decline", detail: Record<string, unknown>): Act {
  return act(`hand-over.${answer}`, "hand-over h2", detail);
}

test("who has learned it from the same hand-over entered anew is by who entered that, wherever they have moved", () => {
  const acquired = (id: string, facts: object = {}) =>
    row(
      "acquired",
      { generation: 1, leftOn: null, isActive: true, inGroup: true, ...facts },
      { person: "ebba", source: { type: "hand_over", id } },
    );
  const links = linked({ own: ["h1", "h2"], people: ["ebba"], under: ["method"], kin: ["h1"] });
  const hours = answered("confirm", { personId: "ebba", awaited: "hours", hoursOf: ["ebba"] });
  const same = changed(acquired("h1"), acquired("h2"));
  expect(behind(same, links, hours, moved, entered, withdrawn)).toBe(entered.action);
  expect(behind(same, links, moved)).toBeUndefined();
  const deeper = changed(acquired("h1"), acquired("h1", { generation: 2 }));
  expect(behind(deeper, links, moved)).toBeUndefined();
  const left = changed(acquired("h1"), acquired("h2", { leftOn: "2026-01-01", generation: 2 }));
  expect(behind(left, links, entered, moved)).toBe(moved.action);
  const group = (facts: object) => row("group", { isReached: true, leftOn: null, ...facts });
  const gone = changed(group({}), group({ isReached: false, leftOn: "2026-01-01" }));
  expect(behind(gone, { ...links, besides: new Set(["h2"]) }, entered, moved)).toBe(moved.action);
});

test("of a hand-over entered anew what has gone is by who took it back, and what has come by who entered it or said yes to it", () => {
  const of = (kind: ReportRow["kind"], facts: object, person: string | null = null) => {
    const one = (id: string, hours: object) =>
      row(kind, { origin: "h1", ...facts, ...hours }, { id: `${id}${person}`, person });
    const [was, is] = [one("h1", { minutes: 240 }), one("h2", { minutes: 60 })];
    const isPart = kind === "part";
    return withTwins([
      { kind, then: isPart ? one("h1", {}) : was, now: null },
      { kind, then: null, now: isPart ? one("h2", {}) : is },
    ]);
  };
  const yes = answered("confirm", {
    ...{ personId: "filip", awaited: "hours", hoursOf: ["filip", "nils"], minutesBefore: 240 },
  });
  const later = answered("confirm", {
    ...{ personId: "ebba", awaited: "hours", hoursOf: ["ebba"] },
  });
  const no = answered("decline", { personId: "yonas", awaited: "hours", hoursOf: [] });
  const told = (rows: ReturnType<typeof of>, person: string) =>
    rows.map((row) => {
      const links = linked({
        ...{ own: ["h1", "h2"], gone: ["h1"], people: [person], under: ["method"] },
        ...{ kin: ["h1", "h2"], besides: ["h1", "h2"] },
      });
      return actBehind(row, links, [no, later, yes, moved, entered, withdrawn]);
    });
  expect(told(of("hand-over", {}), "")).toEqual([withdrawn, yes]);
  for (const who of ["nils", "filip"]) {
    expect(told(of("own-hours", {}, who), who), who).toEqual([withdrawn, yes]);
  }
  expect(told(of("own-hours", {}, "ebba"), "ebba")).toEqual([withdrawn, later]);
  for (const who of ["nils", "filip", "ebba", "yonas"]) {
    const parts = of("part", { isLearner: who !== "nils" }, who);
    expect(told(parts, who), who).toEqual([withdrawn, entered]);
  }
});

test("a yes to a part is about who gives it, and about the trainers where it is the first", () => {
  const part = (isLearner: boolean) => came(row("part", { isLearner }, { person: "somebody" }));
  const first = answered("confirm", {
    ...{ personId: "filip", awaited: "part", hoursOf: ["filip", "nils"] },
  });
  const second = answered("confirm", { personId: "ebba", awaited: "part", hoursOf: ["ebba"] });
  const linksOf = (person: string) => linked({ own: ["h2"], people: [person] });
  const by = (row: ChangedRow, person: string) => {
    return actBehind(row, linksOf(person), [second, first, entered]);
  };
  expect(by(part(true), "filip")).toBe(first);
  expect(by(part(true), "ebba")).toBe(second);
  expect(by(part(false), "nils")).toBe(first);
  // Of a correction the first answer, whatever it is about, lets the trainers' new hours count.
  const corrected = (minutes: number) => row("hand-over", { minutes, learners: 1 });
  expect(by(changed(corrected(60), corrected(120)), "")).toBe(first);
  const taught = changed(row("part", { isLearner: false }), row("part", { isLearner: false }));
  expect(by(taught, "nils")).toBe(entered);
  const hours = came(row("own-hours", { minutes: 60 }));
  expect(by(hours, "nils")).toBe(first);
  expect(by(hours, "ebba")).toBe(second);
  expect(by(came(row("hand-over", {})), "")).toBe(second);
  const learners = (count: number) => row("hand-over", { learners: count, delivered: 1 });
  expect(by(changed(learners(1), learners(2)), "")).toBe(second);
  // Told before it was said whose hours an answer counts.
  const untold = answered("confirm", { personId: "ebba", awaited: "part" });
  expect(actBehind(part(false), linksOf("nils"), [untold])).toBe(untold);
  expect(actBehind(part(true), linksOf("filip"), [untold])).toBeUndefined();
});
