/**
 * Whose cascade it is. A project: its frozen groups. Units: their people of today whose own unit,
 * or one above it, requires the competence. People: nobody should hold anything, only what these
 * learned and taught is asked for.
 */
export type CascadeGroup = { projectId: string } | { unitIds: string[] } | { personIds: string[] };
