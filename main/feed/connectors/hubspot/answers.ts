// What HubSpot answers, as far as it is read. Every property is text or null, whatever it holds.
import { z } from 'zod'

/** The date that the addresses carry, in this one place. */
export const apiVersion = '2026-09'

const Text = z.union([z.string(), z.number(), z.boolean()]).transform(String).nullish()

export const HubSpotObject = z.object({
  id: z.union([z.string(), z.number()]).transform(String),
  properties: z.record(z.string(), Text).default({}),
  archived: z.boolean().nullish(),
  archivedAt: z.string().nullish(),
})
export type HubSpotObject = z.infer<typeof HubSpotObject>

const Paging = z
  .object({ next: z.object({ after: z.union([z.string(), z.number()]).transform(String) }).nullish() })
  .nullish()

export const ObjectsAnswer = z.object({
  total: z.number().nullish(),
  results: z.array(HubSpotObject),
  paging: Paging,
})

export const OwnersAnswer = z.object({
  results: z.array(
    z.object({
      id: z.union([z.string(), z.number()]).transform(String),
      email: z.string().nullish(),
      firstName: z.string().nullish(),
      lastName: z.string().nullish(),
      type: z.string().nullish(),
      archived: z.boolean().nullish(),
    }),
  ),
  paging: Paging,
})

export const PipelinesAnswer = z.object({
  results: z.array(
    z.object({
      id: z.string(),
      label: z.string(),
      displayOrder: z.number().nullish(),
      archived: z.boolean().nullish(),
      stages: z
        .array(
          z.object({
            id: z.string(),
            label: z.string(),
            displayOrder: z.number().nullish(),
            archived: z.boolean().nullish(),
            /** Its values are text: `"probability":"1.0"`. */
            metadata: z.record(z.string(), Text).nullish(),
          }),
        )
        .default([]),
    }),
  ),
})

export const SplitsAnswer = z.object({
  results: z.array(
    z.object({
      id: z.union([z.string(), z.number()]).transform(String),
      splits: z.array(z.object({ properties: z.record(z.string(), Text) })).default([]),
    }),
  ),
})

export const DispositionsAnswer = z.union([
  z.array(z.object({ id: z.string(), label: z.string() })),
  z
    .object({ results: z.array(z.object({ id: z.string(), label: z.string() })) })
    .transform(({ results }) => results),
])

const Fault = z.object({
  message: z.string().nullish(),
  errors: z
    .array(
      z.object({
        context: z.object({ requiredGranularScopes: z.array(z.string()).nullish() }).nullish(),
      }),
    )
    .nullish(),
})

/** What it says of a fault, and the scopes that it names as missing. */
export const faultIn = (
  body: unknown,
): { readonly message: string | null; readonly scopes: readonly string[] } => {
  const { data } = Fault.safeParse(body)
  return {
    message: data?.message ?? null,
    scopes: (data?.errors ?? []).flatMap(({ context }) => context?.requiredGranularScopes ?? []),
  }
}
