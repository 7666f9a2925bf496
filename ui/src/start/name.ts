// A name for a product, proposed from the name of the file its backlog comes in.

const TOOL_WORDS = new Set(
  ("all atlassian azure backlog board boards copy csv data devops download export exported exports fields final " +
    "github gitlab issue issues items jira json linear list planner query results tasks tickets trello " +
    "asana taiga work workitems the of from my").split(" "),
);

/** Returns a name such as "Lendwell" for "Jira export_lendwell 2026-11-26 (1).csv", or "". */
export function proposeName(file: string): string {
  const words = file
    .replace(/\.[a-z0-9]{1,5}$/i, "")
    .replace(/\(\d+\)/g, " ")
    .replace(/\b[0-9a-f]{32}\b/gi, " ")
    .replace(/\d{4}-\d{2}-\d{2}(T[\d.:-]+Z?)?/g, " ")
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .split(/[\s_\-–.,+&[\]]+/)
    .filter((word) => word !== "" && !/^\d+$/.test(word) && !TOOL_WORDS.has(word.toLowerCase()));
  const name = words.join(" ");
  const first = [...name][0];
  return first === undefined ? "" : first.toLocaleUpperCase() + name.slice(first.length);
}
