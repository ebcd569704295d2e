import { useT } from "~/i18n/context";
import { state, text } from "~/tables/columns";
import type { StateTone, Table } from "~/tables/table";
import { SubmitButton } from "~/ui/form";
import { Form } from "~/ui/navigation";
import { ButtonLink, ConfirmButton } from "~/ui/page";
import { TableView } from "~/ui/table-view";
import type { AccountRow } from "./accounts.queries.server";

/** The accounts with what can be done with each. */
export function AccountTable({ accounts }: { accounts: AccountRow[] }) {
  return (
    <TableView
      table={accountTable(accounts)}
      hideCaption
      below={{ name: ["email"] }}
      actions={{
        heading: "access.accounts.action",
        of: (account) => <AccountActions account={account} />,
      }}
    />
  );
}

function accountTable(rows: AccountRow[]): Table<AccountRow> {
  return {
    title: "access.nav.accounts",
    columns: [
      text("name", "access.accounts.name", ({ name }) => name),
      text("email", "access.signIn.email", ({ email }) => email),
      text("person", "access.accounts.person", ({ person }, { t }) =>
        person ? t("access.accounts.personInUnit", person) : t("access.accounts.nobody"),
      ),
      text("roles", "access.accounts.roles", ({ roles }, { t }) =>
        roles.map((role) => t(`access.role.${role}`)).join(", "),
      ),
      state(
        "state",
        "access.accounts.state",
        (account, { t }) => t(`access.accounts.${account.state}`),
        (account) => tones[account.state],
      ),
    ],
    rows,
    rowKey: ({ id }) => id,
  };
}

const tones: Record<AccountRow["state"], StateTone> = {
  active: "good",
  noPassword: "warning",
  disabled: "danger",
};

function AccountActions({ account }: { account: AccountRow }) {
  const t = useT();
  if (account.state === "disabled") {
    return (
      <Form method="post" action={`/accounts/${account.id}/enable`}>
        <SubmitButton variant="secondary" size="small">
          {t("access.accounts.enable")}
        </SubmitButton>
      </Form>
    );
  }
  return (
    <div className="actions">
      <ButtonLink to={`/accounts/${account.id}/link`} size="small">
        {t("access.accounts.link")}
      </ButtonLink>
      <ConfirmButton
        label={t("access.accounts.disable")}
        question={t("access.accounts.disableConfirm", { name: account.name })}
        confirmLabel={t("access.accounts.disable")}
        action={`/accounts/${account.id}/disable`}
        size="small"
      />
    </div>
  );
}
