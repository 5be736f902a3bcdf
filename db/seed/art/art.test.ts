import { describe, expect, it } from 'vitest'
import { members } from '../community/members/index.ts'
import { works } from '../community/works/index.ts'
import { drawWork } from './index.ts'
import { drawPortrait } from './portraits.ts'

const drawn = [
  ...members.map((member) => ({ name: member.handle, draw: () => drawPortrait(member) })),
  ...works.map((work) => ({ name: work.slug, draw: () => drawWork(work) })),
]

describe('the drawn pictures', () => {
  it('come out the same each time', () => {
    const once = drawn.map(({ draw }) => draw())
    expect(drawn.map(({ draw }) => draw())).toEqual(once)
  })

  it('stay under 40 KB and hold no broken numbers', () => {
    expect(drawn.filter(({ draw }) => draw().length > 40_960).map(({ name }) => name)).toEqual([])
    expect(drawn.filter(({ draw }) => /NaN|undefined|Infinity/.test(draw())).map(({ name }) => name)).toEqual([])
  })

  it('need nothing from outside and run nothing', () => {
    const reaching = /<script|<style|<image|<text|(href|src)="(?!#)|url\((?!#)/
    expect(drawn.filter(({ draw }) => reaching.test(draw())).map(({ name }) => name)).toEqual([])
  })
})
