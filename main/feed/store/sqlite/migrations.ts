// The ladder of the file's formats. A new file climbs it from the bottom, so every step is taken again and again and
// every file of a format has the same tables, whichever version made it.
import { floorKey } from '../entry-key.ts'

/** A step makes of a file of the format before it one of its own; the first makes one of an empty file. */
const steps: readonly string[] = [
  // 1: facts and floors.
  `CREATE TABLE entry (
     seq INTEGER PRIMARY KEY,
     at INTEGER NOT NULL, -- epoch ms
     key TEXT,
     before_seq INTEGER,  -- the entry that this one replaces; null when the key was unknown or withdrawn
     body TEXT            -- null: withdrawn
   );
   CREATE INDEX floor_edit ON entry (seq) WHERE key IS NULL;
   -- What stands under a key. Every lookup by key goes through here, so that entries need no index of their own.
   CREATE TABLE head (key TEXT PRIMARY KEY, seq INTEGER NOT NULL) WITHOUT ROWID;
   CREATE TABLE identity (log TEXT NOT NULL);
   INSERT INTO identity SELECT lower(hex(randomblob(16)));`,
  // 2: every entry has a key, which says its kind, and a cause. Floors had no key, and no head.
  `ALTER TABLE entry ADD COLUMN by TEXT NOT NULL DEFAULT 'unknown';
   UPDATE entry SET key = '${floorKey}' WHERE key IS NULL;
   DROP INDEX floor_edit;
   INSERT INTO head SELECT key, max(seq) FROM entry WHERE key = '${floorKey}' GROUP BY key;`,
  // 3: every entry has a checksum. Earlier entries get theirs in the background, as they are found.
  'ALTER TABLE entry ADD COLUMN sum INTEGER;',
]

/** Rises when the tables change; a file of a later format is refused, never guessed at. */
export const format = steps.length

/** SQL that makes a file of the format `found` (0: an empty file) one of today's. */
export const stepsFrom = (found: number): readonly string[] => steps.slice(found)
