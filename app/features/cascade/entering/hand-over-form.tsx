import { useState } from "react";
import { isCalled } from "~/features/funding/rules/called";
import { useLanguage, useT } from "~/i18n/context";
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
  typedValue,
  type FormState,
} from "~/ui/form";
import { Form } from "~/ui/navigation";
import { PeoplePicker, type Person } from "~/ui/people-picker";
import { parseTypedDate } from "~/formats/swedish-input";
import { ElementsOfDay } from "./elements-of-day";
import type { HandOverFormView, PersonChoice } from "./hand-over-form.queries.server";
import { noteMax } from "../hand-overs/hand-over-limits";
import { givenLevels, handOverForms } from "../rules/occasion";
import { typedHours } from "./typed-hours";

type HandOverFormProps = {
  view: HandOverFormView;
  chosen: NonNullable<HandOverFormView["chosen"]>;
  state?: FormState;
};

/** One occasion of handing a chosen method on. */
export function HandOverForm({ view, chosen, state }: HandOverFormProps) {
  const t = useT();
  const language = useLanguage();
  const { earlier, self, entersForOthers } = view;
  const found = view.found.flatMap(({ people }) => people);
  const note = t("cascade.enter.hasLearned");
  const learners = chosen.learners.map((person) => toOption(person, note));
  const isTeacher = chosen.standing === "cleared";
  const offeredDay = earlier?.heldOn ?? view.today;
  const [day, setDay] = useState(typedValue(state, "heldOn") ?? offeredDay);
  const typedDay = parseTypedDate(day);
  return (
    <Form method="post" action={addressOf(view, chosen)} className="form" noValidate>
      <FormErrors errors={state?.errors} />
      <SubmissionId value={view.submissionId} />
      <input type="hidden" name="competence" value={chosen.id} />
      <PeoplePicker
        name="learners"
        label={t("cascade.enter.learners")}
        hint={t("cascade.enter.learnersHint")}
        required
        searchUrl="/handovers/people"
        options={unite(
          found.filter(({ id }) => id !== self?.id),
          learners,
          earlier?.learners,
        )}
        defaultChosen={earlier?.learners}
        state={state}
      />
      <FormRow>
        <DateField
          name="heldOn"
          label={t("cascade.enter.heldOn")}
          required
          max={view.today}
          defaultValue={offeredDay}
          onDay={setDay}
          state={state}
        />
        <HoursField
          name="hours"
          label={t("cascade.enter.hours")}
          hint={t("cascade.enter.hoursHint")}
          required
          defaultValue={
            earlier ? typedHours(earlier.minutes, language === "sv" ? "," : ".") : undefined
          }
          state={state}
        />
      </FormRow>
      <RadioGroup
        name="form"
        label={t("cascade.enter.form")}
        layout="row"
        required
        options={handOverForms.map((form) => ({ value: form, label: t(`cascade.form.${form}`) }))}
        defaultValue={earlier?.form ?? "walk_through"}
        state={state}
      />
      <ElementsOfDay
        key={`elements-${chosen.id}`}
        elements={chosen.elements}
        day={typedDay.ok ? typedDay.date : offeredDay}
        delivered={earlier?.elements}
        state={state}
      />
      <RadioGroup
        name="givesLevel"
        label={t("cascade.enter.givesLevel")}
        hint={t("cascade.enter.givesLevelHint")}
        layout="row"
        required
        options={givenLevels.map((level) => ({
          value: String(level),
          label: `${level} ${t(`ui.level.l${level}`)}`,
        }))}
        defaultValue={String(earlier?.givesLevel ?? 2)}
        state={state}
      />
      <PeoplePicker
        key={`trainers-${isTeacher}`}
        name="trainers"
        label={t("cascade.enter.trainers")}
        hint={t(
          entersForOthers ? "cascade.enter.trainersHintManager" : "cascade.enter.trainersHint",
        )}
        required
        searchUrl="/handovers/people"
        options={unite(
          found,
          chosen.trainers.map((person) => toOption(person)),
          earlier?.trainers,
        )}
        defaultChosen={earlier?.trainers ?? (self && isTeacher ? [self] : [])}
        state={state}
      />
      <SelectField
        key={`project-${chosen.id}`}
        name="project"
        label={t("cascade.enter.project")}
        hint={t("cascade.enter.projectHint")}
        placeholder={t("cascade.enter.noProject")}
        defaultValue={earlier ? (earlier.projectId ?? "") : chosen.defaultProject}
        options={chosen.projects.map(({ id, name }) => ({ value: id, label: name }))}
        state={state && withProjectId(state, chosen)}
      />
      <TextArea
        name="note"
        label={t("cascade.enter.note")}
        hint={t("cascade.enter.noteHint")}
        rows={2}
        maxLength={noteMax}
        defaultValue={earlier?.note}
        state={state}
      />
      <AskedAgain state={state} label={t("cascade.enter.agree")} />
      <FormActions>
        <SubmitButton>{t("cascade.enter.submit")}</SubmitButton>
      </FormActions>
    </Form>
  );
}

/** What was sent, a project's id for any of its codes. */
function withProjectId(
  state: FormState,
  { projects }: NonNullable<HandOverFormView["chosen"]>,
): FormState {
  const typed = typedValue(state, "project") ?? "";
  const project = projects.find((each) => isCalled(each, typed))?.id ?? typed;
  return { ...state, values: { ...state.values, project } };
}

function toOption({ hasLearned, ...person }: PersonChoice, learnedNote?: string): Person {
  const notes = [person.note, hasLearned ? learnedNote : undefined].filter(Boolean);
  return { ...person, note: notes.join(", ") || undefined };
}

/**
 * Everybody once: those who were searched for first, with what is known of them as the viewer's
 * own people, and last those of an earlier hand-over, who may have moved to another unit since.
 */
function unite(found: Person[], own: Person[], earlier: Person[] = []): Person[] {
  const known = [...earlier, ...found, ...own];
  const everybody = [...found, ...own, ...earlier];
  const persons = new Map(known.map((person) => [person.id, person]));
  return [...new Set(everybody.map(({ id }) => id))].flatMap((id) => persons.get(id) ?? []);
}

/** What the form is for and who was searched for, so that it comes back as it was. */
function addressOf({ earlier, found }: HandOverFormView, { code }: { code: string }): string {
  const query = new URLSearchParams({ competence: code, ...(earlier && { from: earlier.id }) });
  for (const { query: name } of found) query.append("colleague", name);
  return `/handovers/new?${query.toString()}`;
}
