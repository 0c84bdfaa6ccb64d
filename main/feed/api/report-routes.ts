// Figures by address, for spreadsheets and dashboards: JSON and CSV of the same tables.
import { createHash } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { FigureRow, FiguresQuery, MetricLine, SeriesQuery, SeriesRow } from '../../../shared/wire/reports.ts'
import { rowsOf } from '../access/private-views.ts'
import { faultsIn } from '../floor-file/issue-sentences.ts'
import type { Refusal } from '../fold/live-floor.ts'
import type { ReportReader } from '../reports/report-desk.ts'
import { csvOf, jsonOf, type ReportTable } from '../reports/report-table.ts'
import { ApiError } from './api-error.ts'
import type { ApiParts } from './api-parts.ts'
import { readMetricQuery } from './metric-query.ts'
import { routeSchema } from './route-schema.ts'

const formats = ['json', 'csv'] as const
const types = { json: 'application/json; charset=utf-8', csv: 'text/csv; charset=utf-8' }
const writers = { json: jsonOf, csv: csvOf }

const readQuery = <T>(schema: z.ZodType<T>, query: unknown): T => {
  const read = schema.safeParse(query, { reportInput: true })
  if (read.success) return read.data
  const [fault] = faultsIn(read.error)
  const where = fault?.path.join('.') || 'query'
  throw new ApiError('bad-query', `${where}: ${fault?.message ?? 'is refused'}.`)
}

export const reportRoutes =
  ({ reports, identity: { access }, clock }: ApiParts) =>
  async (app: FastifyInstance): Promise<void> => {
    const readerOf = async ({ principal }: FastifyRequest): Promise<ReportReader> => ({
      rows: rowsOf(principal),
      audiences: await access.audiences(principal),
    })
    /** Whoever asks again before anything changed is told that alone. */
    const send = (
      request: FastifyRequest,
      reply: FastifyReply,
      format: (typeof formats)[number],
      table: ReportTable | Refusal,
    ): FastifyReply => {
      if ('code' in table) throw new ApiError(table.code, table.message)
      const text = writers[format](table)
      const tag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 24)}"`
      void reply.headers({ 'cache-control': 'private, no-cache', etag: tag })
      if (request.headers['if-none-match'] === tag) return reply.status(304).send()
      return reply.type(types[format]).send(text)
    }

    for (const format of formats) {
      app.get(
        `/api/v1/reports/metrics.${format}`,
        { schema: routeSchema('The metrics that a report may name', { answer: z.array(MetricLine) }) },
        async (request, reply) => {
          readQuery(z.strictObject({ token: z.string().optional() }), request.query)
          return send(request, reply, format, reports.metrics(await readerOf(request)))
        },
      )
      app.get(
        `/api/v1/reports/figures.${format}`,
        {
          schema: routeSchema('Figures of metrics in a window, by rep, team or org', {
            query: FiguresQuery,
            answer: z.array(FigureRow),
          }),
        },
        async (request, reply) => {
          const { token: _, metric, ...asked } = readQuery(FiguresQuery, request.query)
          const given = Object.entries(
            typeof request.query === 'object' && request.query !== null ? request.query : {},
          ).filter(([name]) => name in asked)
          const { metric: __, ...question } = readMetricQuery('', Object.fromEntries(given), clock.now())
          return send(
            request,
            reply,
            format,
            await reports.figures(await readerOf(request), metric, question),
          )
        },
      )
      app.get(
        `/api/v1/reports/series.${format}`,
        {
          schema: routeSchema('Figures of metrics by day, week or month', {
            query: SeriesQuery,
            answer: z.array(SeriesRow),
          }),
        },
        async (request, reply) =>
          send(
            request,
            reply,
            format,
            await reports.series(await readerOf(request), readQuery(SeriesQuery, request.query)),
          ),
      )
    }
  }
