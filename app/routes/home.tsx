import { useLoaderData } from "@remix-run/react";
import { forViewers } from "~/features/access/visit.server";
import { Page } from "~/ui/page";

export const loader = forViewers(async ({ viewer }) => ({ name: viewer.name }));

export default function Home() {
  const { name } = useLoaderData<typeof loader>();
  return <Page title={name} />;
}
