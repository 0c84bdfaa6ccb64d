// The demo's drawn people, on the boards of the gallery that they stand on.
import type { BoardView } from '../../shared/wire/view.ts'
import { isPlain } from './catalogue.ts'

const drawn: Readonly<Record<string, string>> = import.meta.glob<string>('../../assets/portraits/*.webp', {
  eager: true,
  import: 'default',
  query: '?url&no-inline',
})

/** By the names of their files: "elena-voss". */
const addresses = new Map(
  Object.entries(drawn).map(([path, address]) => [path.replace(/^.*\/|\.webp$/g, ''), address] as const),
)

const fileOf = (name: string): string =>
  name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')

const isObject = (part: unknown): part is Readonly<Record<string, unknown>> =>
  typeof part === 'object' && part !== null && !Array.isArray(part)

const withFaces = (part: unknown): unknown => {
  if (Array.isArray(part)) return part.map(withFaces)
  if (!isObject(part)) return part
  const all = Object.fromEntries(Object.entries(part).map(([key, value]) => [key, withFaces(value)]))
  const { name, photo } = part
  const address = photo === null && typeof name === 'string' ? addresses.get(fileOf(name)) : undefined
  return address === undefined ? all : { ...all, photo: new URL(address, document.baseURI).href }
}

/** Ordinary states have faces, and those made of them; made by hand, they show what is there without. */
export const withPortraits = (view: BoardView): BoardView =>
  isPlain(view.id) ? view : (withFaces(view) as BoardView)
