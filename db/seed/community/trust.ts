// The members of the demo who may sign in with the password of the house.
export const demoSignIns = ['rosa', 'thandi', 'imke', 'idrissa', 'akinyi'] as const

type Minor = {
  ageBand: '16-17' | '13-15'
  guardianEmail: string
  guardianName?: string
  askedDaysAgo: number
  agreedDaysAgo?: number
}

export const minors: Record<string, Minor> = {
  akinyi: {
    ageBand: '13-15',
    guardianEmail: 'mother-of-akinyi@guildhall.example',
    guardianName: 'Her mother',
    askedDaysAgo: 158,
    agreedDaysAgo: 157,
  },
  elio: {
    ageBand: '16-17',
    guardianEmail: 'father-of-elio@guildhall.example',
    guardianName: 'Suo padre',
    askedDaysAgo: 131,
    agreedDaysAgo: 129,
  },
  kainoa: { ageBand: '13-15', guardianEmail: 'aunt-of-kainoa@guildhall.example', askedDaysAgo: 2 },
}

type Clearance = { what: string; seenBy: string; seenDaysAgo: number; expiresInDays: number }

const shown = (what: string, seenDaysAgo: number, expiresInDays: number, seenBy = 'rosa'): Clearance => ({
  what,
  seenBy,
  seenDaysAgo,
  expiresInDays,
})

export const clearances: Record<string, Clearance> = {
  rosa: shown('Certificate on sexual offences, Spain, seen on paper', 200, 530, 'malik'),
  malik: shown('State police check, Michigan, seen on paper', 310, 420),
  imke: shown('Certificate of conduct (VOG), Netherlands, seen on paper', 150, 580),
  naim: shown('Certificate of no criminal record, Jordan, seen on video', 90, 275),
  teodora: shown('Criminal record certificate, Bulgaria, seen on video', 60, 305, 'thandi'),
  bea: shown('Criminal record statement, Brazil, and letter of the school', 120, 245),
  padma: shown('Police clearance, Tamil Nadu; thirty-two years in schools', 80, 285, 'thandi'),
  tama: shown('Children’s worker safety check, Aotearoa, seen on paper', 340, 755),
  despina: shown('Criminal record copy, Greece, seen in person', 100, 265),
  leszek: shown('Register of offenders, Poland, seen on paper', 45, 320, 'thandi'),
  aigerim: shown('Certificate of no criminal record, Kazakhstan, seen on video', 210, 155),
  farida: shown('Extended certificate of conduct, Germany, seen on paper', 400, 330, 'malik'),
  shirin: shown('Two references by telephone; identity seen on video', 130, 235, 'thandi'),
  kwame: shown('Police clearance, Ghana, seen on video', 175, 190),
  tamar: shown('Police certificate, Israel, seen on paper', 220, 145),
  seun: shown('Police character certificate, Nigeria, seen on video', 346, 19, 'malik'),
  marguerite: shown('Vulnerable sector check, Canada, seen on paper', 250, 480),
  andrei: shown('Criminal record certificate, Romania, seen in person', 110, 255),
  losa: shown('Police record check, Tonga, seen on video', 95, 270, 'thandi'),
  baraka: shown('Certificate of good conduct, Tanzania, seen on video', 70, 295, 'thandi'),
  wanjiru: shown('Certificate of good conduct, Kenya, seen on video', 140, 225),
  chiyo: shown('Two references by telephone; thirty-four years of school outings', 190, 175, 'malik'),
  soledad: shown('Judicial record certificate, Bolivia, seen on paper', 85, 280),
  ritu: shown('Police clearance, Uttarakhand, seen on video', 160, 205, 'thandi'),
  otieno: shown('Certificate of good conduct, Kenya; letter of the chapel', 50, 315, 'thandi'),
  sam: shown('Two references by telephone; identity seen on video', 230, 135),
  niamh: shown('Garda vetting, Ireland, seen on paper', 290, 805, 'malik'),
  consuelo: shown('NBI clearance, Philippines, seen on video', 40, 325, 'thandi'),
}

type Application = {
  member: string
  motivation: string
  references: string
  appliedDaysAgo: number
  approved?: { by: string; daysAgo: number; reason: string }
}

export const applications: Application[] = [
  {
    member: 'eufemia',
    motivation:
      'I have taught coiling to nine women and one priest. Two of the nine had never held money of their own; last year one of them bought a roof. I teach with my mouth shut and my hands slow, because in our workshop three languages are spoken and clay is the fourth.\n\nI can take two people at a time, on Wednesdays and Saturdays after the pots are covered. I would like them to send me a photograph of the bottom of the pot, not of the front. I do not know how to teach by video yet, but Despina and I compared our kilns that way for five months, and at the end we were laughing at the same shelf.\n\nWhy now: because a shop bought from us for thirty and sold for four hundred, and I do not wish that this remains a secret that each cooperative discovers alone.',
    references:
      'Despina Lagou, potter, member of the guild: write to @despina\nMaestra Socorro, secondary school of our village: +52 000 000 0000\nThe thirteen others, on Sundays after mass',
    appliedDaysAgo: 4,
  },
  {
    member: 'otieno',
    motivation:
      'Two hundred Saturdays with seven laptops have taught me how to begin without a computer. I would like to pass this on to people who have more machines and less patience.',
    references: 'Wanjirũ Kamau, member of the guild: write to @wanjiru\nThe chapel committee, Nairobi',
    appliedDaysAgo: 63,
    approved: {
      by: 'thandi',
      daysAgo: 50,
      reason: 'Both references answered within a day. The children’s own letter decided it.',
    },
  },
]
