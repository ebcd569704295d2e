import { ago, inDays, type When } from "../days";
import type { UnitKey } from "./people";

type Method = {
  // An ESCO skill and a JobTech concept, where there is a fitting one.

  name: string;
  description: string;
  esco?: string;
  jobtech?: string;
  coreElements: string[];
};

const defined = {
  sokmetoder: {
    name: "Sökmetoder i öppna källor",
    description:
      "Att söka på internet så att enheten förstår hur prostitutionen ser ut, utan att följa någon enskild.",
    esco: "ba93b71b-c433-4a01-8246-ed2daa85a9a2",
    jobtech: "j13L_B4B_Ucu",
    coreElements: [
      "Formulera uppdrag, syfte och rättsligt stöd innan sökningen börjar",
      "Välja sökord och synonymer, också på andra språk",
      "Avgränsa med operatorer i flera sökmotorer",
      "Söka på annonssidor och forum med deras egna sökfält",
      "Hitta arkiverade och borttagna sidor",
      "Söka med bild och känna gränserna för det",
      "Arbeta i skyddad webbläsare utan egna konton",
      "Anteckna sökvägen så att en kollega kan göra om den",
      "Sammanställa utan uppgifter om enskilda",
      "Veta när sökningen ska avbrytas och lämnas vidare",
    ],
  },
  kartlaggning: {
    name: "Kartläggning av arenor på nätet",
    description:
      "Att beskriva vilka arenor som finns, hur de används och vad som förändras. Resultatet är antal och mönster.",
    esco: "e439742d-558d-4f52-885e-afdc740b48cf",
    jobtech: "T7e8_s89_R2x",
    coreElements: [
      "Avgränsa fråga, tid och arenor",
      "Göra en förteckning över arenor och hur de används",
      "Skilja på annonser, upprepningar och dubbletter",
      "Räkna med en fast mall",
      "Beskriva mönster för grupper, aldrig för personer",
      "Bedöma osäkerhet och bortfall",
      "Spara antal, inte namn, bilder eller kontaktuppgifter",
      "Jämföra med tidigare kartläggningar",
      "Återkoppla till arbetsgruppen och samverkansparter",
    ],
  },
  "uppsokande-natet": {
    name: "Uppsökande arbete på nätet",
    description:
      "Att öppet och på den andras villkor erbjuda kontakt och stöd där unga och vuxna redan är.",
    coreElements: [
      "Presentera sig öppet med namn, roll och arbetsplats",
      "Välja arenor tillsammans och följa deras regler",
      "Bygga en profil som är lätt att kontrollera",
      "Skriva en första kontakt som är kort, vänlig och frivillig",
      "Respektera ett nej och ett uteblivet svar",
      "Erbjuda stöd utan motkrav",
      "Berätta om sekretess och anmälningsplikt",
      "Uppfatta fara och veta vem som larmas",
      "Gå från chatt till telefon eller möte",
      "Arbeta två och två och stämma av efter varje pass",
      "Föra statistik som antal",
      "Ta hand om sig själv efter svåra samtal",
    ],
  },
  kallkritik: {
    name: "Källkritik",
    description: "Att pröva vad en uppgift från nätet är värd innan den används i arbetet.",
    esco: "db33c0f3-43ee-4ba3-ba47-9269ac837697",
    coreElements: [
      "Fråga vem som står bakom och varför",
      "Gå till den första källan",
      "Pröva tid och plats",
      "Känna igen bearbetade och genererade bilder",
      "Söka stöd i oberoende källor",
      "Skilja på uppgift, tolkning och gissning",
      "Väga in egna förväntningar",
      "Skriva ut hur säker uppgiften är",
    ],
  },
  chattsamtal: {
    name: "Motiverande samtal i chatt",
    description: "Att lyssna, bekräfta och stödja förändring i skriftliga samtal.",
    esco: "fef18610-c8ca-431b-9ca8-d3d0cdffde72",
    jobtech: "E7QH_Hnd_BAC",
    coreElements: [
      "Öppna samtalet och komma överens om ramar",
      "Ställa öppna frågor, en i taget",
      "Bekräfta i text utan att låta som en mall",
      "Spegla känsla och innehåll",
      "Sammanfatta och låta den andra rätta",
      "Locka fram egna skäl till förändring",
      "Rulla med motstånd och tystnad",
      "Fråga om lov innan råd och fakta",
      "Bedöma risk i skriftliga samtal",
      "Avsluta med nästa steg och en väg tillbaka",
    ],
  },
  integritet: {
    name: "Dataskydd på nätet",
    description:
      "Att arbeta på nätet med så få personuppgifter som möjligt och med rätt stöd i lagen.",
    esco: "33a82b83-c838-4889-ae62-fae1317481eb",
    coreElements: [
      "Känna den rättsliga grunden för arbetet",
      "Samla in så lite som möjligt",
      "Skilja på offentligt och avsett för alla",
      "Skydda arbetsplats, konton och egna spår",
      "Gallra och dokumentera på rätt ställe",
      "Anmäla en incident samma dag",
    ],
  },
} satisfies Record<string, Method>;

export type MethodKey = keyof typeof defined;
export const methods: Record<MethodKey, Method> = defined;
// All keys of the object, which nobody adds to.
export const methodKeys = Object.keys(methods) as MethodKey[];

type Requirement = {
  unit: UnitKey;
  method: MethodKey;
  level: number;
  holders: number;
  carriers: number;
  due?: When;
  /** What was required before another level was, until the day on which that began. */
  earlier?: { level: number; holders: number; carriers: number; until: When };
};

// Mapping should have been in place three weeks ago, and has one carrier. Ungdomsjouren asked for
// less of online outreach until its project had come half way.
export const requirements: Requirement[] = [
  { unit: "prostitution", method: "sokmetoder", level: 2, holders: 6, carriers: 2 },
  {
    unit: "prostitution",
    method: "kartlaggning",
    level: 2,
    holders: 5,
    carriers: 2,
    due: ago(20),
  },
  {
    unit: "prostitution",
    method: "uppsokande-natet",
    level: 2,
    holders: 5,
    carriers: 2,
    due: inDays(60),
  },
  {
    unit: "prostitution",
    method: "kallkritik",
    level: 2,
    holders: 5,
    carriers: 2,
    due: inDays(40),
  },
  { unit: "prostitution", method: "integritet", level: 1, holders: 6, carriers: 0 },
  {
    unit: "youth",
    method: "uppsokande-natet",
    level: 3,
    holders: 8,
    carriers: 3,
    due: inDays(75),
    earlier: { level: 2, holders: 4, carriers: 1, until: ago(150) },
  },
  { unit: "youth", method: "chattsamtal", level: 2, holders: 8, carriers: 3, due: inDays(25) },
  { unit: "youth", method: "sokmetoder", level: 1, holders: 4, carriers: 1 },
  { unit: "youth", method: "integritet", level: 1, holders: 10, carriers: 0 },
  { unit: "outreach", method: "uppsokande-natet", level: 1, holders: 2, carriers: 1 },
  { unit: "outreach", method: "chattsamtal", level: 2, holders: 2, carriers: 0, due: inDays(160) },
  { unit: "family", method: "kallkritik", level: 1, holders: 2, carriers: 0 },
];
