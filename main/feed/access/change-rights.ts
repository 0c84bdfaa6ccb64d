// What somebody may change of the floor who may edit it at all.
import type { ChangeRights } from '../../../shared/domain/edits/may-change.ts'
import type { Access } from './access.ts'
import type { Principal } from './principal.ts'

/** Whoever administers changes everything, others what is on the wall; a manager of named teams what is theirs. */
export const createRightsOf =
  (access: Pick<Access, 'pass'>) =>
  async (principal: Principal): Promise<ChangeRights> => ({
    administers: (await access.pass(principal, 'administer')) === 'open',
    teams:
      principal.kind === 'person' && principal.role === 'manager' && principal.teams.length > 0
        ? principal.teams
        : null,
  })
