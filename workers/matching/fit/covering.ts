import type { Known, Person } from './person.ts'

// Which of the skills that one looks for the other teaches, and how well that fits.
export type Covered = { skills: string[]; share: number; rarest: number; apart: number }

const NOTHING: Covered = { skills: [], share: 0, rarest: 0, apart: 0 }

export function covering(seeker: Person, mentor: Person, { rarenessOf }: Known): Covered {
  const taught = new Map(mentor.teaches.map(({ skill, level }) => [skill, level]))
  const skills = seeker.learns.filter(({ skill }) => taught.has(skill))
  if (skills.length === 0) return NOTHING
  const wanted = seeker.learns.reduce((sum, { skill }) => sum + rarenessOf(skill), 0)
  const found = skills.reduce((sum, { skill }) => sum + rarenessOf(skill), 0)
  const apart = skills.reduce((sum, { skill, level }) => sum + stepsApart(level, taught.get(skill) ?? null), 0)
  return {
    skills: skills.map(({ skill }) => skill),
    share: found / wanted,
    rarest: Math.max(...skills.map(({ skill }) => rarenessOf(skill))),
    apart: apart / skills.length,
  }
}

// One to three rungs ahead is where one learns most; further ahead is still good, level is company, behind is no help.
function stepsApart(own: number | null, theirs: number | null): number {
  if (own === null || theirs === null) return 0.8
  const steps = theirs - own
  return steps < 0 ? 0 : steps === 0 ? 0.4 : steps <= 3 ? 1 : 0.7
}
