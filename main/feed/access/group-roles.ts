// What the groups of an OpenID provider are on this floor.
import { z } from 'zod'
import { AccountRole } from '../../../shared/wire/accounts.ts'
import { Slug } from '../../../shared/wire/text.ts'

/** `{"wall-admins": {"role": "admin"}, "sales-east": {"role": "manager", "teams": ["east"]}}` */
export const GroupRoles = z.record(
  z.string(),
  z.strictObject({ role: AccountRole, teams: z.array(Slug).default([]) }),
)
export type GroupRoles = z.infer<typeof GroupRoles>

/** Of several the one that may do most. */
const order: readonly AccountRole[] = ['admin', 'manager', 'leader', 'viewer']

/** Null: none of the groups is known here. A manager has the teams of all groups that make them one. */
export const roleOfGroups = (
  groups: readonly string[],
  known: GroupRoles,
): { readonly role: AccountRole; readonly teams: readonly string[] } | null => {
  const given = groups.flatMap((group) => (Object.hasOwn(known, group) ? (known[group] ?? []) : []))
  const role = order.find((each) => given.some((one) => one.role === each))
  if (role === undefined) return null
  const own = given.filter((one) => one.role === role)
  // Who manages all in one group manages all.
  const teams = own.some((one) => one.teams.length === 0) ? [] : own.flatMap((one) => one.teams)
  return { role, teams: [...new Set(teams)] }
}
