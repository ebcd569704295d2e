/** What a change of somebody's placements is carried out with where no room has anything of them. */
export function nothingRecorded(today: string) {
  return { today, daysOf: () => Promise.resolve([]) };
}
