import type { Viewer } from "~/features/access/viewer";
import { loadViewer } from "~/features/access/viewer.queries.server";
import { todayInStockholm } from "~/platform/clock";
import type { Database } from "~/platform/db.server";
import { addDays, type IsoDate } from "~/terms/day";

/** Who looks, and at what: one ordinary unit and one ordinary project of a database. */
export type Scene = {
  db: Database;
  today: IsoDate;
  /** Half a year ago. */
  pastDay: IsoDate;
  manager: Viewer;
  employee: Viewer;
  projectManager: Viewer;
  funder: Viewer;
  administrator: Viewer;
  unitId: string;
  /** The unit above all others. */
  rootUnitId: string;
  /** Somebody of the unit. */
  personId: string;
  /** The newest hand-over that somebody of the unit learned in. */
  handOverId: string;
  /** Methods that the unit has hand-overs of: the most taught one, and the last by its code. */
  methods: { code: string; lastCode: string };
  project: { id: string; code: string };
  /** The project's newest report, a draft, and the newest that is shared. */
  reportId: string;
  sharedReportId: string;
};

/** The same question to the demo and to an invented authority: both have the demo's five roles. */
export async function findScene(db: Database): Promise<Scene> {
  const manager = await viewerOf(db, "manager");
  const projectManager = await viewerOf(db, "project_manager");
  const unitIds = manager.managedUnitIds;
  const learners = { some: { person: { placements: { some: { unitId: { in: unitIds } } } } } };
  const person = await db.person.findFirstOrThrow({
    where: {
      placements: { some: { unitId: { in: unitIds }, endsBefore: null } },
      id: { not: manager.personId ?? undefined },
    },
    orderBy: { id: "asc" },
  });
  const handOver = await db.handOver.findFirstOrThrow({
    where: { withdrawnAt: null, learners },
    orderBy: { heldOn: "desc" },
  });
  const taught = await db.competence.findMany({
    where: { handOvers: { some: { learners } } },
    orderBy: { code: "asc" },
  });
  const project = await db.project.findFirstOrThrow({
    where: { id: { in: projectManager.managedProjectIds } },
    orderBy: { endsBefore: "desc" },
  });
  const newest = { where: { projectId: project.id }, orderBy: { endsBefore: "desc" as const } };
  const report = await db.report.findFirstOrThrow(newest);
  const shared = await db.report.findFirst({
    ...newest,
    where: { ...newest.where, sharedAt: { not: null } },
  });
  const today = todayInStockholm();
  return {
    db,
    today,
    pastDay: addDays(today, -180),
    manager,
    employee: await viewerOf(db, "employee"),
    projectManager,
    funder: await viewerOf(db, "funder"),
    administrator: await viewerOf(db, "administrator"),
    unitId: unitIds[0] ?? "",
    rootUnitId: (await db.unit.findFirstOrThrow({ where: { parentId: null } })).id,
    personId: person.id,
    handOverId: handOver.id,
    methods: { code: taught[0]?.code ?? "", lastCode: taught.at(-1)?.code ?? "" },
    project: { id: project.id, code: project.code },
    reportId: report.id,
    sharedReportId: shared?.id ?? report.id,
  };
}

type DemoRole = "manager" | "employee" | "project_manager" | "funder" | "administrator";

async function viewerOf(db: Database, demoRole: DemoRole): Promise<Viewer> {
  const account = await db.account.findUniqueOrThrow({ where: { demoRole } });
  const viewer = await loadViewer(db, account.id);
  if (!viewer) throw new Error(`${demoRole} has no account`);
  return viewer;
}
