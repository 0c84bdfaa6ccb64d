// Whose way of writing the letters that Chinese, Japanese and Korean share.

export type Han = 'jp' | 'kr' | 'sc' | 'tc'

/** Of a BCP 47 tag. A floor that writes in none of the three has its Han names drawn as in Japan. */
export const hanOf = (locale: string): Han => {
  const { language, script } = new Intl.Locale(locale).maximize()
  if (language === 'ko') return 'kr'
  if (language === 'zh' || language === 'yue') return script === 'Hant' ? 'tc' : 'sc'
  return 'jp'
}
