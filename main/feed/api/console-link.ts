import type { FastifyRequest } from 'fastify'
import { consolePath } from '../access/console-path.ts'

/** A link into the console, at the address by which this request came, which is one that the feed answers to. */
export const consoleLink = (
  { protocol, host }: FastifyRequest,
  page: Parameters<typeof consolePath>[0],
  secret: string,
): string => `${protocol}://${host}${consolePath(page, secret)}`
