import type sv from "../sv/cascade";

export default {} satisfies typeof sv;
