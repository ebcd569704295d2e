import { monthStart } from "../days";
import type { ProjectStory } from "./project";

const outreachOnline: ProjectStory = {
  code: "NATET",
  name: "Uppsökande arbete på nätet",
  unit: "section",
  purpose:
    "Ungdomsjouren och Prostitutionsenheten bygger en gemensam förmåga att söka, kartlägga och " +
    "möta unga och vuxna på nätet. Några utbildas, och var och en för kunskapen vidare till sina " +
    "kollegor, så att arbetet finns kvar när projektet är slut.",
  starts: monthStart(-10),
  endsBefore: monthStart(8),
  grant: {
    funder: "Länsstyrelsen",
    programme: "Utvecklingsmedel mot prostitution och människohandel",
    funderRef: "801-3238",
    ownRef: "3.1-0412",
    applied: monthStart(-14, 18),
    appliedTkr: 1550,
    granted: monthStart(-12, 11),
    grantedTkr: 1400,
    conditions:
      "Avvikelser över 10 procent mellan budgetposter ska godkännas i förväg. Egen arbetsinsats " +
      "redovisas med timmar och timpris. Medel som inte har använts återbetalas.",
  },
  phases: [
    { name: "Uppstart och utbildning", starts: monthStart(-10), endsBefore: monthStart(-7) },
    {
      name: "Spridning i arbetsgrupperna",
      starts: monthStart(-7),
      endsBefore: monthStart(5),
    },
    { name: "Uppföljning", starts: monthStart(5), endsBefore: monthStart(8) },
  ],
  decisions: [
    {
      body: "Socialtjänstnämnden",
      on: monthStart(-14, 14),
      ref: "3.1-0412",
      summary: "Nämnden godkänner ansökan till Länsstyrelsen om utvecklingsmedel.",
    },
    {
      body: "Länsstyrelsen",
      on: monthStart(-12, 11),
      ref: "801-3238",
      summary: "Utvecklingsmedel beviljas med 1 400 tkr av sökta 1 550 tkr.",
    },
    {
      body: "Avdelningschefen",
      on: monthStart(-11, 20),
      summary: "Enheterna avsätter egen arbetsinsats och lokal för hela projekttiden.",
    },
    {
      body: "Länsstyrelsen",
      on: monthStart(-9, 10),
      ref: "801-3238",
      summary: "20 tkr får flyttas från handledning till kurser och föreläsare.",
    },
  ],
  appendices: [
    { title: "Projektplan med aktiviteter och budget", dated: monthStart(-14, 18) },
    { title: "Intyg om egen arbetsinsats från samverkansparter", dated: monthStart(-14, 15) },
    { title: "Riskanalys och bedömning av dataskydd", dated: monthStart(-11, 6) },
  ],
  partners: [
    { name: "Socialtjänstförvaltningen", role: "owner" },
    { name: "Ungdomsmottagningen Kvarnen", role: "partner" },
    { name: "Stiftelsen Nattlyktan", role: "partner" },
    { name: "Lokalpolisområde City", role: "partner" },
  ],
  groups: [
    { method: "uppsokande-natet", units: ["prostitution", "youth"] },
    { method: "chattsamtal", units: ["youth"] },
    { method: "sokmetoder", units: ["prostitution"] },
    { method: "kartlaggning", units: ["prostitution"] },
  ],
};

const sourceCriticism: ProjectStory = {
  code: "KALLKRITIK",
  name: "Källkritik i vardagen",
  unit: "prostitution",
  purpose:
    "Två medarbetare utbildas i källkritik och för den vidare till arbetsgruppen, så att uppgifter " +
    "från nätet prövas innan de används.",
  starts: monthStart(-5),
  endsBefore: monthStart(7),
  grant: {
    funder: "Kompetensfonden",
    ownRef: "3.1-0688",
    applied: monthStart(-8, 9),
    appliedTkr: 280,
    granted: monthStart(-6, 12),
    grantedTkr: 280,
    conditions: "Minst två kunskapsbärare ska finnas kvar vid slutet.",
  },
  phases: [
    { name: "Utbildning", starts: monthStart(-5), endsBefore: monthStart(-3) },
    { name: "Spridning", starts: monthStart(-3), endsBefore: monthStart(7) },
  ],
  decisions: [
    {
      body: "Socialtjänstnämnden",
      on: monthStart(-8, 16),
      ref: "3.1-0688",
      summary: "Nämnden ställer sig bakom ansökan till kompetensfonden.",
    },
    { body: "Kompetensfonden", on: monthStart(-6, 12), summary: "Ansökan beviljas." },
  ],
  appendices: [{ title: "Projektbeskrivning", dated: monthStart(-8, 9) }],
  partners: [{ name: "Socialtjänstförvaltningen", role: "owner" }],
  groups: [{ method: "kallkritik", units: ["prostitution"] }],
};

export const present = [outreachOnline, sourceCriticism];
