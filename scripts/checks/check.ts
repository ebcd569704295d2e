import type { ProjectTree } from "./project-tree";

/** One rule of the house that a program can watch over; each counts as one test. */
export type Check = {
  name: string;
  /** What is wrong, a line a fault; empty where the rule is kept. */
  run: (tree: ProjectTree) => string[] | Promise<string[]>;
};
