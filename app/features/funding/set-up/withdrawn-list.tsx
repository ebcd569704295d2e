import { useT } from "~/i18n/context";
import { useFormat } from "~/i18n/format";
import type { IsoDate } from "~/terms/day";
import { ButtonLink, Disclosure } from "~/ui/page";

/** Something of a project's set-up that was taken back. */
export type WithdrawnThing = {
  id: string;
  name: string;
  withdrawnOn: IsoDate;
  /** Something else stands in its place. */
  isReplaced: boolean;
};

/** What was taken back, each with the way back; nothing where nothing was. */
export function WithdrawnList({
  things,
  hrefOf,
}: {
  things: readonly WithdrawnThing[];
  hrefOf: (id: string) => string;
}) {
  const t = useT();
  const { formatDate } = useFormat();
  if (things.length === 0) return null;
  return (
    <Disclosure summary={t("funding.withdrawn.title", { count: things.length })}>
      <ul className="plain-list">
        {things.map(({ id, name, withdrawnOn, isReplaced }) => (
          <li key={id}>
            {t("funding.withdrawn.on", { name, date: formatDate(withdrawnOn) })}{" "}
            {isReplaced ? (
              <span className="soft">{t("funding.withdrawn.replaced")}</span>
            ) : (
              <ButtonLink to={hrefOf(id)} size="small" variant="quiet">
                {t("funding.withdrawn.restore")}
                <span className="visually-hidden">{` (${name})`}</span>
              </ButtonLink>
            )}
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
