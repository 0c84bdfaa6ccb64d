import { useSay } from '../../words/words.tsx'

/** What a token is for. */
export const useTokenRoleWords = (): ((role: string) => string) => {
  const say = useSay()
  return (role) => {
    switch (role) {
      case 'ingest':
        return say({ id: 'console.token.ingest', defaultMessage: 'Sends facts' })
      case 'screen':
        return say({ id: 'console.token.screen', defaultMessage: 'Shows boards' })
      case 'report':
        return say({
          id: 'console.token.report',
          defaultMessage: 'Reads figures, for spreadsheets and Grafana',
        })
      case 'admin':
        return say({ id: 'console.token.admin', defaultMessage: 'May do everything' })
      default:
        return role
    }
  }
}
