import type { LetterRecord } from '../../functions/core/letter-record.ts';
import type {
  AnswerRecord,
  AttachmentRecord,
  CaseEvent,
  HoldRecord,
  TaskRecord,
  WaitRecord,
} from '../../functions/core/records.ts';
import { caseworker } from './staff.ts';

/** The decision letter, sent digitally and not opened. */
export function aLetter(overrides: Partial<LetterRecord> = {}): LetterRecord {
  return {
    kind: 'decision',
    key: '1',
    subject: 'application',
    language: 'nn',
    object: 'letters/4635/testtesttesttesttesttest22/decision-1.nn.pdf',
    sha256: 'ab'.repeat(32),
    pages: 3,
    at: '2026-12-02T09:05:00.000Z',
    dispatchedAt: '2026-12-02T09:06:00.000Z',
    channel: 'digital',
    ...overrides,
  };
}

/** An open assessment task of round 1. */
export function aTask(overrides: Partial<TaskRecord> = {}): TaskRecord {
  return {
    kind: 'assessment',
    key: '1',
    subject: 'application',
    recipient: 'caseworker',
    secretHash: 'cd'.repeat(32),
    token: 'task-token-1',
    state: 'open',
    openedAt: '2026-11-24T09:01:00.000Z',
    expiresAt: '2026-12-01T09:01:00.000Z',
    caseVersion: 2,
    ...overrides,
  };
}

/** The caseworker's answer to {@link aTask}. */
export function anAnswer(overrides: Partial<AnswerRecord> = {}): AnswerRecord {
  return {
    answerId: 'answer-1',
    taskKind: 'assessment',
    taskKey: '1',
    by: caseworker,
    at: '2026-12-01T09:00:00.000Z',
    answer: {
      outcomes: { plan: 'granted', coordinator: 'granted', childCoordinator: 'not-applied' },
      facts: 'Søkjaren har tenester frå tre einingar i kommunen.',
      reasons: 'Behovet er langvarig, og tenestene må samordnast.',
      personsView: 'Søkjaren ønskjer éin fast kontakt.',
    },
    ...overrides,
  };
}

/** The deadline lane's open wait. */
export function aWait(overrides: Partial<WaitRecord> = {}): WaitRecord {
  return {
    name: 'clock',
    subject: 'application',
    token: 'wait-token-1',
    state: 'open',
    at: '2026-11-24T09:01:00.000Z',
    ...overrides,
  };
}

/** A casework lane held at a failed letter. */
export function aHold(overrides: Partial<HoldRecord> = {}): HoldRecord {
  return {
    lane: 'casework',
    subject: 'application',
    round: 1,
    stateName: 'RenderDecision',
    error: 'LetterRenderingError',
    token: 'hold-token-1',
    state: 'open',
    at: '2026-12-02T09:05:00.000Z',
    ...overrides,
  };
}

/** A look at the case by the caseworker. */
export function anEvent(overrides: Partial<CaseEvent> = {}): CaseEvent {
  return {
    at: '2026-11-25T09:00:00.000Z',
    type: 'viewed',
    actor: { kind: 'staff', id: caseworker.id, name: caseworker.name },
    ...overrides,
  };
}

/** A file the person sent in with the application. */
export function anAttachment(overrides: Partial<AttachmentRecord> = {}): AttachmentRecord {
  return {
    id: 'file-1',
    purpose: 'information',
    type: 'application/pdf',
    bytes: 1_500_000,
    object: 'attachments/4635/testtesttesttesttesttest22/file-1',
    sha256: 'ef'.repeat(32),
    name: 'Epikrise.pdf',
    at: '2026-11-24T09:00:00.000Z',
    by: { kind: 'person', id: 'person-hash', name: 'Kari Testperson' },
    ...overrides,
  };
}
