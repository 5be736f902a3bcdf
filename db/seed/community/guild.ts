export const guild = {
  slug: 'harbour-street',
  name: 'Harbour Street Guild',
  line: 'A rented sail loft, a kiln, eleven looms, and people on every continent but the cold one.',
  about:
    'It began with a kiln nobody could afford alone. Nine people bought it between them, put it in a sail loft on Harbour Street and agreed on one rule: whoever fires it teaches somebody. That was six years ago. Since then the rule has spread to printing, weaving, code, bread and music, and the loft has a second room that is wherever our members happen to be.\n\nWe meet in small circles, online and at the long table. Newcomers get a mentor, a first task and a key to the tool cupboard. Nobody here is finished.',
  timeZone: 'Europe/Madrid',
  place: 'A Coruña, Spain',
  accent: '#c2410c',
  languages: ['en', 'es'],
  currency: 'EUR',
}
