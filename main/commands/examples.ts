// An example for each command's help, by the words that call it.
export const examples: Readonly<Record<string, readonly string[]>> = {
  start: ['floorboard start', 'floorboard start --port 4500'],
  serve: ['floorboard serve --data ./my-floor', 'floorboard serve --data ./my-floor --host 0.0.0.0'],
  tv: ['floorboard tv --feed http://127.0.0.1:4400 --screen wall'],
  init: ['floorboard init --name "Northwind Sales" --currency GBP'],
  apply: ['floorboard apply floor.yaml --check', 'floorboard apply floor.yaml'],
  revert: ['floorboard revert --check', 'floorboard revert 12'],
  export: ['floorboard export > floor.yaml'],
  import: [
    'floorboard import deals.csv --map map.yaml --check',
    'floorboard import deals.csv --map map.yaml --replace',
  ],
  'import people': [
    'floorboard import people users.csv --check',
    'floorboard import people users.csv --column name="Full name" --floor floor.yaml',
  ],
  withdraw: [
    'floorboard withdraw --source crm --check',
    'floorboard withdraw --source crm --since 2026-11-20',
  ],
  undo: ['floorboard undo', 'floorboard undo 1f2e3d4c --check'],
  update: ['floorboard update publish release --data ./my-floor'],
  'update publish': ['floorboard update publish release --data ./my-floor'],
  token: ['floorboard token create --role ingest --name crm --data ./my-floor'],
  'token create': ['floorboard token create --role ingest --name crm --data ./my-floor'],
  'token list': ['floorboard token list --data ./my-floor'],
  'token revoke': ['floorboard token revoke 1f2e3d4c --data ./my-floor'],
  user: ['floorboard user list --data ./my-floor'],
  'user list': ['floorboard user list --data ./my-floor'],
  'user reset-link': ['floorboard user reset-link maya@northwind.example --data ./my-floor'],
  'user make-admin': ['floorboard user make-admin maya@northwind.example --data ./my-floor'],
  database: ['floorboard database prepare --database postgres://floorboard@127.0.0.1/floorboard'],
  'database prepare': [
    'floorboard database prepare --database postgres://floorboard@127.0.0.1/floorboard',
    'FLOORBOARD_DATABASE=postgres://floorboard:SECRET@127.0.0.1/floorboard floorboard database prepare',
  ],
  move: [
    'floorboard move --from ./my-floor --to postgres://floorboard@127.0.0.1/floorboard',
    'floorboard move --from postgres://floorboard@127.0.0.1/floorboard --to ./my-floor',
  ],
  doctor: ['floorboard doctor --data ./my-floor'],
}
