import { useEffect, useRef } from "react";
import { useLocation, type Navigation } from "../navigation";

type Served = {
  /** The server speaks another language by now than the one that the browser has messages of. */
  isForeign: boolean;
  /** The version of the app that the server runs, where it has one. */
  version: string | null | undefined;
};

/**
 * Loads a page whole when somebody comes to it, where the browser's part of the app no longer fits
 * what the server sends. A page where somebody may be typing stays, and so does the answer to a
 * form: both would be lost.
 */
export function useWholePage({ isForeign, version }: Served): void {
  const { pathname } = useLocation();
  const firstPage = useRef(pathname);
  useEffect(() => {
    const isOutdated = isForeign || (version != null && version !== window.__remixManifest.version);
    const { actionData, errors } = window.__remixRouter.state;
    const isUntouched = errors !== null || (pathname !== firstPage.current && actionData === null);
    if (isOutdated && isUntouched) window.location.replace(addressOf(window.location));
  }, [isForeign, version, pathname]);
}

/** The address that a page was made for, on its root element. */
export function useMadeFor() {
  return { "data-made-for": addressOf(useLocation()) };
}

/**
 * Tells whether the document is the page of the browser's address, and has the right one loaded
 * where it isn't: who goes back before a page that was loaded anew has come alive is at the address
 * of the page before, with the document of this one. Never tries the same address twice in a row.
 */
export function isPageOfAddress(): boolean {
  const address = addressOf(window.location);
  const isTried = sessionStorage.getItem(triedKey) === address;
  if (isTried || document.documentElement.dataset.madeFor === address) {
    sessionStorage.removeItem(triedKey);
    return true;
  }
  sessionStorage.setItem(triedKey, address);
  window.location.replace(address);
  return false;
}

const triedKey = "kaskad-loaded-anew";

/** Takes a navigation out of the router's hands and lets the browser carry it out. */
export function takeOver(navigation: Navigation): void {
  if (navigation.state === "submitting") sendWhole(navigation);
  else if (navigation.state === "loading") window.location.assign(addressOf(navigation.location));
}

/** Without the fragment, which could make a jump within the page of what is to load it. */
function addressOf({ pathname, search }: { pathname: string; search: string }): string {
  return pathname + search;
}

/**
 * Sends a form again as a browser without scripts would. The first sending may have arrived: the
 * form's own id lets the server carry it out once and answer both alike.
 */
function sendWhole({ formAction, formEncType, formData }: Navigation & { state: "submitting" }) {
  const form = document.createElement("form");
  form.hidden = true;
  form.method = "post";
  form.action = formAction;
  form.enctype = formEncType;
  for (const [name, value] of formData ?? []) form.append(inputFor(name, value));
  document.body.append(form);
  form.submit();
}

function inputFor(name: string, value: FormDataEntryValue): HTMLElement {
  if (typeof value === "string") {
    // An input would lose the line breaks of a long text.
    return Object.assign(document.createElement("textarea"), { name, value });
  }
  const files = new DataTransfer();
  if (value.name !== "") files.items.add(value);
  return Object.assign(document.createElement("input"), { type: "file", name, files: files.files });
}
