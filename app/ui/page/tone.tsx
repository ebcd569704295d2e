import { CircleCheck, Info, OctagonAlert, TriangleAlert, type LucideIcon } from "lucide-react";

/** What a message means to the reader. Colour is never alone: each tone has its own icon shape. */
export type Tone = "info" | "good" | "warning" | "danger";

/** Circle, tick, triangle, octagon: told apart without colour. */
export const toneIcons: Record<Tone, LucideIcon> = {
  info: Info,
  good: CircleCheck,
  warning: TriangleAlert,
  danger: OctagonAlert,
};
