import { ago, monthStart, type When } from "../days";

export const authority = { name: "Socialtjänstförvaltningen", orgNumber: "212000-9994" };

export type UnitKey =
  "root" | "department" | "section" | "prostitution" | "youth" | "outreach" | "family";

export const units: Record<UnitKey, { name: string; below?: UnitKey }> = {
  root: { name: "Socialtjänstförvaltningen" },
  department: { name: "Avdelningen för stöd och uppsökande arbete", below: "root" },
  section: { name: "Sektionen för unga och prostitution", below: "department" },
  prostitution: { name: "Prostitutionsenheten", below: "section" },
  youth: { name: "Ungdomsjouren", below: "section" },
  outreach: { name: "Uppsökarenheten", below: "department" },
  family: { name: "Familjeenheten", below: "department" },
};

/** Who headed the units before any of today's heads: stands behind decisions before 2015. */
export const formerHead = "Gunvor Lindahl";

type Entry = {
  /** Family name, given name. */
  name: string;
  title?: string;
  joined: When;
  /** The first day they are no longer there. */
  left?: When;
  /** Where they worked first, until the day they moved here. */
  movedFrom?: { unit: UnitKey; title?: string; on: When };
  /** Of full time, in per cent, for who also works in another unit. */
  share?: number;
  also?: { unit: UnitKey; share: number };
};
type Person = Entry & { unit: UnitKey };

// Heads belong to the unit above theirs, so that a work group is the group and nobody else.
const department = staff("department", {
  agneta: { name: "Rosenqvist, Agneta", title: "Avdelningschef", joined: "2009-03-02" },
  samira: { name: "El Khatib, Samira", title: "Enhetschef", joined: "2018-10-01" },
  bengt: { name: "Wallgren, Bengt", title: "Enhetschef", joined: "2011-01-10" },
});

const section = staff("section", {
  helena: { name: "Åström, Helena", title: "Enhetschef", joined: "2013-08-19" },
  patrik: { name: "Söderlund, Patrik", title: "Biträdande enhetschef", joined: "2017-02-06" },
  johanna: { name: "Mäkelä, Johanna", title: "Projektledare", joined: "2019-05-06" },
});

const office = staff("root", {
  henrik: { name: "Stålnacke, Henrik", title: "Systemförvaltare", joined: "2015-04-13" },
  ylva: { name: "Sjögren, Ylva", title: "Ekonom", joined: "2020-11-02" },
});

// Nine in the work group. Karin leaves next month; Marie has left, and Lovisa has come after the
// present project's groups were frozen.
const prostitution = staff("prostitution", {
  karin: { name: "Ekström, Karin", joined: "2001-08-20", left: monthStart(1, 15) },
  torbjorn: { name: "Hägg, Torbjörn", joined: "2003-02-03" },
  asa: { name: "Öberg, Åsa", title: "Kurator", joined: "2006-01-09" },
  jonas: { name: "Lindqvist-Nyström, Jonas", joined: "2014-09-01" },
  elin: { name: "Björk, Elin", joined: "2016-03-14" },
  shirin: { name: "Ahmadi, Shirin", joined: "2019-01-14" },
  dariusz: { name: "Kowalczyk, Dariusz", title: "Kurator", joined: "2020-08-17" },
  mehmet: { name: "Yıldız, Mehmet", joined: "2022-02-01" },
  lovisa: { name: "Ängquist, Lovisa", joined: ago(48) },
  marie: { name: "Lundmark, Marie", joined: "2010-05-03", left: ago(130) },
});

