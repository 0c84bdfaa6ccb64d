// The ladder of the database's formats. A new database climbs it from the bottom; one of a later format is refused, never
// guessed at. Everything lies in a schema of its own, so that the database may hold other things too.
import { floorKey } from '../entry-key.ts'

export const schemaName = 'floorboard'

/** A step makes of a database of the format before it one of its own; the first makes one of an empty schema. */
export const steps: readonly string[] = [
  // 1: the log of each floor, and its snapshot; who owns which floor.
  `CREATE TABLE floor (
     floor int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
     name text UNIQUE NOT NULL,
     identity text NOT NULL DEFAULT replace(gen_random_uuid()::text, '-', ''),
     owner int,                        -- the node that appends
     epoch bigint NOT NULL DEFAULT 0,  -- the fence: rises with every owner
     seq bigint NOT NULL DEFAULT 0,    -- the last entry
     facts bigint NOT NULL DEFAULT 0   -- that stand
   ) WITH (fillfactor = 50);           -- each append changes its row in place
   CREATE TABLE entry (
     floor int NOT NULL,
     seq bigint NOT NULL,
     at bigint NOT NULL,               -- epoch ms
     by text NOT NULL,
     key text COLLATE "C" NOT NULL,
     before_seq bigint,                -- the entry that this one replaces; null when the key was unknown or withdrawn
     body text,                        -- null: withdrawn. Text, since jsonb refuses what JSON may hold
     PRIMARY KEY (floor, seq)
   );
   CREATE INDEX floor_edit ON entry (floor, seq) WHERE key = '${floorKey}';
   -- What stands under a key.
   CREATE TABLE head (floor int NOT NULL, key text COLLATE "C" NOT NULL, seq bigint NOT NULL, PRIMARY KEY (floor, key));
   CREATE TABLE snapshot (floor int PRIMARY KEY, seq bigint NOT NULL, bytes bytea NOT NULL); -- gzipped
   CREATE SEQUENCE node_id AS int;
   CREATE TABLE node (id int PRIMARY KEY, name text NOT NULL, beat timestamptz NOT NULL) WITH (fillfactor = 50);`,
  // 2: floors by host name on several nodes, what lies beside the log of each, and what each may use.
  `ALTER TABLE node
     ADD COLUMN url text NOT NULL DEFAULT '',                -- where the other nodes reach it; empty: none do
     ADD COLUMN life text NOT NULL DEFAULT '';               -- of this node alone: after a failover a number may come twice
   ALTER TABLE format ADD COLUMN deployment text;            -- whose nodes may use the database: a fingerprint of their key
   ALTER TABLE floor
     ADD COLUMN beside bigint NOT NULL DEFAULT 0,            -- the last change of what lies beside the log
     ADD COLUMN facts_a_minute int,                          -- limits; null: none
     ADD COLUMN tvs int,
     ADD COLUMN bytes bigint,
     ADD COLUMN closed text,                                 -- why no node claims it; null: it is open
     ADD COLUMN measured bigint NOT NULL DEFAULT 0,          -- up to which entry its size was measured
     ADD COLUMN log_bytes bigint NOT NULL DEFAULT 0,         -- of the entries up to there
     ADD COLUMN used bigint NOT NULL DEFAULT 0;              -- bytes, of all that it keeps, as measured last
   -- Files of a floor's folder, in parts: a row of a table, or a file that is replaced whole.
   CREATE TABLE beside (
     floor int NOT NULL,
     file text COLLATE "C" NOT NULL,
     part text COLLATE "C" NOT NULL,
     seq bigint NOT NULL,              -- the change of the floor that left it so
     body bytea,                       -- null: it is gone
     gone timestamptz,                 -- since when
     PRIMARY KEY (floor, file, part)
   );
   CREATE INDEX beside_seq ON beside (floor, seq);`,
]

/** Rises when the tables change. */
export const format = steps.length
