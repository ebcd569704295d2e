import type sv from "../sv/reports";

export default {} satisfies typeof sv;
