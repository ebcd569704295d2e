import type { When } from "../days";
import type { MethodKey } from "./methods";
import type { UnitKey } from "./people";

export type ProjectCode =
  "KOMP-2004" | "ERF-2004" | "EQUAL-2005" | "ONLINE-2012" | "NATET" | "KALLKRITIK";

/** A project as its papers describe it. Amounts are in tkr, as in a committee's papers. */
export type ProjectStory = {
  code: ProjectCode;
  name: string;
  unit: UnitKey;
  purpose: string;
  starts: When;
  /** The first day after it. */
  endsBefore: When;
  grant: {
    funder: string;
    programme?: string;
    /** Numbers in the registers; the year of the application is added. */
    funderRef?: string;
    ownRef?: string;
    applied: When;
    appliedTkr: number;
    granted: When;
    grantedTkr: number;
    closed?: When;
    conditions?: string;
  };
  phases: { name: string; starts: When; endsBefore: When; isExtension?: boolean }[];
  decisions: { body: string; on: When; ref?: string; summary: string }[];
  appendices: { title: string; dated?: When }[];
  partners: { name: string; role: "owner" | "coordinator" | "partner" }[];
  /** Who should learn a method: everybody of the units on the day the project starts. */
  groups: { method: MethodKey; units: UnitKey[] }[];
};
