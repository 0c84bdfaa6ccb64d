import type { FastifyRequest } from 'fastify'
import type { ApiParts } from './api-parts.ts'

/** Where people reach the feed, as somebody has said; else the address by which this request came. No slash at its end. */
export const askedOrigin = (
  { protocol, host }: FastifyRequest,
  { publicOrigin }: Pick<ApiParts, 'publicOrigin'>,
): string => publicOrigin ?? `${protocol}://${host}`
