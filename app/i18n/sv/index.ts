import access from "./access";
import cascade from "./cascade";
import competence from "./competence";
import errors from "./errors";
import exchange from "./exchange";
import funding from "./funding";
import organisation from "./organisation";
import outcomes from "./outcomes";
import reports from "./reports";
import start from "./start";
import training from "./training";
import ui from "./ui";

/** The Swedish dictionary: one file a room. The English one has the same keys, by its type. */
const messages = {
  access,
  cascade,
  competence,
  errors,
  exchange,
  funding,
  organisation,
  outcomes,
  reports,
  start,
  training,
  ui,
};

export type Messages = typeof messages;
export default messages;
