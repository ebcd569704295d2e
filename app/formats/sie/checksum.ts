import { crc32 } from "node:zlib";

import iconv from "iconv-lite";

export type Checksum = { addLine: (line: string) => void; value: () => number };

/**
 * The checksum of #KSUMMA: CRC-32 (polynomial EDB88320, as zlib's) over labels and fields in code
 * page 437, without the spaces and tabs between them, the quotes around them, the backslashes
 * before quotes inside them, and braces (specification, section 10).
 */
export function createChecksum(): Checksum {
  let crc = 0;
  return {
    addLine: (line) => {
      crc = crc32(iconv.encode(summedCharacters(line), "cp437"), crc);
    },
    value: () => crc >>> 0,
  };
}

function summedCharacters(line: string): string {
  let summed = "";
  let inQuotes = false;
  for (let index = 0; index < line.length; index += 1) {
    const character = line[index]!;
    if (character === "\\" && line[index + 1] === '"') {
      summed += '"';
      index += 1;
    } else if (character === '"') {
      inQuotes = !inQuotes;
    } else if (inQuotes || !" \t{}".includes(character)) {
      summed += character;
    }
  }
  return summed;
}
