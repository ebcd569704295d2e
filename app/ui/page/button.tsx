import type { ButtonHTMLAttributes, ReactNode } from "react";
import { Link, type LinkProps } from "../navigation";

/** One `primary` a page; `danger` only inside a `ConfirmButton`. */
export type ButtonVariant = "primary" | "secondary" | "danger" | "quiet";

type Look = {
  variant?: ButtonVariant;
  /** `small` in table rows and card heads. */
  size?: "normal" | "small";
  /** An element of lucide-react, before the words. */
  icon?: ReactNode;
  children: ReactNode;
};

type ButtonProps = Look & Omit<ButtonHTMLAttributes<HTMLButtonElement>, "style" | "className">;

/** A button; `type="button"` unless said otherwise. Forms end with `SubmitButton`. */
export function Button({ variant = "secondary", size, icon, children, ...button }: ButtonProps) {
  return (
    <button type="button" {...button} className="button" data-variant={variant} data-size={size}>
      {icon}
      {children}
    </button>
  );
}

type ButtonLinkProps = Look & Omit<LinkProps, "style" | "className" | "children">;

/** A link that looks like a button: it goes somewhere, it changes nothing. */
export function ButtonLink({
  variant = "secondary",
  size,
  icon,
  children,
  ...link
}: ButtonLinkProps) {
  return (
    <Link {...link} className="button" data-variant={variant} data-size={size}>
      {icon}
      {children}
    </Link>
  );
}
