/**
 * Why the data folder's own PostgreSQL cannot be used, as one sentence for whoever runs the
 * program. It names the folder, and DATABASE_URL as the way around.
 */
export class EmbeddedPostgresError extends Error {
  override name = "EmbeddedPostgresError";

  constructor(reason: { folder: string; because: string; cause?: unknown }) {
    super(
      `The database in ${reason.folder} cannot be used: ${reason.because.replace(/\.$/, "")}. Mend that, choose another folder with --data, or set DATABASE_URL to a PostgreSQL of your own.`,
      { cause: reason.cause },
    );
  }
}
