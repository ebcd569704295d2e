import { useCallback, useState, type FormEvent } from "react";
import { useT } from "~/i18n/context";
import { composed } from "~/terms/composed-text";
import { visible } from "~/terms/visible-text";
import type { ControlProps } from "./field";

/**
 * How many characters more than `max` a text has, counted as the server counts them: without the
 * space around it and what nobody sees, an å as one also where it came as two.
 */
export function charactersOver(text: string, max: number): number {
  const trimmed = visible(text.replaceAll("\r\n", "\n")).trim();
  return Math.max(0, [...composed(trimmed)].length - max);
}

/**
 * Follows the length of a text as it is typed. The browser's own `maxlength` is not used: it cuts
 * what is pasted without a word.
 */
export function useTextLength(maxLength: number | undefined, first: string | undefined) {
  const [over, setOver] = useState(() => overBy(first ?? "", maxLength));

  function onInput({ currentTarget }: FormEvent<TextElement>) {
    setOver(overBy(currentTarget.value, maxLength));
  }

  // What was typed before the page came alive is counted as it does.
  const ref = useCallback(
    (control: TextElement | null) => {
      if (control) setOver(overBy(control.value, maxLength));
    },
    [maxLength],
  );

  return { over, ref, onInput: maxLength === undefined ? undefined : onInput };
}

type TextElement = HTMLInputElement | HTMLTextAreaElement;

function overBy(text: string, maxLength: number | undefined): number {
  return maxLength === undefined ? 0 : charactersOver(text, maxLength);
}

/** The control of a text that may be too long: then it is marked and described as such. */
export function withLength(control: ControlProps, over: number): ControlProps {
  if (over === 0) return control;
  const ids = [control["aria-describedby"], lengthId(control.id)];
  return { ...control, "aria-describedby": ids.filter(Boolean).join(" "), "aria-invalid": true };
}

type TextLengthProps = { id: string; over: number; max: number | undefined };

/** How much too long the text of the control `id` is; empty as long as it is not. */
export function TextLength({ id, over, max }: TextLengthProps) {
  const t = useT();
  if (max === undefined) return null;
  return (
    <div className="field-length" id={lengthId(id)} role="status">
      {over > 0 && t("ui.form.charactersOver", { count: over, max })}
    </div>
  );
}

function lengthId(id: string): string {
  return `${id}-length`;
}
