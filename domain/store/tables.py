"""The tables of a plan file, as SQL; what is written here is what stands in the file.

Every list of a plan is a table, its rows known by scenario and id. ``position`` is the place in
the list; there may be gaps. Days are ISO text, the first and the last both inside; an open day is
null. A precision that is null is the day itself. Lists and sources are JSON. The checks are those
of the values of the model: what a plan can hold is never refused here. They use no function of
JSON: some versions of SQLite take those for unsafe where the schema is not trusted. A day is
reckoned with once, by no days, because only then SQLite sees that there is no 30 February.
"""

from __future__ import annotations

import re
from typing import Final

_SHARED: Final = {
    "own": """scenario INTEGER NOT NULL
    REFERENCES scenarios (number) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL CHECK (position >= 0),
  id TEXT NOT NULL CHECK (length(id) BETWEEN 1 AND 64)""",
    "days": """first_day TEXT
    CHECK (first_day BETWEEN '1990-01-01' AND '2100-12-31'
      AND first_day = date(first_day, '+0 days')),
  last_day TEXT
    CHECK (last_day BETWEEN '1990-01-01' AND '2100-12-31'
      AND last_day = date(last_day, '+0 days'))""",
    "notes": """first_day_precision TEXT
    CHECK (first_day_precision IN ('month', 'year', 'approx')),
  last_day_precision TEXT
    CHECK (last_day_precision IN ('month', 'year', 'approx')),
  first_day_note TEXT,
  last_day_note TEXT,
  last_day_kind TEXT
    CHECK (last_day_kind IN ('date', 'indefinite', 'ongoing', 'per_activity', 'not_stated'))""",
    "source": "source TEXT CHECK (source GLOB '{*}')",
    "keys": "PRIMARY KEY (scenario, id),\n  UNIQUE (scenario, position)",
    "later": "DEFERRABLE INITIALLY DEFERRED",
    "turned": "CHECK (first_day <= last_day)",
}
_COUNT: Final = re.compile(r"^(\s*)(\w+) COUNT", re.MULTILINE)


def _written(sql: str) -> str:
    """The statement with what the tables have in common filled in."""
    for name, text in _SHARED.items():
        sql = sql.replace(f"<{name}>", text)
    counts = r"\1\2 INTEGER CHECK (\2 BETWEEN 0 AND 10000000)"
    return _COUNT.sub(counts, sql).strip()


