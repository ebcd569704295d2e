import { useEffect, useState } from "react";
import { flushSync } from "react-dom";
import { lightLook, lookTokens, type ChartLook } from "./look";

/** The colours of the page's theme now; follows the system's theme and turns light for print. */
export function useChartLook(): ChartLook {
  const [look, setLook] = useState(readLook);

  useEffect(() => {
    const dark = window.matchMedia("(prefers-color-scheme: dark)");
    const readAgain = () => setLook(readLook());
    // The picture must be redrawn before the browser takes it to the printer.
    const turnLight = () => flushSync(() => setLook(lightLook));
    dark.addEventListener("change", readAgain);
    window.addEventListener("beforeprint", turnLight);
    window.addEventListener("afterprint", readAgain);
    return () => {
      dark.removeEventListener("change", readAgain);
      window.removeEventListener("beforeprint", turnLight);
      window.removeEventListener("afterprint", readAgain);
    };
  }, []);

  return look;
}

function readLook(): ChartLook {
  const style = getComputedStyle(document.documentElement);
  const read = (token: string) => style.getPropertyValue(token).trim();
  const [first, second, third, fourth, fifth, sixth] = lookTokens.series;
  return {
    series: [read(first), read(second), read(third), read(fourth), read(fifth), read(sixth)],
    ink: read(lookTokens.ink),
    inkSoft: read(lookTokens.inkSoft),
    line: read(lookTokens.line),
    grid: read(lookTokens.grid),
    band: read(lookTokens.band),
    surface: read(lookTokens.surface),
    danger: read(lookTokens.danger),
  };
}
