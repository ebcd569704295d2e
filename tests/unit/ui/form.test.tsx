import { describe, expect, it, vi } from "vitest";
import {
  AskedAgain,
  Checkbox,
  CheckboxGroup,
  FileField,
  FormErrors,
  MoneyField,
  RadioGroup,
  SelectField,
  TextArea,
  TextField,
  type FormState,
} from "~/ui/form";
import { text } from "~/formats/form-fields";
import { charactersOver } from "~/ui/form/text-length";
import { ConfirmButton } from "~/ui/page";
import { show } from "./showing";

// Remix's own links and forms render only inside a whole Remix app.
vi.mock("~/ui/navigation", () => import("./plain-navigation"));

const failed: FormState = {
  values: { title: "Sökmetoder", cost: "tolv", core: ["b"], level: "2", secret: "hemligt" },
  errors: { cost: "Skriv beloppet med siffror.", core: "Välj minst två." },
};

describe("what a form asks when it comes back", () => {
  const links = [
    { label: "2026-05-01", href: "/handovers/1" },
    { label: "2026-05-02", href: null },
  ];
  const touched = [{ says: "2 kunskapsöverföringar:", links }];
  const asked: FormState = { values: {}, errors: {}, asked: { touched, mark: "mark" } };

  it("says what is touched, with links to what can be opened, before its box", () => {
    const html = show(<AskedAgain state={asked} label="Ja" />);
    expect(html).toMatch(/2 kunskapsöverföringar:.*2026-05-01<\/a>, 2026-05-02.*type="checkbox"/);
    expect(html).toContain('href="/handovers/1"');
    expect(html).toContain('value="mark"');
  });

  it("stays ticked for what was seen, and not for something else", () => {
    const ticked = { ...asked, values: { agreed: "mark" } };
    expect(show(<AskedAgain state={ticked} label="Ja" />)).toContain("checked");
    const other = { ...asked, values: { agreed: "older mark" } };
    expect(show(<AskedAgain state={other} label="Ja" />)).not.toContain("checked");
  });

  it("isn't there before it is asked", () => {
    expect(show(<AskedAgain state={undefined} label="Ja" />)).toBe("");
  });
});

describe("a field", () => {
  it("is described by its hint and its error, and marked invalid", () => {
    const html = show(
      <MoneyField name="cost" label="Kostnad" hint="Utan moms." state={failed} required />,
    );
    expect(html).toContain('aria-describedby="field-cost-hint field-cost-error"');
    expect(html).toContain('aria-invalid="true"');
    expect(html).toContain('aria-required="true"');
    expect(html).toMatch(/<label[^>]*for="field-cost"/);
    expect(html).toMatch(/id="field-cost-error".*Skriv beloppet med siffror\./);
  });

  it("keeps what was typed, also what is no number", () => {
    const html = show(<MoneyField name="cost" label="Kostnad" defaultValue="500" state={failed} />);
    expect(html).toContain('value="tolv"');
    expect(html).not.toContain('value="500"');
  });

  it("has neither description nor fault before it was sent", () => {
    const html = show(<TextField name="title" label="Namn" defaultValue="Ny" required />);
    expect(html).not.toContain("aria-invalid");
    expect(html).not.toContain("aria-describedby");
    expect(html).toContain('value="Ny"');
  });

  it("says that it is optional, unless it is required", () => {
    expect(show(<TextField name="a" label="A" />)).toContain("(valfritt)");
    expect(show(<TextField name="a" label="A" />, "en")).toContain("(optional)");
    expect(show(<TextField name="a" label="A" required />)).not.toContain("valfritt");
  });

  it("asks for a file again that did not come back with the form", () => {
    const sent = (errors: FormState["errors"]) => ({ values: { file: "intyg.pdf" }, errors });
    const field = (state: FormState) => show(<FileField name="file" label="Intyg" state={state} />);
    expect(field(sent({ cost: "Fel" }))).toContain("Välj intyg.pdf igen");
    expect(field(sent({ file: "Tom fil" }))).not.toContain("Välj intyg.pdf igen");
    expect(field({ values: { file: "" }, errors: {} })).not.toContain("igen");
  });

  it("never sends a password back into the page", () => {
    const html = show(<TextField name="secret" label="Lösenord" type="password" state={failed} />);
    expect(html).not.toContain("hemligt");
  });

  it("has ids of its own where a page has two forms", () => {
    const html = show(
      <TextField name="title" label="Namn" state={{ ...failed, formId: "second" }} />,
    );
    expect(html).toContain('id="second-title"');
  });
});

