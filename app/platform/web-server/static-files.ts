import { readdirSync } from "node:fs";
import { join, sep } from "node:path";
import express, { Router } from "express";

/** The built files of the browser's side: those with a hash in their names never change. */
export function staticFiles(clientFolder: string): Router {
  const router = Router();
  const assets = join(clientFolder, "assets");
  router.use(
    "/assets",
    express.static(assets, { immutable: true, maxAge: "1y", index: false, fallthrough: false }),
  );
  router.use(express.static(clientFolder, { maxAge: "1h", index: false, redirect: false }));
  return router;
}

/** The addresses of those files, as they are when the server starts. */
export function fileAddresses(clientFolder: string): string[] {
  return readdirSync(clientFolder, { recursive: true, encoding: "utf8" }).map((file) =>
    file.replaceAll(sep, "/"),
  );
}
