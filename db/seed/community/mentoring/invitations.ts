import type { SeedInvitation } from './prospect.ts'

export const invitations: SeedInvitation[] = [
  {
    mentor: 'imke',
    name: 'Joris van der Wal',
    email: 'joris.vanderwal@post.example',
    words:
      'You told me my A leans, and you were right. You have forty years of letters in your wrist and I have a press that stands still from eight in the morning. Come and cut one alphabet with me, the wrong way round. There is a chair with arms.',
    skills: ['linocut'],
    goals: ['One alphabet, cut in reverse, that prints upright'],
    task: {
      title: 'Letter one word as you would for a window',
      description: 'Any word, any brush, about a hand wide. Bring it as it is; we turn it round together.',
    },
    daysAgo: 4,
  },
  {
    mentor: 'rosa',
    name: 'Uxía Lema',
    email: 'uxia.lema@mar.example',
    words:
      'The knot in that spine has held three readers already. You sew better than most binders I know, and you have never had a book of your own. Let us make the one you keep the catch in, with paper that forgives salt.',
    skills: ['bookbinding'],
    goals: ['A book for the catch that survives a season at sea'],
    task: {
      title: 'Fold one sheet eight times, and sleep on it',
      description: 'Tear nothing. Under the mattress is a press.',
    },
    daysAgo: 9,
  },
  {
    mentor: 'imke',
    name: 'Idrissa Barry',
    email: 'idrissa@guildhall.example',
    words:
      'You held a printing block against the light and saw the plane in it. I only print; but I know a house full of people who would see what you saw. Come in, look round, and we find you somebody for dovetails.',
    skills: ['hand-joinery'],
    goals: ['Somebody to look at my corners'],
    task: { title: 'Send a photograph of your worst corner', description: 'The good ones have nothing to say.' },
    daysAgo: 394,
    accepted: { by: 'idrissa', daysAgo: 389 },
  },
]
