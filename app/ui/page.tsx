/** Everything a page is put together from; forms are in `~/ui/form`, tables in `~/ui/data-table`. */
export { Badge, type BadgeTone } from "./page/badge";
export { Button, ButtonLink, type ButtonVariant } from "./page/button";
export { Card } from "./page/card";
export { ConfirmButton } from "./page/confirm-button";
export { DescriptionList, type DescriptionItem } from "./page/description-list";
export { Disclosure } from "./page/disclosure";
export { EmptyState } from "./page/empty-state";
export { LevelMark, type LevelBasis } from "./page/level-mark";
export { Meter } from "./page/meter";
export { Notice } from "./page/notice";
export { Page, type Crumb } from "./page/page";
export { Section } from "./page/section";
export { Stat, StatRow } from "./page/stat";
export type { Tone } from "./page/tone";
