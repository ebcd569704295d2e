import { fillAttestations, fillCompetences } from "./story/competence";
import { fillHandOvers } from "./story/hand-overs";
import { fillImports } from "./story/imports";
import { openKaskad } from "./story/kaskad";
import { fillPeople, fillUnits, moveFarida } from "./story/organisation";
import { fillProjects, fillSetUp, freezeGroups } from "./story/projects";
import { fillReports } from "./story/reports";
import { fillTraining } from "./story/training";

/** Fills an empty, running Kaskad through its pages, from the first account to the reports. */
export async function fillKaskad(base: string, code: string): Promise<void> {
  const kaskad = await openKaskad(base, code);
  await fillUnits(kaskad);
  await fillProjects(kaskad);
  await fillPeople(kaskad);
  await fillCompetences(kaskad);
  await fillSetUp(kaskad);
  await fillAttestations(kaskad);
  await freezeGroups(kaskad);
  await fillTraining(kaskad);
  await fillHandOvers(kaskad);
  await fillImports(kaskad);
  await moveFarida(kaskad);
  await fillReports(kaskad);
}
