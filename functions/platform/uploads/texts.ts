import type { PageLanguage } from '../../core/language.ts';
import type { AttachmentType } from '../../core/records.ts';
import type { UploadProblem } from './content-type.ts';

/** The words around files. */
export interface UploadTexts {
  readonly choose: string;
  readonly hint: string;
  readonly send: string;
  /** Stands above the files that are there. */
  readonly sent: string;
  readonly none: string;
  readonly full: string;
  /** Followed by the file's number. */
  readonly file: string;
  /** Followed by the file's number. */
  readonly remove: string;
  readonly kinds: Readonly<Record<AttachmentType, string>>;
  readonly unknownKind: string;
  readonly problems: Readonly<Record<UploadProblem, string>>;
}

const kinds = { 'application/pdf': 'PDF', 'image/jpeg': 'JPEG', 'image/png': 'PNG' } as const;

export const uploadTexts: Readonly<Record<PageLanguage, UploadTexts>> = {
  nb: {
    choose: 'Velg en fil',
    hint: 'PDF, JPEG eller PNG på høyst 10 MB. Du kan legge ved ti filer, én om gangen. Har siden ligget åpen i mer enn en time, må du laste den på nytt først.',
    send: 'Last opp filen',
    sent: 'Filer du har lastet opp',
    none: 'Du har ikke lastet opp noen filer.',
    full: 'Du har lastet opp ti filer, og det er ikke plass til flere. Fjern en fil hvis du vil laste opp en annen.',
    file: 'Fil',
    remove: 'Fjern fil',
    kinds,
    unknownKind: 'ukjent filtype',
    problems: {
      type: 'Vi kan ikke ta imot denne filen, for den er ikke PDF, JPEG eller PNG. Fjern den, og lagre den som PDF før du laster den opp igjen.',
      size: 'Vi kan ikke ta imot denne filen, for den er større enn 10 MB. Fjern den, og last opp en mindre utgave.',
      empty: 'Filen er tom. Fjern den, og velg en annen fil.',
      locked:
        'Vi kan ikke åpne denne filen, for den er låst med passord. Fjern den, og last opp en utgave uten passord.',
      'too-many': 'Vi kan ta imot ti filer, og dette er én for mye. Fjern en fil.',
    },
  },
  nn: {
    choose: 'Vel ei fil',
    hint: 'PDF, JPEG eller PNG på høgst 10 MB. Du kan leggje ved ti filer, éi om gongen. Har sida lege open i meir enn ein time, må du laste ho på nytt først.',
    send: 'Last opp fila',
    sent: 'Filer du har lasta opp',
    none: 'Du har ikkje lasta opp nokon filer.',
    full: 'Du har lasta opp ti filer, og det er ikkje plass til fleire. Fjern ei fil om du vil laste opp ei anna.',
    file: 'Fil',
    remove: 'Fjern fil',
    kinds,
    unknownKind: 'ukjend filtype',
    problems: {
      type: 'Vi kan ikkje ta imot denne fila, for ho er ikkje PDF, JPEG eller PNG. Fjern ho, og lagre ho som PDF før du lastar ho opp att.',
      size: 'Vi kan ikkje ta imot denne fila, for ho er større enn 10 MB. Fjern ho, og last opp ei mindre utgåve.',
      empty: 'Fila er tom. Fjern ho, og vel ei anna fil.',
      locked: 'Vi kan ikkje opne denne fila, for ho er låst med passord. Fjern ho, og last opp ei utgåve utan passord.',
      'too-many': 'Vi kan ta imot ti filer, og dette er éi for mykje. Fjern ei fil.',
    },
  },
  en: {
    choose: 'Choose a file',
    hint: 'PDF, JPEG or PNG, no larger than 10 MB. You can add ten files, one at a time. If this page has been open for more than an hour, reload it first.',
    send: 'Upload the file',
    sent: 'Files you have uploaded',
    none: 'You have not uploaded any files.',
    full: 'You have uploaded ten files, and there is no room for more. Remove one if you want to upload another.',
    file: 'File',
    remove: 'Remove file',
    kinds,
    unknownKind: 'unknown file type',
    problems: {
      type: 'We cannot accept this file, because it is not PDF, JPEG or PNG. Remove it, and save it as PDF before you upload it again.',
      size: 'We cannot accept this file, because it is larger than 10 MB. Remove it, and upload a smaller version.',
      empty: 'The file is empty. Remove it, and choose another file.',
      locked:
        'We cannot open this file, because it is locked with a password. Remove it, and upload a version without one.',
      'too-many': 'We can accept ten files, and this is one too many. Remove a file.',
    },
  },
};
