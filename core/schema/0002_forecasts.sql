-- Forecasts that are kept and scored, and what questions are about.

CREATE TABLE slice (                       -- a release slice: items that go out together
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL
) STRICT;

ALTER TABLE item ADD COLUMN goal INTEGER REFERENCES goal(id) ON DELETE SET NULL;
ALTER TABLE item ADD COLUMN slice INTEGER REFERENCES slice(id) ON DELETE SET NULL;
CREATE INDEX item_goal ON item(goal);
CREATE INDEX item_slice ON item(slice);

CREATE TABLE board_stage (                 -- the stages of another tool's board; the last is Done
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  place INTEGER NOT NULL,                  -- on the way, from 0
  name TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX board_stage_place ON board_stage(place);

CREATE TABLE stage (                       -- when an item entered a stage of that board
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  item INTEGER NOT NULL REFERENCES item(id) ON DELETE CASCADE,
  place INTEGER NOT NULL,
  day TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX stage_item ON stage(item, place);

CREATE TABLE kept_forecast (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  day TEXT NOT NULL,                       -- day 1 of the forecast
  name TEXT NOT NULL,                      -- what was asked about, in words
  question TEXT NOT NULL,                  -- as JSON
  assumptions TEXT NOT NULL,               -- as JSON
  method INTEGER NOT NULL,                 -- version of the method
  members TEXT NOT NULL,                   -- ids of the items asked about that were open, as JSON
  ahead TEXT NOT NULL,                     -- ids of the order down to the last of them, as JSON
  basis TEXT NOT NULL,                     -- window and fit, as JSON
  quantiles TEXT NOT NULL,                 -- 19 of them, 5% to 95%: days or counts, as JSON
  answer TEXT NOT NULL,                    -- levels told, as JSON
  sentence TEXT NOT NULL,                  -- the words
  told INTEGER REFERENCES stakeholder(id) ON DELETE SET NULL,
  words TEXT NOT NULL                      -- the words used to that person, where others
) STRICT;
CREATE INDEX kept_forecast_told ON kept_forecast(told);

CREATE TABLE outcome (                     -- what a person says became of a kept forecast
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  forecast INTEGER NOT NULL REFERENCES kept_forecast(id) ON DELETE CASCADE,
  happened TEXT,                           -- the day it was done
  items INTEGER,                           -- or how many were
  void TEXT                                -- or why it can't be scored
) STRICT;
CREATE UNIQUE INDEX outcome_forecast ON outcome(forecast);
