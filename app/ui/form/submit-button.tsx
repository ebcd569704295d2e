import { useEffect, useState, type MouseEvent, type ReactNode } from "react";
import { useT } from "~/i18n/context";
import { useNavigation } from "../navigation";
import type { ButtonVariant } from "../page/button";

type SubmitButtonProps = {
  /** What happens, in words: "Spara kursen". */
  children: ReactNode;
  variant?: ButtonVariant;
  size?: "normal" | "small";
  icon?: ReactNode;
  /** While it is being sent; "Sparar…" by default. */
  busyLabel?: ReactNode;
  /** For forms of a fetcher: `fetcher.state !== "idle"`. */
  busy?: boolean;
  name?: string;
  value?: string;
  /** Sends the form elsewhere: one URL a verb. */
  formAction?: string;
};

/**
 * Ends a form. Between the press and the answer it says so and takes no second press; it stays
 * focusable, so that keyboard and screen reader keep their place.
 */
export function SubmitButton(props: SubmitButtonProps) {
  const { children, variant = "primary", size, icon, busyLabel, busy, ...button } = props;
  const t = useT();
  const [isBusy, press] = usePressedUntilIdle(busy);
  return (
    <button
      {...button}
      type="submit"
      className="button"
      data-variant={variant}
      data-size={size}
      aria-disabled={isBusy || undefined}
      onClick={press}
    >
      {icon}
      {isBusy ? (busyLabel ?? t("ui.form.saving")) : children}
    </button>
  );
}

/** Only the button that was pressed is busy, also where a page has several forms. */
function usePressedUntilIdle(
  busy: boolean | undefined,
): [boolean, (event: MouseEvent<HTMLButtonElement>) => void] {
  const navigation = useNavigation();
  const [pressed, setPressed] = useState(false);
  const isIdle = navigation.state === "idle";

  useEffect(() => {
    if (isIdle) setPressed(false);
  }, [isIdle]);

  const isBusy = busy ?? (pressed && !isIdle && navigation.formData !== undefined);
  return [
    isBusy,
    (event) => {
      if (isBusy) event.preventDefault();
      else setPressed(true);
    },
  ];
}
