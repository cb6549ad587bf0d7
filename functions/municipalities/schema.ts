import { z } from 'zod';

const line = z.string().trim().min(1);
const paragraph = z.string().trim().min(1);

/** The same text in bokmål and nynorsk; both always there, so that no page or letter mixes them. */
const text = z.strictObject({ nb: line, nn: line });
/** What the public pages say is in English as well. */
const publicText = z.strictObject({ nb: line, nn: line, en: line });
const paragraphs = z.array(paragraph).min(1);
const webAddress = z.url({ protocol: /^https$/ });
const postalCode = z.string().regex(/^\d{4}$/);
const phoneNumber = z.string().regex(/^\d[\d ]{6,}\d$/);
const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

const address = z.strictObject({ lines: z.array(line).min(1), postalCode, city: line });

/** Feature of a seed page, e.g. `GU-4` (domain.md § 6): why a paragraph is there. */
const feature = z.string().regex(/^(GJ|GU|OR|VI|KR)-\d{1,2}$/);

/** One headed part of the information page. Links stand below the paragraphs. */
const informationSection = z.strictObject({
  id: z.string().regex(/^[a-z][a-z-]*$/),
  covers: z.array(feature).readonly(),
  heading: publicText,
  paragraphs: z
    .strictObject({ nb: paragraphs, nn: paragraphs, en: paragraphs })
    .refine(({ nb, nn, en }) => nb.length === nn.length && nb.length === en.length, 'every language says as much'),
  links: z.array(z.strictObject({ title: publicText, url: webAddress })),
});

/** Guides to the plan tool, for whom they are meant. */
const guide = z.strictObject({
  title: publicText,
  url: webAddress.optional(),
  for: z.enum(['plan', 'coordinator-only', 'all']),
});

/** The electronic tool plans are kept in; `name` null while the municipality has not said which. */
const planTool = z.strictObject({
  name: z.enum(['SamPro', 'DIPS Samspill']).nullable(),
  /** Where the person signs in. */
  url: webAddress.optional(),
  /** The person fills in a form of its own before the coordinator can open access. */
  accessForm: z.boolean(),
  guides: z.array(guide),
});

/** Where each role's mail goes. Shared mailboxes, never a person's; a municipality puts its own here. */
const mailboxes = z.strictObject({
  caseworker: z.email(),
  approver: z.email(),
  'coordinating-unit': z.email(),
  operations: z.email(),
  postRoom: z.email(),
});

/** Everything the product knows about a municipality: facts, addresses and texts, never a person's name. */
export const municipalitySchema = z.strictObject({
  /** Four digits, in today's list of municipalities. */
  number: z.string().regex(/^\d{4}$/),
  /** Its part of addresses and case numbers: `gulen`. */
  slug: z.string().regex(/^[a-z]+$/),
  /** Former slugs and numbers that lead here. */
  aliases: z.array(z.string().regex(/^([a-z]+|\d{4})$/)),
  name: line,
  county: line,
  /** What it writes unless the applicant chose otherwise. */
  language: z.enum(['nb', 'nn']),
  /** Språknøytral: answers in the form the citizen writes. */
  languageNeutral: z.boolean(),
  /** The coordinating unit (hol § 7-3), written as at the start of a line, as the municipality calls it. */
  unit: publicText,
  /** All lines of the envelope, the municipality's name first. */
  postalAddress: address,
  visitingAddress: address.optional(),
  /** Empty while the municipality has not confirmed a number. */
  phones: z.array(z.strictObject({ label: publicText, number: phoneNumber })),
  openingHours: z.strictObject({ from: clockTime, to: clockTime }).optional(),
  website: webAddress,
  /** Its accessibility statement (tilgjengelighetserklæring), by the common tool of uutilsynet; absent until it has one. */
  accessibilityStatement: webAddress.optional(),
  /** Statsforvalteren. Contact data only where it was seen published; forwarding goes by the municipality's own dispatch. */
  countyGovernor: z.strictObject({
    name: text,
    /** In Enhetsregisteret; without it, appeals go there by the post room. */
    organisationNumber: z
      .string()
      .regex(/^\d{9}$/)
      .optional(),
    email: z.email().optional(),
    phone: phoneNumber.optional(),
    address: address.optional(),
  }),
  /** Pasient- og brukerombudet; any office may be contacted, the county's own is named. */
  ombudsman: z.strictObject({
    name: text,
    phone: phoneNumber.optional(),
    email: z.email().optional(),
    web: webAddress,
  }),
  planTool,
  mailboxes,
  /** Domains of the staff's own addresses: a task is given to a colleague at one of these, and nowhere else. */
  staffMailDomains: z.array(z.string().regex(/^([a-z0-9-]+\.)+[a-z]+$/)).min(1),
  /** May staff answer a task by its link alone, or must they sign in as well? */
  staffSignIn: z.enum(['required', 'link-only']),
  deadlines: z.strictObject({
    /** Working days between asking for the reason of a delay and its notice. */
    askWorkingDaysBefore: z.int().min(1).max(15),
    /** Working days a letter on paper is reckoned to need before the appeal deadline starts. */
    postalDays: z.int().min(3).max(15),
  }),
  information: z.array(informationSection).min(1),
});

/** A municipality's data, validated. */
export type Municipality = z.output<typeof municipalitySchema>;
/** One headed part of the information page. */
export type InformationSection = z.output<typeof informationSection>;
/** A text in both written forms. */
export type Text = z.output<typeof text>;
/** The same, and in English. */
export type PublicText = z.output<typeof publicText>;
