import { aCommunity } from './community.ts'
import { solved } from './solving.ts'
import type { Table } from './table.ts'

// T1: everybody of a large program beside every mentor, proved.
export function wholeProgram(isQuick: boolean): Table {
  const [mentees, mentors] = isQuick ? [1000, 400] : [10_000, 4_000]
  const { answer, certificate, took, checked, megabytes } = solved(() => aCommunity(mentees, mentors))
  const leftOut = answer.mentorOf.filter((mentor) => mentor < 0).length
  const isProved = certificate.gap === 0 && certificate.broken === 0
  return {
    title: `T1 ${mentees.toLocaleString('en')} mentees, ${mentors.toLocaleString('en')} mentors, every pair looked at, one core`,
    head: ['pairs', 'primal', 'dual', 'gap', 'left out', 'solved s', 'CPU s', 'checked s', 'CPU s', 'MB more'],
    rows: [
      [
        mentees * mentors,
        certificate.primal,
        certificate.dual,
        certificate.gap,
        leftOut,
        ...[took.seconds, took.cpu, checked.seconds, checked.cpu, megabytes],
      ],
    ],
    reached: isProved && leftOut === 0 && took.seconds + checked.seconds <= 60 && megabytes < 100,
    remark: 'gap 0 by the verifier, everybody placed, 60 s with scoring, 100 MB',
  }
}
