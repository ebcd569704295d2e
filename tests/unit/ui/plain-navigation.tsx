import type { ReactNode } from "react";

type AnchorProps = { to: string; children?: ReactNode; className?: string; rel?: string };

/**
 * Stands in for `~/ui/navigation`: Remix's links and forms render only inside a whole Remix app,
 * while these tests ask what the components make around them. The e2e tests use the real ones.
 */
export function Link({ to, children, className, rel, ...aria }: AnchorProps) {
  return (
    <a href={to} className={className} rel={rel} {...ariaOf(aria)}>
      {children}
    </a>
  );
}

export const NavLink = Link;

export function Form({
  children,
  action,
  method,
}: {
  children?: ReactNode;
  action?: string;
  method?: string;
}) {
  return (
    <form action={action} method={method}>
      {children}
    </form>
  );
}

export function useActionData() {
  return undefined;
}

export function useNavigation() {
  return { state: "idle" as const, formData: undefined };
}

export function useLocation() {
  return { pathname: "/people", search: "?page=2", hash: "", key: "first" };
}

function ariaOf(props: object) {
  return Object.fromEntries(Object.entries(props).filter(([key]) => key.startsWith("aria-")));
}

export function useSubmit() {
  return () => undefined;
}

/** Nothing has been asked for. */
export function useFetcher() {
  return { data: undefined, state: "idle" as const, load: () => undefined };
}
