import { idIn, type Kaskad, user } from "./kaskad";

// Title, period, due day, whether the funder may read it.
const reports = [
  ["Delredovisning 1", "2025-01-01", "2025-12-31", "2026-02-15", true],
  ["Delredovisning 2", "2026-01-01", "2026-06-30", "2026-08-31", false],
] as const;

/** A report that the funder reads and one that is being written, both with comments. */
export async function fillReports(kaskad: Kaskad): Promise<void> {
  const manager = user(kaskad, "Hanna");
  for (const [title, startsOn, endsOn, dueOn, isShared] of reports) {
    const made = await manager.fill("/reports/new", {
      ...{ projectId: { label: "UNGA-NET" }, kind: "interim", title, startsOn, endsOn, dueOn },
    });
    const report = `/reports/${idIn(made)}`;
    const page = await manager.open(`${report}/edit`);
    const comments = [...page.matchAll(/name="(comment-[0-9a-f-]{36})"/g)].slice(0, 2);
    await manager.fill(`${report}/edit`, {
      activities: "Vi har utbildat och fört vidare.",
      results: "Fler kan söka på nätet.",
      lessons: isShared ? "Två som lär ut räcker inte." : "",
      ...Object.fromEntries(comments.map(([, name = ""], at) => [name, `Kommentar ${at + 1}.`])),
    });
    if (isShared) await manager.fill(report, {}, `${report}/share`);
  }
}
