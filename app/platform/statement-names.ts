/**
 * Names for the statements that come again and again, by which each of the database's connections
 * keeps what it has read and planned of them: half of what a page's statements cost it. The texts
 * without a value in them are few; those that come once, as lists of ever other lengths do, get no
 * name (""), since a name is kept for as long as its connection.
 */
export function statementNames(most = 1000): (text: string) => string {
  const names = new Map<string, string>();
  const seenOnce = new Set<string>();
  return (text) => {
    const known = names.get(text);
    if (known !== undefined) return known;
    if (names.size >= most) return "";
    if (!seenOnce.delete(text)) {
      seenOnce.add(text);
      const [oldest] = seenOnce;
      if (seenOnce.size > most && oldest !== undefined) seenOnce.delete(oldest);
      return "";
    }
    const name = `s${names.size}`;
    names.set(text, name);
    return name;
  };
}
