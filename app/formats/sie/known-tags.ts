/** All item labels of the SIE 4B specification, section 12, without the number sign. */
export const knownTags: ReadonlySet<string> = new Set(
  (
    "ADRESS BKOD BTRANS DIM ENHET FLAGGA FNAMN FNR FORMAT FTYP GEN IB KONTO KPTYP KSUMMA KTYP " +
    "OBJEKT OIB OMFATTN ORGNR OUB PBUDGET PROGRAM PROSA PSALDO RAR RES RTRANS SIETYP SRU TAXAR " +
    "TRANS UB UNDERDIM VALUTA VER"
  ).split(" "),
);

const leadingTag = /^#([A-Za-zÅÄÖåäö_]+)/;
const longestLabel = 24;

/** The label that a text begins with, in capitals; null where it begins with none. */
export function tagAtStart(text: string): { tag: string; length: number } | null {
  const match = leadingTag.exec(text);
  if (match === null) return null;
  return { tag: match[1]!.toUpperCase(), length: match[0].length };
}

/** Does a label of the specification begin at this number sign? `#FORMATTED` is none. */
export function isKnownTagAt(text: string, index: number): boolean {
  const found = tagAtStart(text.slice(index, index + longestLabel));
  return found !== null && knownTags.has(found.tag);
}
