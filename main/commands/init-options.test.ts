import { describe, expect, test } from 'vitest'
import { readCurrency, readRoles, readSegments } from './init-options.ts'

describe('what init is asked for', () => {
  test.each([
    ['sdr,AE', ['ae', 'sdr']],
    ['sdr, sdr', ['sdr']],
  ])('roles %j are %j', (text, roles) => {
    expect(readRoles(text)).toEqual(roles)
  })

  test.each([
    ['smb,huge', '"huge" is no segment; name smb, mid-market or enterprise'],
    ['', 'A segment is missing; name smb, mid-market or enterprise'],
    ['constructor', '"constructor" is no segment'],
  ])('segments %j are refused', (text, sentence) => {
    expect(() => readSegments(text)).toThrow(sentence)
  })

  test.each(['', 'EURO', 'BTC', '12'])('a currency %j is refused with some that are known', (text) => {
    expect(() => readCurrency(text)).toThrow('such as USD, EUR, GBP')
  })
})
