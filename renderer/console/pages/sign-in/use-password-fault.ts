import { Password } from '../../../../shared/wire/accounts.ts'
import { useSay } from '../../words/words.tsx'

/** What is wrong with a new password, in a sentence; undefined where it will do. The feed refuses common ones besides. */
export const usePasswordFault = (): ((password: string) => string | undefined) => {
  const say = useSay()
  return (password) =>
    Password.safeParse(password).success
      ? undefined
      : say({ id: 'console.password.short', defaultMessage: 'Take at least 10 characters.' })
}
