import { useEffect, useRef } from "react";
import { useLocation } from "../navigation";

/**
 * Gives a `<details>` menu the manners of one: it closes on a new page, on Escape (the focus goes
 * back to its button) and on a press outside. Without JavaScript it stays plain details.
 */
export function useClosingMenu() {
  const menu = useRef<HTMLDetailsElement>(null);
  const { key } = useLocation();

  useEffect(() => {
    menu.current?.removeAttribute("open");
  }, [key]);

  useEffect(() => {
    function closeOnEscape(event: KeyboardEvent) {
      if (event.key !== "Escape" || !menu.current?.open) return;
      menu.current.removeAttribute("open");
      menu.current.querySelector("summary")?.focus();
    }
    function closeOutside(event: PointerEvent) {
      const isInside = event.target instanceof Node && menu.current?.contains(event.target);
      if (!isInside) menu.current?.removeAttribute("open");
    }
    document.addEventListener("keydown", closeOnEscape);
    document.addEventListener("pointerdown", closeOutside);
    return () => {
      document.removeEventListener("keydown", closeOnEscape);
      document.removeEventListener("pointerdown", closeOutside);
    };
  }, []);

  return menu;
}
