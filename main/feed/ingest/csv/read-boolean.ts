// Reads yes and no, as programs write them and as spreadsheets do in their users' languages.
import { plainText } from './plain-text.ts'
import type { Reading } from './reading.ts'

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '))

const yes = words(
  'true yes y t 1 on x ✓ ✔ checked wahr ja j vrai oui verdadero sí si s verdadeiro sim vero waar sand sant tosi kyllä ' +
    'prawda tak pravda ano áno da igaz igen adevărat doğru evet истина да ισχύς αληθές ναι אמת כן نعم صحيح 真 是 はい 참 예 จริง ใช่',
)
const no = words(
  'false no n f 0 off unchecked falsch nein faux non falso não nao onwaar nee falsk usann nej nei epätosi ei fałsz nie ' +
    'nepravda ne hamis nem fals nu yanlış hayır ложь нет лъжа не ψευδές όχι שקר לא لا خطأ 假 否 いいえ 거짓 아니요 เท็จ ไม่',
)

/** Null for any other word. */
export const booleanIn = (text: string): boolean | null => {
  const word = plainText(text).toLowerCase()
  if (yes.has(word)) return true
  return no.has(word) ? false : null
}

export const readBoolean = (text: string): Reading<boolean> => {
  const value = booleanIn(text)
  return value === null ? { fault: 'is neither true nor false' } : { value }
}
