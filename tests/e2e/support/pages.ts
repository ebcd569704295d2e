import type { Role } from "~/features/access/viewer";
import { todayInStockholm } from "~/platform/clock";
import { addDays } from "~/terms/day";
import { idOf, personId, unitId } from "../../../prisma/demo/ids";

/** A page's address, or the first link on another page that leads to one. */
export type Address = string | { from: string; link: string };
/** Pages that are looked at on a desk in Swedish and on a phone in English. */
export type PagesOf = { visitor: Role | "anonymous"; paths: Address[] };

// Hours are booked on some of the days since then.
const quarterAgo = addDays(todayInStockholm(), -90);
const elin = personId("elin");
const returnedCourse = idOf("training-record", "elin", "dataskydd");
const waitingCourse = idOf("training-record", "mehmet", "kallkritik");
const draftReport = idOf("report", "NATET", "Delredovisning 2");
const sharedReport = idOf("report", "NATET", "Delredovisning 1");
const pastReport = idOf("report", "ONLINE-2012", "Slutredovisning");
const unconfirmed = idOf("hand-over", "upp-nya");
const contacts = idOf("indicator", "NATET", "Kontakter på nätet");
const contactsMeasured = `/projects/NATET/indicators/${contacts}/measurements`;
const oneMeasured = `${contactsMeasured}/${idOf("measurement", contacts, "0")}`;
const computedRows = [
  "Utbildade medarbetare",
  "Räckvidd i arbetsgrupperna",
  "Genomförda kunskapsöverföringar",
].map((name) => `/projects/NATET/indicators/${idOf("indicator", "NATET", name)}/rows`);
const measurements = { from: "/projects/NATET", link: "a[href$='/measurements']" };

/**
 * Every page that can be opened, by whom it is made for; what others see of it where that differs.
 * Pages that only a journey reaches are looked at there.
 */
