import { PlanMoved } from "~/features/exchange/uploads/plan-moved";
import { AppError } from "~/platform/app-error";
import { UserError } from "../command-line/user-error";

/** Writes what was shown, or says that it is no longer what would be written. */
export async function carryOut(work: () => Promise<string>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (error instanceof PlanMoved || (error instanceof AppError && error.code === "conflict")) {
      throw new UserError(
        "Something has changed since this was shown, so nothing has been written. Run the command again.",
      );
    }
    throw error;
  }
}
