import { letter } from './letter.ts'

export const operatorAlert = (alert: { message: string; origin: string }) =>
  letter(({ name }) => ({
    subject: `${name} needs a look: a job was set aside`,
    greeting: 'A job was set aside',
    paragraphs: [alert.message, 'Nothing was lost: the message is kept, whole, among the dead letters.'],
    action: { label: 'Look at the job', url: `${alert.origin}/admin/jobs` },
    footer: {
      why: `You get this because you run the house of ${name}.`,
      label: 'Is everything else well?',
      url: `${alert.origin}/api/ready`,
    },
  }))
