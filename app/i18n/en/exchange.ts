import type sv from "../sv/exchange";

export default {} satisfies typeof sv;
