import { useT } from "~/i18n/context";
import { DataTable } from "~/ui/data-table";
import { SubmitButton } from "~/ui/form";
import { Form } from "~/ui/navigation";
import { Badge, ButtonLink, ConfirmButton } from "~/ui/page";
import type { AccountRow } from "./accounts.queries.server";

/** The accounts with what can be done with each. */
export function AccountTable({ accounts }: { accounts: AccountRow[] }) {
  const t = useT();
  return (
    <DataTable
      caption={t("access.nav.accounts")}
      hideCaption
      rows={accounts}
      rowKey={(account) => account.id}
      columns={[
        {
          key: "name",
          header: t("access.accounts.name"),
          cell: ({ name, email }) => (
            <>
              {name}
              <div className="soft">{email}</div>
            </>
          ),
        },
        {
          key: "person",
          header: t("access.accounts.person"),
          cell: ({ person }) =>
            person ? t("access.accounts.personInUnit", person) : t("access.accounts.nobody"),
        },
        {
          key: "roles",
          header: t("access.accounts.roles"),
          cell: (account) => account.roles.map((role) => t(`access.role.${role}`)).join(", "),
        },
        {
          key: "state",
          header: t("access.accounts.state"),
          cell: ({ state }) => (
            <Badge tone={state === "active" ? "good" : state === "disabled" ? "danger" : "warning"}>
              {t(`access.accounts.${state}`)}
            </Badge>
          ),
        },
        {
          key: "action",
          header: t("access.accounts.action"),
          cell: (account) => <AccountActions account={account} />,
        },
      ]}
    />
  );
}

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
