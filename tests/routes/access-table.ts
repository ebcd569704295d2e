import { idOf, personId, unitId } from "../../prisma/demo/ids";
import { setUpParts } from "~/features/funding/rules/set-up-parts";
import type { Answer } from "./support/call-route";
import type { Caller } from "./support/session";

/** What each caller is answered; `others` stands for all that are not named. */
export type Answers = Partial<Record<Caller | "others", Answer>>;

/**
 * Who may do what at one route. `params` fill its path. `form` is sent with POST: without it the
 * form is empty, so that those who may send one are told what is missing, and nothing changes.
 */
export type RouteLine = {
  params?: Record<string, string>;
  form?: Record<string, string>;
  GET?: Answers;
  POST?: Answers;
};

// An id that no row has.
const nowhere = "00000000-0000-4000-8000-000000000000";

const everybody = (answer: Answer): Answers => ({ others: answer });
const signedIn = (answer: Answer): Answers => ({ anonymous: "sign-in", others: answer });
const only = (caller: Caller, answer: Answer): Answers => ({
  anonymous: "sign-in",
  others: 403,
  [caller]: answer,
});

/** Those who reach projects; employees and funders do not. */
const projectStaff = (answer: Answer): Answers => ({
  ...projectChangers(answer),
  administrator: answer,
});
/** Those who make projects. */
const projectMakers = (answer: Answer): Answers => ({
  anonymous: "sign-in",
  others: 403,
  manager: answer,
  administrator: answer,
});
/** Those who work in projects. */
const projectChangers = (answer: Answer): Answers => ({
  anonymous: "sign-in",
  others: 403,
  manager: answer,
  project_manager: answer,
});

/** Those who set up a unit and its people. */
const leaders = (answer: Answer): Answers => ({
  anonymous: "sign-in",
  others: 403,
  manager: answer,
  administrator: answer,
});

/** Everybody who works here: all but the funder. */
const staff = (answer: Answer): Answers => ({ anonymous: "sign-in", funder: 403, others: answer });
/** A course of the employee's that was sent back: seen by them, their manager and the administrator. */
const returnedCourse = idOf("training-record", "elin", "dataskydd");
const elinsReaders = { ...staff(200), project_manager: 404 as const };

/** A draft of a report in the funder's project, which the funder doesn't see, and a shared one. */
const draftReport = idOf("report", "NATET", "Delredovisning 2");
const sharedReport = idOf("report", "NATET", "Delredovisning 1");
const reportReaders = (answer: Answer, funder: Answer = answer): Answers => ({
  ...projectStaff(answer),
  funder,
});

/** A measurement of the managers' project. */
const contacts = idOf("indicator", "NATET", "Kontakter på nätet");
const contactsMeasured = { id: contacts, measurementId: idOf("measurement", contacts, "0") };

