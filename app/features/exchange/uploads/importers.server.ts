import type { Viewer } from "~/features/access/viewer";
import type { ImportKind } from "~/generated/prisma/client";
import type { Database, Db } from "~/platform/db.server";
import { ledgers } from "../ledgers/ledger-importer.server";
import { lists } from "../lists/list-importer.server";
import type { Asked, Importer, Sent } from "./importer.server";

/** The kinds of files that are brought in, for those who needn't know which one it is. */
export const importers = { sie: door(ledgers), training: door(lists) } satisfies Record<
  ImportKind,
  unknown
>;

/** An importer whose files, once read, are all that there is to know of them. */
function door<Read, Part, Plan, Shown, Gone>({
  read,
  faultOf,
  show,
  write,
  ...rest
}: Importer<Read, Part, Plan, Shown, Gone>) {
  const { kept, lock, gone, takeBack } = rest;
  const open = async (bytes: Uint8Array) => {
    const file = await read(bytes);
    return {
      fault: faultOf(file),
      show: (db: Db, viewer: Viewer, asked: Asked) => show(db, viewer, { read: file, ...asked }),
      write: (db: Database, viewer: Viewer, sent: Sent) =>
        write(db, viewer, { read: file, ...sent }),
    };
  };
  return { open, kept, lock, gone, takeBack };
}
