// What somebody may change of the floor who may edit it at all.
import type { ChangeRights } from '../../../shared/domain/edits/may-change.ts'
import type { Access } from './access.ts'
import type { Principal } from './principal.ts'

/** Whoever administers changes everything; others what is on the wall, whichever team's it is. */
export const createRightsOf =
  (access: Pick<Access, 'pass'>) =>
  async (principal: Principal): Promise<ChangeRights> => ({
    administers: (await access.pass(principal, 'administer')) === 'open',
    teams: null,
  })
