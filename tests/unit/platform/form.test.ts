import { expect, test, vi } from "vitest";
import { z } from "zod";
import { emailAddress, many, optionalId, submissionId, text, ticked } from "~/formats/form-fields";
import { parseForm } from "~/platform/form";

const schema = z.object({
  name: text({ max: 30 }),
  note: text({ max: 5, optional: true }),
  tags: many(text({ max: 10 })),
});

function formOf(fields: [string, string][]): FormData {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return form;
}

test("two spaces in a line are one, so that a name is itself however it was typed", () => {
  const line = text({ max: 100 });
  expect(line.parse(" Länsstyrelsen  \u00a0 Stockholm ")).toBe("Länsstyrelsen Stockholm");
  expect(line.parse("En\u00a0rad.\n  Indragen")).toBe("En\u00a0rad.\n  Indragen");
});

test("what nobody sees is no part of a text, and what shapes an emoji is", () => {
  const line = text({ max: 12 });
  expect(line.parse("\u200b K\u00e4ll\u00adkritik \u00ad\u200f")).toBe("K\u00e4llkritik");
  expect(line.parse("\u{1f469}\u200d\u{1f4bb} chatt")).toBe("\u{1f469}\u200d\u{1f4bb} chatt");
  expect(line.safeParse("\u00ad\u200b\u3164").error?.issues).toMatchObject([
    { message: "errors.required" },
  ]);
});

test("a form that fits gives its values, trimmed and composed", () => {
  const form = formOf([
    ["name", "  A\u030Asa  "],
    ["tags", "ett"],
    ["tags", "två"],
  ]);
  expect(parseForm(schema, form)).toEqual({
    ok: true,
    value: { name: "Åsa", note: "", tags: ["ett", "två"] },
  });
});

test.each([30, 31])("of %i characters, thirty fit", (length) => {
  const parsed = parseForm(schema, formOf([["name", "å".repeat(length)]]));
  expect(parsed.ok).toBe(length === 30);
  if (!parsed.ok) {
    expect(parsed.errors.name).toEqual({ key: "errors.tooLong", values: { max: 30 } });
  }
});

test("a form is gone through a few times, however many fields it has", () => {
  const looks = (count: number) => {
    const form = formOf(Array.from({ length: count }, (_, index) => [`field${index}`, "x"]));
    let looked = 0;
    const entries = form.entries.bind(form);
    const counted = function* () {
      for (const entry of entries()) {
        looked += 1;
        yield entry;
      }
    };
    Object.assign(form, {
      getAll: () => expect.fail("getAll goes through the whole form for one name"),
      [Symbol.iterator]: counted,
      entries: counted,
    });
    expect(parseForm(schema, form).ok).toBe(false);
    return looked;
  };
  expect(looks(2000)).toBe(10 * looks(200));
});

test("a field's name is only a name", () => {
  const parsed = parseForm(
    schema,
    formOf([
      ["__proto__", "a"],
      ["__proto__", "b"],
    ]),
  );
  expect(parsed).toMatchObject({ ok: false, errors: { name: { key: "errors.required" } } });
  expect(Object.entries(parsed.ok ? {} : parsed.values)).toEqual([["__proto__", ["a", "b"]]]);
});

test("what was typed is kept, also where it can't be accepted", () => {
  const parsed = parseForm(
    schema,
    formOf([
      ["name", ""],
      ["note", "för långt"],
    ]),
  );
  expect(parsed).toEqual({
    ok: false,
    values: { name: "", note: "för långt" },
    errors: {
      name: { key: "errors.required" },
      note: { key: "errors.tooLong", values: { max: 5 } },
    },
  });
});

test("a field that is missing is required, one that comes twice can't be read as one", () => {
  expect(parseForm(schema, formOf([])).ok).toBe(false);
  const twice = parseForm(
    schema,
    formOf([
      ["name", "Ada"],
      ["name", "Bo"],
    ]),
  );
  expect(twice.ok).toBe(false);
});

test("marks upon marks are refused, and no text is composed before its length is known", () => {
  const marks = "a" + "\u0301\u0327".repeat(16);
  const refused = (typed: string) => parseForm(schema, formOf([["name", typed]]));
  const composing = vi.spyOn(String.prototype, "normalize");
  expect(refused(marks)).toMatchObject({ errors: { name: { key: "errors.controlCharacters" } } });
  expect(refused("e\u0301".repeat(200))).toMatchObject({ errors: { name: tooLong(30) } });
  // Only what the other field was left with.
  expect(new Set(composing.mock.contexts.map(String))).toEqual(new Set([""]));
  composing.mockRestore();
});

function tooLong(max: number) {
  return { key: "errors.tooLong", values: { max } };
}

test("control characters that a database refuses are refused first", () => {
  const parsed = parseForm(schema, formOf([["name", "A\u0000B"]]));
  expect(parsed).toMatchObject({ errors: { name: { key: "errors.controlCharacters" } } });
});

test("an e-mail address is kept in lower case; anything else is no address", () => {
  expect(emailAddress.parse(" Elin@Example.SE ")).toBe("elin@example.se");
  expect(emailAddress.safeParse("elin").success).toBe(false);
});

test("ids, ticks and the form's own id", () => {
  expect(optionalId.parse("")).toBeNull();
  expect(optionalId.safeParse("1; drop table person").success).toBe(false);
  expect(ticked.parse(undefined)).toBe(false);
  expect(ticked.parse("on")).toBe(true);
  expect(submissionId.safeParse("x").success).toBe(false);
});
