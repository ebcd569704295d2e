import type { MethodKey } from "./methods";

type Course = {
  title: string;
  provider: string;
  method?: MethodKey;
  hours: number;
  /** What a participant can be confirmed at, where the course is made for a method. */
  level?: number;
};

const ownOffice = "Förvaltningens utvecklingsenhet";

const defined = {
  sokning2005: {
    title: "Sökning på internet för socialtjänsten",
    provider: "Nordisk Källskola",
    method: "sokmetoder",
    hours: 24,
    level: 4,
  },
  goteborg2005: {
    title: "Studiebesök hos systergruppen i Göteborg",
    provider: "Göteborgs systergrupp",
    hours: 12,
  },
  internet2012: {
    title: "Uppsökande arbete på internet",
    provider: "Fältskolan",
    method: "uppsokande-natet",
    hours: 40,
    level: 4,
  },
  sokning: {
    title: "Sökmetoder i öppna källor",
    provider: "Nordisk Källskola",
    method: "sokmetoder",
    hours: 16,
    level: 3,
  },
  kartlaggning: {
    title: "Kartläggning av arenor på nätet",
    provider: "Nordisk Källskola",
    method: "kartlaggning",
    hours: 12,
    level: 3,
  },
  natetGrund: {
    title: "Uppsökande arbete på nätet, grund",
    provider: "Fältskolan",
    method: "uppsokande-natet",
    hours: 18,
    level: 3,
  },
  natetFordjupning: {
    title: "Uppsökande arbete på nätet, fördjupning",
    provider: "Fältskolan",
    method: "uppsokande-natet",
    hours: 24,
    level: 4,
  },
  kallkritik: {
    title: "Källkritik i socialt arbete",
    provider: "Högskolan Mälarstrand",
    method: "kallkritik",
    hours: 14,
    level: 3,
  },
  chatt: {
    title: "Motiverande samtal i chatt",
    provider: "Samtalsakademin",
    method: "chattsamtal",
    hours: 21,
    level: 3,
  },
  dataskydd: {
    title: "Dataskydd och integritet på nätet",
    provider: ownOffice,
    method: "integritet",
    hours: 3,
    level: 2,
  },
  foraVidare: {
    title: "Att föra en metod vidare till kollegor",
    provider: "Samtalsakademin",
    hours: 7,
  },
  informationssakerhet: {
    title: "Informationssäkerhet, webbutbildning",
    provider: ownOffice,
    hours: 1,
  },
} satisfies Record<string, Course>;

export type CourseKey = keyof typeof defined;
export const courses: Record<CourseKey, Course> = defined;
