import { X } from "lucide-react";
import { useT } from "~/i18n/context";
import { labelOf, type Person } from "./search-people";

type ChosenChipsProps = { name: string; chosen: Person[]; onRemove: (person: Person) => void };

/** The chosen people, each with a way out, and the hidden inputs that the form sends. */
export function ChosenChips({ name, chosen, onRemove }: ChosenChipsProps) {
  const t = useT();
  return (
    <>
      <span className="field-hint">
        {chosen.length === 0
          ? t("ui.picker.noneChosen")
          : t("ui.picker.chosen", { count: chosen.length })}
      </span>
      {chosen.length > 0 && (
        <ul className="chips">
          {chosen.map((person) => (
            <li className="chip" key={person.id}>
              <input type="hidden" name={name} value={person.id} />
              {labelOf(person)}
              <button
                className="chip-remove"
                type="button"
                aria-label={t("ui.picker.remove", { name: labelOf(person) })}
                // The second half of a double click was meant for what lay here before.
                onClick={({ detail }) => detail < 2 && onRemove(person)}
              >
                <X aria-hidden="true" />
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
