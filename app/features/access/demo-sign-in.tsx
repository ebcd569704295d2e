import { useT } from "~/i18n/context";
import { Button, Section } from "~/ui/page";
import { Form } from "~/ui/navigation";
import { roles } from "./viewer";

/** One button a role. Loads the whole page: the language may be another. */
export function DemoSignIn({ returnTo }: { returnTo: string }) {
  const t = useT();
  return (
    <Section title={t("access.signIn.demoTitle")}>
      <p>{t("access.signIn.demoLead")}</p>
      <Form method="post" action="/sign-in/demo" reloadDocument className="choices">
        <input type="hidden" name="returnTo" value={returnTo} />
        <ul className="demo-people">
          {roles.map((role) => (
            <li key={role}>
              <Button
                type="submit"
                name="role"
                value={role.replace("_", "-")}
                aria-describedby={`demo-${role}`}
              >
                {t(`access.role.${role}`)}
              </Button>
              <span id={`demo-${role}`}>{t(`access.signIn.demo.${role}`)}</span>
            </li>
          ))}
        </ul>
      </Form>
    </Section>
  );
}
