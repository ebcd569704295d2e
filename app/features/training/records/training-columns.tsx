import { nameWithNote } from "~/features/organisation/names/person-name";
import { day, hours, level, money, state, text } from "~/tables/columns";
import type { StateTone, Table } from "~/tables/table";
import type { RecordRow } from "./record-rows.server";
import type { TrainingStatus } from "./training-record";

/**
 * Training, one row a record: the list on the page, and the whole of it as a file, with the codes of
 * the projects that records are for, by their ids.
 */
export function trainingTable(
  rows: RecordRow[],
  projects: ReadonlyMap<string, string> = new Map(),
): Table<RecordRow> {
  const inFile = { on: "file" } as const;
  return {
    title: "training.list.caption",
    columns: [
      text("person", "training.list.person", ({ person }) => nameWithNote(person), {
        link: ({ person }) => `/people/${person.id}`,
      }),
      text("kind", "training.csv.kind", ({ kind }, { t }) => t(`training.kind.${kind}`), inFile),
      text("title", "training.list.title", ({ title }) => title, {
        isRowHeader: true,
        link: ({ id }) => `/training/${id}`,
      }),
      text("competence", "training.list.competence", ({ competence }) => competence?.name ?? null),
      day("date", "training.list.date", ({ heldOn }) => heldOn, {
        style: "short",
        width: "narrow",
      }),
      hours("hours", "training.list.hours", ({ minutes }) => minutes, {
        fileHeading: "training.csv.hours",
        width: "narrow",
      }),
      // What it confirmed; until then what the person says of themselves, drawn as such.
      level("level", "training.list.level", (row) => row.confirmed?.level ?? row.claimedLevel, {
        on: "page",
        basis: ({ confirmed }) =>
          confirmed ? (confirmed.observed ? "observed" : "confirmed") : "claimed",
      }),
      level("claimed", "training.csv.claimedLevel", ({ claimedLevel }) => claimedLevel, inFile),
      level("confirmed", "training.csv.confirmedLevel", confirmedLevel, inFile),
      text(
        "observed",
        "training.csv.observed",
        ({ confirmed }, { t }) =>
          confirmed && t(confirmed.observed ? "training.csv.yes" : "training.csv.no"),
        inFile,
      ),
      money("cost", "training.csv.cost", ({ costOre }) => costOre, inFile),
      state(
        "status",
        "training.list.status",
        ({ kind, status }, { t }) => t(`training.status.${kind}.${status}`),
        ({ status }) => tones[status],
        { width: "narrow" },
      ),
      text("project", "training.csv.project", ({ id }) => projects.get(id) ?? null, inFile),
    ],
    rows,
    rowKey: ({ id }) => id,
  };
}

const tones: Record<TrainingStatus, StateTone> = {
  submitted: "info",
  returned: "warning",
  approved: "good",
  declined: "neutral",
  withdrawn: "neutral",
};

function confirmedLevel({ confirmed }: RecordRow) {
  return confirmed?.level ?? null;
}
