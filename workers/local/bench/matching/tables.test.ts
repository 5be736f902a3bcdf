import { describe, expect, it } from 'vitest'
import { bySize } from './by-size.ts'
import { greatProgram } from './great-program.ts'
import { PLAYED_ON, TUNED_ON } from './market-of.ts'
import { newcomers } from './newcomers.ts'
import { stability } from './stability.ts'
import { asText } from './table.ts'
import { beside } from './transfer.ts'
import { wholeProgram } from './whole-program.ts'
import { whomOneSees } from './whom-one-sees.ts'

describe('the tables of matching, at the size of a school', () => {
  it('prove a whole program (T1)', () => {
    const { reached, rows } = wholeProgram(true)
    expect(reached).toBe(true)
    expect(rows[0]?.[3]).toBe(0)
  })

  it('prove a program on lists, with scores made ahead by another core (T2)', async () => {
    const table = await greatProgram(true)
    expect(table.reached).toBe(true)
    expect(Number(table.rows[0]?.[4])).toBeGreaterThan(99.5)
    expect(asText(table)).toContain('reached: 10 minutes')
  })

  it('set stability beside welfare (T13)', () => {
    const { reached, rows } = stability(true)
    expect(reached).toBe(true)
    expect(rows).toHaveLength(9)
  })

  it('set every way of suggesting side by side: more are matched, not by more requests (T3)', () => {
    const { rows } = whomOneSees(true)
    const of = (name: string) => rows.find(([way]) => way === name)?.map(Number) ?? []
    const [ours, harmonic] = [of('ours'), of('harmonic (LFRR)')]
    expect(rows).toHaveLength(20)
    expect(ours[2]).toBeGreaterThan(1.1 * (harmonic[2] ?? 0))
    expect(ours[4]).toBeLessThan(0.15)
    expect(ours[7]).toBeLessThan(harmonic[7] ?? 0)
    expect(of('oracle')[2]).toBeGreaterThan(ours[2] ?? 100)
  })

  it('play no community that settings were picked on (T3)', () => {
    expect(PLAYED_ON.filter((seed) => TUNED_ON.includes(seed) || seed <= 3)).toEqual([])
  })

  it('say how what prices bring grows with a community (T3)', () => {
    const [small, larger] = bySize(true).rows
    expect(Number(small?.[5])).toBeGreaterThan(1)
    expect(Number(larger?.[5])).toBeGreaterThan(1)
  })

  it('match as many as transferable utility on every pair (T4)', () => {
    expect(Number(beside(true).rows[2]?.[1])).toBeGreaterThan(97)
  })

  it('show newcomers, and lose less than greedy by it (T11)', () => {
    const [greedy, , ours] = newcomers(true).rows
    expect(Number(ours?.[1])).toBeLessThanOrEqual(Number(greedy?.[1]))
    expect(Number(ours?.[2])).toBeGreaterThanOrEqual(60)
  })
})
