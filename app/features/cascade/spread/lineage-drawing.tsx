import { useId } from "react";
import { useT } from "~/i18n/context";
import { useFormat } from "~/i18n/format";
import type { CascadePage, LineagePerson } from "./cascade-page.queries.server";
import { standingsOf } from "./lineage-standing";
import type { PlacedLink, PlacedNode } from "./lineage-tree";
import "./lineage.css";

// In the drawing's own units, which are CSS pixels until it has to shrink.
const box = { width: 196, height: 44 };
const step = { x: 236, y: 54 };
const head = 52;
const margin = 4;
const longestName = 25;

type LineageDrawingProps = Pick<CascadePage, "drawing" | "people"> & {
  /** Read aloud in place of the picture; the list and the table tell the rest. */
  label: string;
};

/** The tree from left to right: a column a generation, a line from teacher to learner. */
export function LineageDrawing({ drawing, people, label }: LineageDrawingProps) {
  const titleId = useId();
  const personOf = new Map(people.map((person) => [person.id, person]));
  const places = new Map(drawing.nodes.map((node) => [node.key, node]));
  const width = drawingWidth(drawing.columns);
  const height = head + drawing.rows * step.y;
  return (
    <svg
      className="lineage"
      role="img"
      aria-labelledby={titleId}
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
    >
      <title id={titleId}>{label}</title>
      <Heads first={drawing.first} columns={drawing.columns} />
      {drawing.links.map((link) => (
        <LinkLine
          key={`${link.from} ${link.to} ${link.kind}`}
          link={link}
          places={places}
          first={drawing.first}
        />
      ))}
      {drawing.nodes.map((node) => (
        <NodeBox key={node.key} node={node} first={drawing.first} personOf={personOf} />
      ))}
    </svg>
  );
}

/** How wide so many generations are drawn, in px. */
export function drawingWidth(columns: number): number {
  return (columns - 1) * step.x + box.width + 2 * margin;
}

function Heads({ first, columns }: { first: number; columns: number }) {
  const t = useT();
  return (
    <>
      {Array.from({ length: columns }, (_, column) => ({
        generation: first + column,
        x: margin + column * step.x,
      })).map(({ generation, x }) => (
        <g key={generation} className="lineage-head">
          <text x={x} y={16}>
            {t("cascade.method.generation", { generation })}
          </text>
          <text className="lineage-note" x={x} y={34}>
            {generation === 0
              ? t("cascade.method.generationOutside")
              : t("cascade.method.generationTaught", { before: generation - 1 })}
          </text>
        </g>
      ))}
    </>
  );
}

function placeOf({ generation, row }: PlacedNode, first: number): { x: number; y: number } {
  return { x: margin + (generation - first) * step.x, y: head + row * step.y };
}

type LinkLineProps = {
  link: PlacedLink;
  places: ReadonlyMap<string, PlacedNode>;
  first: number;
};

function LinkLine({ link, places, first }: LinkLineProps) {
  const [from, to] = [places.get(link.from), places.get(link.to)];
  if (!from || !to) return null;
  const [start, end] = [placeOf(from, first), placeOf(to, first)];
  const [x, y] = [start.x + box.width, start.y + box.height / 2];
  // From there on, so that most lines are written alike: a page of many is packed the better.
  const [right, down] = [end.x - x, end.y - start.y];
  const bend = Math.max(20, Math.abs(right) / 2);
  return (
    <path
      className="lineage-link"
      data-kind={link.kind}
      d={`M${x} ${y}c${bend} 0 ${right - bend} ${down} ${right} ${down}`}
    />
  );
}

type NodeBoxProps = {
  node: PlacedNode;
  first: number;
  personOf: ReadonlyMap<string, LineagePerson>;
};

function NodeBox({ node, first, personOf }: NodeBoxProps) {
  const t = useT();
  const { formatDate } = useFormat();
  const { x, y } = placeOf(node, first);
  const person = node.count === 1 ? personOf.get(node.key) : undefined;
  const stopsHere = node.isLeaf && node.generation > 0;
  const name = person?.name ?? t("cascade.method.more", { count: node.count });
  const notes = person
    ? [formatDate(person.acquiredOn, "short"), ...standingsOf(t, person)]
    : stopsHere
      ? [t("cascade.method.stopsHere")]
      : [];
  return (
    <g
      className="lineage-node"
      transform={`translate(${x} ${y})`}
      data-carrier={person?.isCarrier ?? false}
      data-dead-end={person ? person.isDeadEnd : stopsHere}
      data-left={person?.hasLeft ?? false}
    >
      <title>{name}</title>
      <rect width={box.width} height={box.height} rx={6} />
      <text className="lineage-name" x={10} y={18}>
        {shortened(name)}
      </text>
      <text className="lineage-note" x={10} y={35}>
        {notes.slice(0, 2).join(" · ")}
      </text>
    </g>
  );
}

/** A box holds so many letters of a name; the list and the table have all of them. */
function shortened(name: string): string {
  const letters = [...name];
  return letters.length > longestName ? `${letters.slice(0, longestName - 1).join("")}…` : name;
}
