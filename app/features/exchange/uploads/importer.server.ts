import type { Viewer } from "~/features/access/viewer";
import type { Database, Db, Transaction } from "~/platform/db.server";
import type { Sentence } from "~/platform/field-error";
import type { Audit } from "~/platform/transact.server";
import type { IsoDate } from "~/terms/day";

/**
 * One kind of file that is brought in, by its page as by the command: read once, planned, shown,
 * written after a yes, and taken back. `Read` is what a file holds, `Part` what of it is to go where.
 */
export type Importer<Read, Part, Plan, Shown, Gone> = {
  read: (bytes: Uint8Array) => Promise<Read>;
  /** Why no preview can be made of it; null when one can. One with faults in its rows does get one. */
  faultOf: (read: Read) => Sentence | null;
  /** The bytes that may be kept. */
  kept: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>;
  /** What carrying it out would do. Reads only. */
  plan: (db: Db, part: Part) => Promise<Plan>;
  /** The plan as its page shows it, by what an address's parameters have chosen. */
  show: (db: Db, viewer: Viewer, asked: { read: Read } & Asked) => Promise<Shown>;
  /**
   * Carries it out as its page's form says, and returns the import's id. Throws `PlanMoved` where the
   * plan is no longer the one that was seen, and a `FieldError` where the form can't be so.
   */
  write: (db: Database, viewer: Viewer, sent: { read: Read } & Sent) => Promise<string>;
  /** Held until the transaction ends: two of the kind take turns. */
  lock: (tx: Transaction) => Promise<void>;
  /** What is there of an import now, and would go or come again if it were taken back. */
  gone: (db: Db, importId: string) => Promise<Gone>;
  /** Takes it back under the lock; returns what has gone and come again, for the trail. */
  takeBack: (tx: Transaction, audit: Audit, importId: string) => Promise<Gone>;
};

export type Asked = { choices: URLSearchParams; today: IsoDate };
export type Sent = { form: FormData; importId: string; today: IsoDate };