describe("a text with a limit", () => {
  it("may be typed past it, so that the browser cuts nothing away", () => {
    const fields = [
      <TextField key="a" name="a" label="A" maxLength={5} />,
      <TextArea key="b" name="b" label="B" maxLength={5} />,
    ];
    expect(show(<>{fields}</>)).not.toMatch(/maxlength/i);
  });

  it("says how much too long it is, only when it is", () => {
    const sent = (title: string): FormState => ({ values: { title }, errors: {} });
    const field = (title: string) =>
      show(<TextArea name="title" label="Namn" maxLength={5} state={sent(title)} />);
    expect(field("Sökmetod")).toContain("3 tecken för mycket: högst 5 får plats.");
    expect(field("Sökmetod")).toContain('aria-describedby="field-title-length"');
    expect(field("Metod")).toMatch(/role="status"><\/div>/);
    expect(field("Metod")).not.toContain("aria-");
  });

  it.each([
    "  abcde ",
    "abcdef",
    "a\r\nbcd",
    "å".normalize("NFD").repeat(5),
    "🙂🙂🙂🙂🙂",
    "🙂bcdef",
    "ab\u00adcde\u200b",
  ])("is measured as the server measures it: %j", (typed) => {
    const isTaken = text({ max: 5 }).safeParse(typed).success;
    expect(charactersOver(typed, 5) === 0).toBe(isTaken);
  });
});

describe("choices", () => {
  const options = ["a", "b"].map((value) => ({ value, label: value }));

  it("stay as they were sent, also when none was ticked", () => {
    const none: FormState = { values: { title: "x" }, errors: {} };
    const group = (state: FormState) => (
      <CheckboxGroup
        name="core"
        label="Moment"
        options={options}
        defaultValues={["a"]}
        state={state}
      />
    );
    expect(checkedIn(show(group(failed)))).toEqual(["b"]);
    expect(checkedIn(show(group(none)))).toEqual([]);
    expect(checkedIn(show(group({ values: {}, errors: {} })))).toEqual(["a"]);
  });

  it("give the first one the id that error links lead to", () => {
    const html = show(
      <CheckboxGroup name="core" label="Moment" options={options} state={failed} />,
    );
    expect(html).toMatch(/<input[^>]*id="field-core"[^>]*value="a"/);
    expect(html).toContain('aria-describedby="field-core-error"');
  });

  it("of which one is taken keep it", () => {
    const html = show(
      <RadioGroup
        name="level"
        label="Nivå"
        options={["1", "2"].map((value) => ({ value, label: value }))}
        state={failed}
      />,
    );
    expect(checkedIn(html)).toEqual(["2"]);
    expect(html).toContain('role="radiogroup"');
  });

  it("of yes or no keep a tick that was taken away", () => {
    const box = (state?: FormState) => (
      <Checkbox name="ok" label="Ja" defaultChecked state={state} />
    );
    expect(checkedIn(show(box()))).toEqual(["on"]);
    expect(checkedIn(show(box(failed)))).toEqual([]);
  });

  it("in a list begin with an empty one that asks", () => {
    const html = show(
      <SelectField
        name="level"
        label="Nivå"
        options={[{ value: "2", label: "Två" }]}
        state={failed}
      />,
    );
    expect(html).toContain('<option value="">Välj…</option>');
    expect(html).toContain('<option value="2" selected="">Två</option>');
  });
});

describe("FormErrors", () => {
  it("links every error to its field and counts them", () => {
    const html = show(<FormErrors errors={failed.errors} />);
    expect(html).toContain("2 fält behöver rättas");
    expect(html).toContain('<a href="#field-cost">Skriv beloppet med siffror.</a>');
    expect(html).toContain('role="alert"');
  });

  it("shows an error of the whole form without a link", () => {
    const html = show(<FormErrors errors={{ form: "Någon annan har ändrat." }} />);
    expect(html).toContain("<li>Någon annan har ändrat.</li>");
  });

  it("is not there without errors", () => {
    expect(show(<FormErrors />)).toBe("");
  });
});

it("confirms a destructive act by naming the thing, with a form that works without script", () => {
  const html = show(
    <ConfirmButton
      label="Ta bort"
      question="Ta bort kursen Sökmetoder?"
      confirmLabel="Ta bort kursen"
      action="/courses/7/remove"
      fields={{ version: "3" }}
    />,
  );
  expect(html).toMatch(
    /<details[^>]*><summary[^>]*>Ta bort<\/summary><form action="\/courses\/7\/remove" method="post"/,
  );
  expect(html).toContain('<input type="hidden" name="version" value="3"/>');
});

function checkedIn(html: string): string[] {
  return [...html.matchAll(/<input[^>]*>/g)]
    .map(([tag]) => tag)
    .filter((tag) => tag.includes("checked"))
    .map((tag) => /value="([^"]*)"/.exec(tag)?.[1] ?? "");
}
