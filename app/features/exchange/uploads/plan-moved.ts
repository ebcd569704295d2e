/**
 * Between the preview and the person's yes something has changed what the import would do. It has
 * not been carried out: they see it as it is now, and say yes again.
 */
export class PlanMoved extends Error {
  override name = "PlanMoved";

  constructor() {
    super("What the import would do has changed since it was shown");
  }
}