export const pages: PagesOf[] = [
  { visitor: "anonymous", paths: ["/sign-in", "/password/none"] },
  {
    visitor: "employee",
    paths: [
      "/",
      "/training",
      "/training/log",
      `/training/${returnedCourse}`,
      `/training/${returnedCourse}/edit`,
      "/handovers",
      "/handovers?part=received",
      "/handovers/new",
      "/handovers/new?competence=kartlaggning",
      `/handovers/${idOf("hand-over", "chatt-5")}`,
      `/handovers/${idOf("hand-over", "sok-mehmet")}/withdraw`,
      "/cascade",
      "/cascade/sokmetoder",
      `/people/${elin}`,
    ],
  },
  {
    visitor: "manager",
    paths: [
      "/",
      `/units/${unitId("section")}`,
      `/units/${unitId("prostitution")}`,
      `/units/${unitId("prostitution")}?day=2020-03-01`,
      `/units/${unitId("prostitution")}/answers`,
      `/training/approvals?unit=${unitId("prostitution")}`,
      "/matrix",
      `/matrix?unit=${unitId("prostitution")}`,
      `/matrix?unit=${unitId("prostitution")}&day=2020-03-01`,
      `/people/${elin}`,
      `/people/${elin}/attest`,
      `/people/${elin}/teach-back`,
      "/people",
      "/people?q=zzz",
      `/people/${elin}/edit`,
      `/people/${elin}/placements/new`,
      { from: `/people/${elin}`, link: "a[href*='/placements/'][href$='/edit']" },
      { from: `/people/${elin}`, link: "a[href*='/placements/'][href$='/withdraw']" },
      `/units/${unitId("prostitution")}/requirements`,
      {
        from: `/units/${unitId("prostitution")}/requirements`,
        link: "a[href*='/requirements/'][href$='/edit']",
      },
      "/competences",
      { from: "/competences", link: "a[href^='/competences/'][href$='/edit']" },
      "/courses",
      { from: "/courses", link: "a[href^='/courses/'][href$='/edit']" },
      "/training?scope=unit",
      "/training/approvals",
      `/training/${waitingCourse}`,
      `/training/${waitingCourse}/approve`,
      `/training/${waitingCourse}/return`,
      `/training/${waitingCourse}/withdraw`,
      "/handovers",
      `/handovers/${unconfirmed}`,
      `/handovers/${unconfirmed}/withdraw`,
      "/cascade",
      "/cascade/uppsokande-natet?project=NATET",
      "/import",
    ],
  },
  {
    visitor: "project_manager",
    paths: [
      "/",
      "/projects",
      "/projects/NATET",
      "/projects/NATET/costs",
      "/projects/NATET/own-hours",
      "/projects/NATET/own-hours?state=awaiting",
      "/projects/NATET/commitments",
      "/projects/NATET/rows?under=paid&kind=left",
      { from: "/projects/NATET/costs?line=unplaced", link: "a[href$='/place']" },
      measurements,
      contactsMeasured,
      `${oneMeasured}/edit`,
      `${oneMeasured}/withdraw`,
      ...computedRows,
      "/projects/KALLKRITIK",
      "/projects/NATET/edit",
      "/projects/NATET/setup",
      "/projects/NATET/setup/template",
      "/projects/NATET/setup/grants/new",
      "/projects/NATET/setup/decisions/new",
      "/projects/NATET/setup/partners/new",
      "/projects/NATET/setup/phases/new",
      "/projects/NATET/setup/appendices/new",
      "/projects/NATET/setup/lines/new?periods=quarter",
      { from: "/projects/NATET/setup", link: "a[href*='/setup/lines/']:not([href$='/new'])" },
      "/projects/NATET/setup/rates/new",
      `/projects/NATET/setup/rates/new/confirm?validFrom=${quarterAgo}&rateOre=410`,
      "/projects/NATET/groups/freeze",
      { from: "/projects/NATET/groups/freeze", link: "a[href$='/withdraw']" },
      "/projects/NATET/indicators/new",
      { from: "/projects/NATET/setup", link: "a[href*='/indicators/'][href$='/edit']" },
      `/projects/NATET/indicators/${contacts}/withdraw`,
      "/reports",
      "/reports/new",
      `/reports/${draftReport}`,
      `/reports/${draftReport}/rows?section=money`,
      `/reports/${draftReport}/edit`,
      `/reports/${draftReport}/change`,
      `/reports/${sharedReport}`,
      `/reports/${sharedReport}/changes`,
      `/reports/${sharedReport}/versions/1`,
      `/reports/${sharedReport}/versions/1/rows?kind=own-hours`,
      "/import",
    ],
  },
  { visitor: "funder", paths: ["/", "/reports", `/reports/${pastReport}`] },
  {
    visitor: "administrator",
    paths: [
      "/",
      "/accounts",
      "/accounts/new",
      { from: "/accounts", link: "a[href$='/link']" },
      "/units",
      "/authority/edit",
      "/units/new",
      `/units/${unitId("prostitution")}/edit`,
      "/people",
      "/people/new",
      "/competences/new",
      "/courses/new",
      "/projects/new",
      "/projects/ONLINE-2012",
    ],
  },
];

/** Looked at once more in the dark, with those parts of the pages that have colours of their own. */
export const inTheDark: PagesOf[] = [
  { visitor: "anonymous", paths: ["/sign-in"] },
  { visitor: "employee", paths: ["/", "/training/log", "/handovers/new", "/cascade/sokmetoder"] },
  {
    visitor: "manager",
    paths: [
      "/",
      `/units/${unitId("prostitution")}`,
      `/matrix?unit=${unitId("prostitution")}`,
      "/training/approvals",
      "/cascade/uppsokande-natet?project=NATET",
    ],
  },
  { visitor: "project_manager", paths: ["/projects/NATET", `/reports/${draftReport}`, "/import"] },
];
