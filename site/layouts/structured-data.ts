export type StructuredData = { '@type': string; [property: string]: unknown }

export const structuredData = (data: StructuredData) =>
  JSON.stringify({ '@context': 'https://schema.org', ...data }).replaceAll('<', '\\u003c')
