import type { ProjectStory } from "./project";

// What the committee's papers of 2004 and 2012 tell of: who applied to whom and for what, the
// project description of 2004-11-22, the eight authorities and their staff's own hours, the report
// and the task of 2012-04-17, and the 1 200 tkr. Other days and sums are the demo's.

const committee = "Socialtjänstnämnden";

const onePersonForAll: ProjectStory = {
  code: "KOMP-2004",
  name: "Sökmetoder på internet",
  unit: "prostitution",
  purpose:
    "Enheten saknar kunskap om att söka och kartlägga prostitution på internet. En medarbetare " +
    "utbildas och för kunskapen vidare till hela arbetsgruppen, så att enheten kan vara stadens " +
    "kompetenscentrum.",
  starts: "2005-01-01",
  endsBefore: "2006-01-01",
  grant: {
    funder: "Kompetensfonden",
    ownRef: "106-0587",
    applied: "2004-11-24",
    appliedTkr: 160,
    granted: "2004-12-20",
    grantedTkr: 160,
    closed: "2006-03-31",
    conditions: "Kunskapen ska nå hela arbetsgruppen. Slutredovisning inom tre månader.",
  },
  phases: [
    { name: "Utbildning", starts: "2005-01-01", endsBefore: "2005-07-01" },
    { name: "Spridning till arbetsgruppen", starts: "2005-07-01", endsBefore: "2006-01-01" },
  ],
  decisions: [
    {
      body: committee,
      on: "2004-12-07",
      ref: "106-0587",
      summary: "Nämnden ställer sig bakom ansökan till kompetensfonden.",
    },
    {
      body: "Kompetensfonden",
      on: "2004-12-20",
      summary: "Ansökan beviljas. Medlen rekvireras i två delar.",
    },
  ],
  appendices: [{ title: "Projektbeskrivning", dated: "2004-11-22" }],
  partners: [{ name: "Socialtjänstförvaltningen", role: "owner" }],
  groups: [{ method: "sokmetoder", units: ["prostitution"] }],
};

const eightAuthorities: ProjectStory["partners"] = [
  { name: "Stiftelsen för samordning mot människohandel", role: "coordinator" },
  { name: "Socialtjänstförvaltningen", role: "owner" },
  { name: "Polismyndigheten i länet", role: "partner" },
  { name: "Åklagarkammaren", role: "partner" },
  { name: "Migrationsmyndigheten", role: "partner" },
  { name: "Landstingets vårdenhet", role: "partner" },
  { name: "Länets skattekontor", role: "partner" },
  { name: "Stadsdelsförvaltningen Norr", role: "partner" },
  { name: "Stadsdelsförvaltningen Söder", role: "partner" },
];

const cooperation: ProjectStory = {
  code: "ERF-2004",
  name: "Samverkan för stöd till personer utsatta för människohandel",
  unit: "prostitution",
  purpose:
    "Åtta myndigheter samordnar sitt stöd. Projektet förlängs med ett år för att införa en " +
    "samordningsplan i stadsdelarna. Myndigheterna medfinansierar med egen arbetsinsats.",
  starts: "2004-01-01",
  endsBefore: "2006-01-01",
  grant: {
    funder: "Europeiska flyktingfonden",
    ownRef: "106-0112",
    applied: "2003-10-15",
    appliedTkr: 900,
    granted: "2003-12-12",
    grantedTkr: 900,
    closed: "2006-05-31",
    conditions: "Varje myndighet redovisar sin egen arbetsinsats.",
  },
  phases: [
    { name: "Samverkan", starts: "2004-01-01", endsBefore: "2005-01-01" },
    {
      name: "Förlängning: samordningsplan i stadsdelarna",
      starts: "2005-01-01",
      endsBefore: "2006-01-01",
      isExtension: true,
    },
  ],
  decisions: [
    {
      body: "Europeiska flyktingfonden",
      on: "2003-12-12",
      summary: "Stöd beviljas för ett år.",
    },
    {
      body: committee,
      on: "2004-11-09",
      ref: "106-0112",
      summary: "Förvaltningen deltar i förlängningen med egen arbetsinsats.",
    },
    {
      body: "Europeiska flyktingfonden",
      on: "2004-12-15",
      summary: "Projektet förlängs med ett år.",
    },
  ],
  appendices: [
    { title: "Samordningsplan för stadsdelarna" },
    { title: "Intyg om medfinansiering från åtta myndigheter" },
  ],
  partners: eightAuthorities,
  groups: [],
};

