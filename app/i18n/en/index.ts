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
import type { Messages } from "../sv";

const messages: Messages = {
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

export default messages;
