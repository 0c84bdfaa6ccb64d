// Links into the console. Their secrets stand after the `#`, which browsers send to nobody.
import type { FastifyRequest } from 'fastify'

type Page = 'first-admin' | 'invitation' | 'reset'

/** `/console/invitation#link=…`, to be put after the feed's address. */
export const consolePath = (page: Page, secret: string): string => `/console/${page}#link=${secret}`

/** At the address by which this request came, which is one that the feed answers to. */
export const consoleLink = ({ protocol, host }: FastifyRequest, page: Page, secret: string): string =>
  `${protocol}://${host}${consolePath(page, secret)}`
