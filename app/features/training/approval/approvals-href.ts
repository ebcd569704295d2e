type Asked = { unitId?: string | undefined; page?: number; decided?: string };

/** The address of the queue: of one unit or of all that the viewer manages. */
export function approvalsHref({ unitId, page, decided }: Asked): string {
  const asked = Object.entries({ unit: unitId, page: page?.toString(), decided }).flatMap(
    ([name, value]) => (value === undefined ? [] : [[name, value]]),
  );
  const query = new URLSearchParams(asked).toString();
  return `/training/approvals${query && `?${query}`}`;
}

/** A verb on a course, which leads back to the queue of the same unit. */
export function decisionHref(verb: "approve" | "return", recordId: string, unitId?: string) {
  return `/training/${recordId}/${verb}${unitId === undefined ? "" : `?unit=${unitId}`}`;
}
