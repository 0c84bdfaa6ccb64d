// PostgreSQL and MariaDB, whose own servers tests start for themselves: their programs, and no service.
import { existsSync, readdirSync } from 'node:fs'
import { installPackages } from './debian.mjs'

const postgresDir = '/usr/lib/postgresql'

const isThere = () =>
  existsSync(postgresDir) &&
  readdirSync(postgresDir).some((version) => existsSync(`${postgresDir}/${version}/bin/initdb`)) &&
  existsSync('/usr/sbin/mariadbd')

export function provideDatabases() {
  if (process.platform !== 'linux' || isThere()) return
  if (!installPackages(['postgresql', 'mariadb-server-core']) || !isThere())
    throw new Error(
      'The tests of databases need these packages: postgresql mariadb-server-core. Install them.',
    )
}
