/** How somebody is named on pages and in files: the relation `full_name`. */
export function fullName({
  givenName,
  familyName,
}: {
  givenName: string;
  familyName: string;
}): string {
  return `${givenName} ${familyName}`.trim();
}
