// The four roles in words.
import type { AccountRole } from '../../../shared/wire/accounts.ts'
import { useSay } from '../words/words.tsx'

interface RoleWords {
  readonly name: string
  /** What it lets somebody do. */
  readonly note: string
}

export const useRoleWords = (): ((role: AccountRole) => RoleWords) => {
  const say = useSay()
  return (role) => {
    switch (role) {
      case 'admin':
        return {
          name: say({ id: 'console.role.admin', defaultMessage: 'Admin' }),
          note: say({
            id: 'console.role.admin.note',
            defaultMessage: 'Everything: the wall, the numbers, and who may come in.',
          }),
        }
      case 'manager':
        return {
          name: say({ id: 'console.role.manager', defaultMessage: 'Manager' }),
          note: say({
            id: 'console.role.manager.note',
            defaultMessage:
              'Runs the wall, and the people, goals and boards of their teams. Sees their private boards.',
          }),
        }
      case 'leader':
        return {
          name: say({ id: 'console.role.leader', defaultMessage: 'Leader' }),
          note: say({
            id: 'console.role.leader.note',
            defaultMessage: 'Sees everything and changes nothing.',
          }),
        }
      case 'viewer':
        return {
          name: say({ id: 'console.role.viewer', defaultMessage: 'Viewer' }),
          note: say({
            id: 'console.role.viewer.note',
            defaultMessage: 'Sees their own numbers and the boards of the floor.',
          }),
        }
    }
  }
}
