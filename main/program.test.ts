import type { Command } from 'commander'
import { expect, test } from 'vitest'
import { createProgram, wordsOf } from './program.ts'

const commandsIn = (command: Command): readonly Command[] =>
  command.commands.flatMap((each) => [each, ...commandsIn(each)])

/** What it writes, help and errors alike, and nothing ends the process. */
const saidBy = (args: readonly string[]): string => {
  let said = ''
  const write = (text: string): void => {
    said += text
  }
  const program = createProgram()
  for (const each of [program, ...commandsIn(program)])
    each.configureOutput({ writeOut: write, writeErr: write }).exitOverride()
  try {
    program.parse([...args], { from: 'user' })
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'CommanderError') throw error
  }
  return said
}

test('every command’s help has an example of itself', () => {
  const commands = commandsIn(createProgram()).map(wordsOf)
  expect(commands.length).toBeGreaterThan(15)
  for (const words of commands) {
    const help = saidBy([...words.split(' '), '--help'])
    expect(help, words).toMatch(new RegExp(`\\nFor example:\\n {2}floorboard ${words}`))
  }
})

test.each([
  [['import', 'deals.csv', '--map', 'map.yaml', '--mapp', 'x'], 'import'],
  [['apply', 'floor.yaml', '--chek'], 'apply'],
  [['token', 'create', '--role', 'ingest', '--nam', 'x'], 'token create'],
])('a wrong flag of %j names that command’s own help', (args, words) => {
  expect(saidBy(args)).toMatch(
    new RegExp(`^error: unknown option .*\\n[\\s\\S]*\\(floorboard ${words} --help lists its options\\)\\n$`),
  )
})
