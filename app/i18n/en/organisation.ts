import type sv from "../sv/organisation";

export default {} satisfies typeof sv;
