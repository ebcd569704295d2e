import iconv from "iconv-lite";
import { expect, test } from "vitest";
import { withoutIdentityNumbers } from "~/features/exchange/lists/identity-numbers.server";

const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const encode = (text: string, encoding = "utf-8") => new Uint8Array(iconv.encode(text, encoding));

test("every personal identity number is taken out, in any column and shape", () => {
  const list = "Namn;Nr\nÅsa;19121212-1212\nBo;121212+1212 191212121212\n";
  expect(decode(withoutIdentityNumbers(encode(list)))).toBe(
    "Namn;Nr\nÅsa;[personnummer]\nBo;[personnummer] [personnummer]\n",
  );
});

test.each(["windows-1252", "utf-16le"])("also in %s; what is kept is UTF-8", (encoding) => {
  const list = `${encoding === "utf-16le" ? "\ufeff" : ""}Namn;Nr\nÅsa Öberg;19121212-1212\n`;
  expect(decode(withoutIdentityNumbers(encode(list, encoding)))).toBe(
    "Namn;Nr\nÅsa Öberg;[personnummer]\n",
  );
});

test("a list without them is kept byte for byte", () => {
  const bytes = encode("Namn;Org\nÅsa;212000-0134\n", "windows-1252");
  expect(withoutIdentityNumbers(bytes)).toBe(bytes);
});
