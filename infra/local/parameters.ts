import { municipalities } from '../../functions/municipalities/index.ts';
import type { ClientKeys } from './openid-provider.ts';
import { peerClientId } from './peers/keys.ts';
import type { LocalApp } from './template/model.ts';

/** The addresses of the local play. */
export interface LocalUrls {
  readonly pages: string;
  readonly console: string;
  readonly aws: string;
  /** The OpenID provider; absent when the templates have no use for one. */
  readonly openId?: string | undefined;
  /** The stand-ins for Maskinporten and the contact register; absent when the templates have no use for them. */
  readonly peers?: string | undefined;
}

/** Values for the templates' parameters, by name. A template takes those it has. */
export function localParameters({ pages, openId, peers }: LocalUrls): Record<string, string> {
  return {
    AppEnvironment: 'local',
    PublicUrl: pages,
    // `.example` leads nowhere (RFC 2606), should a mail ever leave the folder.
    MailFrom: 'ikkesvar@kommune.example',
    OperationsEmail: 'drift@kommune.example',
    // The clients' ids at the provider are the issuers' names.
    ApplicantClientId: 'applicants',
    StaffClientId: 'staff',
    ...(openId === undefined ? {} : { ApplicantIssuer: `${openId}/applicants`, StaffIssuer: `${openId}/staff` }),
    ...(peers === undefined
      ? {}
      : { ContactRegisterUrl: peers, MaskinportenIssuer: `${peers}/`, MaskinportenClientId: peerClientId }),
  };
}

/** The key that every municipality's own form signs with on a laptop; in the account each has its own (runbook). */
const localSubmissionKey = { id: 'local', key: 'a-key-for-play-on-this-machine-only' };

/**
 * Values of the secrets that a deployment leaves for operations to put in: the app's private keys at the two issuers and
 * in Maskinporten, and the keys of the municipalities' own forms. A function names such a secret in its environment; that
 * is how it is found here.
 */
export function localSecrets(
  app: LocalApp,
  { clients, peer }: { readonly clients: ClientKeys | undefined; readonly peer: object | undefined },
): Record<string, string> {
  const values: Record<string, unknown> = {
    SUBMISSION_KEYS_SECRET_ID: Object.fromEntries(municipalities.map(({ number }) => [number, [localSubmissionKey]])),
    ...(clients && { APPLICANT_KEY_SECRET_ID: clients.applicants, STAFF_KEY_SECRET_ID: clients.staff }),
    ...(peer && { MASKINPORTEN_KEY_SECRET_ID: peer }),
  };
  const found = Object.entries(values).flatMap(([variable, value]) =>
    app.secrets
      .filter(({ name, arn }) =>
        app.functions.some(({ environment }) => [name, arn].includes(environment[variable] ?? '')),
      )
      .map(({ name }) => [name, JSON.stringify(value)] as const),
  );
  return Object.fromEntries(found);
}

/** Whether a template needs the OpenID provider: it asks for an issuer. */
export function needsOpenId(names: ReadonlySet<string>): boolean {
  return names.has('ApplicantIssuer') || names.has('StaffIssuer');
}

/** Whether a template asks for the contact register. */
export function needsPeers(names: ReadonlySet<string>): boolean {
  return names.has('ContactRegisterUrl');
}
