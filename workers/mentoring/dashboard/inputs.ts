import { z } from 'zod'
import { Pair } from '../mentorships/inputs.ts'
import { Task } from '../tasks/inputs.ts'

export const SUGGESTIONS = ['look', 'set-a-task', 'write', 'none'] as const

export const TaughtPair = Pair.extend({
  quietDays: z.number().int(),
  openTasks: z.number().int(),
  toLookAt: z.number().int(),
  // What would help this pair most right now.
  suggestion: z.enum(SUGGESTIONS),
})
export type TaughtPair = z.output<typeof TaughtPair>

export const Dashboard = z.strictObject({
  learning: z.strictObject({
    tasks: z.array(Task),
    openTasks: z.number().int(),
    waitingForALook: z.number().int(),
    openRequests: z.number().int(),
    mentorships: z.number().int(),
  }),
  mentoring: z
    .strictObject({
      pairs: z.array(TaughtPair),
      requests: z.number().int(),
      toLookAt: z.number().int(),
      longestWaitHours: z.number().nullable(),
    })
    .nullable(),
})
export type Dashboard = z.output<typeof Dashboard>
