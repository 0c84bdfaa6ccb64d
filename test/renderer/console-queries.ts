// What the console has been answered before a page of it is shown: who looks at it, as every page asks for that.
import type { QueryClient } from '@tanstack/react-query'
import { meQuery } from '../../renderer/console/api/queries.ts'
import { createQueries } from '../../renderer/console/query-client.ts'
import type { MeAnswer } from '../../shared/wire/accounts.ts'

/** Somebody who may do nothing. */
export const someone: MeAnswer = {
  account: null,
  setUp: 'done',
  floor: { name: 'Northwind', locale: 'en-US', currency: 'USD', timeZone: 'UTC' },
  may: {
    look: false,
    edit: false,
    control: false,
    seeManagers: false,
    seeLeadership: false,
    administer: false,
  },
  providers: [],
  canMail: false,
  plainHttp: false,
}

export const everything: MeAnswer['may'] = {
  look: true,
  edit: true,
  control: true,
  seeManagers: true,
  seeLeadership: true,
  administer: true,
}

export const consoleQueries = (me: MeAnswer = someone): QueryClient => {
  const client = createQueries()
  client.setQueryData(meQuery.queryKey, me)
  return client
}
