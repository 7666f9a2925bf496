// The documents about the whole product.

import type { Report } from "../core/types";

type Offer = {
  /** Unique among the commands. */
  id: string;
  /** Key of its name. */
  label: string;
  report: Report;
};

export const documents: readonly Offer[] = [
  { id: "write-goal", label: "document-goal", report: { type: "goal" } },
  {
    id: "write-for-developers",
    label: "document-backlog-developers",
    report: { type: "backlog", cut: "developers" },
  },
  {
    id: "write-for-stakeholders",
    label: "document-backlog-stakeholders",
    report: { type: "backlog", cut: "stakeholders" },
  },
  {
    id: "write-for-customers",
    label: "document-backlog-customers",
    report: { type: "backlog", cut: "customers" },
  },
  { id: "write-decisions", label: "document-decisions", report: { type: "decisions" } },
];
