// Other programs that send by themselves, as admins set them up. No line tells of deliveries, so the page asks again.
import { queryOptions } from '@tanstack/react-query'
import { z } from 'zod'
import {
  DeliveryBodyAnswer,
  InboundAnswer,
  InboundDeliveriesAnswer,
  InboundSecretAnswer,
  InboundTryAnswer,
  type InboundTryRequest,
} from '../../../shared/wire/inbound.ts'
import { request } from './request.ts'

const askAgainMs = 5000

export const inboundQuery = queryOptions({
  queryKey: ['inbound'],
  queryFn: ({ signal }) => request(InboundAnswer, '/inbound', { signal }),
  refetchInterval: askAgainMs,
})

export const deliveriesQuery = (source: string) =>
  queryOptions({
    queryKey: ['inbound', source, 'deliveries'],
    queryFn: ({ signal }) => request(InboundDeliveriesAnswer, `/inbound/${source}/deliveries`, { signal }),
    refetchInterval: askAgainMs,
  })

export const deliveryBody = (source: string, delivery: number) =>
  request(DeliveryBodyAnswer, `/inbound/${source}/deliveries/${delivery}`)

/** This one and all that came after it. */
export const lookAgain = (source: string, delivery: number) =>
  request(z.object({ again: z.int() }), `/inbound/${source}/deliveries/${delivery}/again`, { json: {} })

export const setInboundSecret = (source: string, secret: string | null) =>
  request(InboundSecretAnswer, `/inbound/${source}/secret`, { json: { secret } })

export const tryInbound = (asked: z.input<typeof InboundTryRequest>, signal: AbortSignal) =>
  request(InboundTryAnswer, '/inbound-tries', { json: asked, signal })
