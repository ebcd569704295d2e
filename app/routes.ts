import { index, route, type RouteConfig } from "@remix-run/route-config";

// Every address of the app. A verb that changes something is an address of its own.
export default [
  index("routes/home.tsx"),

  route("sign-in", "routes/sign-in.tsx"),
  route("sign-in/demo", "routes/sign-in.demo.ts"),
  route("sign-out", "routes/sign-out.ts"),
  route("language", "routes/language.ts"),
  route("setup", "routes/setup.tsx"),
  route("password/:token", "routes/password.$token.tsx"),
  route("accounts", "routes/accounts.tsx"),
  route("accounts/new", "routes/accounts.new.tsx"),
  route("accounts/:id/link", "routes/accounts.$id.link.tsx"),
  route("accounts/:id/disable", "routes/accounts.$id.disable.ts"),
  route("accounts/:id/enable", "routes/accounts.$id.enable.ts"),

  route("units/:id", "routes/units.$id.tsx"),
  route("matrix", "routes/matrix.tsx"),
  route("people/:id", "routes/people.$id.tsx"),
  route("people/:id/attest", "routes/people.$id.attest.tsx"),
  route("people/:id/teach-back", "routes/people.$id.teach-back.tsx"),
  route(
    "people/:id/attestations/:attestationId/withdraw",
    "routes/people.$id.attestations.$attestationId.withdraw.ts",
  ),

  route("projects", "routes/projects.tsx"),
  route("projects/:code", "routes/projects.$code.tsx"),
  route("projects/:code/costs", "routes/projects.$code.costs.tsx"),
  route("projects/:code/costs/:id/place", "routes/projects.$code.costs.$id.place.tsx"),
  route("projects/:code/own-hours", "routes/projects.$code.own-hours.tsx"),
  route("projects/:code/charts/:file", "routes/projects.$code.charts.$file.ts"),
  route(
    "projects/:code/indicators/:id/measurements",
    "routes/projects.$code.indicators.$id.measurements.tsx",
  ),

  route("training", "routes/training.tsx"),
  route("training.csv", "routes/training[.]csv.ts"),
  route("training/log", "routes/training.log.tsx"),
  route("training/approvals", "routes/training.approvals.tsx"),
  route("training/:id", "routes/training.$id.tsx"),
  route("training/:id/edit", "routes/training.$id.edit.tsx"),
  route("training/:id/approve", "routes/training.$id.approve.tsx"),
  route("training/:id/return", "routes/training.$id.return.tsx"),
  route("training/:id/withdraw", "routes/training.$id.withdraw.tsx"),
  route("training/:id/evidence", "routes/training.$id.evidence.ts"),

  route("handovers", "routes/handovers.tsx"),
  route("handovers/new", "routes/handovers.new.tsx"),
  route("handovers/people", "routes/handovers.people.ts"),
  route("handovers/:id", "routes/handovers.$id.tsx"),
  route("handovers/:id/confirm", "routes/handovers.$id.confirm.tsx"),
  route("handovers/:id/decline", "routes/handovers.$id.decline.tsx"),
  route("handovers/:id/withdraw", "routes/handovers.$id.withdraw.tsx"),

  route("cascade", "routes/cascade.tsx"),
  route("cascade/:competence", "routes/cascade.$competence.tsx"),
  route("cascade/:competence/file", "routes/cascade.$competence.file.ts"),

  route("import", "routes/import.tsx"),
  route("import/:id", "routes/import.$id.tsx"),
  route("import/:id/cancel", "routes/import.$id.cancel.ts"),

  route("reports", "routes/reports.tsx"),
  route("reports/new", "routes/reports.new.tsx"),
  route("reports/:id", "routes/reports.$id.tsx"),
  route("reports/:id.csv", "routes/reports.$id[.]csv.ts"),
  route("reports/:id.json", "routes/reports.$id[.]json.ts"),
  route("reports/:id/charts/:file", "routes/reports.$id.charts.$file.ts"),
  route("reports/:id/edit", "routes/reports.$id.edit.tsx"),
  route("reports/:id/share", "routes/reports.$id.share.tsx"),
  route("reports/:id/unshare", "routes/reports.$id.unshare.tsx"),

  route("*", "routes/missing.ts"),
] satisfies RouteConfig;
