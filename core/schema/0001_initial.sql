-- Days are YYYY-MM-DD, moments are milliseconds since 1970 UTC, numbers with decimals are thousandths.

CREATE TABLE product (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  name TEXT NOT NULL,
  prefix TEXT NOT NULL,
  working_days INTEGER NOT NULL,           -- bit 0 is Monday
  week_start INTEGER NOT NULL,             -- 0 is Monday
  percentile INTEGER NOT NULL,
  definition_of_done TEXT NOT NULL,
  nothing_finished_until TEXT
) STRICT;

CREATE TABLE closed_days (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  first TEXT NOT NULL,
  last TEXT NOT NULL
) STRICT;

CREATE TABLE date_line (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  day TEXT NOT NULL
) STRICT;

CREATE TABLE view (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  filter TEXT NOT NULL
) STRICT;

CREATE TABLE goal (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  sentence TEXT NOT NULL,
  state TEXT NOT NULL,
  reason TEXT NOT NULL,
  what TEXT,                               -- NULL: the goal has no measure
  unit TEXT,
  baseline INTEGER,
  baseline_on TEXT,
  target INTEGER,
  by_day TEXT
) STRICT;

CREATE TABLE reading (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  goal INTEGER NOT NULL REFERENCES goal(id) ON DELETE CASCADE,
  day TEXT NOT NULL,
  value INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX reading_goal ON reading(goal, day);

CREATE TABLE stakeholder (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  group_name TEXT NOT NULL
) STRICT;

CREATE TABLE sprint (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  number INTEGER NOT NULL,
  first TEXT NOT NULL,
  last TEXT NOT NULL,
  goal TEXT NOT NULL
) STRICT;

CREATE TABLE item (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  title TEXT NOT NULL,
  kind TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('idea', 'needs_conversation', 'ready', 'in_sprint', 'done', 'not_doing')),
  rank INTEGER NOT NULL,                   -- place in the order, with gaps
  sprint_rank INTEGER,                     -- place within the running Sprint
  size INTEGER,
  part_of INTEGER REFERENCES item(id) ON DELETE SET NULL,
  need INTEGER,
  business INTEGER,
  feasibility INTEGER,
  urgency INTEGER,
  source TEXT,
  external_id TEXT,
  source_state TEXT,
  url TEXT,
  created_on TEXT NOT NULL,
  started_on TEXT,
  done_on TEXT,
  state_on TEXT                            -- day of the last change of state made in Cairn
) STRICT;
CREATE INDEX item_rank ON item(rank, id);
CREATE INDEX item_part_of ON item(part_of);
CREATE INDEX item_external ON item(source, external_id);

CREATE TABLE item_text (                   -- one row an item, with the same id; made with the first text
  id INTEGER PRIMARY KEY REFERENCES item(id) ON DELETE CASCADE,
  body TEXT NOT NULL DEFAULT '',
  notes TEXT NOT NULL DEFAULT '',
  need_note TEXT NOT NULL DEFAULT '',
  business_note TEXT NOT NULL DEFAULT '',
  feasibility_note TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE label (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  item INTEGER NOT NULL REFERENCES item(id) ON DELETE CASCADE,
  name TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX label_item ON label(item, name);

CREATE TABLE link (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  item INTEGER NOT NULL REFERENCES item(id) ON DELETE CASCADE,
  title TEXT NOT NULL,
  url TEXT NOT NULL
) STRICT;
CREATE INDEX link_item ON link(item);

CREATE TABLE risk (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  item INTEGER NOT NULL REFERENCES item(id) ON DELETE CASCADE,
  text TEXT NOT NULL,
  probability INTEGER
) STRICT;
CREATE INDEX risk_item ON risk(item);

CREATE TABLE not_doing (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  item INTEGER NOT NULL REFERENCES item(id) ON DELETE CASCADE,
  reason TEXT NOT NULL,
  revisit TEXT
) STRICT;
CREATE UNIQUE INDEX not_doing_item ON not_doing(item);

CREATE TABLE want (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  stakeholder INTEGER NOT NULL REFERENCES stakeholder(id) ON DELETE CASCADE,
  item INTEGER NOT NULL REFERENCES item(id) ON DELETE CASCADE,
  strength INTEGER NOT NULL,
  why TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX want_item ON want(item, stakeholder);
CREATE INDEX want_stakeholder ON want(stakeholder);

CREATE TABLE import (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  source TEXT NOT NULL,
  file TEXT NOT NULL,
  known_until TEXT,
  day TEXT NOT NULL
) STRICT;

CREATE TABLE throughput (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  first TEXT NOT NULL,
  days INTEGER NOT NULL,                   -- 1 or 7
  count INTEGER NOT NULL
) STRICT;
CREATE INDEX throughput_first ON throughput(first);

CREATE TABLE reason (                      -- why a step was taken; the step itself never changes
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  operation INTEGER NOT NULL REFERENCES operation(id),
  text TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX reason_operation ON reason(operation);

-- The journal. Rows are only added.
CREATE TABLE operation (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  label TEXT NOT NULL,                     -- key of the sentence
  arguments TEXT NOT NULL,                 -- its arguments as JSON
  at INTEGER NOT NULL,
  day TEXT NOT NULL,                       -- the local day
  kind TEXT NOT NULL CHECK (kind IN ('edit', 'undo', 'redo')),
  reverts INTEGER REFERENCES operation(id),
  item INTEGER,                            -- the one item it is about
  moved_from INTEGER,
  moved_to INTEGER,
  serves TEXT,                             -- names as JSON
  delays TEXT,
  field TEXT,                              -- what successive saves of one field share
  schema INTEGER NOT NULL
) STRICT;
CREATE INDEX operation_reverts ON operation(reverts);
CREATE INDEX operation_item ON operation(item);
CREATE INDEX operation_day ON operation(day);

CREATE TABLE change (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  operation INTEGER NOT NULL REFERENCES operation(id),
  "table" TEXT NOT NULL,
  row INTEGER NOT NULL,
  last INTEGER,                            -- insertions in bulk: through this row
  old TEXT,                                -- the old values as JSON; NULL: the row was inserted
  deleted INTEGER NOT NULL DEFAULT 0       -- 1: the row was deleted and `old` is all of it
) STRICT;
CREATE INDEX change_operation ON change(operation);
CREATE INDEX change_row ON change(row, "table");
