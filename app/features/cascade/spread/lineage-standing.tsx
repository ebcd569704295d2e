import { useT } from "~/i18n/context";
import type { Translate } from "~/i18n/translator";
import { Badge, type BadgeTone } from "~/ui/page";
import type { LineagePerson } from "./cascade-page.queries.server";

/** What there is to say of a person in the lineage, the most telling first. */
export function standingsOf(t: Translate, person: LineagePerson): string[] {
  return standings(person).map((standing) => t(`cascade.method.${standing}`));
}

type Standing = "left" | "mayTeach" | "taught" | "stopsHere" | "besideGroup";

function standings(person: LineagePerson): Standing[] {
  const { hasLeft, isCarrier, hasTaught, isDeadEnd, inGroup } = person;
  return [
    ...(hasLeft ? (["left"] as const) : []),
    ...(isCarrier ? (["mayTeach"] as const) : []),
    ...(hasTaught && !isCarrier ? (["taught"] as const) : []),
    ...(isDeadEnd ? (["stopsHere"] as const) : []),
    ...(!inGroup && !hasLeft ? (["besideGroup"] as const) : []),
  ];
}

const tones: Record<Standing, BadgeTone> = {
  left: "neutral",
  mayTeach: "accent",
  taught: "good",
  stopsHere: "neutral",
  besideGroup: "neutral",
};

/** The same as badges. */
export function StandingBadges({ person }: { person: LineagePerson }) {
  const t = useT();
  return (
    <span className="lineage-badges">
      {standings(person).map((standing) => (
        <Badge key={standing} tone={tones[standing]}>
          {t(`cascade.method.${standing}`)}
        </Badge>
      ))}
    </span>
  );
}
