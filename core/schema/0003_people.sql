-- Whom the order serves: people on the map, their needs, what was said with them, what was decided.

ALTER TABLE stakeholder ADD COLUMN power INTEGER;             -- 0 to 100; NULL: not placed on the map
ALTER TABLE stakeholder ADD COLUMN interest INTEGER;
ALTER TABLE stakeholder ADD COLUMN wished_power INTEGER;      -- where the person should stand one day
ALTER TABLE stakeholder ADD COLUMN wished_interest INTEGER;
ALTER TABLE stakeholder ADD COLUMN attitude TEXT NOT NULL DEFAULT 'neutral';
ALTER TABLE stakeholder ADD COLUMN cadence INTEGER;           -- days between two contacts
ALTER TABLE stakeholder ADD COLUMN added_on TEXT;

CREATE TABLE private_note (                -- leaves the product only when asked for
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  stakeholder INTEGER NOT NULL REFERENCES stakeholder(id) ON DELETE CASCADE,
  text TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX private_note_stakeholder ON private_note(stakeholder);

CREATE TABLE business_goal (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  sentence TEXT NOT NULL
) STRICT;

CREATE TABLE need (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  stakeholder INTEGER NOT NULL REFERENCES stakeholder(id) ON DELETE CASCADE,
  text TEXT NOT NULL,
  strength INTEGER NOT NULL,               -- 1 to 3
  why TEXT NOT NULL,
  business_goal INTEGER REFERENCES business_goal(id) ON DELETE SET NULL
) STRICT;
CREATE INDEX need_stakeholder ON need(stakeholder);
CREATE INDEX need_business_goal ON need(business_goal);

ALTER TABLE want ADD COLUMN need INTEGER REFERENCES need(id) ON DELETE SET NULL;
CREATE INDEX want_need ON want(need);

CREATE TABLE contact (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  stakeholder INTEGER NOT NULL REFERENCES stakeholder(id) ON DELETE CASCADE,
  day TEXT NOT NULL,
  text TEXT NOT NULL,
  again_on TEXT                            -- the next contact that was agreed
) STRICT;
CREATE INDEX contact_stakeholder ON contact(stakeholder, day);

CREATE TABLE question (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  stakeholder INTEGER REFERENCES stakeholder(id) ON DELETE CASCADE,
  item INTEGER REFERENCES item(id) ON DELETE CASCADE,
  text TEXT NOT NULL,
  answer TEXT NOT NULL,
  answered_on TEXT
) STRICT;
CREATE INDEX question_stakeholder ON question(stakeholder);
CREATE INDEX question_item ON question(item);

CREATE TABLE conflict (                    -- two people whose needs compete
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  day TEXT NOT NULL,
  first INTEGER NOT NULL REFERENCES stakeholder(id) ON DELETE CASCADE,
  first_item INTEGER REFERENCES item(id) ON DELETE SET NULL,
  first_position TEXT NOT NULL,
  first_interest TEXT NOT NULL,
  second INTEGER NOT NULL REFERENCES stakeholder(id) ON DELETE CASCADE,
  second_item INTEGER REFERENCES item(id) ON DELETE SET NULL,
  second_position TEXT NOT NULL,
  second_interest TEXT NOT NULL,
  options TEXT NOT NULL,
  decision TEXT NOT NULL,
  follow_up TEXT NOT NULL,
  follow_up_on TEXT
) STRICT;
CREATE INDEX conflict_first ON conflict(first);
CREATE INDEX conflict_second ON conflict(second);
CREATE INDEX conflict_first_item ON conflict(first_item);
CREATE INDEX conflict_second_item ON conflict(second_item);

CREATE TABLE assumption (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  text TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('untested', 'holds', 'fails')),
  state_on TEXT NOT NULL                   -- day of the last change of state
) STRICT;

CREATE TABLE learning (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  day TEXT NOT NULL,
  text TEXT NOT NULL,
  assumption INTEGER REFERENCES assumption(id) ON DELETE SET NULL
) STRICT;
CREATE INDEX learning_assumption ON learning(assumption);

ALTER TABLE not_doing ADD COLUMN assumption INTEGER REFERENCES assumption(id) ON DELETE SET NULL;
CREATE INDEX not_doing_assumption ON not_doing(assumption);

CREATE TABLE feedback (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  day TEXT NOT NULL,
  text TEXT NOT NULL,
  stakeholder INTEGER REFERENCES stakeholder(id) ON DELETE SET NULL,
  became TEXT CHECK (became IN ('item', 'need', 'assumption', 'learning', 'not_doing')),
  became_id INTEGER,
  reply TEXT NOT NULL,
  replied_on TEXT
) STRICT;
CREATE INDEX feedback_stakeholder ON feedback(stakeholder);

CREATE TABLE decision (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  day TEXT NOT NULL,
  title TEXT NOT NULL,
  context TEXT NOT NULL,
  options TEXT NOT NULL,
  decision TEXT NOT NULL,
  effect TEXT NOT NULL,                    -- what is expected of it
  look_again TEXT,
  outcome TEXT NOT NULL                    -- what came of it
) STRICT;

CREATE TABLE delegation (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  what TEXT NOT NULL,
  who TEXT NOT NULL,
  by_day TEXT,
  item INTEGER REFERENCES item(id) ON DELETE SET NULL,
  result TEXT NOT NULL,
  done_on TEXT
) STRICT;
CREATE INDEX delegation_item ON delegation(item);

CREATE TABLE pair (                        -- why one item stands above another
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  day TEXT NOT NULL,
  above INTEGER NOT NULL REFERENCES item(id) ON DELETE CASCADE,
  below INTEGER NOT NULL REFERENCES item(id) ON DELETE CASCADE,
  why TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX pair_items ON pair(above, below);
CREATE INDEX pair_below ON pair(below);

ALTER TABLE item ADD COLUMN risk INTEGER;                     -- 0 to 4
ALTER TABLE item ADD COLUMN value_low INTEGER;                -- in whatever the product counts
ALTER TABLE item ADD COLUMN value_high INTEGER;
ALTER TABLE item ADD COLUMN value_confidence INTEGER;         -- in percent
