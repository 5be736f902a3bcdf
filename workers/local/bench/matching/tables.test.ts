import { describe, expect, it } from 'vitest'
import { greatProgram } from './great-program.ts'
import { stability } from './stability.ts'
import { asText } from './table.ts'
import { wholeProgram } from './whole-program.ts'

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
})
