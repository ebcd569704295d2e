import { describe, expect, it, vi } from "vitest";
import { AppShell } from "~/ui/app-shell";
import { LevelMark, Meter, Notice, Page, Stat } from "~/ui/page";
import { PeoplePicker } from "~/ui/people-picker";
import { readPeople } from "~/ui/picker/search-people";
import { show } from "./showing";

// Remix's own links and forms render only inside a whole Remix app.
vi.mock("~/ui/navigation", () => import("./plain-navigation"));

describe("AppShell", () => {
  const nav = ["a", "b", "c", "d", "e", "f"].map((name) => ({
    to: `/${name}`,
    label: name,
    icon: null,
  }));

  it("posts the language with the way back, and signing out, as plain forms", () => {
    const html = show(
      <AppShell nav={nav} account={{ name: "Maja Lind Ek", roleLabel: "Enhetschef" }}>
        <p />
      </AppShell>,
    );
    expect(html).toContain('<input type="hidden" name="returnTo" value="/people?page=2"/>');
    expect(html).toMatch(
      /<form action="\/language" method="post">.*name="language" value="en" lang="en"/,
    );
    expect(html).toContain('<form action="/sign-out" method="post">');
    expect(html).toContain(">ME</span>");
  });

  it("has one main landmark that the skip link leads to", () => {
    const html = show(<AppShell nav={nav}>x</AppShell>);
    expect(html).toContain('<a class="skip-link" href="#main">');
    expect(html.match(/<main[^>]*id="main"/g)).toHaveLength(1);
  });

  it("puts what is more than five behind one more button, on phones", () => {
    expect(show(<AppShell nav={nav.slice(0, 5)}>x</AppShell>)).not.toContain("shell-nav-more");
    const html = show(<AppShell nav={nav}>x</AppShell>);
    expect(html.match(/shell-nav-overflow/g)).toHaveLength(2);
    expect(html).toContain("shell-nav-more");
  });

  it("shows on that button what waits behind it", () => {
    const waiting = nav.map((item) => ({
      ...item,
      badge: { count: 2, label: `${item.label} väntar` },
    }));
    const html = show(<AppShell nav={waiting}>x</AppShell>);
    expect(html).toMatch(
      /Mer<\/span><span class="shell-nav-badge"><span aria-hidden="true">4<\/span>.*e väntar, f väntar/,
    );
  });
});

describe("meaning beside colour", () => {
  it("a notice has an icon and a word, and is read aloud only when it answers something", () => {
    const standing = show(<Notice tone="warning">Text</Notice>);
    expect(standing).toContain("Varning");
    expect(standing).toContain("<svg");
    expect(standing).not.toContain("role=");
    expect(show(<Notice tone="danger" live />)).toContain('role="alert"');
    expect(show(<Notice tone="good" live />)).toContain('role="status"');
  });

  it("a figure with a tone has an icon", () => {
    expect(show(<Stat label="Kvar" value="3" tone="danger" />)).toContain("<svg");
    expect(show(<Stat label="Kvar" value="3" />)).not.toContain("<svg");
  });

  it("a level says what no longer counts", () => {
    expect(show(<LevelMark level={3} expired />)).toContain("Nivå 3: Självständigt, har gått ut");
    expect(show(<LevelMark level={0} />)).toContain("Ingen kunskap");
  });
});

it("a meter never draws outside its frame but says the true figure", () => {
  const html = show(<Meter label="Utfall" value={12} max={10} mark={5} valueText="12 av 10" />);
  expect(html).toContain('<rect class="meter-fill" width="100%"');
  expect(html).toContain('aria-valuetext="12 av 10"');
  expect(html).toContain('x1="50%"');
  expect(show(<Meter label="Tom" value={0} max={0} />)).toContain('width="0%"');
});

it("a page leads back the way it lies", () => {
  const html = show(<Page title="Kurs" breadcrumb={[{ to: "/courses", label: "Kurser" }]} />);
  expect(html).toContain('<nav aria-label="Du är här">');
  expect(html).toContain('<a href="/courses">Kurser</a>');
});

describe("PeoplePicker before any script", () => {
  const options = ["Ek", "Lind"].map((name, index) => ({ id: String(index + 1), name }));

  it("is a list to tick, the chosen ones first and ticked", () => {
    const html = show(
      <PeoplePicker
        name="learners"
        label="Vem?"
        searchUrl="/people.json"
        options={options}
        defaultChosen={[{ id: "9", name: "Öst" }]}
      />,
    );
    expect(html.match(/type="checkbox"/g)).toHaveLength(3);
    expect(html).toMatch(
      /name="learners"[^>]*checked=""[^>]*value="9"|name="learners" value="9" checked=""/,
    );
  });

  it("keeps the failed submit's choice", () => {
    const html = show(
      <PeoplePicker
        name="learners"
        label="Vem?"
        searchUrl="/p"
        options={options}
        state={{ values: { learners: ["2"] }, errors: {} }}
      />,
    );
    expect(html.match(/checked=""/g)).toHaveLength(1);
  });
});

it("takes from a search's answer only what is a person", () => {
  expect(readPeople({ people: [{ id: "1", name: "Ek" }, { id: 2, name: "Lind" }, null] })).toEqual([
    { id: "1", name: "Ek" },
  ]);
  expect(readPeople("fel")).toEqual([]);
});