// With Karin and Torbjörn the nine who were to learn in 2005.
const groupOf2005 = staff("prostitution", {
  birgitta: { name: "Sandell, Birgitta", joined: "1994-01-17", left: "2016-07-01" },
  larsGoran: { name: "Nyman, Lars-Göran", joined: "1998-09-07", left: "2012-10-01" },
  ingela: { name: "Fagerström, Ingela", joined: "1999-03-15", left: "2009-06-01" },
  monica: { name: "Olofsson, Monica", joined: "2000-02-14", left: "2018-04-01" },
  kerstin: { name: "Palmgren, Kerstin", joined: "1996-10-21", left: "2011-09-01" },
  stefan: { name: "Brodin, Stefan", joined: "2002-04-08", left: "2008-01-01" },
  pia: { name: "Strandh, Pia", joined: "2004-06-14", left: "2014-09-01" },
});

const youth = staff("youth", {
  sofia: { name: "Bergman, Sofia", joined: "2008-08-25" },
  peter: { name: "Granath, Peter", joined: "2011-01-31" },
  fatima: { name: "Abdi Warsame, Fatima", joined: "2012-05-14" },
  nadia: { name: "Petrović, Nadia", title: "Kurator", joined: "2015-09-21" },
  nils: { name: "Forsell, Nils", joined: "2017-01-09" },
  leila: { name: "Haddad, Leila", joined: "2018-06-11" },
  oskar: { name: "Hallberg, Oskar", joined: "2019-02-18" },
  filip: { name: "Nowak, Filip", joined: "2020-01-13" },
  ebba: { name: "Sandström, Ebba", title: "Kurator", joined: "2021-03-01" },
  yonas: { name: "Tesfaye, Yonas", joined: "2021-08-23" },
  amanda: { name: "Rydell, Amanda", joined: "2022-04-04" },
  alexandra: {
    name: "Papadimitriou-Wennerstråhle, Alexandra Konstantina",
    joined: "2022-10-17",
  },
  linh: { name: "Nguyen, Linh", joined: "2023-01-16" },
  tove: {
    name: "Åkerblom, Tove",
    joined: "2023-09-04",
    movedFrom: { unit: "family", on: ago(62) },
  },
  johan: { name: "Malmqvist, Johan", joined: "2019-09-02", left: ago(198) },
  anders: { name: "Wikström, Anders", joined: "2005-11-14", left: "2021-03-01" },
});

const outreach = staff("outreach", {
  viktor: { name: "Isaksson, Viktor", joined: "2016-11-28" },
  mariam: { name: "Rahimi, Mariam", joined: "2019-04-01" },
  sara: { name: "Lindgren, Sara", joined: "2020-09-14" },
  emil: { name: "Jokinen, Emil", joined: "2022-06-07" },
  hanna: { name: "Östlund, Hanna", joined: "2023-03-06" },
});

const family = staff("family", {
  cecilia: { name: "Norberg, Cecilia", joined: "2013-10-14" },
  ahmed: { name: "Hassan, Ahmed", joined: "2018-03-12" },
  ingrid: {
    name: "Svärd, Ingrid",
    joined: "2021-01-25",
    share: 60,
    also: { unit: "outreach", share: 40 },
  },
  daniel: { name: "Eriksson, Daniel", joined: ago(35) },
});

export const people = {
  ...office,
  ...department,
  ...section,
  ...prostitution,
  ...groupOf2005,
  ...youth,
  ...outreach,
  ...family,
};

export type PersonKey = keyof typeof people;
// All keys of the object, which nobody adds to.
export const personKeys = Object.keys(people) as PersonKey[];

/** Who approves what a unit's people log. */
export const headOf: Record<UnitKey, PersonKey> = {
  root: "agneta",
  department: "agneta",
  section: "agneta",
  prostitution: "helena",
  youth: "helena",
  outreach: "samira",
  family: "bengt",
};

function staff<Key extends string>(
  unit: UnitKey,
  entries: Record<Key, Entry>,
): Record<Key, Person> {
  const members = Object.entries<Entry>(entries).map(([key, entry]) => [key, { ...entry, unit }]);
  // fromEntries forgets the keys that it was given.
  return Object.fromEntries(members) as Record<Key, Person>;
}
