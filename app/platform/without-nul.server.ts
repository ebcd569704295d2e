import { Transform } from "node:stream";

/**
 * Passes a page's bytes on, without the NULs among them. React hands a page over in pieces of 2 048
 * bytes and fills the end of a piece with NUL where the next letter (å, ä, ö) doesn't fit into it.
 * In UTF-8 that byte is never a part of another letter, so it goes wherever the text has been cut.
 */
export function withoutNul(): Transform {
  return new Transform({
    transform(piece: Buffer, _encoding, pass) {
      pass(null, piece.includes(0) ? piece.filter((byte) => byte !== 0) : piece);
    },
  });
}
