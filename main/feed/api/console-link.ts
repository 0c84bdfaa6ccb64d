import type { FastifyRequest } from 'fastify'
import { consolePath } from '../access/console-path.ts'
import type { ApiParts } from './api-parts.ts'
import { askedOrigin } from './asked-origin.ts'

/** A link into the console, at an address that the feed answers to. */
export const consoleLink = (
  request: FastifyRequest,
  parts: Pick<ApiParts, 'publicOrigin'>,
  page: Parameters<typeof consolePath>[0],
  secret: string,
): string => `${askedOrigin(request, parts)}${consolePath(page, secret)}`
