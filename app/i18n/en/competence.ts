import type sv from "../sv/competence";

export default {} satisfies typeof sv;
