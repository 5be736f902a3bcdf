import type { SeedSite } from './site.ts'

export const terminal: SeedSite[] = [
  {
    who: 'chiyo',
    openedDaysAgo: 75,
    design: {
      theme: 'terminal',
      palette: 'plum',
      line: 'Thirty-four years a bus, now sixteen colours.',
      welcome:
        '十一番のバスを三十四年運転しました。いまは一週間に一つ、停留所を描いています。\n\nI drove route eleven for thirty-four years. Now I draw one stop each week, from memory, on a grid of sixteen by sixteen. It is the right size. A window is not larger than that when one drives past.',
      pages: [
        {
          slug: 'timetable',
          title: 'Timetable',
          words:
            '| Day | Departs | What |\n| --- | --- | --- |\n| Tuesday | 10:00 | Beginners: one window, two colours |\n| Tuesday | 11:00 | The same window, from memory |\n| Sunday | 08:30 | Ritu teaches me JavaScript, I teach her windows |\n\n```\nif (passenger.isRunning) wait()\n```\n\nThis is the first program that I wrote alone. I am never late. You may be; I shall see you in the mirror.',
        },
      ],
    },
  },
  {
    who: 'ritu',
    openedDaysAgo: 95,
    design: {
      title: 'rain.draw()',
      theme: 'terminal',
      palette: 'sea',
      line: 'One roof, one gauge, forty-four years, and a few lines of code.',
      welcome:
        'बारिश गिनी जा सकती है, पर रोकी नहीं जा सकती। You may count rain, not stop it.\n\nMy grandfather writes a number in a ledger each morning at eight. I draw what the numbers would do if they were allowed to move. All the code is short, and every seed is written down.',
      first: ['monsoon-seed-seven', 'forty-four-years-of-rain'],
      pages: [
        {
          slug: 'rules',
          title: 'The rules',
          words:
            'Each drawing follows these, and breaks one of them.\n\n1. No line may touch another.\n2. A program has to fit on one page of the ledger, blank lines included.\n3. No colour without a reason that I can tell my grandfather.\n4. The seed is written down **before** I look.\n\n```\nconst wind = (x, y) =>\n  swirl(x, y) * near(eye) + mood(x, y) * (1 - near(eye))\n```\n\nThat is the part everybody asks about. `mood` is noise. It was the honest name.',
        },
      ],
    },
  },
  {
    who: 'andrei',
    openedDaysAgo: 220,
    design: {
      title: 'Andrei Lupașcu, dawns',
      theme: 'terminal',
      palette: 'sun',
      line: 'Sixty pianos a month, and then silence, or what people call silence.',
      welcome:
        'I record parks, stairwells and one bridge in the hour before traffic. What hangs here are the sonograms: time runs to the right, pitch runs up, and what is bright was loud. I have never seen them. My wife says that they look like hedges in fog, and I trust her.\n\nAscultă până se plictisește liniștea. Listen until the silence gets bored.',
      first: ['the-bridge-before-the-tram', 'pond-in-may'],
      pages: [
        {
          slug: 'how-to-listen',
          title: 'How to listen',
          words:
            'Without a microphone, for the first month.\n\n1. Sit somewhere for twenty minutes. Name nothing.\n2. Now find the sound that is furthest away. Keep it.\n3. Find the one that never stops. You had not heard it, because it never stops.\n4. Write down the moment at which you became bored. Stay for five minutes after that.\n\nThe fifth minute is what I record.\n\nIf something on this page cannot be read aloud in order, tell me. I test it myself, and I complain in full sentences.',
        },
      ],
    },
  },
]
