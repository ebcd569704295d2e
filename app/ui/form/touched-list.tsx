import { Fragment } from "react";
import { Link } from "../navigation";
import type { TouchedLine } from "./form-state";

/** What there is to see before a form is carried out, each line with the pages it speaks of. */
export function TouchedList({ touched }: { touched: readonly TouchedLine[] }) {
  return (
    <ul>
      {touched.map(({ says, links }) => (
        <li key={`${says} ${links.map(({ href }) => href).join()}`}>
          {says}
          {links.map(({ label, href }, index) => (
            <Fragment key={`${index} ${label}`}>
              {index > 0 ? ", " : " "}
              {href ? <Link to={href}>{label}</Link> : label}
            </Fragment>
          ))}
        </li>
      ))}
    </ul>
  );
}
