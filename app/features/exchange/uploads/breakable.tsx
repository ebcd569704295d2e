import { Fragment } from "react";

/** Text of a file: where nothing in it lets a line break, it may break all the same. */
export function Breakable({ text }: { text: string }) {
  return text.split(/(\S{24})/u).map((part, index) => (
    <Fragment key={index}>
      {part}
      <wbr />
    </Fragment>
  ));
}
