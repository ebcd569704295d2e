import type { ProjectNear } from "~/features/funding/projects/projects-around.queries.server";
import { useT } from "~/i18n/context";
import { SelectField, type FormState } from "~/ui/form";
import type { CourseDraft } from "./log-form.queries.server";

type ProjectFieldProps = {
  projects: ProjectNear[];
  draft: CourseDraft | undefined;
  state: FormState | undefined;
};

/** The project that the course was taken for, or none: in its report it is then the project's. */
export function ProjectField({ projects, draft, state }: ProjectFieldProps) {
  const t = useT();
  if (projects.length === 0) return null;
  return (
    <SelectField
      name="projectId"
      label={t("training.log.project")}
      hint={t("training.log.projectHint")}
      placeholder={t("training.log.projectNone")}
      options={projects.map(({ id, code, name }) => ({ value: id, label: `${name} (${code})` }))}
      defaultValue={draft?.projectId ?? undefined}
      state={state}
    />
  );
}
