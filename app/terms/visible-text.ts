/**
 * A text without the characters that nobody sees, so that what looks the same is the same: soft
 * hyphens, spaces without width, and what sets a direction where nothing is written from right to
 * left. What shapes its neighbours stays where it does: joiners and variants among emoji, and among
 * the letters of scripts that join or stack (Arabic, Devanagari …). Linear for any text.
 */
export function visible(text: string): string {
  const isRightToLeft = rightToLeft.test(text);
  return text.replace(
    /[\p{Default_Ignorable_Code_Point}\u2800\ufff9-\ufffc]+/gu,
    (run, at: number) => {
      const before = text.slice(Math.max(0, at - 2), at);
      const after = text.slice(at + run.length, at + run.length + 2);
      const isShaped = shapedEnd.test(before);
      const isJoined = isShaped && shapedStart.test(after);
      return [...run]
        .filter(
          (character) =>
            (isShaped && variant.test(character)) ||
            (isJoined && joiner.test(character)) ||
            (isRightToLeft && direction.test(character)),
        )
        .join("");
    },
  );
}

const shaped = String.raw`(?:[\p{Extended_Pictographic}\p{Emoji_Modifier}]|(?![\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}\p{Script=Inherited}])[\p{L}\p{M}])`;
const shapedEnd = new RegExp(`${shaped}$`, "u");
const shapedStart = new RegExp(`^${shaped}`, "u");

/** Which of its pictures or forms a character has; the last of them are the letters of a flag. */
const variant = /[\u180b-\u180d\u180f\ufe00-\ufe0f\u{e0100}-\u{e01ef}\u{e0020}-\u{e007f}]/u;
const joiner = /[\u200c\u200d]/u;
const rightToLeft =
  /(?=\p{L})[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
/** Those that override the letters' own direction are needed by no language. */
const direction = /[\u061c\u200e\u200f\u202a-\u202c\u2066-\u2069]/u;
