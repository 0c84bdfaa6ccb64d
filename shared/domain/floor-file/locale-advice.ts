// A locale that is well formed and yet no language: `German` for `de`.

const letters = 'abcdefghijklmnopqrstuvwxyz'

const languageOf = (locale: string): string => locale.split(/[-_]/)[0] ?? ''

const nameOf = (code: string, inLanguage: string): string | undefined =>
  new Intl.DisplayNames([inLanguage], { type: 'language', fallback: 'none' }).of(code)

/** The code of a language by its English name, or by what it calls itself. */
const codeOf = (name: string): string | null => {
  const wanted = name.toLowerCase()
  for (const first of letters)
    for (const second of letters) {
      const code = `${first}${second}`
      const english = nameOf(code, 'en')
      if (english === undefined) continue
      if (english.toLowerCase() === wanted || nameOf(code, code)?.toLowerCase() === wanted) return code
    }
  return null
}

/** What to say of it, as the end of a sentence; null of a locale that is one. */
export const localeAdvice = (locale: string): string | null => {
  const language = languageOf(locale)
  if (nameOf(language.toLowerCase(), 'en') !== undefined) return null
  const code = codeOf(language)
  const meant = code === null ? '' : `; did you mean "${code}"?`
  return `"${locale}" is no language, so that numbers and dates are written as this machine does${meant}`
}
