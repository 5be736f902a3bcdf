export const TERMS_VERSION = '2026-11'

const terms = `# How we live together

These are the terms of the Harbour Street Guild. They are short because we want you to read them.

## What you may expect from us

- A person answers you, usually within two days.
- What you make stays yours. We show it only where you put it, and take it down when you ask.
- If something costs money, you see the whole price before you agree.
- You can take everything of yours with you, or leave, at any time. Both are in your settings.

## What we expect from you

- Speak to people as you would across a workbench: honestly, and about the work.
- Show only what is yours or what you were allowed to show. Say who taught you.
- Whoever fires the kiln teaches somebody. It is our oldest rule.
- Do not sell, recruit or preach in private messages.

## If you are under eighteen

A parent or guardian agrees first. Until then nothing of yours is public and nobody can write to you. Mentors who work with you have shown us a clearance, and conversations with minors can be read by two named organisers. Both sides are told so.

## When something goes wrong

Use *Report* on any page, or write to the keeper of the keys. Two people who are not involved look at it within three days. We may hide a post, pause a mentorship or end a membership. You are told the reason, and you can ask for a second look by somebody else.

## The small print

We are an association in A Coruña, and Spanish law applies. If these terms change, you are asked again, and the old version stays readable.
`

const privacy = `# What we know about you

This is the privacy notice of the Harbour Street Guild, in plain words.

## What we keep, and why

- **Your name, handle and e-mail address**, so that you can sign in and people know whom they talk to.
- **Your age band**, never your birthday, because younger members are protected differently.
- **What you write and upload.** You choose for each part of your profile who sees it: only you, your mentors, members, or everyone.
- **Your time zone and hours**, so that nobody invites you at three in the morning.
- **Where you are signed in**: the kind of device and the country. It is there for you, to notice a stranger.

We keep no location, we show no advertising, and nobody who visits your page is followed around.

## Who else sees it

The companies that run our servers and carry our mail, under contract, and nobody besides. We do not sell anything about you. Works carry a note that they must not be used to train machines; we cannot make everybody obey it, but we say it clearly.

## How long

As long as you are a member. If you leave, you have thirty days to change your mind; then what is personal is deleted. An account that waits for a guardian closes after 45 days without a yes, and 180 days after a guardian took their word back; two weeks before, we write. Records of money must be kept for six years and are stripped of your name.

## What you can do

Download everything, correct it, hide it, delete it: all four are in your settings and none needs our permission. For anything else write to the keeper of the keys. If our answer does not satisfy you, the Spanish data protection agency will hear you.
`

export const houseTexts = [
  { kind: 'terms' as const, version: TERMS_VERSION, text: terms },
  { kind: 'privacy' as const, version: TERMS_VERSION, text: privacy },
]
