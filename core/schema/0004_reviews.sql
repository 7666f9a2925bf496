-- Sprints as they go, their Reviews, and what Done rests on.

ALTER TABLE sprint RENAME COLUMN first TO first_day;
ALTER TABLE sprint ADD COLUMN first TEXT;                     -- NULL: its days are not known
UPDATE sprint SET first = first_day;
ALTER TABLE sprint DROP COLUMN first_day;
ALTER TABLE sprint RENAME COLUMN last TO last_day;
ALTER TABLE sprint ADD COLUMN last TEXT;
UPDATE sprint SET last = last_day;
ALTER TABLE sprint DROP COLUMN last_day;
ALTER TABLE sprint ADD COLUMN name TEXT NOT NULL DEFAULT '';  -- what another tool calls it
ALTER TABLE sprint ADD COLUMN met TEXT CHECK (met IN ('reached', 'partly', 'missed'));
ALTER TABLE sprint ADD COLUMN ended_on TEXT;

CREATE TABLE sprint_item (                 -- the Sprint forecast: items selected, and what became of them
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  sprint INTEGER NOT NULL REFERENCES sprint(id) ON DELETE CASCADE,
  item INTEGER NOT NULL REFERENCES item(id) ON DELETE CASCADE,
  selected_on TEXT,                        -- NULL: another tool selected it
  became TEXT CHECK (became IN ('returned', 'carried', 'not_doing')),
  why TEXT NOT NULL DEFAULT '',            -- why it is not Done
  next TEXT NOT NULL DEFAULT ''            -- what happens now
) STRICT;
CREATE UNIQUE INDEX sprint_item_sprint ON sprint_item(sprint, item);
CREATE INDEX sprint_item_item ON sprint_item(item);
CREATE INDEX item_in_sprint ON item(id) WHERE state = 'in_sprint';

CREATE TABLE review (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  sprint INTEGER NOT NULL REFERENCES sprint(id) ON DELETE CASCADE,
  day TEXT,
  time TEXT NOT NULL,
  minutes INTEGER,
  place TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX review_sprint ON review(sprint);

CREATE TABLE review_section (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  review INTEGER NOT NULL REFERENCES review(id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  place INTEGER NOT NULL,                  -- from 0
  shown INTEGER NOT NULL,
  title TEXT NOT NULL,                     -- of free text
  text TEXT NOT NULL                       -- Markdown of free text
) STRICT;
CREATE INDEX review_section_review ON review_section(review);

CREATE TABLE speaker_note (                -- for the one who presents; leaves only when asked for
  id INTEGER PRIMARY KEY REFERENCES review_section(id) ON DELETE CASCADE,
  text TEXT NOT NULL
) STRICT;

CREATE TABLE rewording (                   -- what a hand wrote over what data say
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  review INTEGER NOT NULL REFERENCES review(id) ON DELETE CASCADE,
  key TEXT NOT NULL,
  text TEXT NOT NULL,
  said TEXT NOT NULL                       -- what data said then
) STRICT;
CREATE UNIQUE INDEX rewording_review ON rewording(review, key);

CREATE TABLE showing (                     -- a Done item in the order of showing
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  review INTEGER NOT NULL REFERENCES review(id) ON DELETE CASCADE,
  item INTEGER NOT NULL REFERENCES item(id) ON DELETE CASCADE,
  place INTEGER NOT NULL,                  -- from 0
  by_whom TEXT NOT NULL,
  minutes INTEGER
) STRICT;
CREATE UNIQUE INDEX showing_review ON showing(review, item);
CREATE INDEX showing_item ON showing(item);

CREATE TABLE evidence (                    -- one row a Done item, with the same id
  id INTEGER PRIMARY KEY REFERENCES item(id) ON DELETE CASCADE,
  checks TEXT NOT NULL,                    -- the Definition of Done at the time, as JSON: text and whether it is met
  url TEXT NOT NULL                        -- where the Increment can be tried
) STRICT;

CREATE TABLE example (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  item INTEGER NOT NULL REFERENCES item(id) ON DELETE CASCADE,
  text TEXT NOT NULL
) STRICT;
CREATE INDEX example_item ON example(item);

CREATE TABLE said_back (                   -- what the Developers understood, in their words
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  item INTEGER NOT NULL REFERENCES item(id) ON DELETE CASCADE,
  day TEXT NOT NULL,
  who TEXT NOT NULL,
  text TEXT NOT NULL
) STRICT;
CREATE INDEX said_back_item ON said_back(item);

CREATE TABLE misunderstanding (            -- intended versus built
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  item INTEGER REFERENCES item(id) ON DELETE SET NULL,
  day TEXT NOT NULL,
  intended TEXT NOT NULL,
  built TEXT NOT NULL,
  cause TEXT NOT NULL                      -- where the two parted
) STRICT;
CREATE INDEX misunderstanding_item ON misunderstanding(item);

ALTER TABLE feedback ADD COLUMN sprint INTEGER REFERENCES sprint(id) ON DELETE SET NULL;  -- at whose Review it was given
ALTER TABLE feedback ADD COLUMN item INTEGER REFERENCES item(id) ON DELETE SET NULL;      -- what was shown
CREATE INDEX feedback_sprint ON feedback(sprint);
CREATE INDEX feedback_item ON feedback(item);
