import type {
  CountColumn,
  DayColumn,
  HoursColumn,
  InstantColumn,
  LevelColumn,
  MoneyColumn,
  NumberColumn,
  PercentColumn,
  ShareColumn,
  StateColumn,
  TextColumn,
  Words,
} from "./table";

// A column of each kind in a line: its key, its heading, its value, and what else there is to say.

type More<Column> = Partial<Omit<Column, "key" | "heading" | "kind" | "value">>;

export function text<Row>(
  key: string,
  heading: Words,
  value: TextColumn<Row>["value"],
  more?: More<TextColumn<Row>>,
): TextColumn<Row> {
  return { kind: "text", key, heading, value, ...more };
}

export function day<Row>(
  key: string,
  heading: Words,
  value: DayColumn<Row>["value"],
  more?: More<DayColumn<Row>>,
): DayColumn<Row> {
  return { kind: "day", key, heading, value, ...more };
}

export function instant<Row>(
  key: string,
  heading: Words,
  value: InstantColumn<Row>["value"],
  more?: More<InstantColumn<Row>>,
): InstantColumn<Row> {
  return { kind: "instant", key, heading, value, ...more };
}

export function hours<Row>(
  key: string,
  heading: Words,
  value: HoursColumn<Row>["value"],
  more?: More<HoursColumn<Row>>,
): HoursColumn<Row> {
  return { kind: "hours", key, heading, value, ...more };
}

export function money<Row>(
  key: string,
  heading: Words,
  value: MoneyColumn<Row>["value"],
  more?: More<MoneyColumn<Row>>,
): MoneyColumn<Row> {
  return { kind: "money", key, heading, value, ...more };
}

export function count<Row>(
  key: string,
  heading: Words,
  value: CountColumn<Row>["value"],
  more?: More<CountColumn<Row>>,
): CountColumn<Row> {
  return { kind: "count", key, heading, value, ...more };
}

export function number<Row>(
  key: string,
  heading: Words,
  value: NumberColumn<Row>["value"],
  more?: More<NumberColumn<Row>>,
): NumberColumn<Row> {
  return { kind: "number", key, heading, value, ...more };
}

export function percent<Row>(
  key: string,
  heading: Words,
  value: PercentColumn<Row>["value"],
  more?: More<PercentColumn<Row>>,
): PercentColumn<Row> {
  return { kind: "percent", key, heading, value, ...more };
}

export function share<Row>(
  key: string,
  heading: Words,
  value: ShareColumn<Row>["value"],
  more?: More<ShareColumn<Row>>,
): ShareColumn<Row> {
  return { kind: "share", key, heading, value, ...more };
}

export function level<Row>(
  key: string,
  heading: Words,
  value: LevelColumn<Row>["value"],
  more?: More<LevelColumn<Row>>,
): LevelColumn<Row> {
  return { kind: "level", key, heading, value, ...more };
}

export function state<Row>(
  key: string,
  heading: Words,
  value: StateColumn<Row>["value"],
  tone: StateColumn<Row>["tone"],
  more?: Omit<More<StateColumn<Row>>, "tone">,
): StateColumn<Row> {
  return { kind: "state", key, heading, value, tone, ...more };
}
