import type { TaskState } from '#db/schema/mentoring/tasks.ts'
import type { Tone } from '../../../ui/tone.ts'

type Said = { says: string; tone: Tone }

// A task's state as the one who does it would say, and as the one who set it would.
export const DOING: Record<TaskState, Said> = {
  set: { says: 'New for you', tone: 'warning' },
  accepted: { says: 'In your hands', tone: 'warning' },
  'handed-in': { says: 'Waits for a look', tone: 'support' },
  again: { says: 'One more version', tone: 'warning' },
  done: { says: 'Done', tone: 'support' },
  dropped: { says: 'Dropped', tone: 'neutral' },
}

export const SETTING: Record<TaskState, Said> = {
  set: { says: 'Not begun yet', tone: 'neutral' },
  accepted: { says: 'In their hands', tone: 'support' },
  'handed-in': { says: 'Waits for your look', tone: 'warning' },
  again: { says: 'One more version', tone: 'support' },
  done: { says: 'Done', tone: 'support' },
  dropped: { says: 'Dropped', tone: 'neutral' },
}

export const LATE = {
  welcome: 'Later is fine too.',
  noted: 'Later is fine; it is noted.',
  closed: 'After that day it is not taken.',
}

export const COMMENT = {
  essential: { says: 'Essential', means: 'It does not work without this', tone: 'danger' },
  actionable: { says: 'To change', means: 'A concrete step that makes it better', tone: 'warning' },
  optional: { says: 'An idea', means: 'Take it or leave it', tone: 'info' },
  celebratory: { says: 'Well done', means: 'What works, so that it stays', tone: 'support' },
} as const satisfies Record<string, { says: string; means: string; tone: Tone }>

export const ANSWER = { keep: 'Kept', change: 'I change it', 'next-task': 'For a next task' }
