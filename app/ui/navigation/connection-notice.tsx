import { useSyncExternalStore } from "react";
import { useT } from "~/i18n/context";
import { Notice } from "../page/notice";
import { connection } from "./connection";

/** Tells, as long as it is so, that something waits for a network or a server that is away. */
export function ConnectionNotice() {
  const t = useT();
  const isLost = useSyncExternalStore(connection.subscribe, connection.isLost, () => false);
  return (
    <div className="shell-connection" role="status">
      {isLost && (
        <Notice tone="warning" title={t("ui.connection.lost")}>
          {t("ui.connection.tryingAgain")}
        </Notice>
      )}
    </div>
  );
}
