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

  route("*", "routes/missing.ts"),
] satisfies RouteConfig;
