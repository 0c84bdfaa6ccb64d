// PostgreSQL, a pooler before it, and MariaDB, whose own servers tests start for themselves: their programs, and no service.
import { existsSync, readdirSync } from 'node:fs'
import { installPackages } from './debian.mjs'

const postgresDir = '/usr/lib/postgresql'

// What sets up MariaDB's folder asks a program of its clients.
const packages = ['postgresql', 'pgbouncer', 'mariadb-server-core', 'mariadb-client-core']

const isThere = () =>
  existsSync(postgresDir) &&
  readdirSync(postgresDir).some((version) => existsSync(`${postgresDir}/${version}/bin/initdb`)) &&
  existsSync('/usr/sbin/pgbouncer') &&
  existsSync('/usr/sbin/mariadbd') &&
  existsSync('/usr/bin/my_print_defaults')

export function provideDatabases() {
  if (process.platform !== 'linux' || isThere()) return
  if (!installPackages(packages) || !isThere())
    throw new Error(`The tests of databases need these packages: ${packages.join(' ')}. Install them.`)
}
