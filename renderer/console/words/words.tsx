// The console's words: English stands where it is used, other languages in one file each. The language is the floor's.
import { type ReactNode, useEffect, useState } from 'react'
import { IntlProvider, useIntl } from 'react-intl'

type Messages = Readonly<Record<string, string>>

const languages: Readonly<Record<string, () => Promise<{ readonly default: Messages }>>> = {
  de: () => import('./de.json'),
}

interface WordsProps {
  /** BCP 47. */
  readonly locale: string
  readonly timeZone: string
  readonly children: ReactNode
}

/** Draws nothing until the language is there. */
export function Words({ locale, timeZone, children }: WordsProps) {
  const language = locale.split('-')[0] ?? 'en'
  const load = languages[language]
  const [loaded, setLoaded] = useState<{ language: string; messages: Messages } | null>(null)
  useEffect(() => {
    document.documentElement.lang = load ? locale : 'en'
    let current = true
    if (load)
      load().then(
        ({ default: messages }) => current && setLoaded({ language, messages }),
        // English is better than nothing.
        () => current && setLoaded({ language, messages: {} }),
      )
    return () => {
      current = false
    }
  }, [load, language, locale])
  if (load && loaded?.language !== language) return null
  return (
    <IntlProvider
      // Without words of its own a language has English words, and its own way to write numbers and dates.
      locale={locale}
      // English where English is spoken lacks no translation: an error would be made for each text, only to be passed over.
      defaultLocale={language === 'en' ? locale : 'en'}
      timeZone={timeZone}
      messages={load && loaded ? loaded.messages : {}}
      onError={(error) => {
        if (error.code !== 'MISSING_TRANSLATION') console.error('floorboard:', error.message)
      }}
    >
      {children}
    </IntlProvider>
  )
}

/** `say({ id, defaultMessage }, values)`: a text of the console, for attributes and toasts. */
export const useSay = (): ReturnType<typeof useIntl>['formatMessage'] => useIntl().formatMessage
