import { inDays, monthStart, type When } from "../days";
import type { ProjectCode } from "./project";

export type ReportStory = {
  project: ProjectCode;
  kind: "interim" | "final";
  title: string;
  starts: When;
  endsBefore: When;
  due: When;
  activities?: string;
  results?: string;
  lessons?: string;
  shared?: When;
  /** What is said of a budget line, by the line's key. */
  comments?: Record<string, string>;
};

const present: ReportStory[] = [
  {
    project: "NATET",
    kind: "interim",
    title: "Delredovisning 1",
    starts: monthStart(-10),
    endsBefore: monthStart(-4),
    due: monthStart(-3, 15),
    activities:
      "Fem medarbetare har gått kurserna i sökmetoder, uppsökande arbete och samtal i chatt. De " +
      "som gått kurs har börjat föra metoderna vidare, först vid interna utbildningsdagar och " +
      "sedan sida vid sida under arbetspassen.",
    results:
      "Arbetet på nätet startade enligt plan med två pass i veckan. Båda enheterna har nu " +
      "medarbetare som kan ta emot en första kontakt i chatt.",
    lessons:
      "Det som förs vidare i andra och tredje ledet blir kortare. Vi har därför lagt till en " +
      "provgenomgång innan någon lär ut på egen hand.",
    shared: monthStart(-3, 10),
    comments: {
      material: "Telefoner och licenser köptes in tidigare än planerat.",
      utbildning: "Kurserna lades i början av projektet så att spridningen kunde börja.",
    },
  },
  {
    project: "NATET",
    kind: "interim",
    title: "Delredovisning 2",
    starts: monthStart(-4),
    endsBefore: monthStart(0),
    due: inDays(12),
    activities:
      "Passen har ökat till tre i veckan. Enheterna har gemensam jour, och metoderna förs vidare " +
      "mellan enheterna.",
    results: "Väntetiden till första svar har kortats.",
    comments: {
      material:
        "Posten är något överskriden, eftersom den skyddade uppkopplingen behövdes på två " +
        "platser. Vi håller igen på Resor.",
      "parternas-timmar": "Intyg saknas ännu från en part.",
    },
  },
  {
    project: "KALLKRITIK",
    kind: "interim",
    title: "Delredovisning",
    starts: monthStart(-5),
    endsBefore: monthStart(1),
    due: monthStart(2, 20),
  },
];

const past: ReportStory[] = [
  {
    project: "KOMP-2004",
    kind: "final",
    title: "Slutredovisning",
    starts: "2005-01-01",
    endsBefore: "2006-01-01",
    due: "2006-03-31",
    activities:
      "En medarbetare har utbildats i att söka på internet och besökt systergruppen i Göteborg. " +
      "Under hösten förde hon kunskapen vidare till hela arbetsgruppen vid två utbildningsdagar.",
    results: "Alla nio i arbetsgruppen har fått grunderna i sökmetoderna.",
    lessons: "Det tar längre tid att föra vidare än att gå kurs. Planera in timmar för båda.",
    shared: "2006-03-22",
  },
  {
    project: "ERF-2004",
    kind: "interim",
    title: "Delredovisning före förlängningen",
    starts: "2004-01-01",
    endsBefore: "2005-01-01",
    due: "2005-02-28",
    activities: "Åtta myndigheter har träffats regelbundet och prövat gemensamma rutiner.",
    shared: "2005-02-21",
  },
  {
    project: "ERF-2004",
    kind: "final",
    title: "Slutredovisning",
    starts: "2004-01-01",
    endsBefore: "2006-01-01",
    due: "2006-05-31",
    activities: "Samordningsplanen har införts i stadsdelarna under förlängningen.",
    results: "Myndigheterna har en gemensam väg in för den som behöver stöd.",
    lessons: "Egna timmar behöver skrivas upp samma vecka, annars går de inte att intyga.",
    shared: "2006-05-24",
    comments: { "egna-timmar": "Intygade av varje myndighet." },
  },
  {
    project: "EQUAL-2005",
    kind: "final",
    title: "Slutredovisning",
    starts: "2005-01-01",
    endsBefore: "2008-07-01",
    due: "2008-10-31",
    activities: "Ett halvt års beskrivning följdes av tre års arbete med rutiner.",
    results: "Rutiner för program för återvändande är framtagna och prövade.",
    lessons: "Rutiner lever bara om någon har i uppgift att hålla dem aktuella.",
    shared: "2008-10-20",
  },
  {
    project: "ONLINE-2012",
    kind: "final",
    title: "Slutredovisning",
    starts: "2012-07-01",
    endsBefore: "2013-07-01",
    due: "2013-09-30",
    activities:
      "Två medarbetare har gått kurs i uppsökande arbete på internet och fört det vidare till " +
      "sina kollegor. Ungdomsjouren har funnits på de arenor där unga är.",
    results: "Unga har tagit emot kontakt och fått stöd, på nätet och vid möten.",
    lessons: "Arbetet måste ske öppet och på den unges villkor.",
    shared: "2013-09-19",
    comments: { utbildning: "Uppföljningsdagen blev billigare än väntat." },
  },
];

export const reports = [...present, ...past];
