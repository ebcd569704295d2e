/** Breaks a long name into lines, so that it leaves room for the bars on a phone. */
export function wrapName(name: string, width = 13): string | string[] {
  const lines = name.split(" ").reduce<string[]>((done, word) => {
    const last = done[done.length - 1];
    if (last !== undefined && `${last} ${word}`.length <= width) {
      return [...done.slice(0, -1), `${last} ${word}`];
    }
    return [...done, word];
  }, []);
  return lines.length > 1 ? lines : name;
}
