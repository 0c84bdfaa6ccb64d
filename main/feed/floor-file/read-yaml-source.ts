// A text that was read before, parsed for its edits: they need to know where in it everything stands.
import { LineCounter } from 'yaml'
import { composeYaml } from './compose-yaml.ts'
import type { YamlSource } from './rewrite/yaml-source.ts'

/** It yields where it may be interrupted. Throws where the text is none that the floor reader takes. */
export const yamlSourceInSteps = function* (text: string): Generator<void, YamlSource> {
  const composed = yield* composeYaml(text, new LineCounter())
  if ('tooMuch' in composed) throw new Error(`the floor that stands ${composed.tooMuch}`)
  yield
  const data: unknown = composed.document.toJS()
  return { text, document: composed.document, data }
}
