import { useState, type KeyboardEvent } from "react";
import { Search } from "lucide-react";
import { useT } from "~/i18n/context";
import { usePeopleSearch, type Person, type SearchState } from "./search-people";

type PeopleComboboxProps = {
  inputId: string;
  listId: string;
  /** Under which the text is sent that still stands in the field. */
  name: string;
  /** What stands in it at first. */
  firstQuery?: string;
  searchUrl: string;
  /** Offered before anything is typed. */
  suggestions: Person[];
  chosen: Person[];
  isInvalid: boolean;
  describedBy?: string;
  onChoose: (person: Person) => void;
};

/**
 * An editable combobox with a listbox (WAI-ARIA Authoring Practices): the focus stays in the input,
 * arrows move through the list, Enter takes and closes, Escape closes and then empties.
 */
export function PeopleCombobox(props: PeopleComboboxProps) {
  const { inputId, listId, searchUrl, suggestions, chosen, onChoose } = props;
  const t = useT();
  const [query, setQuery] = useState(props.firstQuery ?? "");
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const search = usePeopleSearch(searchUrl, query);
  const isTyped = query.trim() !== "";
  const people = (isTyped ? search.people : suggestions).filter(
    (person) => !chosen.some(({ id }) => id === person.id),
  );
  const activePerson = isOpen ? people[active] : undefined;
  const optionId = (person: Person) => `${listId}-${person.id}`;

  function choose(person: Person) {
    onChoose(person);
    setQuery("");
    setActive(-1);
    // Open, it would lie over the chosen ones, and put another person under the pointer.
    setOpen(false);
  }

  function moveTo(index: number) {
    setOpen(true);
    setActive(index);
    const person = people[index];
    if (person) document.getElementById(optionId(person))?.scrollIntoView({ block: "nearest" });
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    const last = people.length - 1;
    if (event.key === "ArrowDown") moveTo(active >= last ? 0 : active + 1);
    else if (event.key === "ArrowUp") moveTo(active <= 0 ? last : active - 1);
    else if (event.key === "Enter" && activePerson) choose(activePerson);
    else if (event.key === "Escape" && isOpen) setOpen(false);
    else if (event.key === "Escape") setQuery("");
    // Enter in a search box must not send the whole form.
    else if (event.key !== "Enter") return;
    event.preventDefault();
  }

  return (
    <div className="picker-box">
      <span className="search-box">
        <span className="search-input">
          <input
            id={inputId}
            name={props.name}
            className="input"
            type="text"
            role="combobox"
            autoComplete="off"
            placeholder={t("ui.picker.placeholder")}
            aria-label={t("ui.picker.listLabel")}
            aria-autocomplete="list"
            aria-expanded={isOpen}
            aria-controls={listId}
            aria-activedescendant={activePerson && optionId(activePerson)}
            aria-describedby={props.describedBy}
            aria-invalid={props.isInvalid || undefined}
            value={query}
            onChange={(event) => {
              setQuery(event.target.value);
              setOpen(true);
              setActive(-1);
            }}
            onClick={() => setOpen(true)}
            onBlur={() => setOpen(false)}
            onKeyDown={onKeyDown}
          />
          <Search aria-hidden="true" />
        </span>
      </span>
      <div className="picker-list" hidden={!isOpen}>
        <ul
          id={listId}
          className="picker-options"
          role="listbox"
          aria-label={t("ui.picker.listLabel")}
        >
          {people.map((person, index) => (
            // The keys are handled by the input, which keeps the focus.
            // eslint-disable-next-line jsx-a11y/click-events-have-key-events
            <li
              key={person.id}
              id={optionId(person)}
              className="picker-option"
              role="option"
              aria-selected={false}
              data-active={index === active}
              // A press would take the focus from the input and close the list before the click.
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => choose(person)}
            >
              <span>{person.name}</span>
              {person.note && <span className="picker-note">{person.note}</span>}
            </li>
          ))}
        </ul>
        <SearchMessage isTyped={isTyped} search={search} query={query} count={people.length} />
      </div>
    </div>
  );
}

type SearchMessageProps = { isTyped: boolean; search: SearchState; query: string; count: number };

/** What the search came to: read aloud always, shown where there is no list to see. */
function SearchMessage({ isTyped, search, query, count }: SearchMessageProps) {
  const t = useT();
  const hasList = count > 0;
  return (
    <div className={hasList ? "visually-hidden" : "picker-message"} role="status">
      {search.status === "failed"
        ? t("ui.picker.failed")
        : search.status === "searching" && !hasList
          ? t("ui.picker.searching")
          : hasList
            ? t("ui.picker.found", { count })
            : isTyped
              ? t("ui.picker.noMatch", { query: query.trim() })
              : ""}
    </div>
  );
}