_TABLES: Final = (
    """
CREATE TABLE plan (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  id TEXT NOT NULL CHECK (length(id) = 32),
  name TEXT NOT NULL,
  created TEXT NOT NULL,
  open_scenario INTEGER NOT NULL REFERENCES scenarios (number) <later>
) STRICT
""",
    """
CREATE TABLE scenarios (
  number INTEGER PRIMARY KEY CHECK (number > 0),
  name TEXT NOT NULL UNIQUE,
  derived_from TEXT,
  circa_percent COUNT NOT NULL,
  circa_least COUNT NOT NULL,
  marking_level ANY CHECK (typeof(marking_level) IN ('integer', 'text', 'null')),
  marking_text TEXT,
  marking_colour TEXT,
  planning_first_day TEXT CHECK (planning_first_day = date(planning_first_day, '+0 days')),
  planning_last_day TEXT CHECK (planning_last_day = date(planning_last_day, '+0 days')),
  open_points TEXT NOT NULL CHECK (open_points GLOB '[[]*]'),
  CHECK ((marking_level IS NULL) = (marking_text IS NULL)),
  CHECK ((marking_level IS NULL) = (marking_colour IS NULL)),
  CHECK (planning_first_day <= planning_last_day)
) STRICT
""",
    """
CREATE TABLE missions (
  <own>,
  name TEXT NOT NULL,
  full_name TEXT NOT NULL,
  region TEXT NOT NULL,
  lead TEXT NOT NULL,
  kind TEXT NOT NULL,
  main_task INTEGER,
  handover_days COUNT NOT NULL,
  handover_counts INTEGER NOT NULL CHECK (handover_counts IN (0, 1)),
  min_days INTEGER CHECK (min_days >= 0),
  min_months INTEGER CHECK (min_months >= 0),
  max_days INTEGER CHECK (max_days >= 0),
  max_months INTEGER CHECK (max_months >= 0),
  preparation_days COUNT NOT NULL,
  decision_lead_days COUNT NOT NULL,
  note TEXT NOT NULL,
  CHECK (min_days IS NULL OR min_months IS NULL),
  CHECK (max_days IS NULL OR max_months IS NULL),
  <keys>
) STRICT
""",
    """
CREATE TABLE mandates (
  <own>,
  mission TEXT NOT NULL,
  legal_basis TEXT NOT NULL,
  <days>,
  <notes>,
  <source>,
  <turned>,
  <keys>,
  FOREIGN KEY (scenario, mission) REFERENCES missions (scenario, id) <later>
) STRICT
""",
    """
CREATE TABLE frames (
  <own>,
  title TEXT NOT NULL,
  missions TEXT NOT NULL CHECK (missions GLOB '[[]*]'),
  <days>,
  condition TEXT,
  condition_met INTEGER CHECK (condition_met IN (0, 1)),
  condition_decided_on TEXT CHECK (condition_decided_on = date(condition_decided_on, '+0 days')),
  until_decided TEXT NOT NULL CHECK (until_decided IN ('in_force', 'not_in_force')),
  caveats TEXT NOT NULL CHECK (caveats GLOB '[[]*]'),
  supersedes TEXT NOT NULL CHECK (supersedes GLOB '[[]*]'),
  correction INTEGER NOT NULL CHECK (correction IN (0, 1)),
  <notes>,
  <source>,
  <turned>,
  <keys>
) STRICT
""",
    """
CREATE TABLE limits (
  scenario INTEGER NOT NULL,
  frame TEXT NOT NULL,
  position INTEGER NOT NULL CHECK (position >= 0),
  id TEXT NOT NULL CHECK (length(id) BETWEEN 1 AND 64),
  measure TEXT CHECK (measure IN ('persons', 'teams', 'teams_per_year', 'persons_per_year',
    'average_per_year', 'team_size')),
  categories TEXT NOT NULL CHECK (categories GLOB '[[]*]'),
  number COUNT,
  binding TEXT NOT NULL CHECK (binding IN ('maximum', 'exact', 'circa', 'modular', 'unlimited',
    'unknown', 'unread')),
  CHECK ((measure IS NULL) = (binding = 'unread')),
  CHECK (number IS NOT NULL OR binding IN ('unlimited', 'unknown', 'unread')),
  CHECK (number IS NULL OR binding NOT IN ('unlimited', 'unknown')),
  PRIMARY KEY (scenario, frame, position),
  UNIQUE (scenario, id),
  FOREIGN KEY (scenario, frame) REFERENCES frames (scenario, id) <later>
) STRICT
""",
    """
CREATE TABLE forces (
  <own>,
  name TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('unit', 'pool')),
  parent TEXT,
  measure TEXT NOT NULL CHECK (measure IN ('persons', 'teams', 'items')),
  service TEXT NOT NULL,
  marking TEXT NOT NULL,
  <keys>,
  FOREIGN KEY (scenario, parent) REFERENCES forces (scenario, id) <later>
) STRICT
""",
    """
CREATE TABLE supply (
  scenario INTEGER NOT NULL,
  force TEXT NOT NULL,
  position INTEGER NOT NULL CHECK (position >= 0),
  <days>,
  quantity COUNT NOT NULL,
  <notes>,
  <turned>,
  PRIMARY KEY (scenario, force, position),
  FOREIGN KEY (scenario, force) REFERENCES forces (scenario, id) <later>
) STRICT
""",
    """
CREATE TABLE commitments (
  <own>,
  force TEXT NOT NULL,
  name TEXT NOT NULL,
  kind TEXT NOT NULL
    CHECK (kind IN ('readiness', 'national', 'exercise', 'maintenance', 'other')),
  <days>,
  quantity COUNT,
  exclusive INTEGER NOT NULL CHECK (exclusive IN (0, 1)),
  note TEXT NOT NULL,
  <notes>,
  <source>,
  <turned>,
  <keys>,
  FOREIGN KEY (scenario, force) REFERENCES forces (scenario, id) <later>
) STRICT
""",
    """
CREATE TABLE sharings (
  <own>,
  force TEXT NOT NULL,
  missions TEXT NOT NULL CHECK (missions GLOB '[[]*]'),
  <days>,
  <notes>,
  <source>,
  <turned>,
  <keys>,
  FOREIGN KEY (scenario, force) REFERENCES forces (scenario, id) <later>
) STRICT
""",
    """
CREATE TABLE recovery_rules (
  <own>,
  kind TEXT NOT NULL CHECK (kind IN ('ratio', 'interval', 'quota')),
  categories TEXT NOT NULL CHECK (categories GLOB '[[]*]'),
  <days>,
  factor TEXT,
  days COUNT,
  window_days COUNT,
  forces TEXT NOT NULL CHECK (forces GLOB '[[]*]'),
  exempt_missions TEXT NOT NULL CHECK (exempt_missions GLOB '[[]*]'),
  <notes>,
  <source>,
  <turned>,
  CHECK (kind <> 'ratio' OR factor IS NOT NULL),
  CHECK (kind = 'ratio' OR days IS NOT NULL),
  CHECK (kind <> 'quota' OR window_days IS NOT NULL),
  <keys>
) STRICT
""",
    """
CREATE TABLE length_rules (
  <own>,
  category TEXT NOT NULL CHECK (category IN ('military', 'civilian', 'police')),
  <days>,
  min_months COUNT,
  max_months COUNT,
  <notes>,
  <source>,
  <turned>,
  <keys>
) STRICT
""",
    """
CREATE TABLE posts (
  <own>,
  mission TEXT NOT NULL,
  title TEXT NOT NULL,
  category TEXT NOT NULL CHECK (category IN ('military', 'civilian', 'police')),
  quantity COUNT NOT NULL,
  <days>,
  <notes>,
  <turned>,
  <keys>,
  FOREIGN KEY (scenario, mission) REFERENCES missions (scenario, id) <later>
) STRICT
""",
    """
CREATE TABLE rotations (
  <own>,
  mission TEXT NOT NULL,
  name TEXT NOT NULL,
  <days>,
  military COUNT NOT NULL,
  civilian COUNT NOT NULL,
  police COUNT NOT NULL,
  teams COUNT,
  force TEXT,
  quantity COUNT,
  post TEXT,
  relieves TEXT,
  continues TEXT,
  part_of TEXT,
  supports TEXT CHECK (supports GLOB '[[]*]'),
  status TEXT NOT NULL
    CHECK (status IN ('draft', 'planned', 'approved', 'deployed', 'completed', 'cancelled')),
  justification TEXT NOT NULL,
  note TEXT NOT NULL,
  <notes>,
  CHECK (first_day IS NOT NULL AND last_day IS NOT NULL),
  <turned>,
  <keys>,
  FOREIGN KEY (scenario, mission) REFERENCES missions (scenario, id) <later>,
  FOREIGN KEY (scenario, force) REFERENCES forces (scenario, id) <later>,
  FOREIGN KEY (scenario, post) REFERENCES posts (scenario, id) <later>,
  FOREIGN KEY (scenario, relieves) REFERENCES rotations (scenario, id) <later>,
  FOREIGN KEY (scenario, continues) REFERENCES rotations (scenario, id) <later>,
  FOREIGN KEY (scenario, part_of) REFERENCES rotations (scenario, id) <later>
) STRICT
""",
    """
CREATE TABLE waivers (
  <own>,
  code TEXT NOT NULL,
  subjects TEXT NOT NULL CHECK (subjects GLOB '[[]*]'),
  reason TEXT NOT NULL,
  by_whom TEXT NOT NULL,
  on_day TEXT CHECK (on_day = date(on_day, '+0 days')),
  until_day TEXT CHECK (until_day = date(until_day, '+0 days')),
  accepted_first_day TEXT NOT NULL CHECK (accepted_first_day = date(accepted_first_day, '+0 days')),
  accepted_last_day TEXT NOT NULL CHECK (accepted_last_day = date(accepted_last_day, '+0 days')),
  accepted_excess TEXT,
  accepted_contributors TEXT NOT NULL CHECK (accepted_contributors GLOB '[[]*]'),
  CHECK (accepted_first_day <= accepted_last_day),
  <keys>
) STRICT
""",
    """
CREATE TABLE journal (
  seq INTEGER PRIMARY KEY CHECK (seq > 0),
  scenario INTEGER NOT NULL,
  at TEXT NOT NULL,
  who TEXT NOT NULL,
  label TEXT NOT NULL,
  changes TEXT NOT NULL,
  previous TEXT NOT NULL CHECK (length(previous) = 64),
  hash TEXT NOT NULL CHECK (length(hash) = 64)
) STRICT
""",
)
# Without these a thing that goes would be looked for in every row that might refer to it.
_REFERENCES: Final = (
    ("mandates", "mission"),
    ("posts", "mission"),
    ("forces", "parent"),
    ("commitments", "force"),
    ("sharings", "force"),
    ("rotations", "mission"),
    ("rotations", "force"),
    ("rotations", "post"),
    ("rotations", "relieves"),
    ("rotations", "continues"),
    ("rotations", "part_of"),
)
_INDEXES: Final = tuple(
    f"CREATE INDEX {table}_by_{column} ON {table} (scenario, {column}) WHERE {column} IS NOT NULL"
    for table, column in _REFERENCES
)
STATEMENTS: Final = tuple(_written(sql) for sql in _TABLES) + _INDEXES
"""What makes an empty file one of version 1, in order."""
