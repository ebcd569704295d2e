/** That a project isn't there, and which ones are. */
export function noSuchProject(code: string, projects: readonly { code: string; name: string }[]) {
  const list = projects.map((project) => `  ${project.code}  ${project.name}`);
  return [
    `There is no project ${code}.`,
    ...(list.length > 0 ? ["These are there:", ...list] : []),
  ].join("\n");
}
