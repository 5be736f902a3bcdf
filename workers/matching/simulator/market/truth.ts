import { exp } from '../../exact.ts'
import { chanceOf } from '../../fit/heads.ts'
import { dice, hashOf } from '../../hashing.ts'
import { timeTogether } from '../../weeks.ts'
import { bell } from '../bell.ts'
import type { Somebody } from './people.ts'

// What is so, and nobody knows: would one ask, would the other say yes, would it help. Not our model, and no sum over what it sees.
export type Truth = { asks: number; accepts: number; succeeds: number }

const TAUGHT = 0.75
const UNWRITTEN = 0.7

export function truthOf(mentee: Somebody, mentor: Somebody, seed: number): Truth {
  const chance = dice(hashOf(`${mentee.shown.id} ${mentor.shown.id}`, seed))
  const unwritten = () => UNWRITTEN * bell(chance)
  return truthWith(mentee, mentor, unwritten)
}

// As well as anyone could know it: without what nobody wrote down.
export const reachableOf = (mentee: Somebody, mentor: Somebody): Truth => truthWith(mentee, mentor, () => 0)

function truthWith(mentee: Somebody, mentor: Somebody, unwritten: () => number): Truth {
  const help = helpOf(mentee, mentor)
  const alike = alikeOf(mentee.values, mentor.values)
  const ahead = exp(-((mentor.years - mentee.years - 1.5) ** 2) / 2)
  const canMeet = 1 - exp(-hoursOf(mentee, mentor))
  const speak = mentee.shown.languages.some((one) => mentor.shown.languages.includes(one)) ? 1 : 0.2
  const both = help * speak
  return {
    asks: chanceOf(-3.6 + 3.4 * both + 0.8 * alike + 0.6 * ahead + 0.7 * mentor.charm + unwritten()),
    accepts: chanceOf(-2.2 + 1.6 * both + 1.4 * alike * speak + 1.2 * canMeet + 0.6 * mentee.eager + unwritten()),
    succeeds: both * (0.4 + 0.6 * alike) * (0.5 + 0.5 * ahead) * canMeet * chanceOf(1 + mentor.quality + unwritten()),
  }
}

// Noisy or: 1 - prod over what is wanted of (1 - taught well enough).
function helpOf({ wants }: Somebody, { holds }: Somebody): number {
  let none = 1
  for (const [skill, level] of wants) {
    const theirs = holds.get(skill)
    if (theirs !== undefined) none *= 1 - TAUGHT * (theirs > level ? 1 : theirs === level ? 0.5 : 0.1)
    else if ([...holds.keys()].some((held) => topicOf(held) === topicOf(skill))) none *= 0.9
  }
  return 1 - none
}

const topicOf = (skill: string) => skill.slice(0, skill.indexOf('-'))

// exp(-|v - w|² / 2 s²) of the values themselves, answered or not.
const alikeOf = (mine: Float64Array, theirs: Float64Array) =>
  exp(-mine.reduce((sum, value, n) => sum + (value - (theirs[n] ?? 0)) ** 2, 0) / 5)

const hoursOf = ({ shown: { weeks: mine } }: Somebody, { shown: { weeks: theirs } }: Somebody) =>
  mine && theirs ? timeTogether(mine, theirs) / 2 : 0