const safeReturn: ProjectStory = {
  code: "EQUAL-2005",
  name: "Rutiner för återvändande",
  unit: "prostitution",
  purpose:
    "Ett halvår av beskrivning och därefter tre år för att ta fram rutiner för program för " +
    "återvändande. Varje myndighet medfinansierar med egen arbetsinsats.",
  starts: "2005-01-01",
  endsBefore: "2008-07-01",
  grant: {
    funder: "Europeiska socialfonden",
    programme: "Equal",
    ownRef: "106-0431",
    applied: "2004-09-30",
    appliedTkr: 1400,
    granted: "2004-12-17",
    grantedTkr: 1250,
    closed: "2008-10-31",
  },
  phases: [
    { name: "Projektbeskrivning", starts: "2005-01-01", endsBefore: "2005-07-01" },
    { name: "Genomförande", starts: "2005-07-01", endsBefore: "2008-07-01" },
  ],
  decisions: [
    {
      body: committee,
      on: "2004-09-14",
      ref: "106-0431",
      summary: "Förvaltningen deltar med egen arbetsinsats som medfinansiering.",
    },
    { body: "Europeiska socialfonden", on: "2004-12-17", summary: "Stöd beviljas." },
  ],
  appendices: [{ title: "Partnerskapsavtal", dated: "2005-06-15" }],
  partners: [
    { name: "Stiftelsen för samordning mot människohandel", role: "coordinator" },
    { name: "Socialtjänstförvaltningen", role: "owner" },
    { name: "Polismyndigheten i länet", role: "partner" },
    { name: "Migrationsmyndigheten", role: "partner" },
  ],
  groups: [],
};

const online: ProjectStory = {
  code: "ONLINE-2012",
  name: "Socialtjänsten Online",
  unit: "youth",
  purpose:
    "Ungdomsjouren börjar arbeta uppsökande på internet med unga som har sex mot ersättning, " +
    "efter utredningen Socialtjänsten Online 2011–2012.",
  starts: "2012-07-01",
  endsBefore: "2013-07-01",
  grant: {
    funder: "Länsstyrelsen",
    programme: "Utvecklingsmedel",
    ownRef: "3.1-0214",
    applied: "2012-05-23",
    appliedTkr: 1200,
    granted: "2012-06-19",
    grantedTkr: 1200,
    closed: "2013-09-30",
    conditions: "Slutredovisning senast tre månader efter projektets slut.",
  },
  phases: [
    { name: "Utbildning och uppstart", starts: "2012-07-01", endsBefore: "2013-01-01" },
    { name: "Uppsökande arbete", starts: "2013-01-01", endsBefore: "2013-07-01" },
  ],
  decisions: [
    {
      body: committee,
      on: "2012-04-17",
      ref: "3.1-0214",
      summary:
        "Nämnden godkänner rapporten Socialtjänsten Online och ger förvaltningen i uppdrag att " +
        "starta arbetet och söka medel.",
    },
    {
      body: committee,
      on: "2012-05-22",
      ref: "3.1-0214",
      summary: "Nämnden godkänner ansökan till Länsstyrelsen om utvecklingsmedel, 1 200 tkr.",
    },
    { body: "Länsstyrelsen", on: "2012-06-19", summary: "Utvecklingsmedel beviljas." },
  ],
  appendices: [{ title: "Ansökan om utvecklingsmedel", dated: "2012-05-23" }],
  partners: [{ name: "Socialtjänstförvaltningen", role: "owner" }],
  groups: [{ method: "uppsokande-natet", units: ["youth"] }],
};

export const history = [onePersonForAll, cooperation, safeReturn, online];
