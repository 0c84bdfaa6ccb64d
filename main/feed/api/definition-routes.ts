// What counts, and since when: for those who look after the floor.
import type { FastifyInstance } from 'fastify'
import { DefinitionsAnswer } from '../../../shared/wire/definitions.ts'
import { answerDefinitions } from '../metric-changes/answer-definitions.ts'
import type { ApiParts } from './api-parts.ts'
import { routeSchema } from './route-schema.ts'

export const definitionRoutes =
  ({ floor, clock }: ApiParts) =>
  async (app: FastifyInstance): Promise<void> => {
    app.get(
      '/api/v1/definitions',
      {
        schema: routeSchema('What counts, since when and why, and which of two metrics foretold better', {
          answer: DefinitionsAnswer,
        }),
      },
      async (): Promise<DefinitionsAnswer> =>
        answerDefinitions(floor.numbers(), floor.isHistoryComing(), clock.now()),
    )
  }
