import { useT } from "~/i18n/context";
import type { Translate } from "~/i18n/translator";
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
  return (
    <Page
      width="narrow"
      title={errorTitle(t, status)}
      lead={t(`errors.page.${pageOf(status)}.text`)}
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

/** What the page of an error is called, also in the browser's tab. */
export function errorTitle(t: Translate, status: number): string {
  return t(`errors.page.${pageOf(status)}.title`);
}

function pageOf(status: number) {
  return isKnown(status) ? pages[status] : "unexpected";
}

function isKnown(status: number): status is keyof typeof pages {
  return status in pages;
}
