import { expect, type Locator } from "@playwright/test";

/** Goes on with the Tab key, as somebody without a mouse does, until the focus is on `wanted`. */
export async function tabTo(wanted: Locator): Promise<void> {
  const { keyboard } = wanted.page();
  await expect(wanted).toBeVisible();
  for (let presses = 0; presses < 150; presses += 1) {
    if (await hasFocus(wanted)) return;
    await keyboard.press("Tab");
  }
  await expect(wanted, "reached with the Tab key").toBeFocused();
}

function hasFocus(locator: Locator): Promise<boolean> {
  return locator.evaluate((element) => element === document.activeElement);
}
