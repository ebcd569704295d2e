import {
  Link as RouterLink,
  NavLink as RouterNavLink,
  type LinkProps,
  type NavLinkProps,
} from "@remix-run/react";

/** The only door from the design system to the router: moving routers is a change of this file. */
export {
  Form,
  matchRoutes,
  useActionData,
  useFetcher,
  useLocation,
  useNavigation,
  useSubmit,
  type FormProps,
  type Navigation,
} from "@remix-run/react";
export type { LinkProps, NavLinkProps };

/** A link inside the app; its page is fetched as soon as somebody points at it or focuses it. */
export function Link(props: LinkProps) {
  return <RouterLink prefetch="intent" {...props} />;
}

/** A link of a menu: carries `aria-current="page"` on its own page and below it. */
export function NavLink(props: NavLinkProps) {
  return <RouterNavLink prefetch="intent" {...props} />;
}
