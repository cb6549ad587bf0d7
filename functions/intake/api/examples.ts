import type { PostedApplication } from './submission.ts';

/** Applications that are taken as they stand (the people are synthetic). Shown in the description, and posted by a test. */
export const submissionExamples: Readonly<
  Record<string, { readonly summary: string; readonly value: PostedApplication }>
> = {
  self: {
    summary: 'A person applies for a plan and a coordinator',
    value: {
      applicant: { role: 'self' },
      person: { name: 'Kari Testperson', nationalId: '14858510016', email: 'kari@innbygger.example' },
      authentication: { level: 'idporten-loa-high', at: '2026-11-21T08:55:00Z' },
      wishes: { plan: true, coordinator: true, childCoordinator: false },
      account: { needs: 'Eg treng at tenestene snakkar saman.', goals: 'Bu heime.' },
      consents: { textVersion: 'gulen-2026-1', plan: 'yes', sharing: 'no' },
      language: 'nn',
      contact: 'digital',
      receivedAt: '2026-11-21T09:00:00Z',
    },
  },
  parent: {
    summary: 'A mother applies for a child coordinator, by letter',
    value: {
      applicant: { role: 'parent', name: 'Anne Testperson', nationalId: '30848125098' },
      person: {
        name: 'Ida Testperson',
        nationalId: '05861170170',
        address: { street: 'Testvegen 1', postalCode: '5966', city: 'Eivindvik' },
      },
      authentication: { level: 'signed-paper', at: '2026-11-20T12:00:00+01:00' },
      wishes: { plan: false, coordinator: false, childCoordinator: true },
      account: { needs: 'Vi treng éin å ringe til.', services: 'Barnehabilitering' },
      language: 'nn',
      contact: 'paper',
    },
  },
  attorney: {
    summary: 'A lawyer applies for somebody',
    value: {
      applicant: {
        role: 'attorney',
        name: 'Rolf Testperson',
        nationalId: '21825830003',
        email: 'rolf@innbygger.example',
        lawyer: true,
        employedInField: false,
      },
      person: { name: 'Kari Testperson', nationalId: '14858510016', addressShielded: true },
      authentication: { level: 'idporten-loa-substantial', at: '2026-11-21T08:55:00Z' },
      wishes: { plan: true, coordinator: true, childCoordinator: false, wishedCoordinator: 'Heimetenesta i Eivindvik' },
      account: { needs: 'Hun har mange tjenester og ingen som samordner dem.' },
      language: 'nb',
      contact: 'digital',
      interpreter: 'ukrainsk',
    },
  },
  report: {
    summary: 'A health worker reports a need',
    value: {
      applicant: { role: 'health-worker', name: 'Helge Testperson', organisation: 'Testhuset sjukeheim' },
      person: { name: 'Magnhild Testperson', nationalId: '09914915047', email: 'magnhild@innbygger.example' },
      authentication: { level: 'none' },
      wishes: { plan: true, coordinator: true, childCoordinator: false },
      account: { needs: 'Treng fleire tenester over lang tid.' },
      language: 'nn',
      contact: 'digital',
    },
  },
};
