import { useEffect, useState } from "react";
import { chartFont } from "./look";

/**
 * Whether the charts' font is loaded. A drawing is no text of the page: what was measured and drawn
 * with the fallback stays so until it is drawn again.
 */
export function useChartFont(): boolean {
  const [isLoaded, setLoaded] = useState(() => document.fonts.check(sample));

  useEffect(() => {
    if (isLoaded) return;
    let isGone = false;
    // Where the font cannot be had, the chart stays as it is.
    document.fonts.load(sample).then(
      () => !isGone && setLoaded(true),
      () => undefined,
    );
    return () => {
      isGone = true;
    };
  }, [isLoaded]);

  return isLoaded;
}

const sample = `600 13px ${chartFont}`;
