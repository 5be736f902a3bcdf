// What a new house begins with. An admin replaces both before opening the doors: only they know the law of the place.
export const FIRST_VERSION = 'first'

const terms = `# How we live together

These terms are what this house began with. Whoever runs it may publish others; then you are told.

- What you make stays yours. We show it only where you put it, and take it down when you ask.
- If something costs money, you see the whole price before you agree.
- You can take everything of yours with you, or leave, at any time. Both are in your settings.
- Speak to people as you would across a workbench: honestly, and about the work.
- Show only what is yours or what you were allowed to show.
- If you are under eighteen, a parent or guardian agrees first. Until then nothing of yours is public and nobody can write to you.
- Whoever runs this house may hide a post or end a membership. You are told the reason.
`

const privacy = `# What we know about you

This is what the software keeps. Whoever runs this house may publish a fuller notice.

- **Your name, handle and e-mail address**, so that you can sign in and people know whom they talk to.
- **Your age band**, never your birthday, because younger members are protected differently.
- **What you write and upload.** You choose for each part of your profile who sees it.
- **Your time zone and hours**, so that nobody invites you at three in the morning.
- **Where you are signed in**: the kind of device and the country. It is there for you, to notice a stranger.

There is no advertising and no tracking. You can download everything, correct it, hide it and delete it in your settings. If you leave, you have thirty days to change your mind; then what is personal is deleted. An account that waits for a guardian closes after 45 days without a yes, and 180 days after a guardian took their word back; two weeks before, we write.
`

export const firstTexts = [
  { kind: 'terms' as const, version: FIRST_VERSION, text: terms },
  { kind: 'privacy' as const, version: FIRST_VERSION, text: privacy },
]
