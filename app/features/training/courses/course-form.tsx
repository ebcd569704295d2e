import { useId, useState, type FormEvent } from "react";
import { typedHours } from "~/formats/typed-numbers";
import { useLanguage, useT } from "~/i18n/context";
import { levels } from "~/terms/level";
import {
  AskedAgain,
  DateField,
  FormActions,
  FormErrors,
  FormRow,
  HoursField,
  RadioGroup,
  SelectField,
  SubmissionId,
  SubmitButton,
  TextArea,
  TextField,
  type FormState,
} from "~/ui/form";
import { defaultLineOf } from "~/features/funding/rules/default-line";
import { Form, useFetcher } from "~/ui/navigation";
import { fillDefaultLine, fillFromCourse } from "./course-presets";
import { EvidenceFields } from "./evidence-fields";
import type { CourseDraft, LogFormView } from "./log-form.queries.server";
import { ofDay } from "./of-day";
import { PaymentFields } from "./payment-fields";
import { ProjectField } from "./project-field";
import { learnedMax, titleMax } from "../records/training-limits";

type CourseFormProps = {
  view: LogFormView;
  /** A course that came back or was taken back; without it the form is for a new one. */
  draft?: CourseDraft;
  state: FormState | undefined;
  submitLabel: string;
};

/**
 * One course on one page. Only its name, day and hours must be filled in; choosing a course of the
 * catalogue fills in what it is known to give.
 */
export function CourseForm({ view, draft, state, submitLabel }: CourseFormProps) {
  const t = useT();
  const language = useLanguage();
  const [heldOn, setHeldOn] = useState(view.day);
  const ofOtherDay = useFetcher<LogFormView>();
  const { lines, day, closedOn } = ofOtherDay.data ?? view;

  function follow(event: FormEvent<HTMLFormElement>) {
    const field = event.target;
    if (!(field instanceof HTMLInputElement)) return;
    if (field.name === "heldOn") followDay(field.value);
    if (field.name === "cost" && day === heldOn) {
      fillDefaultLine(event.currentTarget, defaultLineOf(lines));
    }
    if (field.name !== "title") return;
    const course = view.courses.find(
      ({ title }) => title.toLowerCase() === field.value.trim().toLowerCase(),
    );
    if (!course) return;
    const hours = course.minutes ? typedHours(course.minutes, language) : null;
    fillFromCourse(event.currentTarget, { ...course, hours });
  }

  function followDay(day: string) {
    setHeldOn(day);
    if (isDay(day)) ofOtherDay.load(`/training/log${ofDay(day, draft?.replaces)}`);
  }

  return (
    <Form method="post" encType="multipart/form-data" className="form" noValidate onChange={follow}>
      <FormErrors errors={state?.errors} />
      <SubmissionId value={view.submissionId} />
      {draft?.replaces && <input type="hidden" name="replaces" value={draft.replaces} />}
      <CourseField view={view} draft={draft} state={state} />
      <FormRow>
        <DateField
          name="heldOn"
          label={t("training.log.heldOn")}
          hint={t("training.log.heldOnHint")}
          max={view.today}
          defaultValue={view.day}
          required
          state={state}
        />
        <HoursField
          name="hours"
          label={t("training.log.hours")}
          hint={t("training.log.hoursHint")}
          defaultValue={draft && typedHours(draft.minutes, language)}
          required
          state={state}
        />
      </FormRow>
      <TextArea
        name="learned"
        label={t("training.log.learned")}
        hint={t("training.log.learnedHint")}
        defaultValue={draft?.learned}
        rows={3}
        maxLength={learnedMax}
        state={state}
      />
      <SelectField
        name="competenceId"
        label={t("training.log.competence")}
        hint={t("training.log.competenceHint")}
        placeholder={t("training.log.competenceNone")}
        options={view.competences.map(({ id, name }) => ({ value: id, label: name }))}
        defaultValue={draft?.competenceId ?? undefined}
        state={state}
      />
      <RadioGroup
        name="claimedLevel"
        label={t("training.log.claimedLevel")}
        hint={t("training.log.claimedHint")}
        layout="row"
        options={levels.map((level) => ({
          value: String(level),
          label: t("competence.levelWords", { level, name: t(`ui.level.l${level}`) }),
        }))}
        defaultValue={draft?.claimedLevel?.toString()}
        state={state}
      />
      <EvidenceFields draft={draft} state={state} />
      <ProjectField projects={view.projects} draft={draft} state={state} />
      <PaymentFields {...{ lines, day, heldOn, closedOn, draft, state }} />
      <AskedAgain state={state} label={t("training.same.agree")} />
      <FormActions>
        <SubmitButton>{submitLabel}</SubmitButton>
      </FormActions>
    </Form>
  );
}

function isDay(typed: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(typed);
}

/** The catalogue's titles to choose among, or any other to type. */
function CourseField({ view, draft, state }: Pick<CourseFormProps, "view" | "draft" | "state">) {
  const t = useT();
  const listId = useId();
  return (
    <>
      <TextField
        name="title"
        label={t("training.log.course")}
        hint={t("training.log.courseHint")}
        required
        list={listId}
        autoComplete="off"
        maxLength={titleMax}
        defaultValue={draft?.title}
        state={state}
      />
      <datalist id={listId}>
        {view.courses.map(({ title }) => (
          <option key={title} value={title} />
        ))}
      </datalist>
    </>
  );
}
