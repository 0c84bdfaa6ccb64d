// Secrets may come by files instead of variables, as Docker, Kubernetes and systemd hand them over: NAME_FILE names the file
// that holds what NAME would.
import { readFileSync } from 'node:fs'

export const secretVariables = [
  'FLOORBOARD_DATABASE',
  'FLOORBOARD_SECRET_KEY',
  'FLOORBOARD_OPERATOR_TOKEN',
  'FLOORBOARD_METRICS_TOKEN',
  'FLOORBOARD_SMTP_URL',
  'FLOORBOARD_OIDC_CLIENT_SECRET',
  'FLOORBOARD_TOKEN',
] as const

type Variables = Readonly<Record<string, string | undefined>>

export type VariableFiles =
  | { readonly values: Readonly<Record<string, string>> }
  /** A sentence that repeats nothing of what a file holds. */
  | { readonly refusal: string }

/** What the variables' files hold, by the name of the variable that each stands for. A line ending at its end is none of it. */
export const readVariableFiles = (variables: Variables): VariableFiles => {
  const values: Record<string, string> = {}
  for (const name of secretVariables) {
    const file = variables[`${name}_FILE`]
    if (!file) continue
    if (variables[name]) return { refusal: `Of ${name} and ${name}_FILE only one can be meant.` }
    try {
      values[name] = readFileSync(file, 'utf8').replace(/\r?\n$/, '')
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
      return { refusal: `${name}_FILE names ${file}, which cannot be read (${code}).` }
    }
    if (values[name] === '') return { refusal: `${name}_FILE names ${file}, which is empty.` }
  }
  return { values }
}
