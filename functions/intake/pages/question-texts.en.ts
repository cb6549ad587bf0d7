import { family } from './family-texts.en.ts';
import type { QuestionTexts } from './form-text-types.ts';

/** The questions of the form in English. */
export const questions: QuestionTexts = {
  questions: {
    ...family.questions,
    role: { title: 'Who is the application for?' },
    lawyer: {
      title: 'Are you a lawyer (advokat)?',
      hint: 'A lawyer need not present a written power of attorney. The municipality may still ask for it in case of doubt.',
    },
    employed: {
      title: 'Are you employed in the municipality’s health and care services?',
      hint: 'Somebody who is employed in the same part of the public administration cannot represent a person there (section 12 of the Public Administration Act).',
    },
    name: { title: 'What is your name?', hint: 'Write your first name and surname.' },
    'your-name': { title: 'What is your own name?', hint: 'Write your first name and surname.' },
    workplace: {
      title: 'Where do you work?',
      hint: 'Write the name of your workplace, for example the doctor’s office or the hospital ward.',
    },
    'person-name': {
      title: {
        self: 'What is your name?',
        parent: 'What is the child’s name?',
        other: 'What is the name of the person it concerns?',
      },
      hint: 'Write the first name and surname.',
    },
    'person-number': {
      title: {
        self: 'What is your national identity number?',
        parent: 'What is the child’s national identity number?',
        other: 'What is the person’s national identity number?',
      },
      hint: 'National identity number or D number, 11 digits. We use it to be sure who the case concerns.',
    },
    mandate: {
      title: {
        self: 'Which power of attorney do you have?',
        parent: 'Do you have a written power of attorney from the child?',
        other: 'Which written power of attorney or mandate do you have?',
      },
      hint: {
        self: 'Write who has given it, when, and what it covers.',
        parent:
          'The child is 16 or 17 and decides for themselves. If you have a power of attorney, write when it was given and what it covers. If you have none, leave the field empty: the municipality then asks the child.',
        other:
          'Write who has given the power of attorney or mandate, when, and what it covers. If you are a guardian: an ordinary financial mandate does not cover this. The mandate must include personal matters.',
      },
    },
    'mandate-file': {
      title: 'Upload the power of attorney or the mandate',
      before: [
        'Take a picture of the document or scan it, and upload it here. If it has several pages, you can upload several files.',
        'If you do not have it at hand, you can go on. The municipality then has to see it before you can see the case, get the letters and consent for the person.',
      ],
    },
    wishes: {
      title: {
        self: 'What are you applying for?',
        parent: 'What are you applying for, for the child?',
        other: 'What does the person need?',
      },
      hint: 'Tick one or more. You can ask for a coordinator alone.',
    },
    'child-coordinator': { title: 'Which child is the child coordinator for?' },
    'wished-coordinator': {
      title: {
        self: 'Is there somebody you would like as coordinator?',
        parent: 'Is there somebody you would like as coordinator?',
        other: 'Is there somebody the person would like as coordinator?',
      },
      hint: 'It may be somebody you know already. Write a name or a workplace. The municipality must take the wish into account.',
    },
    needs: {
      title: {
        self: 'What do you need help with?',
        parent: 'What do the child and you need help with?',
        other: 'What does the person need help with?',
      },
      hint: {
        self: 'Use your own words. You need not state a diagnosis.',
        parent: 'Use your own words. You need not state a diagnosis. Tell us what the child thinks, too.',
        other:
          'Use your own words, and write only what the municipality needs to know. You need not state a diagnosis.',
      },
    },
    goals: {
      title: {
        self: 'What is important to you, and what do you want to achieve?',
        parent: 'What is important to the child, and what do you want to achieve?',
        other: 'What is important to the person?',
      },
    },
    services: {
      title: {
        self: 'Which services do you receive today, and from whom?',
        parent: 'Which services does the child receive today, and from whom?',
        other: 'Which services does the person receive today, and from whom?',
      },
      hint: 'For example home nursing from the municipality, a physiotherapist, a hospital, a school or Nav.',
    },
    parents: {
      title: 'Your parents must agree to the plan',
      before: [
        'You are under 16. Those who have parental responsibility for you must therefore agree before the municipality makes an individual plan. We ask them when we have received your application.',
        'You will be heard, and your opinion counts. You can have a coordinator without a plan, too.',
        'Are there reasons why your parents should not know about the application? If you are 12 or more, you can say so on the next page. You can also phone the municipality before you send it, and we will work it out together.',
      ],
    },
    'consent-plan': {
      title: {
        self: 'Do you consent to an individual plan being made?',
        parent: 'Do you consent to an individual plan being made for the child?',
        other: 'Do you consent, for the person, to an individual plan being made?',
      },
      hint: 'The municipality cannot make a plan without consent. You can apply without answering now, and you can withdraw the consent whenever you want.',
    },
    'consent-sharing': {
      title: {
        self: 'May those who help you share necessary information about you with each other?',
        parent: 'May those who help the child share necessary information about the child with each other?',
        other: 'May those who help the person share necessary information about the person with each other?',
      },
      hint: 'This is a consent of its own. It is voluntary, and you can withdraw it whenever you want.',
    },
    language: {
      title: 'Which form of Norwegian do you want letters in?',
    },
    interpreter: {
      title: {
        self: 'Do you need an interpreter?',
        parent: 'Do you need an interpreter?',
        other: 'Does the person need an interpreter?',
      },
      hint: 'Write the language, sign language included. The interpreter is free of charge. If none is needed, leave the field empty.',
    },
    letters: {
      title: {
        self: 'How do you want to get letters?',
        parent: 'How do you want to get letters?',
        other: 'How should letters be sent?',
      },
    },
    'reach-you': { title: 'How can we reach you?' },
    'reach-person': {
      title: {
        self: 'How can we reach you?',
        parent: 'How can we reach the child?',
        other: 'How can we reach the person?',
      },
    },
    'your-address': { title: 'What is your postal address?' },
    shielded: {
      title: {
        self: 'Is your address protected?',
        parent: 'Is the child’s address protected?',
        other: 'Is the person’s address protected?',
      },
      hint: 'A protected address is also called code 6 or 7. If it is protected, we do not ask for it and do not keep it.',
    },
    address: {
      title: {
        self: 'What is your postal address?',
        parent: 'What is the child’s postal address?',
        other: 'What is the person’s postal address?',
      },
      hint: 'The address is needed when letters come on paper. Otherwise we use it if a digital letter is not opened.',
    },
  },
  fields: {
    ...family.fields,
    role: 'Who the application is for',
    attorneyLawyer: 'Lawyer',
    attorneyEmployed: 'Employed in the municipality’s health and care services',
    submitterName: 'Your name',
    submitterOrganisation: 'Your workplace',
    submitterEmail: 'Your e-mail address',
    submitterPhone: 'Your telephone number',
    mandate: 'Power of attorney or mandate',
    submitterStreet: 'Street or PO box',
    submitterPostalCode: 'Your postal code',
    submitterCity: 'Your town',
    personName: { self: 'Name', parent: 'The child’s name', other: 'The person’s name' },
    personNationalId: 'National identity number or D number',
    personEmail: { self: 'E-mail address', parent: 'The child’s e-mail address', other: 'The person’s e-mail address' },
    personPhone: {
      self: 'Telephone number',
      parent: 'The child’s telephone number',
      other: 'The person’s telephone number',
    },
    personStreet: 'Address',
    personPostalCode: 'Postal code',
    personCity: 'Town',
    addressShielded: 'Protected address',
    wishes: 'The application is for',
    wishPlan: 'Individual plan',
    wishCoordinator: 'Coordinator',
    wishChildCoordinator: 'Child coordinator',
    childCoordinatorFor: 'Child coordinator for',
    wishedCoordinator: 'Wished coordinator',
    needs: 'Need for help',
    goals: 'Goals and wishes',
    services: 'Services today',
    consentPlan: 'Consent to an individual plan',
    consentSharing: 'Consent to sharing information',
    language: 'Language of letters',
    contact: 'Letters',
    interpreter: 'Interpreter',
  },
  hints: {
    ...family.hints,
    submitterEmail: 'We only tell you that there is a letter. The e-mail does not say what the letter is about.',
    personEmail: 'We only tell that there is a letter. The e-mail does not say what the letter is about.',
    wishPlan: 'A plan for the services that are to work together over a longer time.',
    wishCoordinator: 'One regular person who follows up and coordinates the services.',
    wishChildCoordinator:
      'For families that have or are expecting a child with a serious illness, injury or disability.',
  },
  roles: {
    self: { label: 'Myself' },
    parent: {
      label: 'My child',
      hint: 'Under 18. If the child welfare service has taken over the care, do not apply as a parent: foster parents choose “Somebody I am a relative of”, and the child welfare service contacts the municipality.',
    },
    attorney: { label: 'Somebody who has given me a power of attorney' },
    guardian: { label: 'Somebody I am guardian for' },
    relative: { label: 'Somebody I am a relative of', hint: 'You report a need. The municipality asks the person.' },
    'health-worker': {
      label: 'Somebody I meet as an employee in the health and care services',
      hint: 'You report a need. The municipality asks the person.',
    },
    hospital: {
      label: 'A patient at the hospital where I work',
      hint: 'You report a need. The municipality asks the person.',
    },
  },
  choices: {
    ...family.choices,
    attorneyLawyer: { yes: { label: 'Yes' }, no: { label: 'No' } },
    attorneyEmployed: { yes: { label: 'Yes' }, no: { label: 'No' } },
    childCoordinatorFor: {
      child: { label: { self: 'A child I care for', parent: 'The child', other: 'A child the person cares for' } },
      'expected-child': {
        label: {
          self: 'A child we are expecting',
          parent: 'A child we are expecting',
          other: 'A child the person is expecting',
        },
      },
      person: { label: { self: 'Myself, I am under 18', parent: 'The child', other: 'The person, who is under 18' } },
    },
    consentPlan: { yes: { label: 'Yes' }, no: { label: 'No' }, later: { label: 'I want to answer later' } },
    consentSharing: { yes: { label: 'Yes' }, no: { label: 'No' } },
    language: { nb: { label: 'Bokmål' }, nn: { label: 'Nynorsk' } },
    contact: {
      digital: {
        label: 'Digitally',
        hint: {
          self: 'You get an e-mail when there is a letter, and log in here to read it.',
          parent: 'You get an e-mail when there is a letter, and log in here to read it.',
          other: 'Whoever the letter is for gets an e-mail and logs in here to read it.',
        },
      },
      paper: { label: 'On paper by post' },
    },
    addressShielded: {
      no: { label: { self: 'No', parent: 'No', other: 'No, or I do not know' } },
      yes: { label: 'Yes', hint: 'The municipality makes sure that letters arrive in a safe way.' },
    },
  },
};
