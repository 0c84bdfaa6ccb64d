// What Pipedrive answers, as far as it is read. Numbers may come as text, where JavaScript would round them.
import { z } from 'zod'

const Id = z.union([z.string(), z.number()]).transform(String)
const Text = z.string().nullish()
/** The older addresses write 0 and 1. */
const Flag = z.union([z.boolean(), z.number().transform((flag) => flag !== 0)]).nullish()

/** Times as RFC 3339, in UTC. */
export const PipedriveDeal = z.object({
  id: Id,
  title: Text,
  owner_id: Id.nullish(),
  /** In major units. */
  value: z.union([z.string(), z.number()]).transform(String).nullish(),
  currency: Text,
  pipeline_id: Id.nullish(),
  stage_id: Id.nullish(),
  status: Text,
  lost_reason: Text,
  add_time: Text,
  update_time: Text,
  stage_change_time: Text,
  won_time: Text,
  lost_time: Text,
  /** The day of the win by the account's own clock. */
  local_won_date: Text,
  expected_close_date: Text,
  is_deleted: Flag,
  is_archived: Flag,
})
export type PipedriveDeal = z.infer<typeof PipedriveDeal>

export const PipedriveActivity = z.object({
  id: Id,
  /** Its key: `call`, `meeting`, or one of the account's own. */
  type: Text,
  owner_id: Id.nullish(),
  deal_id: Id.nullish(),
  done: Flag,
  update_time: Text,
  marked_as_done_time: Text,
  due_date: Text,
  due_time: Text,
  /** `01:30`, hours and minutes. */
  duration: Text,
  is_deleted: Flag,
})
export type PipedriveActivity = z.infer<typeof PipedriveActivity>

/** `data` is null where a list is empty. */
const listOf = <T extends z.ZodType>(row: T) =>
  z.object({
    data: z.array(row).nullish(),
    additional_data: z.object({ next_cursor: Text }).nullish(),
  })

export const DealsAnswer = listOf(PipedriveDeal)
export const ActivitiesAnswer = listOf(PipedriveActivity)

export const PipelinesAnswer = listOf(
  z.object({ id: Id, name: z.string(), order_nr: z.number().nullish(), is_deleted: Flag }),
)

export const StagesAnswer = listOf(
  z.object({
    id: Id,
    name: z.string(),
    pipeline_id: Id,
    order_nr: z.number().nullish(),
    is_deleted: Flag,
  }),
)

const User = z.object({ id: Id, name: Text, email: Text, active_flag: Flag, is_admin: Flag })
/** Users have no address of the second version yet. */
export const UsersAnswer = z.object({ data: z.array(User).nullish() })
export const MeAnswer = z.object({ data: User })

const Fault = z.object({ error: Text, error_info: Text })

/** What it says of a fault. It names no rights. */
export const faultIn = (
  body: unknown,
): { readonly message: string | null; readonly scopes: readonly string[] } => ({
  message: Fault.safeParse(body).data?.error ?? null,
  scopes: [],
})
