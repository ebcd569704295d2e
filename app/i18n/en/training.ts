import type sv from "../sv/training";

export default {} satisfies typeof sv;