/** One line for every route of app/routes.ts, by its file without the ending. */
export const accessTable: Record<string, RouteLine> = {
  "routes/home": { GET: signedIn(200) },

  "routes/sign-in": { GET: everybody(200), POST: everybody(400) },
  "routes/sign-in.demo": { GET: everybody(302), POST: everybody(400) },
  "routes/sign-out": { GET: everybody(302), POST: everybody(303) },
  "routes/language": { GET: everybody(302), POST: everybody(400) },
  "routes/setup": { GET: everybody(302), POST: everybody(400) },
  "routes/password.$token": {
    params: { token: "none" },
    GET: everybody(200),
    POST: everybody(400),
  },
  "routes/accounts": { GET: only("administrator", 200) },
  "routes/accounts.new": { GET: only("administrator", 200), POST: only("administrator", 400) },
  "routes/accounts.$id.link": {
    params: { id: nowhere },
    GET: only("administrator", 404),
    POST: only("administrator", 404),
  },
  "routes/accounts.$id.disable": {
    params: { id: nowhere },
    GET: everybody(302),
    POST: only("administrator", 404),
  },
  "routes/accounts.$id.enable": {
    params: { id: nowhere },
    GET: everybody(302),
    POST: only("administrator", 404),
  },

  "routes/projects": { GET: projectStaff(200) },
  "routes/projects.$code": { params: { code: "NATET" }, GET: projectStaff(200) },
  "routes/projects.$code.commitments": { params: { code: "NATET" }, GET: projectStaff(200) },
  "routes/projects.new": { GET: projectMakers(200), POST: projectMakers(400) },
  "routes/projects.$code.edit": {
    params: { code: "NATET" },
    GET: projectStaff(200),
    POST: projectStaff(400),
  },
  "routes/projects.$code.setup": { params: { code: "NATET" }, GET: projectStaff(200) },
  "routes/projects.$code.setup.template": {
    params: { code: "NATET" },
    GET: projectStaff(200),
    POST: projectStaff(400),
  },
  ...Object.fromEntries(
    setUpParts.map((part) => [
      `routes/projects.$code.setup.${part}.$id`,
      {
        params: { code: "NATET", id: "new" },
        GET: projectStaff(200),
        POST: projectStaff(400),
      },
    ]),
  ),
  "routes/projects.$code.setup.rates.$id.confirm": {
    params: { code: "NATET", id: nowhere },
    GET: projectStaff(404),
    POST: projectStaff(400),
  },
  "routes/projects.$code.setup.$part.$id.remove": {
    params: { code: "NATET", part: "grants", id: nowhere },
    GET: projectStaff(302),
    POST: projectStaff(400),
  },
  "routes/projects.$code.groups.freeze": {
    params: { code: "NATET" },
    GET: projectStaff(200),
    POST: projectStaff(400),
  },
  "routes/projects.$code.groups.$id.withdraw": {
    params: { code: "NATET", id: idOf("frozen-group", "NATET", "uppsokande-natet") },
    GET: projectStaff(200),
    POST: projectStaff(400),
  },
  "routes/projects.$code.groups.$id.restore": {
    params: { code: "NATET", id: nowhere },
    GET: projectStaff(404),
    POST: projectStaff(400),
  },
  "routes/projects.$code.indicators.$id.restore": {
    params: { code: "NATET", id: nowhere },
    GET: projectStaff(404),
    POST: projectStaff(400),
  },
  "routes/projects.$code.indicators.new": {
    params: { code: "NATET" },
    GET: projectStaff(200),
    POST: projectStaff(400),
  },
  "routes/projects.$code.indicators.$id.edit": {
    params: { code: "NATET", id: nowhere },
    GET: projectStaff(404),
    POST: projectStaff(400),
  },
  "routes/projects.$code.indicators.$id.withdraw": {
    params: { code: "NATET", id: contacts },
    GET: projectStaff(200),
    POST: projectStaff(400),
  },
  "routes/projects.$code.costs": { params: { code: "NATET" }, GET: projectStaff(200) },
  "routes/projects.$code.costs.$id.place": {
    params: { code: "NATET", id: nowhere },
    GET: projectChangers(404),
    POST: projectChangers(400),
  },
  "routes/projects.$code.own-hours": { params: { code: "NATET" }, GET: projectStaff(200) },
  "routes/projects.$code.rows": { params: { code: "NATET" }, GET: projectStaff(200) },
  "routes/projects.$code.charts.$file": {
    params: { code: "NATET", file: "budget.csv" },
    GET: projectStaff(200),
  },
  "routes/projects.$code.indicators.$id.measurements": {
    params: { code: "NATET", id: nowhere },
    GET: projectStaff(404),
    POST: projectChangers(400),
  },
  "routes/projects.$code.indicators.$id.measurements.$measurementId.edit": {
    params: { code: "NATET", ...contactsMeasured },
    GET: projectChangers(200),
    POST: projectChangers(400),
  },
  "routes/projects.$code.indicators.$id.measurements.$measurementId.withdraw": {
    params: { code: "NATET", ...contactsMeasured },
    GET: projectChangers(200),
    POST: projectChangers(400),
  },
  "routes/projects.$code.indicators.$id.rows": {
    params: { code: "NATET", id: idOf("indicator", "NATET", "Genomförda kunskapsöverföringar") },
    GET: projectStaff(200),
  },

  "routes/people": { GET: leaders(200) },
  "routes/people.new": { GET: leaders(200), POST: leaders(400) },
  "routes/people.$id.edit": {
    params: { id: personId("elin") },
    GET: leaders(200),
    POST: leaders(400),
  },
  "routes/people.$id.placements.new": {
    params: { id: personId("elin") },
    GET: leaders(200),
    POST: leaders(400),
  },
  "routes/people.$id.placements.$placementId.edit": {
    params: { id: personId("elin"), placementId: idOf("placement", "elin") },
    GET: leaders(200),
    POST: leaders(400),
  },
  "routes/people.$id.placements.$placementId.withdraw": {
    params: { id: personId("elin"), placementId: idOf("placement", "elin") },
    GET: leaders(200),
    POST: leaders(400),
  },
  "routes/authority.edit": { GET: only("administrator", 200), POST: only("administrator", 400) },
  "routes/units": { GET: only("administrator", 200) },
  "routes/units.new": { GET: only("administrator", 200), POST: only("administrator", 400) },
  "routes/units.$id.edit": {
    params: { id: nowhere },
    GET: only("administrator", 404),
    POST: only("administrator", 400),
  },
  "routes/units.$id.requirements": {
    params: { id: nowhere },
    GET: leaders(404),
    POST: leaders(400),
  },
  "routes/units.$id.requirements.$requirementId.edit": {
    params: { id: nowhere, requirementId: nowhere },
    GET: leaders(404),
    POST: leaders(400),
  },
  "routes/units.$id.requirements.$requirementId.remove": {
    params: { id: nowhere, requirementId: nowhere },
    GET: leaders(302),
    POST: leaders(400),
  },
  "routes/competences": { GET: leaders(200) },
  "routes/competences.new": { GET: leaders(200), POST: leaders(400) },
  "routes/competences.$id.edit": {
    params: { id: nowhere },
    GET: leaders(404),
    POST: leaders(400),
  },
  "routes/courses": { GET: leaders(200) },
  "routes/courses.new": { GET: leaders(200), POST: leaders(400) },
  "routes/courses.$id.edit": { params: { id: nowhere }, GET: leaders(404), POST: leaders(400) },

  "routes/people.$id.attest": {
    params: { id: personId("elin") },
    GET: only("manager", 200),
    POST: only("manager", 400),
  },
  "routes/people.$id.teach-back": {
    params: { id: personId("elin") },
    GET: only("manager", 200),
    POST: only("manager", 400),
  },
  "routes/people.$id.attestations.$attestationId.withdraw": {
    params: { id: personId("elin"), attestationId: nowhere },
    GET: only("manager", 302),
    POST: only("manager", 400),
  },

  "routes/matrix": { GET: leaders(200) },
  "routes/units.$id": {
    params: { id: unitId("prostitution") },
    GET: leaders(200),
  },
  "routes/units.$id.answers": {
    params: { id: unitId("prostitution") },
    GET: leaders(200),
  },
  "routes/people.$id": {
    params: { id: personId("elin") },
    GET: elinsReaders,
  },
  "routes/training": { GET: staff(200) },
  "routes/training[.]csv": { GET: staff(200) },
  "routes/training.log": { GET: staff(200), POST: staff(400) },
  "routes/training.approvals": { GET: only("manager", 200) },
  "routes/training.$id": { params: { id: returnedCourse }, GET: elinsReaders },
  "routes/training.$id.edit": {
    params: { id: returnedCourse },
    GET: { ...staff(404), employee: 200 },
    POST: staff(400),
  },
  "routes/training.$id.approve": {
    params: { id: returnedCourse },
    GET: only("manager", 200),
    POST: only("manager", 400),
  },
  "routes/training.$id.return": {
    params: { id: returnedCourse },
    GET: only("manager", 200),
    POST: only("manager", 400),
  },
  "routes/training.$id.withdraw": {
    params: { id: returnedCourse },
    GET: elinsReaders,
    POST: staff(400),
  },
  "routes/training.$id.evidence": { params: { id: returnedCourse }, GET: staff(404) },

  "routes/handovers": { GET: staff(200) },
  "routes/handovers.new": { GET: staff(200), POST: staff(400) },
  "routes/handovers.people": { GET: staff(200) },
  "routes/handovers.$id": { params: { id: nowhere }, GET: staff(404) },
  "routes/handovers.$id.confirm": { params: { id: nowhere }, GET: staff(302), POST: staff(404) },
  "routes/handovers.$id.decline": { params: { id: nowhere }, GET: staff(302), POST: staff(404) },
  "routes/handovers.$id.withdraw": { params: { id: nowhere }, GET: staff(404), POST: staff(400) },
  "routes/cascade": { GET: staff(200) },
  "routes/cascade.$competence": { params: { competence: "none" }, GET: staff(404) },
  "routes/cascade.$competence.file": { params: { competence: "none" }, GET: staff(404) },

  "routes/reports": { GET: reportReaders(200) },
  "routes/reports.new": { GET: projectChangers(200), POST: projectChangers(400) },
  "routes/reports.$id": { params: { id: draftReport }, GET: reportReaders(200, 404) },
  "routes/reports.$id.rows": { params: { id: draftReport }, GET: reportReaders(200, 404) },
  "routes/reports.$id[.]csv": { params: { id: draftReport }, GET: reportReaders(200, 404) },
  "routes/reports.$id[.]json": { params: { id: sharedReport }, GET: reportReaders(200) },
  "routes/reports.$id.charts.$file": {
    params: { id: draftReport, file: "budget.csv" },
    GET: reportReaders(200, 404),
  },
  "routes/reports.$id.edit": {
    params: { id: draftReport },
    GET: projectChangers(200),
    POST: projectChangers(400),
  },
  "routes/reports.$id.change": {
    params: { id: draftReport },
    GET: projectChangers(200),
    POST: projectChangers(400),
  },
  "routes/reports.$id.discard": {
    params: { id: draftReport },
    GET: projectChangers(302),
    POST: projectChangers(400),
  },
  "routes/reports.$id.share": {
    params: { id: draftReport },
    GET: projectChangers(302),
    POST: projectChangers(400),
  },
  "routes/reports.$id.unshare": {
    params: { id: sharedReport },
    GET: projectChangers(302),
    POST: projectChangers(400),
  },
  "routes/reports.$id.changes": { params: { id: sharedReport }, GET: reportReaders(200, 404) },
  "routes/reports.$id.versions.$number": {
    params: { id: sharedReport, number: "1" },
    GET: reportReaders(200, 404),
  },
  "routes/reports.$id.versions.$number.rows": {
    params: { id: sharedReport, number: "1" },
    GET: reportReaders(200, 404),
  },
  "routes/reports.$id.versions.$number.files.$file": {
    params: { id: sharedReport, number: "1", file: "budget.png" },
    GET: reportReaders(200, 404),
  },

  "routes/import": { GET: projectStaff(200), POST: projectStaff(400) },
  "routes/import.$id": {
    params: { id: nowhere },
    GET: projectStaff(404),
    POST: projectStaff(404),
  },
  "routes/import.$id.cancel": {
    params: { id: nowhere },
    GET: everybody(302),
    POST: projectStaff(404),
  },
  "routes/import.$id.withdraw": {
    params: { id: nowhere },
    GET: projectStaff(404),
    POST: projectStaff(400),
  },

  "routes/missing": { params: { "*": "nowhere" }, GET: everybody(404), POST: everybody(404) },
};
