import { useT } from "~/i18n/context";
import { ButtonLink } from "./page/button";
import { Page } from "./page/page";

const pages = {
  400: "badRequest",
  403: "forbidden",
  404: "notFound",
  405: "methodNotAllowed",
  409: "conflict",
  413: "tooLarge",
  415: "wrongMediaType",
  429: "tooManyAttempts",
} as const;

/** What went wrong, what to do, and the number under which the log knows it. */
export function ErrorPage({ status, requestId }: { status: number; requestId?: string }) {
  const t = useT();
  const page = isKnown(status) ? pages[status] : "unexpected";
  return (
    <Page
      width="narrow"
      title={t(`errors.page.${page}.title`)}
      lead={t(`errors.page.${page}.text`)}
      actions={
        <ButtonLink to="/" variant="primary">
          {t("errors.toStart")}
        </ButtonLink>
      }
    >
      {requestId && <p className="soft">{t("errors.requestId", { id: requestId })}</p>}
    </Page>
  );
}

function isKnown(status: number): status is keyof typeof pages {
  return status in pages;
}
