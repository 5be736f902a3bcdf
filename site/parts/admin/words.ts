import type { AgeBand } from '#db/schema/accounts.ts'
import type { Role, Standing } from '#db/schema/people.ts'

export const roleNames: Record<Role, string> = {
  participant: 'Participant',
  mentor: 'Mentor',
  organiser: 'Organiser',
  admin: 'Admin',
}

export const standingNames: Record<Standing, string> = {
  waiting: 'Waits for a guardian',
  active: 'Active',
  suspended: 'Suspended',
  leaving: 'Leaving',
  gone: 'Gone',
}

export const ageNames: Record<AgeBand, string> = {
  adult: '18 or older',
  '16-17': '16 or 17',
  '13-15': '13 to 15',
  'under-13': 'Under 13',
}
