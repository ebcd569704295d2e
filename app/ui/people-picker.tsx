import { useEffect, useId, useState } from "react";
import { useT } from "~/i18n/context";
import { FieldError, FieldHint, OptionalMark, wireField, type FieldProps } from "./form/field";
import { typedValue, typedValues } from "./form/form-state";
import { ChosenChips } from "./picker/chosen-chips";
import { PeopleCombobox } from "./picker/people-combobox";
import { labelOf, type Person } from "./picker/search-people";

export type { Person };

/** Under which name a picker sends what stands typed in it without having been chosen. */
export function typedName(name: string): string {
  return `${name}Typed`;
}

type PeoplePickerProps = FieldProps & {
  /** Answers `?q=` with `{ people: [{ id, name, note }] }`; keeps its own query if it has one. */
  searchUrl: string;
  /**
   * People to tick where there is no JavaScript: the likely ones (the unit's), and at least
   * everybody in `defaultChosen` and in a failed submit's values, whose names it also supplies.
   */
  options: Person[];
  defaultChosen?: Person[];
};

/**
 * Several people, sent as one `name` entry an id. With JavaScript: search as you type, chosen ones
 * as chips; what was typed and not chosen goes along, so that the server can ask what was meant.
 * Without: a list to tick. Both stand in a box of the same height.
 */
export function PeoplePicker({
  searchUrl,
  options,
  defaultChosen = [],
  ...field
}: PeoplePickerProps) {
  const t = useT();
  const wiring = wireField(field);
  const listId = useId();
  const [isHydrated, setHydrated] = useState(false);
  const [chosen, setChosen] = useState(() =>
    chosenAtFirst({ typed: typedValues(field.state, field.name), options, defaultChosen }),
  );
  const [announcement, announce] = useState("");
  useEffect(() => setHydrated(true), []);

  function add(person: Person) {
    setChosen((before) => [...before.filter(({ id }) => id !== person.id), person]);
    announce(t("ui.picker.added", { name: labelOf(person) }));
  }

  function remove(person: Person) {
    setChosen((before) => before.filter(({ id }) => id !== person.id));
    announce(t("ui.picker.removed", { name: labelOf(person) }));
    document.getElementById(wiring.id)?.focus();
  }

  return (
    <fieldset
      className="field"
      data-invalid={Boolean(wiring.error)}
      aria-describedby={wiring.describedBy}
    >
      <legend className="field-label">
        {field.label}
        <OptionalMark required={field.required} />
      </legend>
      <FieldHint id={wiring.hintId}>{field.hint}</FieldHint>
      <FieldError id={wiring.errorId}>{wiring.error}</FieldError>
      <div className="picker-body">
        {isHydrated ? (
          <div className="picker">
            <PeopleCombobox
              inputId={wiring.id}
              listId={listId}
              name={typedName(field.name)}
              firstQuery={typedValue(field.state, typedName(field.name))}
              searchUrl={searchUrl}
              suggestions={options}
              chosen={chosen}
              isInvalid={Boolean(wiring.error)}
              describedBy={wiring.describedBy}
              onChoose={add}
            />
            <ChosenChips name={field.name} chosen={chosen} onRemove={remove} />
            <span className="visually-hidden" role="status">
              {announcement}
            </span>
          </div>
        ) : (
          <TickList field={field} id={wiring.id} people={unite(options, chosen)} chosen={chosen} />
        )}
      </div>
    </fieldset>
  );
}

type TickListProps = { field: FieldProps; id: string; people: Person[]; chosen: Person[] };

function TickList({ field, id, people, chosen }: TickListProps) {
  return (
    <div className="choices" data-layout="scroll">
      {people.map((person, index) => (
        <label className="choice" key={person.id}>
          <input
            type="checkbox"
            id={index === 0 ? id : undefined}
            name={field.name}
            value={person.id}
            defaultChecked={chosen.some((other) => other.id === person.id)}
          />
          <span>{person.name}</span>
          {person.note && <span className="choice-hint">{person.note}</span>}
        </label>
      ))}
    </div>
  );
}

function chosenAtFirst(given: {
  typed: string[] | undefined;
  options: Person[];
  defaultChosen: Person[];
}): Person[] {
  if (!given.typed) return given.defaultChosen;
  const known = unite(given.defaultChosen, given.options);
  return given.typed.flatMap((id) => known.find((person) => person.id === id) ?? []);
}

function unite(first: Person[], second: Person[]): Person[] {
  return [...new Map([...second, ...first].map((person) => [person.id, person])).values()];
}
