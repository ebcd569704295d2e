import { Languages } from "lucide-react";
import { useLanguage, useT } from "~/i18n/context";
import { Form, useLocation } from "../navigation";

/**
 * The other language, named in itself. Posts `language` and `returnTo` to `/language` and loads the
 * whole page anew, since the browser has only one dictionary.
 */
export function LanguageSwitch() {
  const t = useT();
  const other = useLanguage() === "sv" ? "en" : "sv";
  const { pathname, search } = useLocation();
  return (
    <Form method="post" action="/language" reloadDocument>
      <input type="hidden" name="returnTo" value={`${pathname}${search}`} />
      <button className="language-switch" type="submit" name="language" value={other} lang={other}>
        <Languages aria-hidden="true" />
        {t("ui.shell.switchLanguage")}
      </button>
    </Form>
  );
}
