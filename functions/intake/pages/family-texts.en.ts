import type { FamilyTexts } from './form-text-types.ts';

/** The questions about the family and the mandate in English. */
export const family: FamilyTexts = {
  questions: {
    'mandate-kind': {
      title: 'What kind of power of attorney do you have?',
      hint: 'A continuing power of attorney (fremtidsfullmakt) is written for the day the person can no longer look after their own interests.',
    },
    'mandate-covers': {
      title: 'What does the mandate or power of attorney cover?',
      hint: 'An individual plan is a personal matter. If the mandate covers economic matters only, you can apply, but not consent to the plan.',
    },
    'mandate-until': {
      title: 'How long is the power of attorney or mandate valid?',
      hint: 'Write the last day. If it is valid until it is withdrawn, leave the field empty.',
    },
    'childs-view': {
      title: 'What does the child say?',
      hint: 'From the age of 7 the child is to be heard, and from 12 its opinion carries great weight. Write it in the child’s own words as far as you can.',
    },
    'tell-parents': {
      title: 'May the municipality tell your parents about the application?',
      hint: 'You can ask that they are not told, if you have reasons that should be respected. The municipality decides, and tells them nothing before it has.',
    },
    'not-tell': {
      title: 'Why should your parents not be told?',
      hint: 'Use your own words. Only those who handle the case read this.',
    },
    'other-parent': {
      title: 'Does somebody else have parental responsibility for the child, too?',
      hint: 'Both who have parental responsibility must agree before the municipality makes an individual plan (Patient and User Rights Act section 4-4).',
    },
    'other-parent-reach': {
      title: 'Who is the other one, and how can we reach them?',
      hint: 'We ask them for consent. Give the e-mail address, the postal address or both.',
    },
    'other-parent-why': {
      title: 'Why can the other one not be asked?',
      hint: 'Write for example that you do not know where they are. A caseworker considers whether your consent is enough.',
    },
  },
  fields: {
    mandateKind: 'Kind of power of attorney',
    mandateCovers: 'What the mandate covers',
    mandateUntil: 'Last day of the power of attorney or mandate',
    childsView: 'What the child says',
    childNotHeard: 'The child has not been asked yet, because',
    tellParents: 'Whether the parents may be told of the application',
    notTellWhy: 'Why the parents should not be told',
    otherParent: 'Somebody else with parental responsibility',
    otherParentName: 'The other one’s name',
    otherParentNationalId: 'The other one’s national identity number',
    otherParentEmail: 'The other one’s e-mail address',
    otherParentStreet: 'The other one’s address',
    otherParentPostalCode: 'Postal code',
    otherParentCity: 'Town',
    otherParentWhy: 'Why the other one cannot be asked',
  },
  hints: {
    otherParentNationalId: 'National identity number or D number, 11 digits. With it they can log in and answer.',
    otherParentEmail: 'We only tell that there is a letter. The e-mail does not say what the letter is about.',
  },
  choices: {
    mandateKind: {
      written: { label: 'An ordinary power of attorney' },
      'future-power': { label: 'A continuing power of attorney (fremtidsfullmakt)' },
    },
    mandateCovers: {
      personal: { label: 'Personal matters' },
      economic: { label: 'Economic matters only' },
      both: { label: 'Both personal and economic matters' },
      unsure: { label: 'I do not know' },
    },
    tellParents: {
      yes: { label: 'Yes' },
      no: { label: 'No, I ask that they are not told' },
    },
    otherParent: {
      yes: { label: 'Yes, and I can say who it is' },
      unreachable: { label: 'Yes, but they cannot be asked' },
      none: { label: 'No, I have parental responsibility alone' },
    },
  },
  problems: {
    'parent-unreachable': 'Give an e-mail address or a postal address of the other one',
    'not-another': 'The number is your own or the child’s. Write that of the other one with parental responsibility',
    date: 'Write the date like this: 31.12.2027',
    'mandate-ended': 'The power of attorney or mandate is no longer valid. Report the need as a relative instead',
  },
  missing: {
    mandateKind: 'Choose what kind of power of attorney you have',
    mandateCovers: 'Choose what the mandate or power of attorney covers',
    childsView: 'Write what the child says, or why the child has not been asked yet',
    tellParents: 'Answer whether your parents may be told',
    notTellWhy: 'Write why your parents should not be told',
    otherParent: 'Answer whether somebody else has parental responsibility',
    otherParentName: 'Write the other one’s name',
    otherParentNationalId: 'Write the other one’s national identity number or D number',
    otherParentWhy: 'Write why the other one cannot be asked',
  },
};
