import type sv from "../sv/outcomes";

export default {} satisfies typeof sv;
