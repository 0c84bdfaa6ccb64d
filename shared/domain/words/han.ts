// Whose form of the Han characters: Chinese, Japanese and Korean draw some of those they share differently.

export type Han = 'jp' | 'kr' | 'sc' | 'tc'

/** `locale` is a BCP 47 tag. For other languages, names in Han characters are drawn as in Japan. */
export const hanOf = (locale: string): Han => {
  const { language, script } = new Intl.Locale(locale).maximize()
  if (language === 'ko') return 'kr'
  if (language === 'zh' || language === 'yue') return script === 'Hant' ? 'tc' : 'sc'
  return 'jp'
}
