// Names of what a screen can be set to.
import type { Theme } from '../../../../shared/wire/theme.ts'
import { useSay } from '../../words/words.tsx'

export const useThemeWords = (): ((theme: Theme) => string) => {
  const say = useSay()
  return (theme) => {
    switch (theme) {
      case 'night':
        return say({ id: 'console.theme.night', defaultMessage: 'Night' })
      case 'day':
        return say({ id: 'console.theme.day', defaultMessage: 'Day' })
      case 'high-contrast':
        return say({ id: 'console.theme.high-contrast', defaultMessage: 'High contrast' })
    }
  }
}

export const useTurnWords = (): ((turn: '0' | '90' | '180' | '270') => string) => {
  const say = useSay()
  return (turn) => {
    switch (turn) {
      case '0':
        return say({ id: 'console.turn.0', defaultMessage: 'As usual' })
      case '90':
        return say({ id: 'console.turn.90', defaultMessage: 'Turned to the right' })
      case '180':
        return say({ id: 'console.turn.180', defaultMessage: 'Upside down' })
      case '270':
        return say({ id: 'console.turn.270', defaultMessage: 'Turned to the left' })
    }
  }
}
